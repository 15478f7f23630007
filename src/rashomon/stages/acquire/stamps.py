"""Lines that hold nothing but a date of publication, and datelines at the start of a first paragraph."""

from __future__ import annotations

import re
from datetime import date

from rashomon.stages.acquire.tables import read_months, read_words
from rashomon.text.fold import fold

_ISO = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?")
_NUMERIC = re.compile(r"(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)")
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::\d\d)?(?:\s?([ap])\.?m\b\.?)?", re.IGNORECASE)
_TOKEN = re.compile(r"\w+(?:[.:/-]\w+)*")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def read_stamp(line: str) -> str | None:
    """The ISO date or time of a line that holds a date and no other words; None for any other line."""
    if len(line) > 120 or not any(char.isdigit() for char in line):
        return None
    return read_iso(line) if is_stamp(line) else None


def is_stamp(line: str) -> bool:
    """Whether a line is made of parts of dates and times alone, with a digit among them."""
    if len(line) > 120:
        return False
    words = _TOKEN.findall(fold(line))
    return any(map(str.isdigit, "".join(words))) and all(map(_is_part, words)) and not line.isdigit()


def _is_part(word: str) -> bool:
    return (
        word in read_words("stamps.txt") or word in read_months() or bool(_DAY.fullmatch(word) or _YEAR.fullmatch(word))
        or bool(_CLOCK.fullmatch(word) or _ISO.fullmatch(word) or _NUMERIC.fullmatch(word))
        or bool(re.fullmatch(r"\d{1,2}[.:]\d\d(?:am|pm|h)?|\d{1,2}(?:am|pm|h)", word))
    )  # fmt: skip


def read_iso(words: str, *, day_first: bool = False) -> str | None:
    """The first full date in the words as ISO, with the time of day where one is written as hh:mm; else None.

    3/4/2021 is no date unless the user says that days come first.
    """
    if iso := _ISO.search(words):
        day = _day(int(iso[1]), int(iso[2]), int(iso[3]))
        zone = re.sub(r"(\d\d)(\d\d)$", r"\1:\2", iso[5] or "").replace("Z", "+00:00")
        return day and (f"{day}T{iso[4]}{zone}" if iso[4] else day)
    day = _numeric(words, day_first) or _worded(fold(words))
    clock = _CLOCK.search(words)
    return f"{day}T{_clock(clock)}" if day and clock else day


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _numeric(words: str, day_first: bool) -> str | None:
    """31.12.2015 and 12/31/2015; a date that could be read in both ways is none."""
    found = _NUMERIC.search(words)
    if not found:
        return None
    first, second, year = map(int, found.groups())
    if "." in found[0] or first > 12 or (day_first and second <= 12):
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 or first == second else None


def _worded(folded: str) -> str | None:
    words = re.findall(r"[a-z]+|\d+", re.sub(r"\d{1,2}:\d\d(?::\d\d)?", " ", folded))
    for at, word in enumerate(words):
        month = read_months().get(word)
        near = [w for w in words[max(0, at - 2) : at + 4] if w.isdigit()]
        days = [int(w) for w in near if len(w) <= 2 and 1 <= int(w) <= 31]
        years = [int(w) for w in near if _YEAR.fullmatch(w)] or _short_year(words, at)
        if month and days and years:
            return _day(years[0], month, days[0])
    return None


def _short_year(words: list[str], at: int) -> list[int]:
    """ "23 Aug 88": two digits right behind a month that has its day before it."""
    after = words[at + 1 : at + 2]
    if at and words[at - 1].isdigit() and after and after[0].isdigit() and len(after[0]) == 2:
        return [int(after[0]) + (1900 if int(after[0]) > 40 else 2000)]
    return []


def _clock(found: re.Match[str]) -> str:
    hour = int(found[1]) % 24
    if found[3]:
        hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
    return f"{hour:02}:{found[2]}"


_PLACE = r"[^\W\d_][^()\n\[\]–—:;!?]{0,70}?"
_BREAK = r"\s{0,3}(?:--{1,9}|[–—_]|-(?=\s)|:)\s{0,9}"
_TAGS = r"(?:\[[^\]\n]{1,80}\]\s*)*"
_COUNTRY = r"(?:\([^()\n]{2,30}\)[^()\n\[\]–—:;!?]{0,40}?\s?)?"
# Agencies stand in round or square brackets or between strokes, and mostly a dash or a colon behind them.
_WITH_AGENCY = re.compile(
    rf"(?P<place>{_PLACE}(?:\s|[–—-]\s?){_COUNTRY})?(?:\((?P<agency>[^()\n]{{2,60}})\)|/(?P<stroked>[^/\n]{{2,60}})/)"
    rf"(?:{_BREAK}|(?<=[A-Z][)/])\s+(?=[A-Z“\"])){_TAGS}"
)
_SHORT_NAME = re.compile(r"[A-Z][A-Z0-9]{1,7}(?:[-/][A-Z0-9]{2,8})?")
_OPENING = re.compile(r"[\"“‘'«]?[A-Z0-9]")
_WITHOUT = re.compile(
    r"(?P<place>[^\W\d_][^()\n\[\]–—:;!?]{2,60}?)(?:\.?\s{0,3}(?:--{1,9}|[–—_])|\.?\s{1,3}-(?=\s)|\.-)\s{0,9}"
)


def find_dateline(line: str) -> int:
    """Where the dateline at the start of a paragraph ends ("LIMA, 23 Aug 88 (Agency) -- "); 0 without one."""
    found = _WITH_AGENCY.match(line)
    if found:
        agency = found["agency"] or found["stroked"]
        place = (found["place"] or "").strip(" ,.-–—")
        if _is_agency(agency, place, opens=bool(_SHORT_NAME.fullmatch(agency)) and _opens(line, found.end(), place)):
            return found.end()
    found = _WITHOUT.match(line)
    return found.end() if found and _is_shouted(found["place"]) else 0


def _opens(line: str, end: int, place: str) -> bool:
    """Whether a sentence begins behind a dash, or behind a colon after a place with a day; else a name may speak."""
    dashed = any(mark in line[:end].rstrip()[-2:] for mark in "-–—_")
    return (dashed or bool(_DAY.search(place))) and bool(_OPENING.match(line, end))


def _is_agency(agency: str, place: str, *, opens: bool) -> bool:
    """Whether what stands in brackets is an agency: `opens` where it is a short name, and a sentence begins behind it."""
    known = bool(set(re.findall(r"[\w-]+", fold(agency))) & read_words("outlets.txt"))
    if not place:
        return known or (agency.isupper() and agency.isalpha())
    return _is_place(place) and (known or opens or _is_shouted(place) or read_iso(place) is not None)


def _is_place(place: str) -> bool:
    words = re.findall(r"[^\W\d_]{4,}", place)
    return len(place.split()) <= 9 and all(w[0].isupper() or fold(w) in read_months() for w in words)


def _is_shouted(place: str) -> bool:
    """Whether the place's own name is in capitals, as a dateline's is: "SANTA CRUZ, Bolivia"."""
    name = place.split(",", 1)[0]
    letters = [char for char in name if char.isalpha()]
    return len(letters) >= 4 and all(char.isupper() for char in letters) and _is_place(place)
