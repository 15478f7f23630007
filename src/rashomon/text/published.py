"""A day of publication as people write it in a list: ISO, or in figures with the day first."""

from __future__ import annotations

import re
from datetime import date, datetime

_FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")


def parse_published(text: str, *, day_first: bool = False) -> str | None:
    """The ISO day or time; None where the words give none, or could give two.

    03.04.2021 is the third of April; 3/4/2021 is so only where the user says that days come first.
    """
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return _figures(text, day_first)
    return when.date().isoformat() if len(text) <= 10 else when.isoformat()


def _figures(text: str, day_first: bool) -> str | None:
    found = _FIGURES.fullmatch(text)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    days = _day(year, second, first), _day(year, first, second)
    if found[2] == "." or (day_first and days[0]):
        return days[0]
    known = {day for day in days if day}
    return known.pop() if len(known) == 1 else None


def is_ambiguous(text: str) -> bool:
    """Whether a date in figures could be two days."""
    return parse_published(text) is None and parse_published(text, day_first=True) is not None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
