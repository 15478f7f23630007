"""Two figures of one group of people: both ends of a range, a floor and a ceiling ("at least 41 but no more than 50")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.model.annotation import Quantity
from rashomon.stages.claims.events.persons import quantity_of
from rashomon.stages.claims.view import SentenceView

_FLOORS, _CEILINGS = ("at_least", "more_than"), ("at_most", "fewer_than")
_JOINT = re.compile(r"(?:[a-z]+ )?[\s,–-]*(?:to|and|or|but|,|-|–)[\s,]*(?:possibly|perhaps|maybe)?")


def other_ends(sentence: SentenceView, own: Quantity | None) -> Iterator[Quantity]:
    """The figures that bound the same count from the other side."""
    for q in sentence.quantities if own is not None else ():
        if own is not None and _are_ends(sentence, own, q):
            yield q


def without_other_ends(sentence: SentenceView, members: Sequence[int]) -> list[int]:
    """The members of a list of people without a second bound of one and the same count: bounds are never added up."""
    ends: set[int] = set()
    kept = []
    for n in members:
        own = quantity_of(sentence, n)
        if own is None or own.start not in ends:
            kept.append(n)
            ends |= {q.start for q in other_ends(sentence, own)}
    return kept


def _are_ends(sentence: SentenceView, one: Quantity, other: Quantity) -> bool:
    """Whether two figures are the floor and the ceiling of one count, the lower the floor."""
    floor, ceiling = (one, other) if one.bound in _FLOORS else (other, one)
    if floor.bound not in _FLOORS or ceiling.bound not in _CEILINGS or floor.number is None or ceiling.number is None:
        return False
    first, second = sorted((one, other), key=lambda q: q.start)
    between = sentence.text[sentence.tokens[first.token].end : second.start].strip().lower()
    return floor.number < ceiling.number and _JOINT.fullmatch(between) is not None
