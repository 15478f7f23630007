"""Words cut into pieces of a fixed vocabulary, as the encoder was trained on them.

WordPiece as BERT has it (Devlin et al. 2019): small letters without marks, at each place the longest piece that the vocabulary knows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

_WORD = re.compile(r"\w+|[^\w\s]")
_LONG = 60
"""A word of more letters is one piece, the unknown one: what is hostile is not searched."""
_KEPT = 1 << 16


@cache
def vocabulary() -> Mapping[str, int]:
    """The number of each piece: its line in the list, below the line that says whose list it is."""
    text = files("rashomon").joinpath("data", "encoder", "vocabulary.txt").read_text(encoding="utf-8")
    return {piece: n for n, piece in enumerate(text.split("\n")[1:]) if piece}


@lru_cache(maxsize=_KEPT)
def pieces(token: str) -> tuple[int, ...]:
    """The pieces of a token by number, none for one of spaces alone."""
    return tuple([n for word in _WORD.findall(_plain(token)) for n in _cut(word)])


def _plain(token: str) -> str:
    apart = unicodedata.normalize("NFD", token.lower())
    return "".join([c for c in apart if unicodedata.category(c) != "Mn"])


def _cut(word: str) -> list[int]:
    known, found, start = vocabulary(), list[int](), 0
    unknown = [known["[UNK]"]]
    while start < len(word) <= _LONG:
        before = "##" if start else ""
        end = next((e for e in range(len(word), start, -1) if before + word[start:e] in known), None)
        if end is None:
            return unknown
        found.append(known[before + word[start:end]])
        start = end
    return found or unknown
