"""How long, how often, at what hour, and times that nobody measured."""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.stages.annotate.times.context import Context
from rashomon.stages.annotate.times.extent import Extent, only
from rashomon.stages.annotate.times.grammar import Phrase
from rashomon.stages.annotate.times.lexicon import count, daypart, unit, weekday_number
from rashomon.stages.annotate.times.lexicon import vague as vague_value
from rashomon.stages.annotate.times.relative import shift_day, weekday_near

_YEARS = {"E": 10, "C": 100}
_LATE = re.compile(
    r"\s+(?:(?:this|that|yesterday|\w+day)\s+)?(?:afternoon|evening|tonight|last\s+night)\b", re.IGNORECASE
)
_SPOKEN = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}


def period(number: float | None, size: str) -> str | None:
    """An ISO 8601 duration: P3D, PT5H30M, P10Y for a decade, PXW where the number is not said."""
    if size == "F":
        return period(number * 2 if number else None, "W")
    if number is None:
        return f"PTX{size[1]}" if size.startswith("T") else "PX" + size.replace("C", "Y")
    if size in _YEARS:
        return f"P{number * _YEARS[size]:g}Y"
    whole, rest = int(number), number - int(number)
    if rest and size == "TH":
        return f"PT{whole}H{rest * 60:.0f}M" if whole else f"PT{rest * 60:.0f}M"
    if rest and size == "Y":
        return f"P{whole}Y{rest * 12:.0f}M" if whole else f"P{rest * 12:.0f}M"
    return f"P{'T' if size.startswith('T') else ''}{number:g}{size[-1]}"


def duration(phrase: Phrase, context: Context) -> Extent | None:
    """Three days, 16-hour, half an hour, several months, the last five years, decades-long."""
    named = next(v for k in ("unit", "unit2", "units") if (v := phrase.get(k)))
    size, _ = unit(named.casefold())
    number = count(phrase.get("num") or "")
    if phrase.rule == "half":
        number = 0.5
    if phrase.rule == "compound" and phrase.get("units") and not named.casefold().endswith("s"):
        number = 1.0
    if phrase.rule == "last_n" and number is None and not phrase.get("some") and not named.casefold().endswith("s"):
        number = 1.0
    if number is not None and phrase.get("half"):
        number += 0.5
    if number is None and size == "E":
        return only("PXY", "DURATION")
    return only(period(number, size), "DURATION")


def every(phrase: Phrase, context: Context) -> Extent | None:
    """Every day, every Monday, each year, every two weeks, every night."""
    if phrase.get("wd"):
        return only(f"XXXX-WXX-{weekday_number(phrase.match['wd'])}", "SET")
    if phrase.get("part"):
        return only(f"XXXX-XX-XXT{daypart(phrase.match['part'])}", "SET")
    number = count(phrase.get("num") or "") or (2.0 if phrase.get("other") else 1.0)
    size, _ = unit(phrase.match["unit"].casefold())
    return only(period(number, size), "SET")


def vague(phrase: Phrase, context: Context) -> Extent | None:
    """Now, recently, the future, daily."""
    value, kind = vague_value(phrase.match.group())
    return only(value, "SET" if kind == "SET" else "DATE")


def _at(context: Context, clock: str, weekday: str | None = None) -> Extent:
    """A clock time on the weekday beside it, or on the day that the sentence or the last date gives."""
    day, anchor = context.day, context.focus.anchor if context.focus else None
    if weekday:
        number = weekday_number(weekday)
        if context.reference is None:
            return Extent("TIME", f"XXXX-WXX-{number}{clock}", clock=clock)
        day = weekday_near(context.reference, number, "", ahead=context.tense == "future")
        anchor = context.source
    if day is None:
        return Extent("TIME", f"XXXX-XX-XX{clock}", clock=clock)
    return Extent("TIME", f"{day.isoformat()}{clock}", day, day, "day", anchor, clock=clock)


def clock(phrase: Phrase, context: Context) -> Extent | None:
    """9 p.m., 10:35 a.m. Friday, 4 in the morning, 18:00, 1830 GMT."""
    hour, minute = (next((v for k in (n, n + "2", n + "3") if (v := phrase.get(k))), None) for n in ("hour", "minute"))
    number = int(hour or 0)
    half = (phrase.get("half") or "").casefold()
    part = (phrase.get("part") or "").casefold()
    if half or part:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + (12 if half.startswith("p") or part in ("afternoon", "evening") else 0)
    if not half and not part and number < 12 and _LATE.match(phrase.match.string, phrase.end):
        number += 12
    if number > 23:
        return None
    return _at(context, f"T{number:02}:{int(minute or 0):02}", phrase.get("wd"))


def noon(phrase: Phrase, context: Context) -> Extent | None:
    """Noon, midnight."""
    found = _at(context, _SPOKEN[phrase.match["word"].casefold()])
    if found.first and found.clock == "T24:00":
        return replace(found, last=shift_day(found.first, 1), clock="")
    return found
