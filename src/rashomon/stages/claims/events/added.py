"""Figures of one sentence that add up: "two died at the scene and two on the way to the hospital"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon.model.claim import Value
from rashomon.stages.claims.events.figure import Figure
from rashomon.stages.claims.events.lexicon import is_a

_JOINTS = ("and", ",", ";", "while")


def died_apart(dead: Sequence[Figure]) -> Iterator[Figure]:
    """The sum of two figures of the dead in one sentence that are told apart by where they died.

    Only where the first has its place of death, the second has a verb of its own joined to it, and the report has no
    larger figure of its own.
    """
    most = max((f.value.number or 0 for f in dead if f.sort in ("stated", "toll")), default=0)
    for first, second in pairwise(dead):
        if first.trigger.sentence is not second.trigger.sentence or not (_places(first) and _plain(second)):
            continue
        tokens = first.trigger.sentence.tokens
        verb = tokens[second.trigger.at]
        joined = verb.dep == "conj" and verb.head == first.trigger.at
        between = [t.text.lower() for t in tokens[first.trigger.at : second.trigger.at]]
        total = (first.value.number or 0) + (second.value.number or 0)
        if joined and total > most and any(w in _JOINTS for w in between):
            value = Value(number=total, bound="exact", of="people")
            last = max(first.last, second.last)
            yield replace(first, value=value, first=min(first.first, second.first), last=last, derived=True)


def _plain(figure: Figure) -> bool:
    return bool(figure.value.number) and figure.value.bound == "exact" and figure.sort in ("stated", "single")


def _places(figure: Figure) -> bool:
    """ "At the scene", "on the spot"."""
    part = (figure.value.part or "").lower().split()
    return _plain(figure) and bool(part) and is_a(part[-1], "part_place")
