"""A table of features with what each adds, and why: what is weighed by hand-set or fitted weights is weighed by one of these."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rashomon.stages.claims.wordlists import rows

Features = Mapping[str, float]


@cache
def weights(area: str, name: str, column: int = 1) -> Mapping[str, tuple[float, str]]:
    """By feature, its weight in a column and what it is in words, in the order of the table."""
    return {row[0]: (float(row[column]), row[-1]) for row in rows(area, name)}


def add_up(features: Features, table: Mapping[str, tuple[float, str]]) -> float:
    """The sum of what features add."""
    return sum(table[name][0] * value for name, value in features.items())
