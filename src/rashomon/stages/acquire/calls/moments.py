"""Days and hours as telephone records write them, read as the file's own clock has them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache

from persiantools.jdatetime import JalaliDate

from rashomon.model.calls import Order
from rashomon.stages.acquire.calls.wording import more_months
from rashomon.stages.acquire.tables import read_months
from rashomon.text.fold import fold_words

_NOON = r"[ap]\.?\s?m\.?|öö|ös|ö\.ö\.|ö\.s\.|ص|م|π\.?μ\.?|μ\.?μ\.?|上午|下午|오전|오후"
_CLOCK = r"(\d{1,2})\s?[:.h]\s?(\d{2})(?:\s?[:.]\s?(\d{2})(?:[.,]\d+)?)?\s*(" + _NOON + ")?"
_ZONE = r"\s*\(?(Z|(?:UTC|GMT)?\s?[+\-−]\d{1,2}(?::?\d{2})?|UTC|GMT)?\)?"


def _compiled(day: str, gap: str) -> re.Pattern[str]:
    """A way to write a day, behind which a time and a zone may stand."""
    return re.compile(day + "(?:" + gap + _CLOCK + ")?" + _ZONE, re.IGNORECASE)


_FIGURES = _compiled(
    r"(\d{1,4})\s?[./\-\u2010-\u2015年년]\s?(\d{1,2})\s?[./\-\u2010-\u2015月월]\s?(\d{1,4})(?:[日일.]|\s?г\.?)?",
    r"[T\s,;|]+(?:\([^)]*\)\s*)?",
)
_TIME_FIRST = re.compile(_CLOCK + r"[\s,;]+(\d{1,4})[./\-](\d{1,2})[./\-](\d{1,4})", re.IGNORECASE)
_RUN = re.compile(r"(\d{4})(\d{2})(\d{2})(?:[T\s_\-]?(\d{2}):?(\d{2}):?(\d{2})?)?" + _ZONE)
_NAMED = _compiled(
    r"(?:[^\W\d_]{2,}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|er)?[.\s\-/]*(?:de\s+)?([^\W\d_]{3,})\.?[,.\s\-/]*(?:de\s+)?(\d{4}|\d{2})",
    r"[T\s,:]+",
)
_MONTH_FIRST = _compiled(r"([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", r"[T\s,]+")
_HOUR = re.compile(_CLOCK + _ZONE, re.IGNORECASE)
_HOUR_RUN = re.compile(r"\d{5,6}")
_EPOCH = re.compile(r"(1[0-9]{9})(\d{3})?(?:\.\d+)?")
_SERIAL = re.compile(r"([34]\d{4})[.,](\d+)")
_PERSIAN = re.compile(r"1[34]\d{2}[./\-]")
_EPOCH_DAY, _SERIAL_DAY = datetime(1970, 1, 1), datetime(1899, 12, 30)
_AFTERNOON = ("p", "ös", "ö.s", "م", "μ", "下", "오후")

_Moment = tuple[str, str | None]
"""A day or a time as ISO text, and the zone that is written with it."""


def read_moment(cell: str, order: Order | None) -> _Moment | None:
    """A day, with its time where one stands there; None where it is none, or nothing tells its day from its month."""
    # Nearly all cells of nearly all files are written in one of two ways, which are read without a pattern.
    if len(cell) == 19 and cell[13] == ":" == cell[16] and cell[10] in " T":
        day, hour = _plain_day(cell[:10], order), cell[11:]
        if day and hour[:2].isdecimal() and hour < "24" and hour[3:5] < "60" and hour[6:] < "60":
            return f"{day}T{hour}", None
    return _patterned(cell, order)


def _plain_day(cell: str, order: Order | None) -> str | None:
    """A day of ten characters as ISO; None where it has to be looked at more closely."""
    if cell[2] in "./-" and cell[5] == cell[2] and order in ("day", "month"):
        first, second, year = cell[:2], cell[3:5], cell[6:]
        day, month = (first, second) if order == "day" else (second, first)
    elif cell[4] in "./-" and cell[7] == cell[4] and order == "year":
        year, month, day = cell[:4], cell[5:7], cell[8:]
    else:
        return None
    whole = (year + month + day).isdecimal()
    return (
        f"{year}-{month}-{day}"
        if whole and "01" <= month <= "12" and "01" <= day <= "31" and "1970" <= year <= "2100"
        else None
    )


@lru_cache(maxsize=20_000)
def _patterned(cell: str, order: Order | None) -> _Moment | None:
    if found := _FIGURES.fullmatch(cell):
        first, second, third, hour, minute, sec, noon, zone = found.groups()
        return _made(_day(first, second, third, order), (hour, minute, sec, noon), zone)
    if found := _RUN.fullmatch(cell):
        year, month, day, hour, minute, sec, zone = found.groups()
        return _made((int(year), int(month), int(day)), (hour, minute, sec, None), zone)
    if found := _TIME_FIRST.fullmatch(cell):
        hour, minute, sec, noon, first, second, third = found.groups()
        return _made(_day(first, second, third, order), (hour, minute, sec, noon), None)
    return _worded(cell) or _counted(cell)


def _worded(cell: str) -> _Moment | None:
    if found := _NAMED.fullmatch(cell):
        day, name, year, hour, minute, sec, noon, zone = found.groups()
    elif found := _MONTH_FIRST.fullmatch(cell):
        name, day, year, hour, minute, sec, noon, zone = found.groups()
    else:
        return None
    month = _month(name)
    return _made((_full(int(year)), month, int(day)), (hour, minute, sec, noon), zone) if month else None


def _month(name: str) -> int | None:
    return read_months().get(fold_words(name)) or more_months().get(fold_words(name))


def _counted(cell: str) -> _Moment | None:
    """A spreadsheet's days since 1900 with their fraction."""
    if found := _SERIAL.fullmatch(cell):
        days = float(f"{found[1]}.{found[2]}")
        return (_SERIAL_DAY + timedelta(seconds=round(days * 86400))).isoformat(), None
    return None


