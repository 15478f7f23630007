"""The word lists that names are read with, each loaded once."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from rashomon.text.names.sounds import sound, turkish_c


def _lines(name: str) -> list[str]:
    text = (files("rashomon") / "data" / "names" / name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def titles() -> tuple[frozenset[str], frozenset[str]]:
    """Words that may lead a person's name, and those of them that may stand anywhere in it."""
    lines = _lines("titles.txt")
    return frozenset(line.rstrip("*") for line in lines), frozenset(x[:-1] for x in lines if x.endswith("*"))


@cache
def small_words(kind: str) -> tuple[str, ...]:
    """The small words of one kind, in order: articles, filial words, numerals ..."""
    table = dict(line.split("\t") for line in _lines("particles.tsv"))
    return tuple(table[kind].split())


@cache
def generic() -> frozenset[str]:
    """Words by which no body or place is told from another."""
    return frozenset(line.rstrip("*") for line in _lines("generic.txt"))


@cache
def left_out() -> frozenset[str]:
    """Those of the generic words that many writers leave out."""
    return frozenset(line[:-1] for line in _lines("generic.txt") if line.endswith("*"))


@cache
def _given() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, line in enumerate(_lines("given.txt")):
        for word in line.split():
            for form in (word, turkish_c(word)):
                table.setdefault(form, set()).add(number)
                table.setdefault(sound(form), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in table.items()}


@lru_cache(maxsize=65536)
def given(word: str) -> frozenset[int]:
    """The numbers of the well-known given names that this folded word could spell."""
    table = _given()
    return table.get(word) or table.get(sound(word)) or frozenset()


@cache
def _first_names() -> frozenset[str]:
    found: set[str] = set()
    for name in ("given.tsv", "given_more.tsv"):
        text = (files("rashomon") / "data" / "who" / name).read_text(encoding="utf-8")
        found.update(line.split("\t")[0].casefold() for line in text.splitlines() if line and line[0] != "#")
    return frozenset(found)


def is_first_name(word: str) -> bool:
    """Whether somebody bears this folded word as a given name, as far as the long lists know."""
    return word in _first_names()
