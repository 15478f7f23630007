"""Where the penalties of a sentence stand, told as features: in whose frame, over whom, right behind whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rashomon.model import parts
from rashomon.model.tree import asked_once
from rashomon.stages.claims.rules.penalties import find_penalties
from rashomon.stages.claims.view import SentenceView

_BEHIND = 3
"""So many words may stand between a name and its own term: "Holt, a guard, nine years"."""


class _Term(NamedTuple):
    """A penalty's words, of what kind it is, and every word above it up to its verb."""

    first: int
    last: int
    kind: str
    over: frozenset[int]


@asked_once
def _terms(sentence: SentenceView) -> tuple[_Term, ...]:
    found = find_penalties(sentence.text, sentence.sentence.start, sentence.sentence.end)
    return tuple(_term(sentence, t.start, t.end, t.penalty.kind + ("!" if t.strong else "?")) for t in found)


def _term(sentence: SentenceView, start: int, end: int, kind: str) -> _Term:
    first, last = sentence.token_at(start), sentence.token_at(end - 1)
    inside = range(first, last + 1)
    head = next((n for n in inside if sentence.tokens[n].head not in inside), last)
    over = [head]
    for n in () if sentence.tokens[head].is_a(parts.VERB) else sentence.up(head):
        over.append(n)
        if sentence.tokens[n].is_a(parts.VERB):
            break
    return _Term(first, last, kind, frozenset(over))


def penalties_in(sentence: SentenceView, at: int) -> tuple[str, ...]:
    """The kinds of penalty that stand in the frame at a token."""
    return tuple(dict.fromkeys(t.kind for t in _terms(sentence) if at in t.over or t.first <= at <= t.last))


def is_told_of(sentence: SentenceView) -> bool:
    """Whether a sentence tells of any penalty."""
    return bool(_terms(sentence))


def beside_penalty(sentence: SentenceView, who: int) -> Iterator[str]:
    """Of "life for Mira Holt" that a penalty stands over her, of "Mira Holt nine years" that one stands behind her."""
    terms = _terms(sentence)
    above = frozenset(sentence.up(who)) if terms else frozenset()
    for one in terms:
        if not above.isdisjoint(range(one.first, one.last + 1)):
            yield f"penalty-over:{one.kind}"
        if 0 < one.first - who <= _BEHIND and not any(
            sentence.tokens[n].is_a(parts.VERB) for n in range(who, one.first)
        ):
            yield f"penalty-behind:{one.kind}"