def read_epoch(cell: str) -> _Moment | None:
    """Seconds or thousandths since 1970: as long as many a telephone number, so it is read only where a heading speaks of time."""
    found = _EPOCH.fullmatch(cell)
    return ((_EPOCH_DAY + timedelta(seconds=int(found[1]))).isoformat(), "UTC") if found else None


def _day(first: str, second: str, third: str, order: Order | None) -> tuple[int, int, int] | None:
    a, b, c = int(first), int(second), int(third)
    if order == "persian":
        try:
            made = JalaliDate(a, b, c).to_gregorian()  # type: ignore[no-untyped-call]
        except ValueError:
            return None
        return made.year, made.month, made.day
    if len(first) == 4 or order == "year":
        return _full(a), b, c
    if order is None:
        return None
    return (_full(c), b, a) if order == "day" else (_full(c), a, b)


def _full(year: int) -> int:
    return year if year > 99 else 2000 + year


_Clock = tuple[str | None, str | None, str | None, str | None]


def _made(day: tuple[int, int, int] | None, clock: _Clock, zone: str | None) -> _Moment | None:
    if day is None or not (1970 <= day[0] <= 2100 and 1 <= day[1] <= 12 and 1 <= day[2] <= 31):
        return None
    told = f"{day[0]:04}-{day[1]:02}-{day[2]:02}"
    if clock[0] is None:
        return told, zone
    hour = _hour(clock)
    return None if hour is None else (f"{told}T{hour}", zone)


def _hour(clock: _Clock) -> str | None:
    hour, minute, second = int(clock[0] or 0), int(clock[1] or 0), int(clock[2] or 0)
    if clock[3]:
        late = clock[3].strip().casefold().startswith(_AFTERNOON)
        hour = hour % 12 + (12 if late else 0)
    return f"{hour:02}:{minute:02}:{second:02}" if hour < 24 and minute < 60 and second < 60 else None


@lru_cache(maxsize=90_000)
def read_hour(cell: str) -> str | None:
    """A time of day as hh:mm:ss; None where it is none."""
    if found := _HOUR.fullmatch(cell):
        return _hour((found[1], found[2], found[3], found[4]))
    if _HOUR_RUN.fullmatch(cell):
        cell = cell.zfill(6)
        return _hour((cell[:2], cell[2:4], cell[4:], None))
    moment = read_moment(cell, "day")  # A spreadsheet's cell of time alone may carry a day of 1899 or 1900 with it.
    return moment[0][11:] or None if moment else None


def reads_as_moment(cell: str) -> str:
    """A day or a moment in whichever order it can be one; "" where it is none in any."""
    orders: tuple[Order, ...] = ("persian",) if _PERSIAN.match(cell) else ("day", "month")
    return next((found[0] for order in orders if (found := read_moment(cell, order))), "")


def written_order(cells: Iterable[str], day_first: bool | None) -> tuple[Order | None, bool]:
    """How days are written in a column, and whether its own cells tell it: a first figure above 12 is a day.

    Without such a figure: points mean day first, then what the case says, then in which reading the rows go forward in time.
    """
    firsts, marks, asked = list[tuple[int, int]](), set[str](), list[str]()
    for cell in cells:
        found = _FIGURES.fullmatch(cell) or _TIME_FIRST.fullmatch(cell)
        if not found:
            continue
        three = found.groups()[:3] if found.re is _FIGURES else found.groups()[4:]
        if len(three[0]) == 4:
            return ("persian" if 1300 <= int(three[0]) <= 1450 else "year"), True
        firsts.append((int(three[0]), int(three[1])))
        marks.add("." if "." in cell[:6] else "/")
        asked.append(cell)
    if not firsts:
        return None, True
    return _settled(firsts, marks, asked, day_first)


def _settled(
    firsts: list[tuple[int, int]], marks: set[str], asked: list[str], day_first: bool | None
) -> tuple[Order | None, bool]:
    above = any(a > 12 for a, _ in firsts), any(b > 12 for _, b in firsts)
    if above == (True, False) or above == (False, True):
        return ("day" if above[0] else "month"), True
    if marks == {"."} or day_first is not None:
        return ("month" if day_first is False and marks != {"."} else "day"), marks == {"."} or day_first is not None
    return _forward(asked), False


def _forward(cells: list[str]) -> Order | None:
    """The reading in which the rows go one way in time, where they do so in one reading alone."""

    def goes(order: Order) -> bool:
        days = [m[0] for cell in cells if (m := read_moment(cell, order))]
        return len(set(days)) > 2 and (days == sorted(days) or days == sorted(days, reverse=True))

    one, other = goes("day"), goes("month")
    return "day" if one and not other else "month" if other and not one else None
