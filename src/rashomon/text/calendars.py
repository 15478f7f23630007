"""Days of the Islamic and the Persian calendar as Gregorian ones.

Islamic days by hijridate (MIT), after the Umm al-Qura calendar of Saudi Arabia; Persian ones by persiantools (MIT).
"""

from __future__ import annotations

from datetime import date, timedelta

from hijridate import Hijri
from persiantools.jdatetime import JalaliDate

Days = tuple[date, date]
_SEEN = timedelta(days=1)
"""Where months begin with a moon that is seen, a day lies up to one before or behind the calculated one."""


def hijri_days(year: int, month: int, day: int | None) -> Days | None:
    """The first and last Gregorian day that an Islamic day, or month, may be; None where there is no such day."""
    try:
        length = Hijri(year, month, 1).month_length()
        # The thirtieth of a month that was calculated with 29 days is one where the moon was seen a day later.
        first = _hijri(year, month, min(day or 1, length))
        last = _hijri(year, month, min(day or length, length))
    except (ValueError, OverflowError):
        return None
    return (first - _SEEN, last + _SEEN) if (day or 1) <= 30 else None


def _hijri(year: int, month: int, day: int) -> date:
    found = Hijri(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)


def jalali_days(year: int, month: int, day: int | None) -> Days | None:
    """The first and last Gregorian day of a Persian day or month; None where there is no such day."""
    try:
        first = _jalali(year, month, day or 1)
        last = first if day else _jalali(year, month, JalaliDate.days_in_month(month, year))
    except (ValueError, OverflowError):
        return None
    return first, last


def _jalali(year: int, month: int, day: int) -> date:
    found: date = JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
    return found
