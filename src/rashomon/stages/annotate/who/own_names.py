"""Names that the user of a case lists: they are what the list says, wherever a text has them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rashomon.model.annotation import EntityType
from rashomon.model.case_settings import Hints
from rashomon.stages.annotate.who.names import Key
from rashomon.stages.annotate.who.page import Line
from rashomon.text.fold import fold_words


def find_own(lines: tuple[Line, ...], hints: Hints) -> dict[Key, EntityType]:
    """The listed names that stand in a document, as its own words have them, each with the list's type."""
    listed, longest = _listed(hints)
    return {line.words[a:b]: listed[words] for line in lines for a, b, words in _runs(line, longest) if words in listed}


@lru_cache(maxsize=2)
def _listed(hints: Hints) -> tuple[dict[tuple[str, ...], EntityType], int]:
    """The types of listed names by their folded words, and how many words the longest has; made once a case."""
    listed = {tuple(fold_words(name).split()): kind for name, kind in hints.known.items()}
    listed.pop((), None)
    return listed, max(map(len, listed), default=0)


def _runs(line: Line, longest: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Every run of at most so many words that begins with a capital, punctuation passed over: first, past it, words."""
    if not longest:
        return
    parts = [fold_words(token.text).split() for token in line.tokens]
    for first, part in enumerate(parts):
        if not part or not line.capital[first]:
            continue
        words: list[str] = []
        for last in range(first, len(parts)):
            words += parts[last]
            if len(words) > longest:
                break
            if parts[last]:
                yield first, last + 1, tuple(words)
