"""The sentences of a text as the encoder hears them: in passages of whole sentences, each encoded when it is asked for first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from rashomon.text.encoder import LONGEST, Array, encoded
from rashomon.text.wordpieces import pieces

_KEPT = 64
"""Passages that stay at hand: who is meant is asked first, what is told of them later."""


class Heard:
    """The words of a text, sentence by sentence. Passages are as many sentences in their order as fit, so that what is heard of a text depends on it alone."""

    def __init__(self, sentences: Sequence[Sequence[str]]) -> None:
        self._sentences = sentences
        self._firsts = _firsts([sum(len(pieces(w)) for w in words) for words in sentences])
        self._rows: dict[int, list[int]] = {}

    def passage(self, sentence: int) -> int:
        """With which sentence the passage of a sentence begins: two sentences of one passage are heard together."""
        return self._firsts[sentence]

    def mean(self, sentence: int, first: int, last: int) -> Array | None:
        """What the words of a sentence from the first to the last are on average.

        None where they are no words, or lie behind what fits into a passage.
        """
        rows = self._rows_of(sentence)
        start, end = rows[first], rows[last + 1]
        if start == end or end > LONGEST:
            return None
        return average(_encoded(self._pieces(self._firsts[sentence]))[start:end])

    def _rows_of(self, sentence: int) -> list[int]:
        """Before which row of the passage each word of a sentence begins, and before which the next sentence does."""
        if sentence not in self._rows:
            start = sum(len(pieces(w)) for s in range(self._firsts[sentence], sentence) for w in self._sentences[s])
            rows = [start]
            for word in self._sentences[sentence]:
                rows.append(rows[-1] + len(pieces(word)))
            self._rows[sentence] = rows
        return self._rows[sentence]

    def _pieces(self, first: int) -> tuple[int, ...]:
        inside = self._sentences[first : bisect_right(self._firsts, first)]
        return tuple([p for words in inside for word in words for p in pieces(word)])[:LONGEST]


def average(rows: Array) -> Array:
    """The mean of some rows."""
    found: Array = rows.mean(axis=0)
    return found


@lru_cache(maxsize=_KEPT)
def _encoded(passage: tuple[int, ...]) -> Array:
    return encoded(passage)


def _firsts(sizes: Sequence[int]) -> list[int]:
    found: list[int] = []
    start, held = 0, 0
    for n, size in enumerate(sizes):
        if held + size > LONGEST:
            start, held = n, 0
        held += size
        found.append(start)
    return found
