"""Dates in languages that no parser reads: day and month in words or figures, weekdays, yesterday, by listed words."""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from rashomon.lexicon.languages import Language, Number, Sign, Word, read_words
from rashomon.model.annotation import Sentence, TimeRef
from rashomon.model.document import Document
from rashomon.stages.annotate.times.context import Context, year_of
from rashomon.stages.annotate.times.counted_back import counted_back
from rashomon.stages.annotate.times.extent import (
    Anchor,
    Extent,
    day_extent,
    days_extent,
    month_extent,
    only,
    year_extent,
)

_YEARS = range(1900, 2100)
_APOSTROPHES = frozenset("'’")
_DASHES = frozenset("-–—")
_SKIPPED = frozenset(".,'’")
_MOST = 4
"""Words that may stand between a month and its year."""


def find_listed(
    document: Document, sentences: Sequence[Sentence], language: Language, context: Context
) -> tuple[TimeRef, ...]:
    """The dates of a document in text order; one without a year is in the year of the date before, or near the writing."""
    starts = [s.start for s in sentences]
    found: list[TimeRef] = []
    for block in document.blocks if sentences else ():
        if block.kind == "boilerplate":
            continue
        line = _Line(language, read_words(document.text, block.start, block.end))
        for first, end, extent in _resolved(line, context):
            if extent.anchor == "explicit":
                context = _told(context, extent)
            number = sentences[max(0, bisect_right(starts, first) - 1)].index
            found.append(_ref(document.text, first, end, extent, number))
    return tuple(found)


def _ref(text: str, start: int, end: int, extent: Extent, sentence: int) -> TimeRef:
    first, last = (day.isoformat() if day else None for day in (extent.first, extent.last))
    return TimeRef(start, end, text[start:end], extent.type, first, last, extent.timex, extent.anchor, sentence)


class _Line:
    """The words of a paragraph with what is listed of them, by where it begins."""

    def __init__(self, language: Language, words: Sequence[Word]) -> None:
        self.words = words
        self.signs = language.signs(words)
        self.numbers = {n.first: n for n in language.numbers(words)}
        self.months = {s.first: s for s in self.signs if s.kind == "month"}
        self.ands = frozenset(language.words_of("and", "cut"))
        ended = (n for n, w in enumerate(words) if w.form in _APOSTROPHES and n + 1 < len(words))
        self.locatives = {n for n in ended if words[n + 1].form in language.words_of("locative")}
        self.in_month = {s.end if s.value == "before" else s.first - 1 for s in self.signs if s.kind == "month_at"}
        self.years = {s.end if s.value == "before" else s.first - 1 for s in self.signs if s.kind == "year"}
        self.fillers = {s.first for s in self.signs if s.kind == "filler"}

    def past(self, at: int) -> int:
        """Past words and marks that may stand within a date."""
        stop = at + _MOST
        while at < min(stop, len(self.words)) and (at in self.fillers or self.words[at].form in _SKIPPED):
            at += 1
        return at


@dataclass(frozen=True, slots=True)
class _Day:
    """Words of a date: a month, the days of it that are told, a year."""

    first: int
    end: int
    month: int
    days: tuple[int, int] | None
    year: int | None


def _resolved(line: _Line, context: Context) -> Iterator[tuple[int, int, Extent]]:
    taken: list[tuple[int, int]] = []
    for one in sorted((*_days(line), *_figured(line)), key=lambda d: d.first):
        extent = _extent(one, context)
        if extent is not None:
            context = _told(context, extent) if extent.anchor == "explicit" else context
            taken.append((one.first, one.end))
            yield line.words[one.first].start, line.words[one.end - 1].end, extent
    for number in line.numbers.values():
        if _is_year(line, number) and not any(first <= number.first < end for first, end in taken):
            yield (
                line.words[number.first].start,
                line.words[number.end - 1].end,
                year_extent(number.value).by("explicit"),
            )
    for first, end, extent in counted_back(line.signs, line.numbers, line.words, context):
        if not any(a < end and first < b for a, b in taken):
            taken.append((first, end))
            yield line.words[first].start, line.words[end - 1].end, extent
    for sign in line.signs:
        gap = sign.end + (sign.end < len(line.words) and line.words[sign.end].form in ",،")
        beside = any(first <= gap and sign.first <= end for first, end in taken)
        if sign.kind in ("weekday", "relative") and context.reference and not beside:
            taken.append((sign.first, sign.end))
            yield line.words[sign.first].start, line.words[sign.end - 1].end, _beside(sign, context.reference, context)


