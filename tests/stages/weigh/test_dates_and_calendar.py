"""Dates against one another, and against the calendar."""

from __future__ import annotations

import pytest

from .builders import Case, kinds


def dated(first: tuple[str, str], second: tuple[str, str], kind: str = "attack") -> list:
    case = Case()
    case.incident("mill", kind)
    for outlet, (start, end) in (("Harbour Post", first), ("Lake Courier", second)):
        report = case.report(outlet, "The blast at the mill.")
        case.claim(report, "blast", "date", incident="mill", earliest=start, latest=end)
    return kinds(case.weigh(), "conflict", "inconsistency")


def test_dates_that_share_no_day_are_a_conflict() -> None:
    (found,) = dated(("2031-06-01", "2031-06-30"), ("2031-07-21", "2031-07-21"))
    assert found.property == "date" and "June 2031" in found.reason and "21 July 2031" in found.reason


def test_a_day_within_a_month_or_year_is_none() -> None:
    assert dated(("2031-06-01", "2031-06-30"), ("2031-06-05", "2031-06-05")) == []
    assert dated(("2031-01-01", "2031-12-31"), ("2031-06-01", "2031-06-30")) == []


def test_several_days_of_hearings_or_calls_are_none() -> None:
    assert dated(("2031-06-01", "2031-06-01"), ("2031-07-21", "2031-07-21"), "hearing") == []
    assert dated(("2031-06-01", "2031-06-01"), ("2031-07-21", "2031-07-21"), "contact") == []


def test_a_night_has_two_days() -> None:
    for late, early, expected in (
        ("It happened late on Saturday.", "It happened early Sunday morning.", 0),
        ("It happened on Saturday.", "It happened on Sunday.", 1),
    ):
        case = Case()
        a, b = case.report("Harbour Post", late), case.report("Lake Courier", early)
        case.claim(a, "Saturday", "date", incident="mill", earliest="2031-05-03", latest="2031-05-03")
        case.claim(b, "Sunday", "date", incident="mill", earliest="2031-05-04", latest="2031-05-04")
        assert len(kinds(case.weigh(), "conflict")) == expected


def test_births() -> None:
    case = Case()
    a, b = case.report("Harbour Post", "Osk Dahl was born."), case.report("Lake Courier", "Osk Dahl was born.")
    case.claim(a, "born", "birth_date", entity="Osk Dahl", earliest="1982-03-17", latest="1982-03-17")
    case.claim(b, "born", "birth_date", entity="Osk Dahl", earliest="1984-01-01", latest="1984-12-31")
    (found,) = kinds(case.weigh(), "conflict")
    assert found.entity == "e-Osk Dahl" and found.property == "birth_date"
    assert "Born 17 March 1982" in found.reason and "born 1984" in found.reason


@pytest.mark.parametrize(
    ("days", "second", "count"),
    [
        (("2031-05-02", "2031-05-03"), ("aged 46", "1984-05-04", "1985-05-03"), 1),
        (("2031-05-02", "2031-05-03"), ("aged 45", "1985-05-04", "1986-05-03"), 1),
        (("2031-05-02", "2031-05-03"), ("aged 44", "1986-05-04", "1987-05-03"), 0),
        (("2031-05-02", "2033-05-03"), ("aged 45", "1987-05-04", "1988-05-03"), 0),
    ],
)
def test_two_ages_of_one_person(days: tuple[str, str], second: tuple[str, str, str], count: int) -> None:
    case = Case()
    for day, (text, earliest, latest) in zip(days, (("aged 44", "1986-05-03", "1987-05-02"), second), strict=True):
        report = case.report(f"Paper of {day}", "Lina Osk, a teacher.", day)
        case.claim(report, "Lina Osk", "birth_date", entity="Lina Osk", text=text, earliest=earliest, latest=latest)
    assert len(kinds(case.weigh(), "conflict")) == count


@pytest.mark.parametrize(
    ("hour", "words", "count"), [("21:05", "21:05", 0), ("23:40", "23:40", 1), ("21:50", "about ten", 0)]
)
def test_hours_of_one_day(hour: str, words: str, count: int) -> None:
    case = Case()
    case.incident("mill")
    for n, (at, said) in enumerate((("21:00", "21:00"), (hour, words))):
        report = case.report(f"Paper {n}", f"The mill blew up at {said}.", "2031-05-03")
        when = f"2031-05-02T{at}"
        case.claim(report, f"blew up at {said}", "date", incident="mill", text=said, earliest=when, latest=when)
    found = [f for f in kinds(case.weigh(), "conflict") if "Time of day" in f.reason]
    assert len(found) == count


