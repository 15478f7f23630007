"""Dates of the Islamic and the Persian calendar in any language: "14 Muharram 1445", "۱۵ مهر ۱۴۰۲", "9 Dhu al-Hijja"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from rashomon.lexicon.languages import language_of
from rashomon.model.annotation import Sentence, TimeRef
from rashomon.model.document import Document
from rashomon.stages.annotate.times.context import Context
from rashomon.stages.annotate.times.extent import Anchor, days_extent
from rashomon.text.calendars import Days, hijri_days, jalali_days

_JOIN = r"(?:\s*(?:of|de|من|شهر|ماه)(?!\w))*\s*"
_ERA = r"(?P<era>A\.?\s?H\.?(?!\w)|S\.?H\.?(?!\w)|هـ|ه(?!\w)|هجري\w*|للهجرة|هجری\w*|خورشید[یي]|شمسی)"
_Y = r"[1١۱][2-5٢-٥۲-۵]\d\d"
_YEAR = rf"(?P<year>{_Y})(?!\d)(?:\s*{_ERA})?"
_BEFORE_YEAR = r"[\s,،]*(?:(?:of|de|سنة|عام|لعام|سال|год|года)\s+)?"
_SAME = re.compile(
    r"[\s,،]*(?:\(|/|الموافق(?:\s+ل)?|corresponding to|برابر با|or)?[\s،,]*(?:\w+[,،]?\s+)?$", re.IGNORECASE
)
_NEARBY = timedelta(days=3)
"""A feast told of on its eve is not last year's."""
_HIJRI, _JALALI = range(1343, 1501), range(1300, 1451)
_NUMERIC = re.compile(
    rf"(?<![\d/.-])(?:{_YEAR.replace('(?P<era>', '(?:')}[/.-](?P<m>\d\d?)[/.-](?P<d>\d\d?)|(?P<d2>\d\d?)[/.-](?P<m2>\d\d?)[/.-](?P<y2>{_Y})(?:\s*{_ERA})?)(?![\d/.-])"
)
_NUMERALS = {"fa": "jalali", "ar": "hijri"}
"""Whose figures alone are dates of that calendar: "1402/07/15" in Persian, "14/1/1445" in Arabic."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A date of another calendar where it stands, with the Gregorian days it may be."""

    start: int
    end: int
    days: Days
    anchor: Anchor


def find_in_calendars(document: Document, sentences: Sequence[Sentence], context: Context) -> tuple[TimeRef, ...]:
    """The dates of other calendars in a document, in text order."""
    starts = [s.start for s in sentences]
    found = []
    for block in document.blocks if sentences else ():
        if block.kind != "boilerplate":
            for told in _in_block(document, block.start, block.end, context):
                number = sentences[max(0, bisect_right(starts, told.start) - 1)].index
                found.append(_ref(document.text, told, number))
    return tuple(found)


def with_same_days(told: Sequence[TimeRef], others: Sequence[TimeRef], text: str) -> tuple[TimeRef, ...]:
    """The dates, where the text gives the Gregorian day beside them that day: "14 Muharram 1445 (1 August 2023)"."""
    return tuple(_same(one, others, text) for one in told)


def _same(one: TimeRef, others: Sequence[TimeRef], text: str) -> TimeRef:
    for other in others:
        first, second = sorted((one, other), key=lambda t: t.start)
        beside = first.end <= second.start and bool(_SAME.fullmatch(text, first.end, second.start))
        if beside and other.earliest and other.earliest == other.latest and _holds(one, other.earliest):
            return TimeRef(
                one.start,
                one.end,
                one.quote,
                "DATE",
                other.earliest,
                other.latest,
                other.timex,
                "explicit",
                one.sentence,
            )
    return one


def _holds(one: TimeRef, day: str) -> bool:
    return (one.earliest or "") <= day[:10] <= (one.latest or "")


def _ref(text: str, told: _Told, sentence: int) -> TimeRef:
    first, last = told.days
    timex = days_extent(first, last).timex
    return TimeRef(
        told.start, told.end, text[told.start : told.end], "DATE", first.isoformat(), last.isoformat(), timex,
        told.anchor, sentence,
    )  # fmt: skip


def _in_block(document: Document, start: int, end: int, context: Context) -> Iterator[_Told]:
    at, pattern = start, _pattern()
    while found := pattern.search(document.text, at, end):
        at = found.end()
        if told := _worded(found, context):
            yield told
    calendar = _NUMERALS.get(document.language or "")
    for found in _NUMERIC.finditer(document.text, start, end) if calendar else ():
        year, month, day = (
            (found["year"], found["m"], found["d"]) if found["m"] else (found["y2"], found["m2"], found["d2"])
        )
        if days := _days(calendar or "", int(year), int(month), int(day)):
            yield _Told(found.start(), found.end(), days, "explicit")


@cache
def _months() -> tuple[tuple[str, int, str], ...]:
    text = files("rashomon").joinpath("data/times/other_calendars.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and line[0] != "#")
    return tuple((calendar, int(number), forms) for calendar, number, forms in rows)


@cache
def _ordinals() -> dict[str, int]:
    """Arabic ordinals as they stand before a month, folded: "العاشر من محرم"."""
    arabic = language_of("ar")
    listed = arabic.listed.get("ordinal", ()) if arabic else ()
    return {form.strip(): int(value) for value, forms in listed for form in forms.split(",")}


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _ordinals()), key=len, reverse=True))
    months = "|".join(f"(?P<{calendar}{number}>{forms})" for calendar, number, forms in _months())
    day = rf"(?:(?P<day>\d\d?)(?:st|nd|rd|th|-?го|\.)?|(?P<word>{words}))"
    behind = rf"(?:\s+(?P<after>\d\d?)(?:st|nd|rd|th)?(?!\d)(?=\s*,?\s*(?:{_Y}|$|[.,;)])))?"
    shape = rf"(?<!\w)(?:{day}{_JOIN})?(?:و|في\s+)?(?:{months})(?!\w){behind}(?:{_BEFORE_YEAR}{_YEAR})?"
    return re.compile(shape, re.IGNORECASE)


def _worded(found: re.Match[str], context: Context) -> _Told | None:
    parts = found.groupdict()
    calendar, month = next((c, n) for c, n, _ in _months() if parts[f"{c}{n}"])
    word = parts["word"]
    day = int(parts["day"] or parts["after"] or 0) or (_ordinals().get(word, 0) if word else 0) or None
    if parts["year"]:
        days = _days(calendar, int(parts["year"]), month, day)
        return _Told(found.start(), found.end(), days, "explicit") if days else None
    if day is None or calendar != "hijri" or context.reference is None or context.source is None:
        return None
    near = _nearest(context.reference, month, day)
    return _Told(found.start(), found.end(), near, context.source) if near else None


def _days(calendar: str, year: int, month: int, day: int | None) -> Days | None:
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    if calendar == "hijri":
        return hijri_days(year, month, day) if year in _HIJRI else None
    return jalali_days(year, month, day) if year in _JALALI else None


def _nearest(written: date, month: int, day: int) -> Days | None:
    """The last such Islamic day before a report was written, or the one that is just coming."""
    around = int((written.year - 622) * 33 / 32)
    tries = (hijri_days(year, month, day) for year in range(around + 2, around - 3, -1))
    return next((days for days in tries if days and days[0] <= written + _NEARBY), None)
