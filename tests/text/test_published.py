from __future__ import annotations

import pytest

from rashomon.text.calendar import period
from rashomon.text.published import is_ambiguous, parse_published


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2021-03-05", "2021-03-05"),
        ("2021-03-05T10:00:00+02:00", "2021-03-05T10:00:00+02:00"),
        ("2021-03", "2021-03"),
        ("03/2021", "2021-03"),
        ("March 2021", "2021-03"),
        ("2021", "2021"),
        ("15.03.2022", "2022-03-15"),
        ("15/3/2022", "2022-03-15"),
        ("3/15/2022", "2022-03-15"),
        ("2022/3/15", "2022-03-15"),
        ("15 March 2022", "2022-03-15"),
        ("Tuesday, Mar. 15th, 2022", "2022-03-15"),
        ("3. Mai 2019", "2019-05-03"),
        ("4/4/2021", "2021-04-04"),
    ],
)
def test_what_can_mean_one_thing_is_read(written: str, meant: str) -> None:
    assert parse_published(written) == meant == parse_published(written, day_first=True)
    assert not is_ambiguous(written)


@pytest.mark.parametrize(
    "written",
    ["", "5", "last year", "2021-13", "00/2021", "2021-02-30", "30 February 2015", "31 Foo 2015", "March", "12 March",
     "12 May 2021 by the desk", "12 May 12 June 2021", "May June 2021", "32/13/2021"],
)  # fmt: skip
def test_what_means_no_day_is_none(written: str) -> None:
    assert parse_published(written) is None
    assert parse_published(written, day_first=True) is None


def test_what_could_be_two_days_is_none_unless_the_user_says_which() -> None:
    for written in ("3/4/2021", "03-04-2021"):
        assert parse_published(written) is None
        assert is_ambiguous(written)
        assert parse_published(written, day_first=True) == "2021-04-03"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2021", ("2021-01-01", "2021-12-31")),
        ("2021-02", ("2021-02-01", "2021-02-28")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2021-02-05", ("2021-02-05", "2021-02-05")),
        ("2021-02-05T09:00", ("2021-02-05", "2021-02-05")),
        ("2021-00", (None, None)),
        ("2021-13", (None, None)),
        ("0000", (None, None)),
        ("", (None, None)),
        (None, (None, None)),
    ],
)
def test_a_period_is_all_that_a_date_leaves_possible(text: str | None, days: tuple[str | None, str | None]) -> None:
    assert period(text) == days
