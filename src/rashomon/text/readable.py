"""Names and titles that come from outside, as they can be shown and written anywhere."""

from __future__ import annotations

import re

_UNREADABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""What no name should hold: it would break a line, colour a terminal, turn the order of the words, or is no text."""
_COLOURS = re.compile(r"\x1b(?:\[[0-?]{0,64}[ -/]{0,8}[@-~]|\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\))")


def readable(name: str) -> str:
    """A file's name, with a mark in the place of each character that cannot be shown: two names stay two."""
    return _UNREADABLE.sub("\ufffd", name)


def readable_words(words: str) -> str:
    """A title or a person's name as typed into a table, on one line, without what cannot be shown."""
    return " ".join(_UNREADABLE.sub(" ", uncoloured(words)).split())


def uncoloured(text: str) -> str:
    """The text without the escape sequences by which a terminal is coloured or renamed."""
    return _COLOURS.sub("", text) if "\x1b" in text else text
