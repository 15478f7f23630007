"""Which function reads which rule of the grammar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rashomon.stages.annotate.times import absolute, holidays, relative, spans
from rashomon.stages.annotate.times.context import Context
from rashomon.stages.annotate.times.extent import Extent, only, week_extent, year_extent
from rashomon.stages.annotate.times.grammar import Phrase

Resolver = Callable[[Phrase, Context], Extent | None]


def _end_of(phrase: Phrase, context: Context) -> Extent | None:
    return relative.end_of_period(phrase, context) if phrase.get("rel") else absolute.end_of(phrase, context)


def _week_of(phrase: Phrase, context: Context) -> Extent | None:
    day = absolute.month_day(phrase, context)
    return week_extent(day.first).by(day.anchor) if day and day.first else only("XXXX-WXX")


def _year_end(phrase: Phrase, context: Context) -> Extent | None:
    if context.reference is None:
        return only("XXXX")
    return replace(year_extent(context.reference.year), anchor=context.source)


RESOLVERS: dict[str, Resolver] = {
    "iso": absolute.iso,
    "numeric": absolute.numeric,
    "numeric_month": absolute.numeric_month,
    "nine_eleven": absolute.nine_eleven,
    "mdy": absolute.month_day,
    "dmy": absolute.month_day,
    "other": absolute.month_day,
    "month": absolute.month,
    "season": absolute.season_of,
    "quarter": absolute.quarter,
    "year": absolute.year,
    "fiscal": absolute.fiscal,
    "decade": absolute.decade,
    "century": absolute.century,
    "end_of": _end_of,
    "week_of": _week_of,
    "year_end": _year_end,
    "holiday": holidays.holiday_of,
    "today": relative.today,
    "last_night": relative.last_night,
    "overnight": relative.overnight,
    "day_beside": relative.that_day,
    "weekday": relative.weekday,
    "that_day": relative.that_day,
    "this_week": relative.this_week,
    "the_weekend": relative.the_weekend,
    "ago": relative.ago,
    "day_before": relative.day_before,
    "compound": spans.duration,
    "duration": spans.duration,
    "half": spans.duration,
    "units": spans.duration,
    "last_n": spans.duration,
    "every": spans.every,
    "vague": spans.vague,
    "clock": spans.clock,
    "clock_of": spans.clock,
    "oclock": spans.clock,
    "clock24": spans.clock,
    "noon": spans.noon,
}
