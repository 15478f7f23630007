"""What a role phrase is, and the drafts that one gives: the role, and the body it is held in."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.annotation import Mention, Referent, TimeRef
from rashomon.model.claim import Property, Stance, Subject, Value
from rashomon.model.span import Quote
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.persons.lexicon import words
from rashomon.stages.claims.stance import local_stance
from rashomon.stages.claims.view import SentenceView, View

_OF_BODY = frozenset({"of", "at", "in", "for", "with", "from"})
_LIMIT = 24


def is_role(sentence: SentenceView, at: int) -> bool:
    """True for a noun that names an office, a rank, a trade or a place in a body, in the singular."""
    token = sentence.tokens[at]
    word = token.text.casefold() if token.pos == "PROPN" else token.lemma.casefold()
    return token.pos in ("NOUN", "PROPN", "ADJ") and token.tag != "NNS" and word.rstrip(".") in words("roles.txt")


def role_phrase(sentence: SentenceView, at: int) -> tuple[int, int]:
    """First and last token of the role noun's phrase, a closing relative clause kept, what is set apart left out."""
    first = min(_span(sentence, at, {"det", "amod", "compound", "nmod", "poss", "nummod", "advmod"}), default=at)
    last = at
    for n in sentence.children[at]:
        token = sentence.tokens[n]
        kept = token.dep in ("prep", "relcl", "acl", "compound", "nmod") and n > at
        if kept and sentence.tokens[n - 1].text not in (",", "(", "--", "–", "—", ";"):
            last = max(last, sentence.subtree(n)[-1])
    while last > at and sentence.tokens[last].pos == "PUNCT":
        last -= 1
    return first, min(last, at + _LIMIT)


def _span(sentence: SentenceView, at: int, deps: set[str]) -> Iterator[int]:
    for n in sentence.children[at]:
        if sentence.tokens[n].dep in deps and n < at:
            yield sentence.subtree(n)[0]


def draft_role(
    view: View, sentence: SentenceView, who: Referent, at: int, whole: tuple[int, int], *, reader: str
) -> Iterator[Draft]:
    """The role of somebody, and the bodies its phrase names; `whole` is the stretch that ties the two together."""
    stance = local_stance(sentence, at) or "possible"
    first, last = role_phrase(sentence, at)
    text = strip_article(sentence.quote(first, last).quote)
    period = _period(sentence, at, min(first, whole[0]), max(last, whole[1]))
    quote = sentence.quote(min(first, whole[0]), max(last, whole[1]))
    if _then(sentence, first) and not text.casefold().startswith("then"):
        text = f"then-{text.lstrip('-')}"
    value = Value(text=text, earliest=period[0], latest=period[1])
    place = sentence.tokens[at].start
    yield Draft("role", quote, place, Subject(referent=who.id), value, reader, stance)
    for mention in bodies(view, sentence, at, first, last):
        yield belongs(who, mention, quote, place, period, reader=reader, stance=stance)


def _then(sentence: SentenceView, first: int) -> bool:
    """True for "then-" before a role, however the parser cut it."""
    before = [t.text.casefold() for t in sentence.tokens[max(0, first - 2) : first + 1]]
    return any(word.rstrip("-") == "then" for word in before)


def belongs(
    who: Referent, body: Mention, quote: Quote, place: int, period: tuple[str | None, str | None], *, reader: str,
    stance: Stance,
) -> Draft:  # fmt: skip
    """That somebody belongs, or belonged, to a body."""
    value = Value(referent=body.referent, text=body.quote, earliest=period[0], latest=period[1])
    kind: Property = "affiliation"
    return Draft(kind, quote, place, Subject(referent=who.id), value, reader, stance)


def bodies(view: View, sentence: SentenceView, at: int, first: int, last: int) -> Iterator[Mention]:
    """Named bodies that a role phrase hangs on: "MIT agent", "head of the party", "who works at the ministry"."""
    for mention in sentence.mentions:
        if not (mention.form == "name" and mention.type == "organization" and mention.referent):
            continue
        if not first <= mention.head <= last or mention.head == at:
            continue
        head = sentence.tokens[mention.head]
        over = sentence.tokens[head.head]
        of_role = head.head == at or (head.dep == "pobj" and over.lemma in _OF_BODY)
        if of_role or head.dep in ("compound", "nmod", "poss"):
            yield mention


def strip_article(text: str) -> str:
    """A role without the article before it."""
    first, _, rest = text.partition(" ")
    return rest if first.casefold() in ("a", "an", "the", "its", "their", "his", "her") and rest else text


def _period(sentence: SentenceView, at: int, first: int, last: int) -> tuple[str | None, str | None]:
    """The one date in the stretch that is the role's own, not that of something told in a clause below it."""
    inside = [t for t in sentence.times if _within(sentence, t, first, last)]
    dates = [t for t in inside if t.type == "DATE" and (t.earliest or t.latest) and _own(sentence, at, t)]
    if len(dates) != 1:
        return None, None
    return _open(sentence, dates[0])


def _own(sentence: SentenceView, at: int, time: TimeRef) -> bool:
    above = list(sentence.up(sentence.token_at(time.start)))
    below = above[: above.index(at)] if at in above else above
    return not any(sentence.tokens[n].dep in ("relcl", "acl", "advcl") for n in below)


def _within(sentence: SentenceView, time: TimeRef, first: int, last: int) -> bool:
    return sentence.tokens[first].start <= time.start and time.end <= sentence.tokens[last].end


def _open(sentence: SentenceView, time: TimeRef) -> tuple[str | None, str | None]:
    """ "since 2013" and "until 2015" leave one end open, where the time expression has not done so itself."""
    before = sentence.tokens[max(0, sentence.token_at(time.start) - 1)].lemma.casefold()
    if before == "since":
        return time.earliest, None
    if before in ("until", "till"):
        return None, time.latest
    return time.earliest, time.latest
