"""What hangs on a word of contact: when, by which channel, about whom, in whose presence, at whose request."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model import parts
from rashomon.model.annotation import TimeRef
from rashomon.model.claim import ContactKind, Party, PartyRole
from rashomon.model.clause import Frame
from rashomon.stages.claims.actors import chunk
from rashomon.stages.claims.contacts.party import party
from rashomon.stages.claims.view import SentenceView, View
from rashomon.stages.claims.wordlists import rows, word_list

_ABOUT = ("about", "regarding", "concerning", "over")
_BY = ("by", "on", "over", "via", "through", "in")
_REQUEST = frozenset({"request", "behest", "instruction", "instigation", "urging", "order"})
_ASKED_BY = frozenset({"at", "on", "upon", "by"})
_WHERE = frozenset({"in", "at", "near", "outside", "inside", "by"})
_DAY_PARTS = frozenset({"morning", "afternoon", "evening", "night", "noon"})
_KINDS: dict[str, ContactKind] = {"call": "call", "message": "message"}


def date_of(sentence: SentenceView, *ats: int) -> TimeRef | None:
    """The time expression that hangs on one of the tokens itself, not on something that is talked about."""
    return next(iter(dates_of(sentence, *ats)), None)


def dates_of(sentence: SentenceView, *ats: int) -> list[TimeRef]:
    """All such times, in text order; of "two days before, on 12 March" the day itself alone."""
    times = [t for t in sentence.times if (t.earliest or t.latest) and t.type in {"DATE", "TIME"}]
    found = [t for t in times if _hangs_on(sentence, sentence.token_at(t.start), t, ats)]
    for k, time in enumerate(found):
        beside = [t for t in times if _is_day(t) and _is_beside(sentence, time, t)]
        if not _is_day(time) and beside:
            found[k] = beside[0]
    return list(dict.fromkeys(found))


def _is_day(time: TimeRef) -> bool:
    """A day by its date, and not by another day."""
    relative = {"before", "after", "ago", "later", "earlier"} & set(time.quote.lower().split())
    return not relative and time.earliest == time.latest and any(c.isdigit() for c in time.quote)


def _is_beside(sentence: SentenceView, one: TimeRef, two: TimeRef) -> bool:
    return two.start > one.end and sentence.text[one.end : two.start].strip(" ,") in ("", "the", "on", "on the")


def _hangs_on(sentence: SentenceView, at: int, time: TimeRef, ats: tuple[int, ...]) -> bool:
    """Whether the way up from the time to a token crosses nothing but the time's own words and prepositions."""
    tokens = sentence.tokens
    for above in (at, *sentence.up(at)):
        if above in ats:
            return True
        token = tokens[above]
        inside = time.start <= token.start and token.end <= time.end
        place = token.is_a(parts.IN_PHRASE) and token.is_a(parts.COMMON_NOUN)
        inside = inside or (place and tokens[token.head].text.lower() in _WHERE) or token.lemma in _DAY_PARTS
        if not inside and not token.is_a(parts.PREPOSITION) and token.lemma != "date":
            return False
    return False


def channel(sentence: SentenceView, at: int, plain: ContactKind) -> ContactKind:
    """The kind that a phrase on the word gives ("by phone", "on WhatsApp"), else the word's own."""
    names = {row[0]: row[1] for row in rows("contacts", "channels.tsv")}
    beside = (n for n in sentence.children[at] if sentence.tokens[n].is_a(parts.BEFORE_NOUN | parts.ADVERB))
    held = [n for f in _frames(sentence, at) for n in (*f.oblique(*_BY), *f.gerund("in"))]
    lower = [k for n in held if (s := sentence.state(n)) is not None for k in s.oblique("by", "via")]
    said = [
        t for n in (*beside, *held, *lower) for t in (sentence.tokens[n].lemma.lower(), sentence.tokens[n].text.lower())
    ]
    found = (_KINDS.get(names.get(word, "")) for word in said)
    return next((kind for kind in found if kind is not None), plain)


def _frames(sentence: SentenceView, at: int) -> list[Frame]:
    return [f for f in (sentence.frame(at), sentence.state(at)) if f is not None]


def bystanders(view: View, sentence: SentenceView, ats: tuple[int, ...]) -> Iterator[Party]:
    """Those about whom; none of them is in contact by that."""
    topics = dict.fromkeys(n for at in ats for f in _frames(sentence, at) for n in f.oblique(*_ABOUT))
    for n in topics:
        if not _is_no_topic(sentence, n):
            yield party(view, sentence, n, "about") or Party(chunk(sentence, n).quote, "about")
            for whose in (k for f in _frames(sentence, n) for k in f.oblique("of", "for")):
                one = party(view, sentence, whose, "about")
                if one is not None and one.referent is not None:
                    yield one


def attending(view: View, sentence: SentenceView, at: int, told_at: list[int]) -> Iterator[Party]:
    """Those in whose presence or at whose request the contact at a token was, wherever the parser hangs them.

    `told_at` are the words of contact of the sentence: each phrase belongs to the last of them before it.
    """
    for n, token in enumerate(sentence.tokens):
        mine = max((k for k in told_at if k < n), default=told_at[0]) == at
        before = sentence.tokens[token.head].lemma.lower()
        if mine and token.is_a(parts.IN_PHRASE) and token.lemma == "presence" and before == "in":
            yield from _holders(view, sentence, n, "present", at)
        elif mine and token.is_a(parts.IN_PHRASE) and token.lemma in _REQUEST and before in _ASKED_BY:
            yield from _holders(view, sentence, n, "asked_by", at)


def _is_no_topic(sentence: SentenceView, at: int) -> bool:
    """Of "over the phone", "over the holidays", "over lunch": the channel, the time, the occasion."""
    token = sentence.tokens[at]
    channels = {row[0] for row in rows("contacts", "channels.tsv")}
    return token.lemma.lower() in channels | word_list("contacts", "whiles.txt") or token.ent[2:] in {"DATE", "TIME"}


def _holders(view: View, sentence: SentenceView, noun: int, role: PartyRole, verb: int) -> Iterator[Party]:
    """ "of X, Y and Z" after the noun, or "X's" before it; a list that the parser breaks off goes on at the verb."""
    state = sentence.state(noun)
    own = () if state is None else (*state.oblique("of"), *(() if state.possessor is None else (state.possessor,)))
    more = (k for n in _broken_off(sentence, verb, max(own, default=noun)) for k in sentence.conjuncts(n))
    for n in dict.fromkeys((*own, *more)):
        found = party(view, sentence, n, role)
        if found is not None:
            yield found
        elif sentence.tokens[n].is_a(parts.NOUN):
            yield Party(chunk(sentence, n).quote, role)


def _broken_off(sentence: SentenceView, verb: int, after: int) -> list[int]:
    """Of "in the presence of X, a clerk and two cooks" the clerk, whom the parser hangs on the verb."""
    below = [n for n in sentence.children[verb] if n > after and sentence.tokens[n].is_a(parts.NOUN)]
    return [n for n in below if sentence.tokens[n].ent[2:] not in {"DATE", "TIME"}]
