"""Whom a clause behind a place tells of: of "X, 16, of Larnov, who is charged" X; of "the blasts in Larnov, which killed nine" nobody."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.view import SentenceView

_WITHIN = frozenset({"in", "at", "near", "outside", "inside", "across", "throughout", "around"})
_BESIDE = frozenset({"at", "near", "outside"})
_PLACING = _WITHIN | {"of", "from"}
_FIRST = 3


def behind_place(sentence: SentenceView, who: int, at: int) -> int | None:
    """Who is meant where somebody is told of by a clause hung on a place; None where only a place is there; else as given."""
    relative = _relative_over(sentence, who, at)
    mention = sentence.mention_at(who)
    placed = _preposition_over(sentence, who)
    if relative is None or placed is None or mention is None:
        return who
    if mention.form == "nominal" and relative == "which" and sentence.tokens[placed].text.lower() in _BESIDE:
        return None  # "the blasts at offices, which killed nine"
    if mention.form != "name":
        return who
    if mention.type == "person" and not _is_named(sentence, sentence.tokens[placed].head):
        return who
    preposition = sentence.tokens[placed].text.lower()
    if relative == "which":
        return None if preposition in _WITHIN and mention.type == "place" else who
    if relative != "who" or preposition not in _PLACING:
        return who
    over = sentence.tokens[placed].head
    return next((n for n in (over, *sentence.up(over)) if n < placed and _is_somebody(sentence, n)), who)


def _is_named(sentence: SentenceView, at: int) -> bool:
    """Of "X, 16, of Larnov" the X: what stands behind "of" is where he lives, whatever name it looks like."""
    mention = sentence.mention_at(at)
    return mention is not None and mention.form == "name" and mention.type == "person"


def _is_somebody(sentence: SentenceView, at: int) -> bool:
    mention = sentence.mention_at(at)
    named = mention is not None and mention.type == "person"
    return named or (sentence.tokens[at].is_a(parts.NOUN) and is_human(sentence, at))


def _relative_over(sentence: SentenceView, who: int, at: int) -> str | None:
    """The relative word of the clause on somebody, or on one whom he is joined to, in which the accusing word stands."""
    joined = {who, *(n for n in sentence.up(who) if sentence.tokens[n].is_a(parts.NOUN))}
    joined |= {n for n, t in enumerate(sentence.tokens) if t.head == who and t.is_a(parts.JOINED)}
    for n in (at, *sentence.up(at)):
        if sentence.tokens[n].is_a(parts.RELATIVE_CLAUSE) and sentence.tokens[n].head in joined:
            opening = [sentence.tokens[k].text.lower() for k in sentence.subtree(n)[:_FIRST]]
            return next((w for w in opening if w in ("who", "which")), None)
    return None


def _preposition_over(sentence: SentenceView, who: int) -> int | None:
    first = who
    while sentence.tokens[first].is_a(parts.JOINED) and sentence.tokens[first].head < first:
        first = sentence.tokens[first].head
    over = sentence.tokens[first].head
    return over if sentence.tokens[over].is_a(parts.PREPOSITION) else None
