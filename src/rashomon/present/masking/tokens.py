"""Texts and names as words in one folded form, so that a name is found however it is written.

Letters a reader cannot see (soft hyphens, zero-width marks) and loose accents are inside a word, not between two.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rashomon.text.fold import fold
from rashomon.text.names.sounds import skeleton, sound

_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_INSIDE}])*")
_MERGED = str.maketrans("SCDTGxjEO", "scdtghceo")
_FOREIGN = 0x370
"""The first code point that is beyond the Latin letters."""


class Word(NamedTuple):
    """A word where it stands, and its folded letters and digits."""

    start: int
    end: int
    folded: str


def words(text: str) -> list[Word]:
    """The words of a text."""
    found = (Word(m.start(), m.end(), _letters(m.group())) for m in _WORD.finditer(text))
    return [w for w in found if w.folded]


def name_words(name: str) -> tuple[str, ...]:
    """A name as folded words."""
    return tuple(w.folded for w in words(name))


def _letters(word: str) -> str:
    folded = fold(word)
    return folded if folded.isalnum() else "".join(c for c in folded if c.isalnum())


def likeness(folded: str) -> str:
    """What two spellings of one name share: its sounds, with those merged that transliterations mix up."""
    return sound(folded).translate(_MERGED)


def bones(folded: str) -> str:
    """The consonants of a name, for scripts that leave the vowels out."""
    return skeleton(folded).translate(_MERGED)


def is_foreign(word: str) -> bool:
    """True for a word in another script than Latin."""
    return any(ord(c) >= _FOREIGN for c in word)
