"""Words found among letters that somebody else set: by letters and digits alone, whatever stands between them."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_FEWEST, _BEFORE = 12, 60
"""Letters of the beginning of words that are enough where not all are there; letters before them that are looked at."""


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters and digits in one case, and of each the number of what it came from."""

    text: str
    numbers: tuple[int, ...]


def letters_of(signs: Iterable[tuple[str, int]]) -> Letters:
    """The letters and digits of numbered signs; a ligature gives several with one number."""
    found = [
        (letter, number)
        for sign, number in signs
        for letter in unicodedata.normalize("NFKC", sign).casefold()
        if letter.isalnum()
    ]
    return Letters("".join(letter for letter, _ in found), tuple(number for _, number in found))


def find_letters(letters: Letters, words: str, before: str = "") -> tuple[int, ...]:
    """The numbers of the signs that words stand on, at the place before which most of `before` stands; none where nowhere.

    Of words that run on beyond the letters, as over the end of a page, as many as are there.
    """
    wanted, led = _plain(words), _plain(before)[-_BEFORE:]
    size = _longest(letters.text, wanted)
    if size == 0:
        return ()
    at = max(_places(letters.text, wanted[:size]), key=lambda place: _common(letters.text[:place], led))
    return tuple(dict.fromkeys(letters.numbers[at : at + size]))


def _plain(words: str) -> str:
    return letters_of((sign, 0) for sign in words).text


def _longest(text: str, wanted: str) -> int:
    """How many of the wanted letters stand there in a row, from the first one on: all, or no fewer than show the place."""
    if not wanted or wanted in text:
        return len(wanted)
    size = bisect_left(range(len(wanted)), True, key=lambda n: wanted[: n + 1] not in text)
    return size if size >= _FEWEST else 0


def _places(text: str, wanted: str) -> Sequence[int]:
    found, at = list[int](), text.find(wanted)
    while at >= 0:
        found.append(at)
        at = text.find(wanted, at + 1)
    return found


def _common(text: str, led: str) -> int:
    """How many letters two texts end with alike."""
    size = 0
    while size < min(len(text), len(led)) and text[-1 - size] == led[-1 - size]:
        size += 1
    return size
