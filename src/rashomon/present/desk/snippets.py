"""Where searched words stand in a text, to be shown with what is around them; folded as the search is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rashomon.text.fold import fold_map, fold_words

REACH = 110
"""Characters shown on either side."""
LONGEST = 400_000
"""Characters of one text that are looked through: the search itself looks through all."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """The words found, and what stands around them; `start` is where they stand in the text."""

    start: int
    before: str
    found: str
    after: str


@lru_cache(maxsize=64)
def pattern_of(words: str) -> re.Pattern[str] | None:
    """What to look for in folded text: any of the words or phrases typed; None where nothing was."""
    terms = []
    for n, part in enumerate(words.replace("“", '"').replace("”", '"').split('"')):
        pieces = [part] if n % 2 else part.split()
        for piece in pieces:
            folded = r"\W+".join(map(re.escape, fold_words(piece).split()))
            if folded:
                terms.append(folded + (r"\w*" if piece.endswith("*") and not n % 2 else r"\b"))
    return re.compile(r"\b(?:" + "|".join(terms) + ")") if terms else None


def find_snippet(text: str, words: str) -> Snippet | None:
    """The first place where one of the words stands."""
    pattern = pattern_of(words)
    if pattern is None:
        return None
    text = text[:LONGEST]
    if text.isascii():
        found = pattern.search(text.lower())
        return _cut(text, found.start(), found.end()) if found else None
    at = 0
    for line in text.splitlines(keepends=True):
        folded, places = fold_map(line)
        if found := pattern.search(folded):
            return _cut(text, at + places[found.start()], at + places[found.end()])
        at += len(line)
    return None


def _cut(text: str, start: int, end: int) -> Snippet:
    first, last = max(0, start - REACH), min(len(text), end + REACH)
    before = text[first:start].rpartition("\n")[2]
    after = text[end:last].partition("\n")[0]
    return Snippet(start, ("… " if first and "\n" not in text[first:start] else "") + before, text[start:end], after)