def _told(context: Context, extent: Extent) -> Context:
    """The context once a date with its year was told: what follows without one may go on with it."""
    return replace(context, focus=extent, just=extent.first if extent.size == "day" else context.just)


def _beside(sign: Sign, written: date, context: Context) -> Extent:
    """The day that a weekday means, the last one before the writing, or that "yesterday" does."""
    back = -int(sign.value) if sign.kind == "relative" else (written.isoweekday() - int(sign.value)) % 7
    return day_extent(written - timedelta(days=back)).by(context.source)


def _is_year(line: _Line, number: Number) -> bool:
    """Whether a figure is a year by the word beside it: "en 2019", "2019 yılında"."""
    fits = number.digits and number.value in _YEARS and len(line.words[number.first].form) == 4
    return fits and (number.first in line.years or number.end in line.locatives)


def _figured(line: _Line) -> Iterator[_Day]:
    """Days in figures, the day first or the year: 12/5/2021, ١٢/٥/٢٠٢١, 12.05.2021, 2021-05-12."""
    for at in range(len(line.words) - 4):
        parts = line.words[at : at + 5]
        marks = {parts[1].form, parts[3].form}
        close = all(a.end == b.start for a, b in pairwise(parts))
        if close and len(marks) == 1 and marks <= {"/", ".", "-"} and all(p.form.isdecimal() for p in parts[::2]):
            day, month, year = (int(p.form) for p in parts[::2])
            if day in _YEARS:
                day, year = year, day
            if 1 <= month <= 12 and 1 <= day <= 31 and year in _YEARS:
                yield _Day(at, at + 5, month, (day, day), year)


def _days(line: _Line) -> Iterator[_Day]:
    end = 0
    for at in sorted(line.months):
        month = line.months[at]
        if at < end:
            continue
        first, days = _before(line, at)
        end, year = _after(line, month.end)
        alone = at in line.in_month or month.end in line.locatives
        if (days is not None or year is not None or alone) and first >= 0:
            yield _Day(first, end, int(month.value), days, year)


def _before(line: _Line, at: int) -> tuple[int, tuple[int, int] | None]:
    """Where the days before a month begin, and which they are."""
    end = at
    while end > 0 and ((end - 1) in line.fillers or line.words[end - 1].form == "."):
        end -= 1
    found = next((n for n in line.numbers.values() if n.end == end), None)
    ordinal = max((s for s in line.signs if s.kind == "ordinal" and s.end == end), key=_length, default=None)
    day = int(ordinal.value) if ordinal else found.value if found else 0
    if not 1 <= day <= 31:
        return at, None
    first = ordinal.first if ordinal else found.first if found else at
    opening = _opening(line, first, day)
    return (opening.first, (opening.value, day)) if opening else (first, (day, day))


def _opening(line: _Line, first: int, day: int) -> Number | None:
    """The first of two days with a dash or "and" between."""
    if first < 2 or line.words[first - 1].form not in _DASHES | line.ands:
        return None
    found = line.numbers.get(first - 2)
    return found if found and 0 < found.value < day else None


def _length(sign: Sign) -> int:
    return sign.end - sign.first


def _after(line: _Line, end: int) -> tuple[int, int | None]:
    """The end of a date behind its month, a second name of the month left out, and its year."""
    words = line.words
    if end + 1 < len(words) and words[end].form == "/" and end + 1 in line.months:
        end = line.months[end + 1].end
    found = line.numbers.get(line.past(end))
    if found and found.digits and found.value in _YEARS and len(words[found.first].form) == 4:
        return found.end, found.value
    return end, None


def _extent(one: _Day, context: Context) -> Extent | None:
    if one.days is None:
        if one.year:
            return month_extent(one.year, one.month).by("explicit")
        near = year_of(replace(context, tense="past"), one.month, None)
        return month_extent(near[0], one.month).by(near[1]) if near else None
    year: tuple[int, Anchor] | None = (one.year, "explicit") if one.year else None
    year = year or year_of(replace(context, tense="past"), one.month, one.days[0])
    if year is None:
        return only(f"XXXX-{one.month:02}-{one.days[1]:02}")
    if one.days[1] > monthrange(year[0], one.month)[1]:
        return None
    first, last = (date(year[0], one.month, day) for day in one.days)
    return replace(days_extent(first, last), anchor=year[1])


def without_overlap(listed: Sequence[TimeRef], others: Sequence[TimeRef]) -> tuple[TimeRef, ...]:
    """Both in text order; of two that share words the one that is listed first."""
    kept = [t for t in others if not any(t.start < u.end and u.start < t.end for u in listed)]
    return tuple(sorted((*listed, *kept), key=lambda t: t.start))
