"""Whether the words speak of what is claimed at all: a grade is one that a word allows, a toll one of those it counts."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from rashomon.stages.claims.wordlists import rows
from rashomon.text.fold import fold_words


def makes(words: str, prop: str) -> bool:
    """Whether one of the words is one that a claim of this property is made by."""
    return any(_is_one(word, stem) for word in fold_words(words).split() for stem in stems(prop))


def _is_one(word: str, stem: str) -> bool:
    return word == stem[1:] if stem.startswith("=") else word.startswith(stem)


def stems(prop: str) -> tuple[str, ...]:
    """The stems of a property; a property that has none needs no word."""
    return _listed().get(prop, ())


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for prop, listed in rows("gate", "words.tsv"):
        found[prop] += tuple(listed.split())
    return dict(found)
