"""Figures whose digits stand in groups with a space between them: "1 204", "12 500", "1, 204".

The parser would take each group for a number of its own. Groups are joined to one word before it reads them; a phone number,
a day, a page or a list of numbers is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

_GROUPED = re.compile(r"(?<![\d.,+/()-])(?<!\d )(?<!\d, )[1-9]\d{0,2}(?:(?: \d{3})+|, \d{3})(?![\d/-]|[ ,.]+\d)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\W{0,2}$")
_WORD_AFTER = re.compile(r"\s[a-z]")
_LONGEST = 12


def has_digit_groups(text: str) -> bool:
    """Whether a figure in groups of digits may stand in a text."""
    return _GROUPED.search(text) is not None


def join_groups(text: str, tokens: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The tokens, as start and end, with those of one figure joined."""
    spans = [m.span() for m in _GROUPED.finditer(text) if _is_figure(text, m)]
    made: list[tuple[int, int]] = []
    for start, end in tokens:
        span = next(((a, b) for a, b in spans if a <= start and end <= b), None)
        if span is None:
            made.append((start, end))
        elif not made or made[-1] != span:
            made.append(span)
    return made


def _is_figure(text: str, found: re.Match[str]) -> bool:
    """Not "March 1, 204 people", "room 12 300": the first group is the number of what stands before."""
    before = _WORD_BEFORE.search(text[max(0, found.start() - _LONGEST) : found.start()])
    if before is not None and before.group(1).lower() in _numbered():
        return False
    return "," not in found.group() or _WORD_AFTER.match(text, found.end()) is not None


@cache
def _numbered() -> frozenset[str]:
    """Words that the number behind them names: months, "page", "room"."""
    rows = files("rashomon.data").joinpath("quantities/not_counted.tsv").read_text(encoding="utf-8").splitlines()
    table = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return frozenset(word for word, where, _ in table if where in ("before", "either"))
