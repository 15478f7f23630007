"""A day of publication as people write it in a list: ISO, in figures, in words, or no more than a month or a year."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from importlib.resources import files

from rashomon.text.fold import fold

_YEAR = re.compile(r"(?:1\d|20)\d\d")
_MONTH = re.compile(r"(?:(?P<y>(?:1\d|20)\d\d)-(?P<m>\d\d)|(?P<m2>\d{1,2})[./-](?P<y2>(?:1\d|20)\d\d))")
_FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})")
_WORD = re.compile(r"[a-z]+|\d+(?:st|nd|rd|th)?\b|\S")
_IDLE = frozenset({",", ".", "of", "the"})


def parse_published(text: str, *, day_first: bool = False) -> str | None:
    """The ISO day or time, or YYYY-MM or YYYY where no more is said; None where the words give none, or could give two.

    03.04.2021 is the third of April; 3/4/2021 is so only where the user says that days come first.
    """
    if _YEAR.fullmatch(text):
        return text
    if found := _MONTH.fullmatch(text):
        return _month(int(found["y"] or found["y2"]), int(found["m"] or found["m2"]))
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return _figures(text, day_first) or _worded(text)
    return when.date().isoformat() if len(text) <= 10 else when.isoformat()


def is_ambiguous(text: str) -> bool:
    """Whether a date in figures could be two days."""
    return parse_published(text) is None and parse_published(text, day_first=True) is not None


def _figures(text: str, day_first: bool) -> str | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(int(found[1]), int(found[3]), int(found[4]))
    if not (found := _FIGURES.fullmatch(text)):
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    days = _day(year, second, first), _day(year, first, second)
    if found[2] == "." or (day_first and days[0]):
        return days[0]
    known = {day for day in days if day}
    return known.pop() if len(known) == 1 else None


def _worded(text: str) -> str | None:
    """ "15 March 2022", "Tuesday, Mar. 15th, 2022", "March 2022"; None where any other word stands in it."""
    words = [w for w in _WORD.findall(fold(text)) if w not in _IDLE and w not in _names("times/weekdays.tsv")]
    months = [m for w in words if (m := _names("acquire/months.tsv").get(w))]
    numbers = [re.sub(r"\D", "", w) for w in words if w[0].isdigit()]
    if len(months) != 1 or len(words) != len(numbers) + 1 or not numbers or not _YEAR.fullmatch(numbers[-1]):
        return None
    if len(numbers) == 1:
        return _month(int(numbers[0]), months[0])
    return _day(int(numbers[1]), months[0], int(numbers[0])) if len(numbers) == 2 else None


@cache
def _names(path: str) -> dict[str, int]:
    """Folded names of a table of `rashomon/data` with their numbers, whichever column holds which."""
    text = files("rashomon").joinpath("data", path).read_text(encoding="utf-8")
    found: dict[str, int] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            number = next(int(cell) for cell in cells if cell.isdigit())
            found.update(
                dict.fromkeys((fold(w).rstrip(".") for c in cells if not c.isdigit() for w in c.split()), number)
            )
    return found


def _month(year: int, month: int) -> str | None:
    return f"{year}-{month:02}" if 1 <= month <= 12 else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
