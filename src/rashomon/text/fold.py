"""One fold for the whole project: per character, so that offsets can be carried back.

`str.lower` turns the Turkish İ into two code points and NFKD leaves ı; both move or miss what comes after.
Transliteration by anyascii (ISC licence), character by character, then lower case.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_QUOTES = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"'}


@lru_cache(maxsize=65536)
def fold_char(char: str) -> str:
    """The ASCII lower-case form of one character: '', one or several characters."""
    if char.isascii():
        return char.lower()
    if char.isspace():
        return " "
    return _QUOTES.get(char) or anyascii(char).lower()


_BEYOND = re.compile(r"[^\x00-\x7f]")
_ALNUM = re.compile(r"[a-z0-9]+")


def _fold_found(found: re.Match[str]) -> str:
    return fold_char(found[0])


def fold(text: str) -> str:
    """The text in ASCII lower case; its length may differ from the original's."""
    # One pass in C over what is ASCII, which is nearly all of a text; the few others are replaced one by one before.
    return text.lower() if text.isascii() else _BEYOND.sub(_fold_found, text).lower()


_NAME = 80
"""Characters of what may be a name: names are folded again and again."""


def fold_words(text: str) -> str:
    """The folded text with every run of anything but letters and digits as one space: the form names are compared in."""
    return _fold_name(text) if len(text) <= _NAME else _fold_words(text)


def _fold_words(text: str) -> str:
    return " ".join(_ALNUM.findall(fold(text).replace("'", "")))


_fold_name = lru_cache(maxsize=8192)(_fold_words)


def fold_map(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the offset in `text` it came from (one more at the end)."""
    parts, places = [], []
    for at, char in enumerate(text):
        folded = fold_char(char)
        parts.append(folded)
        places.extend([at] * len(folded))
    return "".join(parts), [*places, len(text)]
