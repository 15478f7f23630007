"""What a time expression comes to: a TIMEX3 value and the first and last day that it may mean.

Values follow ISO-TimeML (ISO 24617-1) as TempEval-3 wrote them: 2015-10-10, 2015-10, 2015-W41, 2015-FA, 2015-Q3,
201X, P3D, XXXX-WXX-6, PRESENT_REF.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from rashomon.model.annotation import TimexType

Anchor = Literal["explicit", "text", "published"]
Size = Literal["day", "week", "month", "season", "year", "more"]


@dataclass(frozen=True, slots=True)
class Extent:
    """A value with its days; `first` and `last` are None where they are open, `size` where there is no calendar."""

    type: TimexType
    timex: str | None
    first: date | None = None
    last: date | None = None
    size: Size | None = None
    anchor: Anchor | None = None
    weekday: bool | None = None
    clock: str | None = None

    def by(self, anchor: Anchor | None) -> Extent:
        """The same, resolved by that anchor."""
        return replace(self, anchor=anchor)


def only(timex: str | None, kind: TimexType = "DATE") -> Extent:
    """A value without days."""
    return Extent(kind, timex)


def day_extent(day: date) -> Extent:
    """One day."""
    return Extent("DATE", day.isoformat(), day, day, "day")


def days_extent(first: date, last: date) -> Extent:
    """A run of days, as an ISO 8601 interval."""
    if first == last:
        return day_extent(first)
    return Extent("DATE", f"{first.isoformat()}/{last.isoformat()}", first, last, "day")


def month_extent(year: int, month: int) -> Extent:
    """A calendar month."""
    last = date(year, month, monthrange(year, month)[1])
    return Extent("DATE", f"{year:04}-{month:02}", date(year, month, 1), last, "month")


def year_extent(year: int) -> Extent:
    """A calendar year."""
    return Extent("DATE", f"{year:04}", date(year, 1, 1), date(year, 12, 31), "year")


def week_extent(day: date) -> Extent:
    """The ISO week (Monday to Sunday) of a day."""
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    return Extent("DATE", f"{year:04}-W{week:02}", monday, monday + timedelta(days=6), "week")


def weekend_extent(day: date) -> Extent:
    """Saturday and Sunday of a day's ISO week."""
    week = week_extent(day)
    assert week.first is not None and week.last is not None
    return replace(week, timex=f"{week.timex}-WE", first=week.last - timedelta(days=1))


def season_extent(year: int, code: str, first: int, last: int) -> Extent:
    """A season by its months; winter is named by the year it begins in."""
    end = year if last >= first else year + 1
    return Extent(
        "DATE", f"{year:04}-{code}", date(year, first, 1), date(end, last, monthrange(end, last)[1]), "season"
    )


def quarter_extent(year: int, quarter: int) -> Extent:
    """A quarter of a year."""
    month = 3 * quarter - 2
    last = date(year, month + 2, monthrange(year, month + 2)[1])
    return Extent("DATE", f"{year:04}-Q{quarter}", date(year, month, 1), last, "season")


def half_extent(year: int, half: int) -> Extent:
    """A half of a year."""
    first, last = (date(year, 1, 1), date(year, 6, 30)) if half == 1 else (date(year, 7, 1), date(year, 12, 31))
    return Extent("DATE", f"{year:04}-H{half}", first, last, "season")


def decade_extent(year: int) -> Extent:
    """The ten years that share all but the last digit."""
    start = year - year % 10
    return Extent("DATE", f"{start // 10}X", date(start, 1, 1), date(start + 9, 12, 31), "more")


def century_extent(number: int) -> Extent:
    """The 20th century is 1900 to 1999 in news, and in TIMEX3 "19XX"."""
    start = 100 * (number - 1)
    return Extent("DATE", f"{number - 1:02}XX", date(max(start, 1), 1, 1), date(start + 99, 12, 31), "more")


def part_of(whole: Extent, part: str | None) -> Extent:
    """The early, middle or late third of an extent; the TIMEX3 value stays that of the whole."""
    if not part or whole.first is None or whole.last is None:
        return whole
    third = (whole.last - whole.first).days // 3
    word = part.casefold()
    if word in ("early", "beginning", "start", "earlier"):
        return replace(whole, last=whole.first + timedelta(days=third))
    if word in ("late", "end", "later", "close"):
        return replace(whole, first=whole.last - timedelta(days=third))
    if word in ("mid", "middle"):
        return replace(whole, first=whole.first + timedelta(days=third), last=whole.last - timedelta(days=third))
    return whole
