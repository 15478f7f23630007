"""How likely each of those whom a word may mean is meant: weights fitted on labelled passages, kept in tables of data/who.

`tools/fit_pronouns.py` and `tools/fit_references.py` write them. The sums of weights are set against each other and against nobody of them (softmax).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp

from rashomon.stages.annotate.who.lexicon import rows

NOBODY = "(nobody)"


@cache
def _weights(table: str) -> Mapping[str, float]:
    return {feature: float(weight) for feature, weight in rows(table)}


def chances(table: str, told: Sequence[Sequence[str]], nobody: Sequence[str] = ()) -> list[float]:
    """The likelihood of each by its features, 0..1; what is missing to one is that nobody of them is meant, of whom `nobody` tells."""
    weights = _weights(table)
    sums = [sum(weights.get(f, 0.0) for f in features) for features in (*told, (NOBODY, *nobody))]
    most = max(sums)
    shares = [exp(one - most) for one in sums]
    return [one / sum(shares) for one in shares[:-1]]
