"""Addresses of pages: whole, or withheld. Half an address leads nowhere, and a name in one is often percent-encoded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from rashomon.present.masking.lists import is_english, is_listed, ordinary_words, web_words
from rashomon.present.masking.patterns import Cut
from rashomon.present.masking.strays import split_camel
from rashomon.text.places import lookup

WITHHELD = "[address withheld]"
_ADDRESS = re.compile(
    r"(?:\b[a-z][a-z0-9+.-]{1,9}://|\bwww\.)[^\s<>\"“”]+|(?<![\w@./])(?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s<>\"“”]+", re.I
)
_END = ".,;:!?)]}'’»"
_LETTERS = re.compile(r"[^\W_]+")


def find_addresses(text: str, is_masked: Callable[[str], bool]) -> Iterator[tuple[int, int, bool]]:
    """Every address of a page in a text: from where to where, and whether it is withheld."""
    if "/" not in text and "www." not in text.lower():
        return
    for found in _ADDRESS.finditer(text):
        end = found.start() + len(found.group().rstrip(_END))
        yield found.start(), end, is_private(text[found.start() : end], is_masked)


def address_cuts(text: str, is_masked: Callable[[str], bool]) -> tuple[list[Cut], list[tuple[int, int]]]:
    """The addresses that are withheld, as cuts; and where those stand that stay whole."""
    found = list(find_addresses(text, is_masked))
    return [(a, b, WITHHELD) for a, b, private in found if private], [(a, b) for a, b, private in found if not private]


def is_private(address: str, is_masked: Callable[[str], bool]) -> bool:
    """Whether a word of an address is masked in this case or one that no list explains. A host's own name is not guessed at."""
    plain = unquote(unquote(address))
    if "@" in plain.partition("?")[0]:
        return True
    host, _, path = plain.partition("://")[-1].partition("/")
    if any(is_masked(w) for run in _LETTERS.findall(host) for w in split_camel(run)):
        return True
    return any(_is_unknown(w) or is_masked(w) for run in _LETTERS.findall(path) for w in split_camel(run))


def _is_unknown(word: str) -> bool:
    """A run of letters that could be a name: what holds a figure is a number of the page."""
    if len(word) < 3 or not word.isalpha() or word in web_words() or is_english(word) or word in ordinary_words():
        return False
    return is_listed(word) or not lookup(word)
