"""Intervals of ISO days: arithmetic, comparison and how they read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text import calendar


def test_days_and_times_are_read_and_nonsense_is_none() -> None:
    assert str(calendar.parse_day("2031-04-05T21:00")) == "2031-04-05"
    assert [calendar.parse_day(x) for x in (None, "", "2031", "XXXX-04-05", "2031-02-30")] == [None] * 5
    assert calendar.parse_clock("2031-04-05T21:30") == 21 * 60 + 30
    assert [calendar.parse_clock(x) for x in (None, "2031-04-05", "2031-04-05TNI", "2031-04-05T99:00")].count(None) == 4


def test_distance_shift_and_weekday() -> None:
    assert calendar.days_between("2031-04-05", "2031-05-05") == 30
    assert calendar.days_between("2031-04-05", None) is None
    assert calendar.shift_day("2032-03-01", -1) == "2032-02-29"
    assert calendar.weekday_name("2031-04-05") == "Saturday"
    with pytest.raises(ValueError, match="not an ISO day"):
        calendar.shift_day("April", 1)


def test_overlap_and_containment_of_days_times_and_open_ends() -> None:
    day, hour = ("2031-04-05", "2031-04-05"), ("2031-04-05T21:00", "2031-04-05T21:00")
    assert calendar.contains(day, hour) and not calendar.contains(hour, day)
    assert calendar.overlaps((None, "2031-04-05"), hour)
    assert not calendar.overlaps((None, "2031-04-04"), day)
    assert calendar.intersect(("2031-01-01", "2031-12-31"), ("2031-04-05", None)) == (
        "2031-04-05",
        "2031-12-31",
    )
    assert calendar.intersect(("2031-01-01", "2031-01-31"), day) is None
    assert calendar.hull(day, ("2031-01-01", None)) == ("2031-01-01", None)
    assert calendar.gap_days(day, ("2031-04-09", "2031-04-10")) == 4
    assert calendar.gap_days(("2031-04-09", None), day) == 4
    assert calendar.gap_days(day, (None, None)) == 0


@pytest.mark.parametrize(
    ("interval", "shown", "in_sentence"),
    [
        (("2031-10-10", "2031-10-10"), "10 October 2031", "on 10 October 2031"),
        (("2031-10-10T21:05", "2031-10-10T21:05"), "10 October 2031, 21:05", "on 10 October 2031, 21:05"),
        (("2032-05-27", "2032-05-29"), "27–29 May 2032", "on 27–29 May 2032"),
        (("2032-05-27", "2032-06-02"), "27 May – 2 June 2032", "on 27 May – 2 June 2032"),
        (
            ("2031-12-30", "2032-01-02"),
            "30 December 2031 – 2 January 2032",
            "on 30 December 2031 – 2 January 2032",
        ),
        (("2031-01-01", "2031-12-31"), "2031", "in 2031"),
        (("2032-02-01", "2032-02-29"), "February 2032", "in February 2032"),
        (("2032-05-01", "2032-06-30"), "May–June 2032", "in May–June 2032"),
        (("2030-01-01", "2039-12-31"), "2030–2039", "in 2030–2039"),
        ((None, "2031-10-10"), "by 10 October 2031", "by 10 October 2031"),
        (("2031-10-10", None), "since 10 October 2031", "since 10 October 2031"),
        ((None, None), "an unknown date", "on an unknown date"),
    ],
)
def test_an_interval_reads_as_a_person_writes_it(interval: calendar.Interval, shown: str, in_sentence: str) -> None:
    assert calendar.format_interval(interval) == shown
    assert calendar.format_interval(interval, preposition=True) == in_sentence


_days = st.one_of(st.none(), st.dates().map(str))


@given(_days, _days, _days, _days)
def test_the_intersection_lies_in_both(a: str | None, b: str | None, c: str | None, d: str | None) -> None:
    one, two = (a, b), (c, d)
    both = calendar.intersect(one, two)
    assert (both is not None) == calendar.overlaps(one, two) == calendar.overlaps(two, one)
    if both is not None and not (a and b and a > b) and not (c and d and c > d):
        assert calendar.contains(one, both) and calendar.contains(two, both)


def test_the_same_day_of_another_year_month_or_week() -> None:
    assert calendar.same_day(date(2031, 10, 15), "Y", -1) == date(2030, 10, 15)
    assert calendar.same_day(date(2031, 10, 15), "W", -2) == date(2031, 10, 1)
    assert calendar.same_day(date(2031, 1, 31), "M", -2) is None
    assert calendar.same_day(date(2032, 2, 29), "Y", -1) is None
