"""Whether the words speak of what is claimed at all: a grade is one that a word allows, a toll one of those it counts."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from rashomon.stages.claims.wordlists import rows
from rashomon.text.fold import fold_words


def makes(words: str, prop: str) -> bool:
    """Whether one of the words is one that a claim of this property is made by."""
    pattern = _pattern(prop)
    return pattern is not None and pattern.search(fold_words(words)) is not None


@cache
def _pattern(prop: str) -> re.Pattern[str] | None:
    parts = (rf"{re.escape(s[1:])}\b" if s.startswith("=") else re.escape(s) for s in stems(prop))
    return re.compile(rf"\b(?:{'|'.join(parts)})") if stems(prop) else None


def stems(prop: str) -> tuple[str, ...]:
    """The stems of a property; a property that has none needs no word."""
    return _listed().get(prop, ())


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for prop, listed in rows("gate", "words.tsv"):
        found[prop] += tuple(listed.split())
    return dict(found)
