"""Shared wording: which texts have long runs of words in common, and which runs.

Every run of `WIDTH` words, folded and with figures masked, is hashed with a rolling polynomial; one hash in
`SAMPLE` is kept (0 mod p sampling, Manber 1994), so that an inverted index over thousands of texts stays small.
Texts that share enough kept hashes are compared word by word from the places where the hashes stand.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from zlib import crc32

from rashomon.text.fold import fold

WIDTH = 6
SAMPLE = 3
OFTEN = 60
ROW = 3
_PRIME = (1 << 61) - 1
_BASE = 1_000_003
_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
_FIGURE = re.compile(r"\d")
_NUMBER_WORDS = frozenset(
    {
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "dozen",
    }
)  # fmt: skip
MASK = "#"


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word, or the mask for a figure, and where it stands."""

    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """The same words in two texts: from word `a` of the first, word `b` of the second, `length` words."""

    a: int
    b: int
    length: int


def read_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch of text, folded, figures masked."""
    return [
        Word(mask(m.group()), m.start(), m.end())
        for m in _WORD.finditer(text, start, len(text) if end is None else end)
    ]


@lru_cache(maxsize=65536)
def mask(word: str) -> str:
    """The folded word, or the mask where it is a figure."""
    folded = fold(word).replace("'", "")
    return MASK if folded in _NUMBER_WORDS or _FIGURE.search(folded) else folded


def sample_hashes(words: Sequence[Word], width: int = WIDTH, sample: int = SAMPLE) -> dict[int, int]:
    """The kept hashes of all runs of `width` words, each with the index at which it stands first."""
    codes = [crc32(w.form.encode()) + 1 for w in words]
    top = pow(_BASE, width - 1, _PRIME)
    value = 0
    found: dict[int, int] = {}
    for at, code in enumerate(codes):
        if at >= width:
            value = (value - codes[at - width] * top) % _PRIME
        value = (value * _BASE + code) % _PRIME
        if at >= width - 1 and (value >> 7) % sample == 0:
            found.setdefault(value, at - width + 1)
    return found


def close_pairs(hashes: Sequence[dict[int, int]], least: int) -> list[tuple[int, int]]:
    """Pairs of texts (by index) that share at least `least` kept hashes, or a row of them that stands in many texts.

    A hash that stands in more than `OFTEN` texts may be a stock phrase's: it counts only in a row of `ROW` such hashes,
    longer than such a phrase is. So many reprints of one text are found, at the price of time: all pairs of them.
    """
    index: dict[int, list[int]] = defaultdict(list)
    for text, kept in enumerate(hashes):
        for value in kept:
            index[value].append(text)
    shared: Counter[tuple[int, int]] = Counter()
    for texts in index.values():
        if 1 < len(texts) <= OFTEN:
            shared.update(combinations(texts, 2))
    often = {value for value, texts in index.items() if len(texts) > OFTEN}
    rows: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for text, kept in enumerate(hashes):
        for row in _rows(kept, often):
            rows[row].append(text)
    found = {pair for pair, count in shared.items() if count >= least}
    return sorted(found.union(*(combinations(texts, 2) for texts in rows.values())))


def _rows(kept: dict[int, int], often: set[int]) -> set[tuple[int, ...]]:
    """Every `ROW` frequent hashes of a text that stand one after the other."""
    ordered = sorted(kept, key=kept.__getitem__)
    rows = zip(*(ordered[n:] for n in range(ROW)), strict=False)
    return {row for row in rows if often.issuperset(row)}


def shared_runs(
    a: Sequence[Word], b: Sequence[Word], hashes_a: dict[int, int], hashes_b: dict[int, int], least: int
) -> list[Run]:
    """The longest runs of equal words, each of at least `least` words, apart in the first text."""
    runs: list[Run] = []
    covered = 0
    for at_a, at_b in sorted((hashes_a[h], hashes_b[h]) for h in hashes_a.keys() & hashes_b.keys()):
        if at_a < covered:
            continue
        run = _grow(a, b, at_a, at_b)
        if run.length >= least:
            runs.append(run)
            covered = run.a + run.length
    return runs


def _grow(a: Sequence[Word], b: Sequence[Word], at_a: int, at_b: int) -> Run:
    back = 0
    while back < min(at_a, at_b) and a[at_a - back - 1].form == b[at_b - back - 1].form:
        back += 1
    on = 0
    while at_a + on < len(a) and at_b + on < len(b) and a[at_a + on].form == b[at_b + on].form:
        on += 1
    return Run(at_a - back, at_b - back, back + on)