def test_a_weekday_that_the_date_does_not_fall_on() -> None:
    case = Case()
    a = case.report("Harbour Post", "The blast was on Monday, 3 May 2031. It was loud on Saturday, 3 May 2031.")
    claim = case.claim(a, "on Monday, 3 May 2031", "date", incident="mill", earliest="2031-05-03", latest="2031-05-03")
    case.time(a, "Monday, 3 May 2031", "2031-05-03", weekday=False)
    case.time(a, "Saturday, 3 May 2031", "2031-05-03", weekday=True)
    (found,) = kinds(case.weigh(), "inconsistency")
    assert found.claims == (claim.id,)
    assert "3 May 2031 is a Saturday, not a Monday" in found.reason


@pytest.mark.parametrize(("published", "found"), [("2031-05-09", 1), ("2032-01-28", 0), (None, 1)])
def test_a_year_that_was_filled_in_is_held_against_a_report_of_those_days_only(
    published: str | None, found: int
) -> None:
    case = Case()
    report = case.report("Harbour Post", "The mill blew up on Sunday, May 3.", published)
    case.time(report, "Sunday, May 3", "2031-05-03", weekday=False)
    assert len(kinds(case.weigh(), "inconsistency")) == found


def test_a_wrong_weekday_without_a_claim_still_names_its_report() -> None:
    case = Case()
    a = case.report("Harbour Post", "Roses bloomed on Monday, 3 May 2031.")
    case.time(a, "Monday, 3 May 2031", "2031-05-03", weekday=False)
    (found,) = kinds(case.weigh(), "inconsistency")
    assert found.claims == () and found.documents == (a.document.id,)


def test_an_event_told_as_past_before_it_could_be() -> None:
    for text, expected in (
        ("A blast on 9 June 2031 killed three.", 1),
        ("The vote will be held on 9 June 2031.", 0),
        ("He is due in court on 9 June 2031.", 0),
        ("A blast on 2 May 2031 killed three.", 0),
    ):
        case = Case()
        report = case.report("Harbour Post", text, "2031-05-02")
        words = "9 June 2031" if "June" in text else "2 May 2031"
        day = "2031-06-09" if "June" in text else "2031-05-02"
        case.claim(report, words, "date", incident="mill", earliest=day, latest=day)
        assert len(kinds(case.weigh(), "inconsistency")) == expected, text


ELECTIONS = "They won the snap election on 1 May 2031. He had lost before the early elections on 1 May 2033."


def test_one_election_on_one_day_of_two_years_in_one_text() -> None:
    for keys in (("vote", "vote"), ("vote", "other vote")):
        case = Case()
        for key in keys:
            case.incident(key, "election")
        report = case.report("Harbour Post", ELECTIONS)
        if keys[0] == keys[1]:
            case.mention(report, "vote", "snap election|early elections", "election")
        else:
            case.mention(report, "vote", "snap election", "election")
            case.mention(report, "other vote", "early elections", "election")
        a = case.claim(report, "on 1 May 2031", "date", incident=keys[0], earliest="2031-05-01", latest="2031-05-01")
        b = case.claim(report, "on 1 May 2033", "date", incident=keys[1], earliest="2033-05-01", latest="2033-05-01")
        found = kinds(case.weigh(), "inconsistency", "conflict")
        assert [set(f.claims) for f in found] == [{a.id, b.id}], keys
        assert found[0].kind == "inconsistency" and "election" in found[0].reason


def test_two_elections_on_two_days_are_none() -> None:
    case = Case()
    text = "They lost the election on 7 March 2031. They won the election on 1 May 2033."
    report = case.report("Harbour Post", text)
    for key, words in (("one", "election on 7"), ("two", "election on 1")):
        case.incident(key, "election")
        case.mention(report, key, words, "election")
    case.claim(report, "on 7 March 2031", "date", incident="one", earliest="2031-03-07", latest="2031-03-07")
    case.claim(report, "on 1 May 2033", "date", incident="two", earliest="2033-05-01", latest="2033-05-01")
    assert kinds(case.weigh(), "inconsistency", "conflict") == []


def test_a_paper_that_speaks_of_what_came_after_its_date() -> None:
    for day, expected in (("2031-06-09", 1), ("2031-04-09", 0)):
        case = Case()
        case.entity("The Grey Note", "document")
        a = case.report(
            "Harbour Post", f"The Grey Note is of 2 May 2031. It states that the blast of {day} shook the mill."
        )
        case.claim(a, "of 2 May 2031", "dated", entity="The Grey Note", earliest="2031-05-02", latest="2031-05-02")
        by = (("The Grey Note", "document"),)
        text_day = f"blast of {day}"
        case.claim(a, text_day, "date", incident="mill", earliest=day, latest=day, by=by)
        assert len(kinds(case.weigh(), "inconsistency")) == expected


def test_one_paper_with_two_days_in_one_text() -> None:
    for second, expected in (("2031-05-20", 1), ("2031-05-02", 0)):
        case = Case()
        case.entity("The Grey Cable", "document")
        a = case.report("Harbour Post", "The Grey Cable of 2 May 2031. That same cable, of the other day, was late.")
        case.claim(a, "of 2 May 2031", "dated", entity="The Grey Cable", earliest="2031-05-02", latest="2031-05-02")
        case.claim(a, "of the other day", "dated", entity="The Grey Cable", earliest=second, latest=second)
        assert len(kinds(case.weigh(), "inconsistency")) == expected


