"""A report of which only the month or year of publication is known: what its times come to at either end of that time.

Every rule counts on from the day of writing, so what lies between the two readings is what the words can mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.model.annotation import TimeRef

_PARTS = re.compile(r"\d+|\D+")


def between(first: Iterable[TimeRef], last: Iterable[TimeRef]) -> Iterator[TimeRef]:
    """The times of a text as read from the first and from the last day it can be of: from the one to the other."""
    late = {(time.start, time.end): time for time in last}
    for early in first:
        other = late.get((early.start, early.end))
        if other is None:
            yield replace(early, earliest=None, latest=None, timex=None, joined=None, weekday=None)
        else:
            yield early if early == other else _from_to(early, other)


def _from_to(early: TimeRef, late: TimeRef) -> TimeRef:
    return replace(
        early,
        earliest=min(early.earliest, late.earliest) if early.earliest and late.earliest else None,
        latest=max(early.latest, late.latest) if early.latest and late.latest else None,
        timex=_shared(early.timex, late.timex),
        joined=early.joined if early.joined == late.joined else None,
        weekday=early.weekday if early.weekday == late.weekday else None,
    )


def _shared(one: str | None, two: str | None) -> str | None:
    """The TIMEX3 value with X from where the two differ on: 2021-02-26 and 2021-03-26 are 2021-XX-XX; a clock stays."""
    if one is None or two is None or one == two:
        return one if one == two else None
    a, b = _PARTS.findall(one), _PARTS.findall(two)
    if list(map(len, a)) != list(map(len, b)):
        return "XXXX"
    out, blurred = "", False
    for x, y in zip(a, b, strict=True):
        blurred = (blurred and "T" not in x) or x != y
        out += "X" * len(x) if blurred and x.isdigit() else x
    return out
