"""The word lists of masking, each loaded once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from rashomon.text.names.words import generic, small_words, titles


def _lines(folder: str, name: str) -> list[str]:
    text = (files("rashomon") / "data" / folder / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def public_roles() -> dict[str, str]:
    """How firmly each role is held in public: "firm" or "loose"."""
    return dict(line.split("\t") for line in _lines("masking", "public_roles.txt"))


@cache
def ordinary_words() -> frozenset[str]:
    """Words of English that are names too."""
    return frozenset(_lines("masking", "ordinary_words.txt"))


@cache
def minors() -> frozenset[str]:
    """Words for a child or pupil."""
    return frozenset(_lines("masking", "minors.txt"))


@cache
def not_aged() -> frozenset[str]:
    """Words after which a number is no age."""
    return frozenset(_lines("masking", "not_aged.txt"))


@cache
def place_heads() -> frozenset[str]:
    """Words by which a longer name is known as that of a place or body."""
    return frozenset(_lines("masking", "place_heads.txt")) | generic()


@cache
def no_names() -> frozenset[str]:
    """Words inside a name that are never masked alone: particles, titles, suffixes, roles."""
    kinds = ("article", "filial", "particle", "joint", "roman", "suffix", "stop")
    small = {word for kind in kinds for word in small_words(kind)}
    roles = {word for role in public_roles() for word in role.split()}
    return frozenset(small | titles()[0] | roles) - {"king", "prince", "cardinal", "bishop", "pope", "justice", "judge"}


@cache
def given_names() -> frozenset[str]:
    """Given names of many languages, folded."""
    lines = [*_lines("who", "given.tsv"), *_lines("who", "given_more.tsv")]
    return frozenset(line.split("\t")[0].strip() for line in lines)


@cache
def surnames() -> frozenset[str]:
    """Surnames of many languages, folded."""
    return frozenset(line.strip() for line in _lines("who", "surnames.txt"))
