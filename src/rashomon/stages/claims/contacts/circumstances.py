"""What hangs on a word of contact: when, by which channel, about whom, in whose presence, at whose request."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.annotation import TimeRef
from rashomon.model.claim import ContactKind, Party, PartyRole
from rashomon.stages.claims.actors import actor, chunk
from rashomon.stages.claims.contacts.party import party
from rashomon.stages.claims.view import SentenceView, View
from rashomon.stages.claims.wordlists import rows

_ABOUT = frozenset({"about", "regarding", "concerning", "over"})
_WHILE = frozenset(
    {
        "holiday",
        "weekend",
        "summer",
        "week",
        "month",
        "year",
        "day",
        "dinner",
        "lunch",
        "breakfast",
        "coffee",
        "drink",
        "meal",
        "course",
        "period",
    }
)
_REQUEST = frozenset({"request", "behest", "instruction", "instigation", "urging", "order"})
_THROUGH = frozenset(
    {"prep", "pobj", "npadvmod", "nmod", "nummod", "tmod", "compound", "appos", "amod", "acl", "pcomp"}
)
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
        inside = inside or (token.dep == "pobj" and token.pos == "NOUN" and tokens[token.head].text.lower() in _WHERE)
        inside = inside or token.lemma in _DAY_PARTS
        if not inside and token.pos != "ADP" and token.lemma != "date":
            return False
    return False


def channel(sentence: SentenceView, at: int, plain: ContactKind) -> ContactKind:
    """The kind that a phrase on the word gives ("by phone", "on WhatsApp"), else the word's own."""
    names = {row[0]: row[1] for row in rows("contacts", "channels.tsv")}
    for n in sentence.children[at]:
        token = sentence.tokens[n]
        below = [n] if token.dep in {"compound", "advmod", "amod", "nmod"} else []
        if token.dep in {"prep", "agent"} and token.lemma in {"by", "on", "over", "via", "through", "in"}:
            below = list(sentence.kids(n, "pobj"))
        for k in below:
            found = _KINDS.get(names.get(sentence.tokens[k].lemma.lower(), ""))
            if found is not None:
                return found
    return plain


def bystanders(view: View, sentence: SentenceView, ats: tuple[int, ...]) -> Iterator[Party]:
    """Those about whom, in whose presence, at whose request; none of them is in contact by that."""
    for at in ats:
        for n in sentence.kids(at, "prep"):
            below = sentence.child(n, "pobj")
            if below is None:
                continue
            if sentence.tokens[n].lemma.lower() in _ABOUT and not _is_no_topic(sentence, below):
                yield from _about(view, sentence, below)


def attending(view: View, sentence: SentenceView, at: int, told_at: list[int]) -> Iterator[Party]:
    """Those in whose presence or at whose request the contact at a token was, wherever the parser hangs them.

    `told_at` are the words of contact of the sentence: each phrase belongs to the last of them before it.
    """
    for n, token in enumerate(sentence.tokens):
        if max((k for k in told_at if k < n), default=told_at[0]) != at:
            continue
        if token.dep != "pobj":
            continue
        before = sentence.tokens[token.head].lemma.lower()
        if token.lemma == "presence" and before == "in":
            yield from _holders(view, sentence, n, "present", at)
        elif token.lemma in _REQUEST and before in {"at", "on", "upon", "by"}:
            yield from _holders(view, sentence, n, "asked_by", at)


def _is_no_topic(sentence: SentenceView, at: int) -> bool:
    """Of "over the phone", "over the holidays", "over lunch": the channel, the time, the occasion."""
    token = sentence.tokens[at]
    return _is_channel(sentence, at) or token.ent[2:] in {"DATE", "TIME"} or token.lemma.lower() in _WHILE


def _is_channel(sentence: SentenceView, at: int) -> bool:
    return any(row[0] == sentence.tokens[at].lemma.lower() for row in rows("contacts", "channels.tsv"))


def _about(view: View, sentence: SentenceView, below: int) -> Iterator[Party]:
    yield party(view, sentence, below, "about") or Party(chunk(sentence, below).quote, "about")
    for n in sentence.kids(below, "prep"):
        whose = sentence.child(n, "pobj")
        if whose is not None and sentence.tokens[n].lemma in {"of", "for"}:
            found = actor(view, sentence, whose)
            if found is not None:
                yield Party(found.words.quote, "about", found.referent)


def _holders(view: View, sentence: SentenceView, noun: int, role: PartyRole, verb: int) -> Iterator[Party]:
    """ "of X, Y and Z" after the noun, or "X's" before it; a list that the parser breaks off goes on at the verb."""
    heads = list(sentence.kids(noun, "poss"))
    for n in sentence.kids(noun, "prep"):
        below = sentence.child(n, "pobj")
        if sentence.tokens[n].lemma == "of" and below is not None:
            heads.extend(sentence.conjuncts(below))
            heads.extend(k for m in _broken_off(sentence, verb, below) for k in sentence.conjuncts(m))
    for head in heads:
        found = party(view, sentence, head, role)
        if found is not None:
            yield found
        elif sentence.tokens[head].pos in {"NOUN", "PROPN"}:
            yield Party(chunk(sentence, head).quote, role)


def _broken_off(sentence: SentenceView, verb: int, after: int) -> Iterator[int]:
    return (
        n
        for n in sentence.kids(verb, "npadvmod", "appos", "dobj")
        if n > after and sentence.tokens[n].ent[2:] not in {"DATE", "TIME"}
    )
