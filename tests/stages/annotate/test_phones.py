"""Telephone numbers: exact spans, E.164, the period that the text gives a number or a group of them."""

from __future__ import annotations

import pytest

from rashomon.model.annotation import Phone, Sentence, TimeRef
from rashomon.model.document import Block, Document
from rashomon.stages.annotate.phones import find_phones


def read(text: str, region: str | None = None, times: tuple[TimeRef, ...] = ()) -> tuple[Phone, ...]:
    document = Document(
        "d", "0" * 64, "f.txt", "text/plain", "article", None, None, None, None, None, "en", text,
        (Block(0, len(text), "body"),), True,
    )  # fmt: skip
    found = find_phones(document, (Sentence(0, 0, len(text), "body", 0, ()),), times, region)
    assert all(text[p.start : p.end] == p.quote for p in found)
    return found


def test_a_group_takes_the_year_that_follows_it() -> None:
    found = read("She used +44 20 7946 0958 in 2012, +44 20 7946 0959, +44 20 7946 0960 and +44 20 7946 0961 in 2014.")
    assert [(p.e164[-4:], p.earliest, p.latest) for p in found] == [
        ("0958", "2012-01-01", "2012-12-31"),
        ("0959", "2014-01-01", "2014-12-31"),
        ("0960", "2014-01-01", "2014-12-31"),
        ("0961", "2014-01-01", "2014-12-31"),
    ]


def test_no_break_spaces_stay_inside_the_span() -> None:
    (phone,) = read("Call +44\u00a020\u00a07946\u00a00958 now.")
    assert (phone.quote, phone.e164) == ("+44\u00a020\u00a07946\u00a00958", "+442079460958")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("He had +44 20 7946 0958 between 2012 and 2014.", ("2012-01-01", "2014-12-31")),
        ("He had +44 20 7946 0958 until 2012.", (None, "2012-12-31")),
        ("He had +44 20 7946 0958 since 2012.", ("2012-01-01", None)),
        ("He had +44 20 7946 0958 and no other.", (None, None)),
        ("He had +44 20 7946 0958. In 2012 he left.", (None, None)),
    ],
)
def test_periods(text: str, period: tuple[str | None, str | None]) -> None:
    (phone,) = read(text)
    assert (phone.earliest, phone.latest) == period


def test_the_only_time_before_a_number_in_its_sentence_is_its_period() -> None:
    time = TimeRef(3, 7, "2013", "DATE", "2013-01-01", "2013-12-31", "2013", None, 0)
    (phone,) = read("In 2013, he used +44 20 7946 0958.", times=(time,))
    assert (phone.earliest, phone.latest) == ("2013-01-01", "2013-12-31")


def test_a_period_behind_whom_a_number_was_assigned_to() -> None:
    text = "He used +44 20 7946 0958, which had been assigned to Pardo from May 2011 to June 2012."
    found = [(text.index(q), q) for q in ("May 2011", "June 2012")]
    days = {"May 2011": ("2011-05-01", "2011-05-31"), "June 2012": ("2012-06-01", "2012-06-30")}
    times = tuple(TimeRef(at, at + len(q), q, "DATE", *days[q], q, None, 0) for at, q in found)
    (phone,) = read(text, times=times)
    assert (phone.earliest, phone.latest) == ("2011-05-01", "2012-06-30")


def test_a_country_code_is_enough_where_the_range_is_out_of_use() -> None:
    found = read("The clerk used +44 7700 900341 in 2017 and +44 7700 900872 in 2018.")
    assert [(p.e164, p.earliest, p.latest) for p in found] == [
        ("+447700900341", "2017-01-01", "2017-12-31"),
        ("+447700900872", "2018-01-01", "2018-12-31"),
    ]
    assert read("Sales rose by +12 34 56 78 90 12 34 56 78 90 units.") == ()


def test_national_formats_need_a_region() -> None:
    text = "Ring (318) 555-0199 or 020 7946 0958."
    assert read(text) == ()
    assert [p.e164 for p in read(text, "GB")] == ["+442079460958"]


def test_the_international_prefix_may_be_written_00() -> None:
    (phone,) = read("Ring 0044 20 7946 0958.")
    assert (phone.quote, phone.e164) == ("0044 20 7946 0958", "+442079460958")


@pytest.mark.parametrize(
    "text",
    [
        "It cost $318 325 1754.",
        "See case no. 318-325-1754.",
        "On 2015-10-10 12:30:00 it rang.",
        "About 1,318,325,175 people.",
    ],
)
def test_sums_numbers_of_files_and_dates_are_no_phones(text: str) -> None:
    assert read(text, "US") == ()
