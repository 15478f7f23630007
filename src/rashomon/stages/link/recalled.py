"""What is told long after it happened: a report that looks back seldom recalls two deeds of one month."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.text.calendar import Interval, days_between, overlaps

_MONTH, _LONG_AGO = 31, 60
_ONE_YEAR, _BOTH_YEARS = 0.5, 0.35


def recalled(a: Sequence[Interval], b: Sequence[Interval], published: str | None, other: str | None) -> float:
    """ "in July 2005", "on 7 July 2005", told years later: 1 where both give a month or a day, less where one or both give a year."""
    if not any(overlaps(x, y) for x in a for y in b) or not (_is_past(a, published) and _is_past(b, other)):
        return 0.0
    wide = [min(days_between(*x) or 0 for x in days) > _MONTH for days in (a, b)]
    return _BOTH_YEARS if all(wide) else _ONE_YEAR if any(wide) else 1.0


def _is_past(days: Sequence[Interval], published: str | None) -> bool:
    """Whether all days lie two months or more before a report."""
    since = [days_between(last, published) for _, last in days]
    return all(n is not None and n > _LONG_AGO for n in since)