def placed(first: str, second: str, more: str | None = None) -> list:
    case = Case()
    for outlet, names in (("Harbour Post", [first]), ("Lake Courier", [second, *([more] if more else [])])):
        report = case.report(outlet, "The blast at the mill.")
        for name in names:
            case.claim(report, "blast", "place", incident="mill", about=name)
    return kinds(case.weigh(), "conflict")


def test_places() -> None:
    (found,) = placed("Izmir", "Trabzon")
    assert found.property == "place" and "Izmir" in found.reason and "neither place lies in the other" in found.reason
    assert placed("Izmir", "Turkey") == []
    assert placed("Izmir", "Konak") == []
    assert placed("Izmir", "The Old Mill") == []
    assert placed("Izmir", "Trabzon", "Izmir") == []


def test_bare_weekdays_a_week_apart_may_be_one_day() -> None:
    for day, expected in (("2031-05-14", 0), ("2031-05-12", 1)):
        case = Case()
        a, b = case.report("Harbour Post", "It happened on Wednesday."), case.report("Lake Courier", "It was that day.")
        case.claim(
            a, "Wednesday", "date", incident="mill", earliest="2031-05-07", latest="2031-05-07", text="Wednesday"
        )
        case.claim(b, "that day", "date", incident="mill", earliest=day, latest=day, text="12 May")
        found = kinds(case.weigh(), "conflict")
        assert len(found) == expected
        assert not expected or "reckoned from the words “Wednesday”" in found[0].reason


def test_a_report_with_dates_far_apart_is_not_held_against_others() -> None:
    case = Case()
    a = case.report("Harbour Post", "The blast was in May. The suspect was hurt in a crash in 2028.")
    b = case.report("Lake Courier", "The blast was on 9 May.")
    case.claim(a, "in May", "date", incident="mill", earliest="2031-05-01", latest="2031-05-31")
    case.claim(a, "in 2028", "date", incident="mill", earliest="2028-01-01", latest="2028-12-31")
    case.claim(b, "on 9 May", "date", incident="mill", earliest="2031-05-09", latest="2031-05-09")
    assert kinds(case.weigh(), "conflict") == []


def test_a_date_after_the_report_is_no_account_of_the_event() -> None:
    case = Case()
    a = case.report("Harbour Post", "The vigil for the blast is tomorrow.", "2031-05-10")
    b = case.report("Lake Courier", "The blast was on 9 May.", "2031-05-10")
    case.claim(a, "tomorrow", "date", incident="mill", earliest="2031-05-11", latest="2031-05-11")
    case.claim(b, "on 9 May", "date", incident="mill", earliest="2031-05-09", latest="2031-05-09")
    assert kinds(case.weigh(), "conflict") == []


def test_dates_of_what_followed_or_of_another_event_are_not_the_incidents() -> None:
    for words, expected in (
        ("The girl died on 12 May.", 0),
        ("He was arrested on 12 May.", 0),
        ("On 12 May another child was shot.", 0),
        ("The blast was on 12 May.", 1),
    ):
        case = Case()
        a, b = case.report("Harbour Post", "The blast was on 9 May."), case.report("Lake Courier", words)
        case.claim(a, "blast was on 9 May", "date", incident="mill", earliest="2031-05-09", latest="2031-05-09")
        case.claim(b, words.rstrip("."), "date", incident="mill", earliest="2031-05-12", latest="2031-05-12")
        assert len(kinds(case.weigh(), "conflict")) == expected, words


def test_dates_too_far_apart_are_of_two_events_unless_alike() -> None:
    assert dated(("2031-05-09", "2031-05-09"), ("2031-08-20", "2031-08-20")) == []
    assert len(dated(("2031-05-09", "2031-05-09"), ("2031-08-09", "2031-08-09"))) == 1
    assert len(dated(("2031-05-09", "2031-05-09"), ("2030-05-09", "2030-05-09"))) == 1


def test_an_hour_or_a_late_weekday_names_no_day() -> None:
    for text, day, published, expected in (
        ("11:30 a.m.", "2031-05-12", "2031-05-13", 0),
        ("a year ago", "2031-05-12", "2031-05-13", 0),
        ("Monday", "2031-05-19", "2031-05-24", 0),
        ("Monday", "2031-05-12", "2031-05-13", 1),
    ):
        case = Case()
        a = case.report("Harbour Post", "The blast was on 9 May.", "2031-05-10")
        b = case.report("Lake Courier", f"It was {text}.", published)
        case.claim(a, "9 May", "date", incident="mill", earliest="2031-05-09", latest="2031-05-09", text="9 May")
        case.claim(b, text, "date", incident="mill", earliest=day, latest=day, text=text)
        assert len(kinds(case.weigh(), "conflict")) == expected, (text, day)
