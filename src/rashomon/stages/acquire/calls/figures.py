"""Cells of telephone records that are figures: durations, and the numbers of devices."""

from __future__ import annotations

import re

from rashomon.stages.acquire.calls.wording import duration_units
from rashomon.text.telephone import POINT

_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,]\d+)?")
_PLAIN = re.compile(r"(\d{1,7})(?:[.,](\d{1,6}))?")
_WORDED = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)\.?")
_ISO = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?", re.IGNORECASE)


def seconds_of(cell: str, minutes: bool) -> float | None:
    """How long, in seconds: "65", "00:01:05", "1:05", "1 dk 5 sn", "PT65S", "1,5" minutes; None where it is none of these."""
    if cell.isdecimal() and len(cell) <= 7:
        return float(cell) * 60 if minutes else float(cell)
    if found := _PLAIN.fullmatch(cell):
        number = float(f"{found[1]}.{found[2] or 0}")
        return number * 60 if minutes else number
    if found := _CLOCK.fullmatch(cell):
        return float(int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3]))
    if (found := _ISO.fullmatch(cell)) and any(found.groups()):
        hours, mins, secs = (float(part or 0) for part in found.groups())
        return hours * 3600 + mins * 60 + secs
    return _worded(cell)


def _worded(cell: str) -> float | None:
    parts = _WORDED.findall(cell.casefold())
    units = duration_units()
    if not parts or _WORDED.sub("", cell.casefold()).strip(" ,.:") or any(unit not in units for _, unit in parts):
        return None
    return sum(float(number.replace(",", ".")) * units[unit] for number, unit in parts)


def is_imei(cell: str) -> bool:
    """Fourteen to sixteen digits, those of fifteen with the check digit that devices carry, or without one (0)."""
    digits = POINT.sub("", cell).replace("-", "").replace(" ", "")
    if not digits.isdecimal() or not 14 <= len(digits) <= 16:
        return False
    return len(digits) != 15 or digits[-1] == "0" or _luhn(digits)


def _luhn(digits: str) -> bool:
    doubled = (int(d) if n % 2 == 0 else sum(divmod(2 * int(d), 10)) for n, d in enumerate(digits))
    return sum(doubled) % 10 == 0
