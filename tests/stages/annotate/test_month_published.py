"""A report of which only the month or the year is known: all of that time is possible, for what it tells too."""

from __future__ import annotations

import pytest

import rashomon
from rashomon.settings import Settings

ONE = Settings(processes=1)


def times(text: str, published: str | None) -> list[tuple[str, str | None, str | None, str | None]]:
    rows = rashomon.read(text, published=published, publisher="The Quay", settings=ONE)
    assert rows["documents"][0]["published"] == published
    return [(t["quote"], t["timex"], t["earliest"], t["latest"]) for t in rows["times"]]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("The ferry sank yesterday, the port said.", "2021-03", ("2021-XX-XX", "2021-02-28", "2021-03-30")),
        ("The ferry sank today, the port said.", "2021-03", ("2021-03-XX", "2021-03-01", "2021-03-31")),
        ("The ferry sank on Monday, the port said.", "2021-03", ("2021-03-XX", "2021-03-01", "2021-03-29")),
        ("The ferry sank on Friday, the port said.", "2021-03", ("2021-XX-XX", "2021-02-26", "2021-03-26")),
        ("The ferry sank last year, the port said.", "2021-03", ("2020", "2020-01-01", "2020-12-31")),
        ("The ferry sank on 3 May, the port said.", "2019-09", ("2019-05-03", "2019-05-03", "2019-05-03")),
        ("The ferry sank on 3 May 2011, the port said.", "2019-09", ("2011-05-03", "2011-05-03", "2011-05-03")),
        ("The ferry sank today, the port said.", "2021", ("2021-XX-XX", "2021-01-01", "2021-12-31")),
    ],
)
def test_what_hangs_on_the_day_is_open_to_the_whole_time(
    text: str, published: str, expected: tuple[str, str, str]
) -> None:
    (found,) = times(text, published)
    assert found[1:] == expected


def test_a_month_says_less_than_a_day_of_it_and_more_than_nothing() -> None:
    text = "The ferry sank on Monday, the port said. It had left on 3 May."
    whole, day, none = times(text, "2019-09"), times(text, "2019-09-12"), times(text, None)
    assert [t[0] for t in whole] == [t[0] for t in day] == [t[0] for t in none]
    for wide, narrow, unknown in zip(whole, day, none, strict=True):
        assert wide[2] is not None
        assert narrow[2] is not None
        assert wide[2] <= narrow[2] <= str(narrow[3]) <= str(wide[3])
        assert unknown[2:] == (None, None)


def test_a_day_of_its_own_in_the_text_goes_before_the_month() -> None:
    (_, today) = times("KARSOVA, March 9, 2021 (QNA) -- The ferry sank today, the port said.", "2021-03")
    assert today[1:] == ("2021-03-09", "2021-03-09", "2021-03-09")
