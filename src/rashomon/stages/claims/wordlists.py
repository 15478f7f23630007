"""The word lists of this room, read once from `rashomon/data`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(area: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a list, cut at tabs, without its head and empty lines."""
    text = files("rashomon").joinpath("data", area, name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(line.split("\t")) for line in lines)


@cache
def word_list(area: str, name: str) -> frozenset[str]:
    """The first column of a list."""
    return frozenset(row[0] for row in rows(area, name))
