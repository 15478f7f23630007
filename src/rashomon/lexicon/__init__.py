"""What is known of a language's words: one file a kind, each row with its source. It knows no sentences."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a file of this folder, cut at tabs, without its head and empty lines."""
    text = files("rashomon.lexicon").joinpath(name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a file."""
    return frozenset(row[0] for row in rows(name))


@cache
def word_set(name: str) -> frozenset[str]:
    """One of the closed classes of words of `en-sets.tsv`, by its name."""
    return frozenset(next(row[1] for row in rows("en-sets.tsv") if row[0] == name).split())
