"""Names of people that the reading missed: a given name and a surname in capitals where no known name stands.

A masked text must not show a name because a parser took it for a firm; so this looks with lists, not with the parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rashomon.present.masking.lists import given_names, no_names, not_aged, ordinary_words, place_heads, surnames
from rashomon.present.masking.tokens import Word, name_words, words

LONGEST = 3


def find_strays(text: str, taken: Iterable[tuple[int, int]]) -> Iterator[tuple[str, ...]]:
    """Names, as folded words, that stand in a text outside the ranges already taken."""
    inside = bytearray(len(text) + 1)
    for start, end in taken:
        inside[start:end] = b"\1" * (end - start)
    found = words(text)
    at = 0
    while at < len(found) - 1:
        length = _length(text, found, at, inside)
        if length:
            yield tuple(w.folded for w in found[at : at + length])
        at += max(1, length)


def _length(text: str, found: list[Word], at: int, inside: bytearray) -> int:
    """How many words from here on are a person's name; 0 where none begins."""
    first = found[at]
    if not _capital(text, first) or _is_signed(text, first):
        return 0
    aged = _AGED.match(text, first.start) if first.folded in given_names() or not inside[first.start] else None
    if aged and first.folded not in no_names() and not not_aged().intersection(name_words(aged.group(1))):
        return len(name_words(aged.group(1)))
    if first.folded not in given_names() or first.folded in _COMMON or inside[first.start]:
        return 0
    length = 1
    while length < LONGEST and at + length < len(found) and _follows(text, found[at + length - 1], found[at + length]):
        length += 1
    last = found[at + length - 1].folded
    after = found[at + length] if at + length < len(found) else None
    beside = after is not None and text[found[at + length - 1].end : after.start] == " "
    headed = after and beside and text[after.start].isupper() and after.folded in place_heads()
    known = last in surnames() and last not in _COMMON and not inside[found[at + length - 1].start]
    return length if length > 1 and known and not headed else 0


_AGED = re.compile(
    r"((?!The |A )[A-Z][\w'’-]+ (?:[A-Z]\.? |[A-Z][\w'’-]+ )?[A-Z][\w'’-]+(?: Jr\.?| Sr\.?| I{1,3})?)(?:, (?:[1-9]\d|\d)(?=[,;.]| of )| \([1-9]\d\))"
)
"""A name with an age behind it: what reports give of victims and suspects."""
_COMMON = ordinary_words() | place_heads() | no_names()


def _capital(text: str, word: Word) -> bool:
    return text[word.start].isupper() and len(word.folded) > 1


def _follows(text: str, word: Word, after: Word) -> bool:
    """Whether the next word goes on with the name: a capital, after no more than a blank or the dot of an initial."""
    between = text[word.end : after.start]
    initial = word.end - word.start == 1 and between == ". "
    return (between in (" ", "-", "\u00a0") or initial) and text[after.start].isupper() and after.folded not in _COMMON


def _is_signed(text: str, word: Word) -> bool:
    """Whether the name is a byline: who signs a report is named."""
    line = text[text.rfind("\n", 0, word.start) + 1 : word.start]
    return line.strip().lower() in ("by", "by:", "author:", "reported by", "reporting by", "editing by")
