"""Expressions that are measured from the day of writing or from the text's last date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from rashomon.stages.annotate.times.absolute import relative_year
from rashomon.stages.annotate.times.context import Context
from rashomon.stages.annotate.times.extent import (
    Extent,
    century_extent,
    day_extent,
    decade_extent,
    month_extent,
    only,
    part_of,
    quarter_extent,
    season_extent,
    week_extent,
    weekend_extent,
    year_extent,
)
from rashomon.stages.annotate.times.grammar import Phrase
from rashomon.stages.annotate.times.lexicon import (
    count,
    daypart,
    month_number,
    season,
    unit,
    weekday_number,
)
from rashomon.text.calendar import same_day

_DEICTIC = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_STEPS = {"the previous": -1, "the preceding": -1, "before": -1, "earlier": -1}
_STEPS |= {"the next": 1, "the following": 1, "after": 1, "later": 1}
_PARTS = frozenset({"morning", "afternoon", "evening", "night"})


def _words(text: str | None) -> str:
    return " ".join((text or "").casefold().split())


def with_part(extent: Extent, part: str | None) -> Extent:
    """A day's morning, afternoon, evening or night: a TIME on that day."""
    if not part or extent.timex is None:
        return extent
    return replace(extent, type="TIME", timex=f"{extent.timex}T{daypart(part)}", clock="")


