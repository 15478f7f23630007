"""Arithmetic on ISO days and times as strings: what `link` and `weigh` compare, and how a reader sees it.

An interval is (earliest, latest), both inclusive, each an ISO day ("2015-10-10"), an ISO time
("2015-10-10T21:00") or None, which is open. Nothing here knows today's date.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

Interval = tuple[str | None, str | None]

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_PERIOD = re.compile(r"(\d{4})(?:-(\d\d))?")
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@lru_cache(maxsize=8192)
def parse_day(text: str | None) -> date | None:
    """The calendar day of an ISO day or time; None where it has none ("2015-13-40", "XXXX-09-03", "2015")."""
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def period(text: str | None) -> Interval:
    """From the first to the last ISO day of a day, month ("2021-03") or year; both open where it is none."""
    if text and (found := _PERIOD.fullmatch(text)):
        year, month = int(found[1]), int(found[2] or 0)
        if year and month <= 12 and found[2] != "00":
            last = month_end(year, month or 12)
            return date(year, month or 1, 1).isoformat(), last.isoformat()
    day = parse_day(text)
    return (day.isoformat(), day.isoformat()) if day else (None, None)


def parse_clock(text: str | None) -> int | None:
    """The minute of the day (0 to 1439) of an ISO time, or None where it names a day only."""
    if not text or len(text) < 16 or text[10] != "T" or not (text[11:13] + text[14:16]).isdigit():
        return None
    hour, minute = int(text[11:13]), int(text[14:16])
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def days_between(a: str | None, b: str | None) -> int | None:
    """Days from `a` to `b`, negative when `b` comes first; None where either is no day."""
    first, second = parse_day(a), parse_day(b)
    return None if first is None or second is None else (second - first).days


def shift_day(day: str, days: int) -> str:
    """The ISO day so many days later (earlier when negative). Raises ValueError where `day` is no day."""
    found = parse_day(day)
    if found is None:
        raise ValueError(f"not an ISO day: {day!r}")
    return (found + timedelta(days=days)).isoformat()


def weekday_name(day: str | None) -> str | None:
    """The English weekday of an ISO day."""
    found = parse_day(day)
    return None if found is None else WEEKDAY_NAMES[found.weekday()]


def _low(text: str | None) -> str:
    """A sort key for the start of what `text` covers; an open start comes before all."""
    return "" if text is None else text if "T" in text else text + "T00:00"


def _high(text: str | None) -> str:
    """A sort key for the end of what `text` covers; an open end comes after all."""
    return "~" if text is None else text if "T" in text else text + "T23:59:59"


def is_open(interval: Interval) -> bool:
    """True when neither end is known: such an interval says nothing."""
    return interval == (None, None)


def overlaps(a: Interval, b: Interval) -> bool:
    """True when some moment lies in both; an open end reaches on without limit."""
    return _low(a[0]) <= _high(b[1]) and _low(b[0]) <= _high(a[1])


def contains(outer: Interval, inner: Interval) -> bool:
    """True when every moment of `inner` lies in `outer`."""
    return _low(outer[0]) <= _low(inner[0]) and _high(inner[1]) <= _high(outer[1])


def intersect(a: Interval, b: Interval) -> Interval | None:
    """What both allow, or None where they exclude each other."""
    if not overlaps(a, b):
        return None
    return max(a[0], b[0], key=_low), min(a[1], b[1], key=_high)


def hull(*intervals: Interval) -> Interval:
    """From the first to the last moment of all of them; an end that is open in one is open."""
    if not intervals:
        return None, None
    return min((i[0] for i in intervals), key=_low), max((i[1] for i in intervals), key=_high)


def gap_days(a: Interval, b: Interval) -> int | None:
    """Whole days between two intervals: 0 when they touch or overlap, None where an open end hides it."""
    if overlaps(a, b):
        return 0
    first, second = (a, b) if _high(a[1]) < _low(b[0]) else (b, a)
    return days_between(first[1], second[0])


def same_day(base: date, unit: str, steps: int) -> date | None:
    """The day so many units (D, W, M, Y, or E for ten years) away that bears the same day; None where there is none."""
    if unit in ("D", "W"):
        return base + timedelta(days=steps * (7 if unit == "W" else 1))
    months = base.year * 12 + base.month - 1 + steps * {"Y": 12, "E": 120}.get(unit, 1)
    try:
        return base.replace(year=months // 12, month=months % 12 + 1)
    except ValueError:
        return None


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def _period(first: date, last: date) -> str | None:
    """A whole year, month, run of years or of months by its short name."""
    if first.day != 1 or last != month_end(last.year, last.month):
        return None
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    start, end = MONTH_NAMES[first.month - 1], MONTH_NAMES[last.month - 1]
    if first.year != last.year:
        return f"{start} {first.year} – {end} {last.year}"
    return f"{start} {first.year}" if first.month == last.month else f"{start}–{end} {first.year}"


def format_day(day: date) -> str:
    """A day as a reader writes it: 10 October 2015."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _format_days(first: date, last: date) -> str:
    if first == last:
        return format_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{format_day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTH_NAMES[first.month - 1]} – {format_day(last)}"
    return f"{format_day(first)} – {format_day(last)}"


def _format_clock(text: str | None) -> str:
    return f", {text[11:16]}" if text and parse_clock(text) is not None else ""


def format_interval(interval: Interval, *, preposition: bool = False) -> str:
    """The interval for a reader: "10 October 2015", "27–29 May 2016", "June 2015", "by ...", "an unknown date".

    With `preposition`, as it stands in a sentence: "on 10 October 2015", "on 27–29 May 2016", "in 2015".
    """
    first, last = parse_day(interval[0]), parse_day(interval[1])
    if first is None and last is None:
        return "on an unknown date" if preposition else "an unknown date"
    if first is None:
        return f"by {format_day(last)}" if last else ""
    if last is None:
        return f"since {format_day(first)}"
    whole = _period(first, last)
    if whole is not None:
        return f"in {whole}" if preposition else whole
    days = _format_days(first, last) + (_format_clock(interval[0]) if interval[0] == interval[1] else "")
    return f"on {days}" if preposition else days
