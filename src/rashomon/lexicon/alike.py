"""Which common words are used alike: groups of neighbours from coarse to fine, of the table data/pointer/neighbours.tsv."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def _groups() -> Mapping[str, tuple[str, ...]]:
    text = files("rashomon").joinpath("data/pointer/neighbours.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and line[0] != "#")
    return {word: tuple(groups.split()) for word, groups in rows}


def groups_of(word: str) -> tuple[str, ...]:
    """The groups of a common word in small letters, "coarse:40", "middle:223", "fine:676"; none of another."""
    return _groups().get(word, ())
