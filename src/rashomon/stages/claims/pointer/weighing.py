"""How much each feature speaks for a claim: weights fitted by logistic regression on labelled passages, kept in tables.

`guilt.tsv` (of an accusation), `custody.tsv` (of somebody held) and `verdicts.tsv` (of a conviction) have one weight a feature, whose
sum is a log-odds; `grades.tsv` has one for each grade of an accusation, of which the highest holds.
`tools/fit_pointer.py` writes both. What was learned knows no names: see `features`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from math import exp

from rashomon.model.claim import Property
from rashomon.stages.claims.wordlists import rows

GRADES: tuple[Property, ...] = ("perpetrator", "organizer", "suspect", "charge", "blame", "responsibility")
BIAS = "(always)"
GUILT = "guilt.tsv"


@cache
def _weights(table: str) -> Mapping[str, float]:
    return {feature: float(weight) for feature, weight in rows("pointer", table)}


@cache
def _grades() -> Mapping[str, tuple[float, ...]]:
    return {feature: tuple(map(float, weights)) for feature, *weights in rows("pointer", "grades.tsv")}


def likely(table: str, features: Iterable[str]) -> float:
    """How likely it is that somebody with these features is what a table weighs, 0..1, as the labelled passages have it."""
    weights = _weights(table)
    total = weights[BIAS] + sum(weights.get(f, 0.0) for f in set(features))
    return 1 / (1 + exp(-total))


def guilt(features: Iterable[str]) -> float:
    """How likely it is that somebody with these features is accused there."""
    return likely(GUILT, features)


def grade(features: Iterable[str]) -> Property:
    """In which grade somebody with these features is accused."""
    table = _grades()
    sums = list(table[BIAS])
    for weights in filter(None, (table.get(f) for f in set(features))):
        sums = [a + b for a, b in zip(sums, weights, strict=True)]
    return GRADES[max(range(len(sums)), key=sums.__getitem__)]


def speaking_most(features: Iterable[str], few: int, table: str = GUILT) -> list[tuple[str, float]]:
    """The features that spoke loudest for or against, loudest first, for whoever asks why."""
    weights = _weights(table)
    return sorted(((f, weights[f]) for f in set(features) if f in weights), key=lambda one: (-abs(one[1]), one[0]))[
        :few
    ]
