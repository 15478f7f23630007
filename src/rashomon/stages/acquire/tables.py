"""The word lists and patterns of this stage, read once from `rashomon/data/acquire`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def read_lines(name: str) -> tuple[str, ...]:
    """The lines of a data file, comments and empty lines left out."""
    text = (files("rashomon") / "data" / "acquire" / name).read_text("utf-8")
    return tuple(line for line in text.split("\n") if line and not line.startswith("#"))


@cache
def read_words(name: str) -> frozenset[str]:
    """All the words of a data file."""
    return frozenset(word for line in read_lines(name) for word in line.split())


@cache
def read_months() -> dict[str, int]:
    """Folded month names and short forms, with the month's number."""
    rows = (line.split("\t") for line in read_lines("months.tsv"))
    return {word: int(number) for number, words in rows for word in words.split()}
