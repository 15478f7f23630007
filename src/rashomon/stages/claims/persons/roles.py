"""What a role is, and the drafts that one gives: the role itself, and the bodies it is held in."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model import parts
from rashomon.model.annotation import Mention, Referent, TimeRef
from rashomon.model.claim import Property, Stance, Subject, Value
from rashomon.model.span import Quote
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.persons.lexicon import words
from rashomon.stages.claims.persons.phrase import kept_words, role_phrase
from rashomon.stages.claims.view import SentenceView

Open = tuple[str | None, str | None]
_COMING = frozenset({"elect", "designate"})
"""What makes an office of one that is still to come: "mayor-elect"."""
_OF_BODY = frozenset({"of", "at", "in", "for", "with", "from", "to"})


def is_role(sentence: SentenceView, at: int, *, plural: bool = False) -> bool:
    """True for a noun that names an office, a rank, a trade or a place in a body: of one, or with `plural` of several."""
    token = sentence.tokens[at]
    if token.text.casefold() in _COMING and at > 1 and sentence.tokens[at - 1].text == "-":
        return is_role(sentence, at - 2, plural=plural)
    several = token.is_a(parts.PLURAL_NOUN | parts.PLURAL_NAME) or (
        token.is_a(parts.NAME) and token.text.endswith("s") and plural
    )
    if not token.is_a(parts.COMMON_NOUN | parts.NAME | parts.ADJECTIVE) or several != plural:
        return False
    word = token.text.casefold() if token.is_a(parts.NAME) else token.lemma.casefold()
    if plural and word not in words("roles.txt"):
        word = word.removesuffix("s")
    return word.rstrip(".") in words("roles.txt")


def draft_role(
    sentence: SentenceView, who: Referent, at: int, whole: tuple[int, int], stance: Stance, period: Open, *, reader: str
) -> Iterator[Draft]:
    """The role of somebody, and the bodies its phrase names; `whole` is the stretch that ties the two together."""
    first, last = role_phrase(sentence, at)
    start = _past_prefix(sentence, kept_words(sentence, first, at))
    text = _then(sentence, start, _of_one(sentence, at, sentence.quote(start, last).quote))
    quote = sentence.quote(min(first, whole[0]), max(last, whole[1]))
    place, subject = sentence.tokens[at].start, Subject(referent=who.id)
    yield Draft("role", quote, place, subject, Value(text=text, earliest=period[0], latest=period[1]), reader, stance)
    named = {m.referent: m for m in reversed(list(bodies(sentence, at, first, last)))}
    for mention in reversed(named.values()):
        yield belongs(who, mention, quote, place, period, reader=reader, stance=stance)


def _past_prefix(sentence: SentenceView, start: int) -> int:
    """Where a role begins with its prefix: "co-chair", "vice-president"."""
    t = sentence.tokens
    hyphened = start > 1 and t[start - 1].text == "-" and t[start - 1].end == t[start].start
    return start - 2 if hyphened and t[start - 2].text.casefold() in ("co", "vice", "ex", "sub") else start


def _of_one(sentence: SentenceView, at: int, text: str) -> str:
    """A plural role as each of several persons has it: "Ministers" makes a Minister of each."""
    word = sentence.tokens[at].text
    several = is_role(sentence, at, plural=True) and word.endswith("s")
    return text.replace(word, word[:-1], 1) if several else text


def _then(sentence: SentenceView, first: int, text: str) -> str:
    """The role with the "then-" before it, however the parser cut that."""
    before = [t.text.casefold().rstrip("-") for t in sentence.tokens[max(0, first - 2) : first]]
    return f"then-{text.lstrip('-')}" if "then" in before else text


def belongs(
    who: Referent, body: Mention, quote: Quote, place: int, period: Open, *, reader: str, stance: Stance
) -> Draft:
    """That somebody belongs, or belonged, to a body."""
    value = Value(referent=body.referent, text=body.quote, earliest=period[0], latest=period[1])
    kind: Property = "affiliation"
    return Draft(kind, quote, place, Subject(referent=who.id), value, reader, stance)


def is_body(mention: Mention | None) -> bool:
    """True for the name of a certain organisation."""
    return bool(mention and mention.form == "name" and mention.type == "organization" and mention.referent)


def bodies(sentence: SentenceView, at: int, first: int, last: int) -> Iterator[Mention]:
    """Named bodies that a role phrase hangs on: "MIT agent", "head of the party", "who works at the ministry"."""
    if sentence.tokens[at].lemma.casefold() in words("makers.txt"):
        return
    for mention in sentence.mentions:
        if not is_body(mention) or not first <= mention.head <= last or mention.head == at:
            continue
        if _is_office(sentence, mention, at) or _is_cut(sentence, mention, at):
            continue
        head = sentence.tokens[mention.head]
        over = sentence.tokens[head.head]
        if _is_place_of(sentence, mention, at):
            continue
        of_role = head.head == at or (head.is_a(parts.IN_PHRASE) and over.lemma in _OF_BODY)
        if of_role or head.is_a(parts.COMPOUNDING | parts.NOUN_MODIFIER | parts.OWNER):
            yield mention


def _is_office(sentence: SentenceView, mention: Mention, at: int) -> bool:
    """True where the name's last word is the office's first: "Press" of "Press Secretary", "Majority" of "Leader"."""
    return mention.head < at and sentence.tokens[mention.head].text.casefold() in words("office_words.txt")


def _is_place_of(sentence: SentenceView, mention: Mention, at: int) -> bool:
    """True for the town in "chief of the police of X", "head of the council of X", whatever it was taken for."""
    over = sentence.tokens[sentence.tokens[mention.head].head]
    body = sentence.tokens[over.head]
    outside = body.end <= mention.start and over.head != at
    return (
        over.text == "of" and outside and body.is_a(parts.COMMON_NOUN) and body.lemma.casefold() in words("bodies.txt")
    )


def _is_cut(sentence: SentenceView, mention: Mention, at: int) -> bool:
    """True for a name of which the text has more words than the mention: "Park Fire Protection" of "... District"."""
    first, last = sentence.token_at(mention.start), sentence.token_at(mention.end - 1)
    before = sentence.tokens[first - 1] if first else None
    if before is not None and before.is_a(parts.SINGULAR_NAME) and before.text.endswith("."):
        return True
    after = sentence.tokens[last + 1] if last + 1 < len(sentence) else None
    if after is None or last + 1 == at:
        return False
    if after.text == "and" and last + 2 < len(sentence):
        return last > at and sentence.tokens[last + 2].is_a(parts.SINGULAR_NAME) and sentence.tokens[last + 2].ent == ""
    if not after.is_a(parts.SINGULAR_NAME | parts.PLURAL_NAME) or not after.text[0].isupper():
        return False
    return last > at or after.text.casefold().rstrip(".") not in words("office_openers.txt") | words("roles.txt")


def period_in(sentence: SentenceView, at: int, first: int, last: int) -> Open:
    """The one date in a stretch that is the role's own, not that of something told in a clause below it."""
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    inside = [t for t in sentence.times if start <= t.start and t.end <= end and t.type == "DATE"]
    return period_of(sentence, [t for t in inside if _own(sentence, at, t)])


def _own(sentence: SentenceView, at: int, time: TimeRef) -> bool:
    inside = range(sentence.token_at(time.start), sentence.token_at(time.end - 1) + 1)
    for n in sentence.up(inside[0]):
        if n == at:
            return True
        token = sentence.tokens[n]
        if n not in inside and (
            token.is_a(parts.RELATIVE_CLAUSE | parts.NOUN_CLAUSE | parts.ADVERBIAL_CLAUSE)
            or token.is_a(parts.COMMON_NOUN | parts.NAME)
        ):
            return False
    return True


def period_of(sentence: SentenceView, times: list[TimeRef]) -> Open:
    """What dates say together: both ends of "from ... to ...", or the one date, open where "since" or "until" is said."""
    joined = {t.joined for t in times if t.joined}
    if len(joined) == 1 and all(t.joined for t in times):
        return joined.pop()
    dated = [t for t in times if t.earliest or t.latest]
    if len(dated) != 1:
        return None, None
    before = sentence.tokens[max(0, sentence.token_at(dated[0].start) - 1)].text.casefold()
    if before == "since":
        return dated[0].earliest, None
    if before in ("until", "till"):
        return None, dated[0].latest
    return dated[0].earliest, dated[0].latest
