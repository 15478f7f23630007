"""A number of people in a sentence of a language that no parser reads."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.lexicon.languages import Sign
from rashomon.model.annotation import Bound

MARKS = frozenset("'’")
"""What stands between a figure or a name and its case ending in Turkish."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of people, from the first to past the last of its words; `deed` is the word that says what befell them.

    `sure` is False where that word may belong to another figure; `part` says which of those another figure counts
    these are ("de gravedad"), and is "" where no words tell it; None for a figure that counts its own. `total` is one that
    "the number of dead rose to" tells, `range` the numbers of "between 30 and 40", `revised` of the second of "from 9 to 10", `group` the words from the first to past the last of two groups joined by "and".
    """

    number: int
    bound: Bound
    first: int
    end: int
    noun: Sign | None
    deed: Sign | None = None
    sure: bool = False
    part: str | None = None
    total: bool = False
    group: tuple[int, int] | None = None
    range: frozenset[int] = frozenset()
    revised: bool = False
