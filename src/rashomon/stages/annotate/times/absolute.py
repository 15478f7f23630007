"""Expressions with a calendar date of their own, whole or in part."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date

from rashomon.stages.annotate.times.context import Context, year_of
from rashomon.stages.annotate.times.extent import (
    Anchor,
    Extent,
    century_extent,
    day_extent,
    days_extent,
    decade_extent,
    half_extent,
    month_extent,
    only,
    part_of,
    quarter_extent,
    season_extent,
    year_extent,
)
from rashomon.stages.annotate.times.grammar import Phrase
from rashomon.stages.annotate.times.lexicon import month_number, season, weekday_number

_DECADES = {"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960}
_DECADES |= {"seventies": 1970, "eighties": 1980, "nineties": 1990}
_NEAR = 7
"""Days from the writing within which a numeric date is read as that day, whatever its order."""
_PLACES = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def full_year(text: str | None) -> int | None:
    """A year of four digits or of two ("88" is 1988, "15" is 2015, as 69 to 68 in POSIX)."""
    digits = (text or "").lstrip("'’")
    if not digits.isdigit():
        return None
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year > 68 else 2000)


def _day_number(text: str | None) -> int:
    digits = "".join(c for c in text or "" if c.isdigit())
    return int(digits) if digits else 0


def _date(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def iso(phrase: Phrase, context: Context) -> Extent | None:
    """2015-07-20, with or without a time."""
    day = _date(int(phrase.match["year"]), int(phrase.match["month"]), int(phrase.match["day"]))
    if day is None:
        return None
    found = day_extent(day).by("explicit")
    hour = phrase.get("hour")
    if hour is None:
        return found
    clock = f"T{hour}:{phrase.match['minute']}"
    return replace(found, type="TIME", timex=f"{day}{clock}", clock=clock)


def numeric(phrase: Phrase, context: Context) -> Extent | None:
    """20/07/2015; where both readings are days and nobody says which is meant, the days hold both."""
    a, b, year = int(phrase.match["a"]), int(phrase.match["b"]), int(phrase.match["year"])
    readings = {d for d in (_month_day(year, b, a), _month_day(year, a, b)) if d}
    day_first = _month_day(year, b, a)
    if phrase.match["sep"] == "." or (context.day_first and day_first):
        readings = {d for d in (day_first,) if d}
    if len(readings) == 1:
        return day_extent(readings.pop()).by("explicit")
    if not readings:
        return None
    near = [d for d in readings if context.reference and abs((d - context.reference).days) <= _NEAR]
    if len(near) == 1:
        return day_extent(near[0]).by("explicit")
    return Extent("DATE", f"{year:04}-XX-XX", min(readings), max(readings), "month", "explicit")


def numeric_month(phrase: Phrase, context: Context) -> Extent | None:
    """03.2013, where a preposition stands before it."""
    return month_extent(int(phrase.match["year"]), int(phrase.match["month"])).by("explicit")


def _month_day(year: int, month: int, day: int) -> date | None:
    return _date(year, month, day) if 1 <= month <= 12 else None


def nine_eleven(phrase: Phrase, context: Context) -> Extent | None:
    """The day that the name stands for."""
    return day_extent(date(2001, 9, 11)).by("explicit")


def month_day(phrase: Phrase, context: Context) -> Extent | None:
    """Oct. 10, 10 October 2015, April 11 and 14, 2018: a day or a run of days of one month."""
    month = month_number(phrase.match["month"])
    first = _day_number(phrase.get("day"))
    last = _day_number(phrase.get("day2") or phrase.get("day3")) or first
    if month is None or last < first:
        return None
    year = full_year(phrase.get("year"))
    found: tuple[int, Anchor] | None = (year, "explicit") if year else year_of(context, month, first)
    if found is None:
        days = f"XXXX-{month:02}-{first:02}"
        return only(days if last == first else f"{days}/XXXX-{month:02}-{last:02}")
    start, end = _date(found[0], month, first), _date(found[0], month, last)
    if start is None or end is None:
        return None
    extent = days_extent(start, end)
    extent = replace(extent, anchor=found[1])
    named = phrase.get("wd")
    return replace(extent, weekday=start.isoweekday() == weekday_number(named)) if named else extent


def month(phrase: Phrase, context: Context) -> Extent | None:
    """October, early October 2015, last October, May or June of 2016."""
    number, second = month_number(phrase.match["month"]), month_number(phrase.get("month2") or "")
    if number is None:
        return None
    year = full_year(phrase.get("year"))
    rel = (phrase.get("rel") or "").casefold()
    found: tuple[int, Anchor] | None = (
        (year, "explicit") if year else _related_month(context, number, rel) or year_of(context, number, None)
    )
    if found is None:
        return only(f"XXXX-{number:02}")
    extent = replace(part_of(month_extent(found[0], number), phrase.get("part")), anchor=found[1])
    if not second:
        return extent
    end = month_extent(found[0], second)
    return replace(extent, timex=f"{extent.timex}/{end.timex}", last=end.last) if second > number else None


def _related_month(context: Context, number: int, rel: str) -> tuple[int, Anchor] | None:
    day = context.reference
    if day is None or context.source is None or not rel:
        return None
    if rel == "last":
        return (day.year if number < day.month else day.year - 1), context.source
    if rel == "next":
        return (day.year if number > day.month else day.year + 1), context.source
    return day.year, context.source


def relative_year(context: Context, rel: str | None) -> tuple[int, Anchor] | None:
    """The year that "this", "last", "next" or "the" names."""
    word = (rel or "").casefold().split()[-1:] or [""]
    own = word[0] == "that" or (word[0] == "the" and context.reference is None)
    if own and context.focus and context.focus.first:
        return context.focus.first.year, "text"
    if context.reference is None or context.source is None:
        return None
    shift = {"last": -1, "past": -1, "next": 1, "following": 1}.get(word[0], 0)
    return context.reference.year + shift, context.source


def season_of(phrase: Phrase, context: Context) -> Extent | None:
    """Summer 2015, last fall, this winter."""
    code, first, last = season(phrase.match["season"])
    year = full_year(phrase.get("year"))
    if year:
        return part_of(season_extent(year, code, first, last), phrase.get("part")).by("explicit")
    day, rel = context.reference, (phrase.get("rel") or "").casefold()
    if rel == "that" and context.focus and context.focus.first:
        return season_extent(context.focus.first.year, code, first, last).by("text")
    if day is None:
        return only(f"XXXX-{code}")
    found = season_extent(_season_year(day, context, rel, code, first, last), code, first, last)
    return part_of(found, phrase.get("part")).by(context.source)


def _season_year(day: date, context: Context, rel: str, code: str, first: int, last: int) -> int:
    spans = [(y, season_extent(y, code, first, last)) for y in (day.year - 1, day.year, day.year + 1)]
    over = [y for y, e in spans if e.last is not None and e.last < day]
    running = [y for y, e in spans if e.first is not None and e.last is not None and e.first <= day <= e.last]
    ahead = [y for y, e in spans if e.first is not None and e.first > day]
    if rel == "next" or (rel != "last" and context.tense == "future" and not running):
        return ahead[0] if ahead else day.year
    if rel == "this":
        return running[0] if running else day.year
    return over[-1] if rel in ("last", "past") or not running else running[0]


def quarter(phrase: Phrase, context: Context) -> Extent | None:
    """The third quarter of 2015, the first half of this year, the fourth quarter (the last one, or the next)."""
    alone = phrase.get("alone")
    if alone:
        return _quarter_alone(_PLACES[alone.casefold()], context)
    year = full_year(phrase.get("year"))
    found: tuple[int, Anchor] | None = (year, "explicit") if year else relative_year(context, phrase.get("rel"))
    whole = 4 if phrase.match["piece"].casefold() == "quarter" else 2
    place = _PLACES.get(phrase.match["nth"].casefold(), whole)
    if place > whole:
        return None
    if found is None:
        return only(f"XXXX-{'Q' if whole == 4 else 'H'}{place}")
    made = quarter_extent(found[0], place) if whole == 4 else half_extent(found[0], place)
    return replace(made, anchor=found[1])


def _quarter_alone(place: int, context: Context) -> Extent:
    day = context.reference
    if day is None:
        return only(f"XXXX-Q{place}")
    running = (day.month + 2) // 3
    year = day.year - (place > running and context.tense != "future") + (place < running and context.tense == "future")
    return quarter_extent(year, place).by(context.source)


def year(phrase: Phrase, context: Context) -> Extent | None:
    """2015, early 2016, mid-2015."""
    return part_of(year_extent(int(phrase.match["year"])), phrase.get("part")).by("explicit")


def fiscal(phrase: Phrase, context: Context) -> Extent | None:
    """2014-15, 2014/2015: two years that follow one another."""
    first, short = int(phrase.match["year"]), int(phrase.match["short"])
    if (first + 1) % 100 != short and not first % 100 < short <= first % 100 + 9:
        return None
    last = first - first % 100 + short
    last += 100 if last <= first else 0
    return Extent("DATE", f"{first}/{last}", date(first, 1, 1), date(last, 12, 31), "more", "explicit")


def decade(phrase: Phrase, context: Context) -> Extent | None:
    """The 1990s, the early '90s, the sixties."""
    words = phrase.match["decade"].casefold().split()[-1]
    start = _DECADES.get(words) or full_year("".join(c for c in words if c.isdigit()))
    if start is None:
        return None
    start = start - 100 if start >= 2030 else start
    return part_of(decade_extent(start), phrase.get("part")).by("explicit")


def century(phrase: Phrase, context: Context) -> Extent | None:
    """The 20th century."""
    number = int(phrase.match["nth"])
    return part_of(century_extent(number), phrase.get("part")).by("explicit") if 1 <= number <= 30 else None


def end_of(phrase: Phrase, context: Context) -> Extent | None:
    """The end of 2015, the beginning of June, the middle of next week (the last by its year or month alone)."""
    named = phrase.get("month")
    if named:
        whole = month(phrase, context)
        return part_of(whole, phrase.get("part")) if whole else None
    number = full_year(phrase.get("year2"))
    if number:
        return part_of(year_extent(number), phrase.get("part")).by("explicit")
    return None
