"""Words that show what a sentence speaks of: victims, custody, guilt, contact, money. No rule shares them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from rashomon.stages.claims.view import SentenceView
from rashomon.stages.claims.wordlists import rows

_KEPT = 64
"""Stretches whose signs are remembered: each sentence is asked several times in a row."""
_WORDS = re.compile(r"\w+|[^\w\s]")


class _Sign(NamedTuple):
    """What a word points to; a sign of several words holds where its pattern is found too."""

    topic: str
    weight: float
    pattern: re.Pattern[str] | None


@cache
def _listed() -> dict[str, list[tuple[str, bool, _Sign]]]:
    """Each sign with its first word, and whether that is the whole of a word of the text, by its first letter."""
    made: dict[str, list[tuple[str, bool, _Sign]]] = {}
    for topic, word, weight in rows("claims", "unread_signs.tsv"):
        text = word.removeprefix("^")
        first = _WORDS.findall(text)[0]
        pattern = re.compile(rf"(?<!\w){re.escape(text)}") if text != first or not first.isalpha() else None
        sign = _Sign(topic, float(weight), pattern)
        made.setdefault(first[0], []).append((first, word.startswith("^") or text != first, sign))
    return made


@lru_cache(maxsize=100_000)
def _signs_of(word: str) -> tuple[_Sign, ...]:
    """The signs that a word is, or is the first word of."""
    listed = _listed().get(word[0], ())
    return tuple(sign for first, whole, sign in listed if word == first or (not whole and word.startswith(first)))


def signs(sentence: SentenceView) -> Mapping[str, float]:
    """The topics that a sentence's words point to, with the weight that all signs of each have together."""
    own = sentence.sentence
    return signs_in(sentence.text[own.start : own.end])


@lru_cache(maxsize=_KEPT)
def signs_in(words: str) -> Mapping[str, float]:
    """The same of words that are no sentence: the heads of a table, a heading.

    Signs of several words add up as independent ones do (noisy or: Pearl 1988, 4.3.2); of one word the strongest counts.
    """
    text = words.lower()
    doubt: dict[str, float] = {}
    for signs in filter(None, map(_signs_of, dict.fromkeys(_WORDS.findall(text)))):
        best: dict[str, float] = {}
        for topic, weight, pattern in signs:
            if weight > best.get(topic, 0.0) and (pattern is None or pattern.search(text)):
                best[topic] = weight
        for topic, weight in best.items():
            doubt[topic] = doubt.get(topic, 1.0) * (1.0 - weight)
    return {topic: round(1.0 - left, 3) for topic, left in doubt.items()}
