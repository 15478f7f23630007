"""Days counted from the writing, by listed words: "hace tres días", "üç gün önce", "на прошлой неделе", "الشهر الماضي"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rashomon.lexicon.languages import Number, Sign, Word
from rashomon.stages.annotate.times.context import Context
from rashomon.stages.annotate.times.extent import Extent, day_extent, month_extent, week_extent, year_extent

_MOST = {"day": 60, "week": 12, "month": 24, "year": 100}
"""How far back news counts by each unit: beyond it a figure is something else."""


def counted_back(
    signs: Sequence[Sign], numbers: Mapping[int, Number], words: Sequence[Word], context: Context
) -> Iterator[tuple[int, int, Extent]]:
    """The times so counted, each with its first word and the one past its last; none for a text without a day."""
    if context.reference is None:
        return
    for sign in signs:
        if sign.kind == "span":
            unit, back = sign.value.split()
            yield sign.first, sign.end, replace(_around(context.reference, unit, int(back)), anchor=context.source)
        elif sign.kind == "counted" and (told := _ago(sign, signs, numbers, context)):
            yield told


def _ago(
    unit: Sign, signs: Sequence[Sign], numbers: Mapping[int, Number], context: Context
) -> tuple[int, int, Extent] | None:
    """ "three days ago": the unit with its figure, and the word that counts it back before or behind both."""
    number = next((n for n in numbers.values() if n.end == unit.first), None)
    first, value = (number.first, number.value) if number else (unit.first, int(unit.value.split()[1]))
    opened = next((s for s in signs if s.kind == "ago" and s.value == "before" and s.end == first), None)
    closed = next((s for s in signs if s.kind == "ago" and s.value == "after" and s.first == unit.end), None)
    size = unit.value.split()[0]
    if not (opened or closed) or not 0 < value <= _MOST[size] or context.reference is None:
        return None
    start, end = (opened.first if opened else first), (closed.end if closed else unit.end)
    return start, end, replace(_around(context.reference, size, -value), anchor=context.source)


def _around(written: date, unit: str, steps: int) -> Extent:
    """The day, week, month or year so many steps from the writing."""
    if unit == "day":
        return day_extent(written + timedelta(days=steps))
    if unit == "week":
        return week_extent(written + timedelta(weeks=steps))
    if unit == "month":
        month = written.year * 12 + written.month - 1 + steps
        return month_extent(month // 12, month % 12 + 1)
    return year_extent(written.year + steps)