def shift_month(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months away."""
    number = day.year * 12 + day.month - 1 + months
    return number // 12, number % 12 + 1


def shift_day(day: date, days: int) -> date | None:
    """The day so many days away; None beyond the calendar."""
    try:
        found = day + timedelta(days=days)
    except OverflowError:
        return None
    return found if 1 < found.year < 9990 else None


def around(day: date, size: str, steps: int) -> Extent | None:
    """The day, week, month, year, decade or century so many of its kind away from a day."""
    if size in ("D", "W", "F"):
        found = shift_day(day, steps * {"D": 1, "W": 7, "F": 14}[size])
        return None if found is None else day_extent(found) if size == "D" else week_extent(found)
    if size == "M":
        return month_extent(*shift_month(day, steps)) if 1 < day.year + steps // 12 < 9990 else None
    years = day.year + steps * {"Y": 1, "E": 10, "C": 100}[size]
    if not 1 <= years <= 9990:
        return None
    if size == "C":
        return century_extent(years // 100 + 1)
    return year_extent(years) if size == "Y" else decade_extent(years)


def today(phrase: Phrase, context: Context) -> Extent | None:
    """Today, tonight, yesterday evening, tomorrow."""
    word = phrase.match["deictic"].casefold()
    part = "night" if word == "tonight" else phrase.get("part")
    if context.reference is None:
        return only("XXXX-XX-XX" + (f"T{daypart(part)}" if part else ""))
    day = shift_day(context.reference, _DEICTIC[word])
    return with_part(day_extent(day).by(context.source), part) if day else None


def last_night(phrase: Phrase, context: Context) -> Extent | None:
    """Last night, this morning."""
    part = phrase.get("part") or phrase.get("part2") or ""
    if context.reference is None:
        return only(f"XXXX-XX-XXT{daypart(part)}", "TIME")
    day = shift_day(context.reference, -1 if phrase.get("rel") else 0)
    return with_part(day_extent(day).by(context.source), part) if day else None


def overnight(phrase: Phrase, context: Context) -> Extent | None:
    """Overnight: the night that ended on the day of writing."""
    day = shift_day(context.reference, -1) if context.reference else None
    if day is None:
        return only("XXXX-XX-XXTNI", "TIME")
    return Extent("TIME", f"{day.isoformat()}TNI", day, context.reference, "day", context.source)


def weekday(phrase: Phrase, context: Context) -> Extent | None:
    """Friday, last Friday, on Saturday night: before or after the reference, as the clause looks back or ahead."""
    number = weekday_number(phrase.match["wd"])
    rel = _words(phrase.get("rel"))
    if rel.startswith("the"):
        return _from_focus_weekday(context, number, ahead=rel.endswith("following"), part=phrase.get("part"))
    if context.reference is None:
        return with_part(only(f"XXXX-WXX-{number}"), phrase.get("part"))
    day = weekday_near(context.reference, number, rel, ahead=context.tense == "future")
    return with_part(day_extent(day).by(context.source), phrase.get("part"))


def weekday_near(reference: date, number: int, rel: str, *, ahead: bool) -> date:
    """The weekday on or before a day, or on or after it; "last" and "next" leave out the day itself."""
    back = (reference.isoweekday() - number) % 7
    if rel == "next":
        return reference + timedelta(days=7 - back)
    if rel == "last":
        return reference - timedelta(days=back or 7)
    if rel.startswith("this") and not rel.endswith("past"):
        return reference + timedelta(days=(7 - back) % 7) if back > 3 or ahead else reference - timedelta(days=back)
    return reference + timedelta(days=(7 - back) % 7) if ahead else reference - timedelta(days=back)


def _from_focus_weekday(context: Context, number: int, *, ahead: bool, part: str | None) -> Extent | None:
    if context.day is None:
        return with_part(only(f"XXXX-WXX-{number}"), part)
    day = weekday_near(context.day, number, "next" if ahead else "last", ahead=ahead)
    return with_part(day_extent(day).by("text"), part)


def that_day(phrase: Phrase, context: Context) -> Extent | None:
    """That day, the same month, the previous day, the night before, that year: from the text's last date."""
    rel, named = (
        _words(phrase.get("rel") or phrase.get("side")),
        phrase.get("month") or phrase.get("wd") or phrase.get("season"),
    )
    steps = _STEPS.get(rel, 0)
    if named:
        return _that_named(phrase, context, steps)
    word = _words(phrase.match["unit"])
    size = "D" if word in _PARTS else unit(word)[0]
    base = context.day if size == "D" or (size == "W" and context.day) else _focus_day(context)
    if base is None or (size == "M" and context.focus and context.focus.size in ("year", "more")):
        return with_part(only({"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(size, "XXXX")), word_part(word))
    found = around(base, size, steps)
    if found and word == "weekend" and found.first:
        found = weekend_extent(found.first)
    return with_part(part_of(found, phrase.get("early")).by("text"), word_part(word)) if found else None


def word_part(word: str) -> str | None:
    """The word where it is a part of the day."""
    return word if word in _PARTS else None


def _focus_day(context: Context) -> date | None:
    return context.focus.first if context.focus else None


def _that_named(phrase: Phrase, context: Context, steps: int) -> Extent | None:
    """That Friday, the following October, the same summer."""
    if phrase.get("wd"):
        number = weekday_number(phrase.match["wd"])
        if context.day is None:
            return only(f"XXXX-WXX-{number}")
        rel = {1: "next", -1: "last"}.get(steps, "this")
        return day_extent(weekday_near(context.day, number, rel, ahead=False)).by("text")
    base = _focus_day(context)
    if phrase.get("season"):
        code, first, last = season(phrase.match["season"])
        return season_extent(base.year, code, first, last).by("text") if base else only(f"XXXX-{code}")
    number = month_number(phrase.match["month"]) or 1
    if base is None:
        return only(f"XXXX-{number:02}")
    year = base.year + (1 if steps > 0 and number <= base.month else -1 if steps < 0 and number >= base.month else 0)
    return month_extent(year, number).by("text")


def this_week(phrase: Phrase, context: Context) -> Extent | None:
    """This week, last month, early next year, the past decade, last weekend."""
    word, rel = _words(phrase.match["unit"]), _words(phrase.match["rel"])
    last = rel.split()[-1]
    steps = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(last, 0)
    if rel in ("the past", "the last", "past", "coming", "the coming", "the next") and word != "weekend":
        return only(
            "P" + {"quarter": "3M", "decade": "10Y", "century": "100Y"}.get(word, f"1{unit(word)[0]}"),
            "DURATION",
        )
    if context.reference is None:
        return only({"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX"}.get(word, "XXXX"))
    found = _step(context.reference, word, steps, past=last == "past", over=context.tense in ("past", "loose"))
    return part_of(found, phrase.get("early")).by(context.source) if found else None


def _step(reference: date, word: str, steps: int, *, past: bool, over: bool) -> Extent | None:
    if word == "quarter":
        number = reference.year * 4 + (reference.month - 1) // 3 + steps
        return quarter_extent(number // 4, number % 4 + 1)
    if word == "weekend":
        if past and reference.isoweekday() == 7:
            return _weekend(reference, 0)
        return _weekend(reference, -1 if over and steps == 0 and reference.isoweekday() < 4 else steps)
    return around(reference, unit(word)[0], steps)


def _weekend(reference: date, steps: int) -> Extent:
    """The last weekend is the one that is over; this weekend, the one of the week."""
    base = reference - timedelta(days=7) if steps < 0 else reference + timedelta(days=7 if steps > 0 else 0)
    return weekend_extent(base)


def the_weekend(phrase: Phrase, context: Context) -> Extent | None:
    """The weekend: the one just over, or, looking ahead, the one to come."""
    if context.reference is None:
        return only("XXXX-WXX-WE")
    back = context.reference.isoweekday() < 6 and context.tense != "future"
    return _weekend(context.reference, -1 if back else 0).by(context.source)


def ago(phrase: Phrase, context: Context) -> Extent | None:
    """Two weeks ago, 41 years ago (from the reference); three days later, a year earlier (from the last date)."""
    direction = _words(phrase.match["dir"])
    named = phrase.get("unit") or phrase.get("unit2") or phrase.get("unit3") or ""
    size, _ = unit(_words(named))
    number = count(phrase.get("num") or "")
    if number is None:
        return only({"ago": "PAST_REF", "from now": "FUTURE_REF"}.get(direction) or f"P{_unmeasured(size)}")
    if size.startswith("T"):
        return only(f"PT{number:g}{size[1]}", "DURATION")
    steps = int(number) * (1 if direction in ("later", "from now") else -1)
    base = context.reference if direction in ("ago", "from now") else _measured_from(context, size)
    if base is None:
        return only(f"P{number:g}{size}" if size not in "EFC" else None, "DURATION")
    if phrase.get("very") and direction == "ago" and number == int(number):
        same = same_day(base, size, steps)
        return day_extent(same).by(context.source) if same else None
    found = around(base, size, steps) if number == int(number) else None
    if size == "E":
        found = around(base, "Y", 10 * steps)
    source = context.source if direction in ("ago", "from now") else "text"
    return found.by(source) if found else only(f"P{number:g}{size}", "DURATION")


def _measured_from(context: Context, size: str) -> date | None:
    """Days and weeks are counted from a day only; years from any date."""
    if size in ("Y", "E", "C"):
        return _focus_day(context)
    if size == "M":
        return _focus_day(context) if context.focus and context.focus.size in ("day", "month") else None
    return context.day if context.focus and context.focus.size == "day" else None


def _unmeasured(size: str) -> str:
    return {"E": "XE", "C": "XC", "F": "XW"}.get(size, f"TX{size[-1]}" if size.startswith("T") else f"X{size}")


def day_before(phrase: Phrase, context: Context) -> Extent | None:
    """The day before yesterday, the day after tomorrow, the day before last Tuesday."""
    reference = context.reference
    if reference is None:
        return only("XXXX-XX-XX")
    step = -1 if phrase.match["side"].casefold() == "before" else 1
    named = phrase.get("wd")
    if named:
        rel = _words(phrase.get("rel"))
        base = weekday_near(reference, weekday_number(named), rel, ahead=context.tense == "future")
    else:
        base = reference + timedelta(days=_DEICTIC[phrase.match["deictic"].casefold()])
    return day_extent(base + timedelta(days=step)).by(context.source)


def end_of_period(phrase: Phrase, context: Context) -> Extent | None:
    """The end of the year, the beginning of next month."""
    rel, word = _words(phrase.match["rel"]), _words(phrase.match["unit"])
    steps = {"last": -1, "next": 1}.get(rel, 0)
    base = _focus_day(context) if rel == "that" else context.reference
    if word == "year" and rel in ("the", "that"):
        found = relative_year(context, rel)
        whole = year_extent(found[0]).by(found[1]) if found else None
    else:
        whole = around(base, unit(word)[0], steps) if base else None
        whole = whole.by("text" if rel == "that" else context.source) if whole else None
    return part_of(whole, phrase.get("part")) if whole else only("XXXX")
