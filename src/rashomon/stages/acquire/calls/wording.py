"""What headings and cells of telephone records mean, by the word lists of `rashomon/data/calls`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import cast

from rashomon.model.calls import Holds
from rashomon.text.fold import fold_words

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_MARKS = re.compile(r"[;,\t|]")
_WHOLE, _WITHIN = 100, 40


@dataclass(frozen=True, slots=True)
class _Phrase:
    """One heading of the list; `whole` where it has to be all of the heading."""

    holds: Holds
    words: tuple[str, ...]
    whole: bool


def _rows(name: str) -> Iterator[tuple[str, str]]:
    text = (files("rashomon") / "data" / "calls" / name).read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kind, _, words = line.partition("\t")
            for word in words.split(";"):
                yield kind, word.strip()


@cache
def _phrases() -> dict[str, list[_Phrase]]:
    """Every phrase by its first word."""
    found: dict[str, list[_Phrase]] = {}
    for kind, word in _rows("headings.tsv"):
        folded = tuple(fold_words(word.removeprefix("=")).split())
        if folded:
            found.setdefault(folded[0], []).append(_Phrase(cast("Holds", kind), folded, word.startswith("=")))
    return found


@cache
def _run_together() -> dict[str, Holds]:
    return {"".join(p.words): p.holds for ones in _phrases().values() for p in ones if len(p.words) > 1}


@lru_cache(maxsize=4096)
def heading_means(heading: str) -> dict[Holds, int]:
    """What a heading may mean, each with how well it fits: a whole heading best, then the longest phrase in it."""
    scores: dict[Holds, int] = {}
    if not any(map(str.isalnum, heading)):
        return {"skip": _WHOLE} if heading.strip() else {}
    bare = _BRACKETS.sub(" ", heading)
    for text in dict.fromkeys((heading, bare, _CAMEL.sub(" ", bare))):
        words = fold_words(text.replace("_", " ").replace("#", " number ")).split()
        for holds, score in _scored(words):
            scores[holds] = max(score, scores.get(holds, 0))
    return scores


def _scored(words: list[str]) -> Iterator[tuple[Holds, int]]:
    if "".join(words) in _run_together():
        yield _run_together()["".join(words)], _WHOLE
    for at, word in enumerate(words):
        for phrase in _phrases().get(word, ()):
            size = len(phrase.words)
            if tuple(words[at : at + size]) != phrase.words or (phrase.whole and size != len(words)):
                continue
            letters = sum(map(len, phrase.words))
            yield phrase.holds, (_WHOLE if size == len(words) else _WITHIN) + 10 * size + min(letters, 9)


@cache
def _values() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, word in _rows("values.tsv"):
        if folded := fold_words(word):
            found.setdefault(folded, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


@lru_cache(maxsize=65536)
def value_means(cell: str) -> frozenset[str]:
    """Of which classes a cell's words are: out, in, call, message, data, forward."""
    words = fold_words(cell.replace("_", " ")).split()
    if not words or len(words) > 8:
        return frozenset()
    pairs = [" ".join(pair) for pair in pairwise(words)]
    # A single letter means a way only where it stands alone: "i" is a word of many languages.
    single = [word for word in words if len(word) > 1]
    return frozenset(kind for word in (" ".join(words), *pairs, *single) for kind in _values().get(word, ()))


def words_known(text: str) -> int:
    """How many cells of the first lines are headings or values of the lists: by that a code page is told from another."""
    cells = {cell.strip(' "\r') for line in text.split("\n")[:80] for cell in _MARKS.split(line)}
    # Of figures, and of a letter or two, nothing can be told: in a wrong code page they mean something by chance.
    worded = (
        c
        for c in cells
        if not c.isascii() and len(c) < 60 and not any(map(str.isdecimal, c)) and len(fold_words(c)) > 2
    )
    return sum(bool(heading_means(cell)) + bool(value_means(cell)) for cell in worded)


def way_of(means: frozenset[str]) -> str | None:
    """Out or in, where a cell says one of them and not both."""
    return "out" if "out" in means and "in" not in means else "in" if "in" in means and "out" not in means else None


@cache
def more_months() -> dict[str, int]:
    """Folded names of months with their number, beside those that datelines carry."""
    return {fold_words(word): int(number) for number, word in _rows("months.tsv")}


@cache
def duration_units() -> dict[str, int]:
    """Words for hours, minutes and seconds, with how many seconds one is."""
    return {word: int(number) for number, word in _rows("units.tsv")}
