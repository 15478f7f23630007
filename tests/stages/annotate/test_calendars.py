"""Dates of the Islamic and the Persian calendar. All sentences are of our own making."""

from __future__ import annotations

from datetime import date

import pytest

from rashomon.model.annotation import Sentence, TimeRef
from rashomon.model.document import Block, Document
from rashomon.stages.annotate.times import find_times
from rashomon.text.calendars import hijri_days, jalali_days


def told(code: str, text: str, published: str = "2023-08-05") -> list[TimeRef]:
    block = Block(0, len(text), "body")
    document = Document(
        "d1", "0" * 64, "a.txt", "text/plain", "article", None, None, None, published, None, code, text, (block,),
        claims_read=code == "en",
    )  # fmt: skip
    return list(find_times(document, (Sentence(0, 0, len(text), block, 0, ()),)))


@pytest.mark.parametrize(
    ("code", "text", "first", "last"),
    [
        ("en", "The shrine was attacked on 14 Muharram 1445, he said.", "2023-07-31", "2023-08-02"),
        ("en", "It was the 9th of Dhu al-Hijja 1438.", "2017-08-30", "2017-09-01"),
        ("en", "He was shot on Dhul Hijjah 10, 1442.", "2021-07-19", "2021-07-21"),
        ("en", "The raid was on 27 Ramadan, witnesses said.", "2023-04-17", "2023-04-19"),
        ("en", "He was held in Tir 1401.", "2022-06-22", "2022-07-22"),
        ("ar", "وقع الهجوم في العاشر من محرم 1445.", "2023-07-27", "2023-07-29"),
        ("ar", "صدر الحكم في 14/1/1445 هـ.", "2023-07-31", "2023-08-02"),
        ("fa", "انفجار بازار در ۱۵ مهر ۱۴۰۲ رخ داد.", "2023-10-07", "2023-10-07"),
        ("fa", "دادگاه در تاریخ ۱۴۰۲/۰۷/۱۵ حکم داد.", "2023-10-07", "2023-10-07"),
        ("tr", "Saldırı 10 Muharrem 1445 tarihinde oldu.", "2023-07-27", "2023-07-29"),
        ("ru", "Нападение произошло 10 мухаррама 1445 года.", "2023-07-27", "2023-07-29"),
    ],
)  # fmt: skip
def test_a_day_of_another_calendar_is_one_day_or_the_days_it_may_be(
    code: str, text: str, first: str, last: str
) -> None:
    found = told(code, text)
    assert [(t.earliest, t.latest) for t in found] == [(first, last)]
    assert text[found[0].start : found[0].end] == found[0].quote


def test_the_gregorian_day_beside_it_says_which() -> None:
    found = told("en", "It was on 14 Muharram 1445 (1 August 2023) that nine were killed.")
    assert [(t.earliest, t.latest) for t in found] == [("2023-08-01", "2023-08-01")] * 2


@pytest.mark.parametrize(
    "text",
    ["Ramadan began.", "Mr Asad spoke with Azar Mehr.", "He drew 12 mizan.", "In 1445 the town was walled.", "The Safar hotel burnt."],
)  # fmt: skip
def test_a_month_alone_or_a_name_is_no_date(text: str) -> None:
    assert not [t for t in told("en", text) if t.timex and "/" in t.timex]


def test_days_that_do_not_exist_are_none() -> None:
    assert hijri_days(1445, 13, 1) is None
    assert hijri_days(900, 1, 1) is None
    assert jalali_days(1402, 12, 30) is None
    assert jalali_days(1403, 12, 30) == (date(2025, 3, 20), date(2025, 3, 20))
    assert hijri_days(1445, 2, 30) is not None
