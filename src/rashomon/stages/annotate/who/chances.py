"""How likely each of those whom a pronoun may mean is meant: weights fitted on labelled passages, kept in `pronouns.tsv`.

`tools/fit_pronouns.py` writes them. The sums of weights are set against each other and against nobody of them (softmax).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp

from rashomon.stages.annotate.who.lexicon import rows

NOBODY = "(nobody)"


@cache
def _weights() -> Mapping[str, float]:
    return {feature: float(weight) for feature, weight in rows("pronouns.tsv")}


def chances(told: Sequence[Sequence[str]]) -> list[float]:
    """The likelihood of each by its features, 0..1; what is missing to one is that nobody of them is meant."""
    table = _weights()
    sums = [sum(table.get(f, 0.0) for f in features) for features in told] + [table.get(NOBODY, 0.0)]
    most = max(sums)
    shares = [exp(one - most) for one in sums]
    return [one / sum(shares) for one in shares[:-1]]
