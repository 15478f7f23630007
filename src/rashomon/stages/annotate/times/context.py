"""What a relative expression is measured from: the text's own date, else the day of publication, else nothing."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rashomon.stages.annotate.times.extent import Anchor, Extent

Tense = Literal["past", "loose", "future"]
_FAR_BACK: dict[Tense | None, int] = {"past": 366, "loose": 300, None: 200}
"""Days back up to which a date without a year is rather that past one than the next to come."""
_FAR_AHEAD = 180
_LONG_AGO = 60
"""Days from the writing on from which news no longer leaves the year out, unless it was just told."""
_GOING_ON = (-31, 62)
"""Days before and after a day just told in which another one without a year belongs to the same story."""


@dataclass(frozen=True, slots=True)
class Context:
    """Where the reader stands when an expression comes.

    `reference` is the day the text was written on, by its own dateline ("text") or by the day of publication.
    `focus` is the last date the text gave, `day` the last single day (in sentence `day_at`): what "that year" and
    "the previous day" mean. `era` is the year that an account of older events keeps to, `year` one that stands
    beside the expression, `just` the last single day that the story itself told (in sentence `just_at`),
    `anniversary` the year that the text looks back to on the very day. `reported` is True under a verb of speech:
    the day on which something was said is measured from the writing, not from the story. `day_first` is True where
    the user says that 3/4/2021 is the third of April.
    """

    reference: date | None = None
    source: Anchor | None = None
    focus: Extent | None = None
    day: date | None = None
    day_at: int = 0
    era: int | None = None
    tense: Tense | None = None
    year: int | None = None
    just: date | None = None
    just_at: int = 0
    anniversary: int | None = None
    reported: bool = False
    day_first: bool = False


def _in_year(year: int, month: int, day: int | None) -> tuple[date, date] | None:
    """The day in that year, or the first and last day of the month."""
    length = monthrange(year, month)[1]
    if day is not None:
        return (date(year, month, day),) * 2 if day <= length else None
    return date(year, month, 1), date(year, month, length)


def year_of(context: Context, month: int, day: int | None) -> tuple[int, Anchor] | None:
    """The year that a month or a day of a month without one falls in, and what tells it; None where nothing does."""
    if context.year is not None:
        return context.year, "text"
    focus = context.focus.first if context.focus else None
    if focus and not context.reported and (context.reference is None or context.era == focus.year):
        return focus.year, "text"
    if context.reference is None or context.source is None:
        return None
    same_day = (month, day) == (context.reference.month, context.reference.day)
    if same_day and context.anniversary and context.tense in ("past", "loose") and not context.reported:
        return context.anniversary, "text"
    told = _month_told(context, month) if day is not None else None
    if told is not None:
        return told, "text"
    near = _nearest(context.reference, context.tense, month, day)
    goes_on = _going_on(context.just, context.reference, near, month, day) if day is not None else None
    return (goes_on, "text") if goes_on else (near, context.source)


def _month_told(context: Context, month: int) -> int | None:
    """ "In March of last year ... On the evening of the 14 March": the year of the month that the text gave last, if it is over."""
    focus = context.focus
    if focus is None or focus.size != "month" or focus.first is None or context.reference is None or context.reported:
        return None
    over = (context.reference - focus.first).days > _LONG_AGO
    return focus.first.year if focus.first.month == month and focus.anchor in ("text", "explicit") and over else None


def _going_on(just: date | None, reference: date, near: int, month: int, day: int | None) -> int | None:
    """The year of a story told long after: "24 dead on March 15, 2013, and 29 on March 21"; None for what is news."""
    nearest = _in_year(near, month, day)
    if just is None or nearest is None or abs((nearest[0] - reference).days) <= _LONG_AGO:
        return None
    before, after = _GOING_ON
    for year in (just.year, just.year + 1):
        told = _in_year(year, month, day)
        if told and year < near and before <= (told[0] - just).days <= after:
            return year
    return None


def _nearest(reference: date, tense: Tense | None, month: int, day: int | None) -> int:
    """The year that puts a day closest to the reference; news leaves the year out of what is near and mostly past."""
    if day is None and month == reference.month:
        return reference.year
    shown = {y: found for y in range(reference.year - 1, reference.year + 2) if (found := _in_year(y, month, day))}
    past = [y for y, (_, last) in shown.items() if last <= reference]
    later = [y for y, (first, _) in shown.items() if first > reference]
    if not past or not later:
        return [*past, *later, reference.year][0]
    back, ahead = (reference - shown[past[-1]][1]).days, (shown[later[0]][0] - reference).days
    if tense == "future":
        return past[-1] if back == 0 or ahead > max(_FAR_AHEAD, 2 * back) else later[0]
    return past[-1] if back <= _FAR_BACK[tense] else later[0]
