"""Whether two values stand on different days, so that the later stands for the earlier."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.days import Days
from rashomon.stages.weigh.layout import Laid


def tell_by_day(first: tuple[Laid, ...], second: tuple[Laid, ...], notes: tuple[str, ...]) -> Contrast:
    """An update, the earlier value's claims first, where both are dated and the days differ; else a conflict."""
    ones, others = _days(first), _days(second)
    if ones and others:
        if _comes_first(ones, others):
            return Contrast("update", first, second, (*notes, _later_note(ones, others)))
        if _comes_first(others, ones):
            return Contrast("update", second, first, (*notes, _later_note(others, ones)))
    return Contrast("conflict", first, second, (*notes, _undated_note(first, second)))


def _days(laids: Iterable[Laid]) -> list[Days]:
    return sorted(laid.day for laid in laids if laid.day)


def _comes_first(early: list[Days], late: list[Days]) -> bool:
    """Whether the early value was given before the late one, and no longer once the late one was known.

    Both may be given on the day on which the one takes the other's place.
    """
    begins = early[0].last < late[0].first
    return begins and (max(d.last for d in early) <= late[0].first)


def _later_note(early: list[Days], late: list[Days]) -> str:
    return f"the second, of {late[0]}, is later than the first, of {early[0]}, and stands for it"


def _undated_note(first: tuple[Laid, ...], second: tuple[Laid, ...]) -> str:
    if {c.document.id for c in first} == {c.document.id for c in second}:
        return "both stand in the same report"
    ones, others = _days(first), _days(second)
    if not ones and not others:
        return "neither report is dated, so one may be an earlier count"
    if not ones or not others:
        return f"the {'first' if not ones else 'second'} is not dated, so it may be an earlier or a later count"
    if ones[0].meets(others[0]):
        return f"both are of {ones[0]}, so one may be an earlier hour's count"
    return "both were given again after the other was known"
