"""The word lists of this folder, each read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a list that are neither empty nor a comment."""
    text = (files("rashomon") / "data" / "persons" / name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """A list of single words."""
    return frozenset(lines(name))


@cache
def table(name: str) -> dict[str, frozenset[str]]:
    """A two-column list: a word, and the set of words that go with it."""
    rows = (line.split("\t") for line in lines(name))
    return {row[0]: frozenset(row[1].split()) for row in rows}
