"""Tolls that a report says have risen, counts made long after, and one speaker's two figures."""

from __future__ import annotations

from rashomon.model.link import IncidentDate

from .builders import Case, kinds

DIFFERENCES = ("conflict", "update", "scope", "rounding", "inconsistency")


def risen(text: str, speaker: str, other: str = "") -> list[str]:
    """The kinds found between 17 of one speaker and 21 of a report that was published a day later."""
    case = Case()
    a = case.report("Harbour Post", "17 died at the mill.", "2031-05-02")
    b = case.report("Lake Courier", text, "2031-05-03")
    case.claim(a, "17 died", "killed", incident="mill", number=17, bound="exact", by=((speaker, "person"),))
    case.claim(b, text[:-1], "killed", incident="mill", number=21, bound="exact", said_on="2031-05-02")
    if other:
        case.claim(b, "put it at 14", "killed", incident="mill", number=14, bound="exact", by=((other, "person"),))
    return [f.kind for f in kinds(case.weigh(), *DIFFERENCES) if "21" in f.reason and "17" in f.reason]


def test_a_toll_that_has_climbed_stands_for_the_one_before() -> None:
    assert risen("The toll has climbed to 21.", "Ana Molo") == ["update"]
    assert risen("The number of the dead rose on Friday to 21.", "Ana Molo") == ["update"]
    assert risen("The toll was 21.", "Ana Molo") == ["conflict"]


def test_not_for_a_speaker_whose_other_figure_the_report_has() -> None:
    text = "The toll has climbed to 21. Ana Molo put it at 14."
    assert risen(text, "Ana Molo", "Ana Molo") == ["conflict"]


def test_who_speaks_after_a_risen_toll_differs() -> None:
    case = Case()
    a = case.report("Harbour Post", "The toll has climbed to 21. The ministry put it at 14.", "2031-05-02")
    case.claim(a, "climbed to 21", "killed", incident="mill", number=21, bound="exact")
    case.claim(a, "put it at 14", "killed", incident="mill", number=14, bound="exact", by=(("The ministry", "person"),))
    assert [f.kind for f in kinds(case.weigh(), *DIFFERENCES)] == ["conflict"]


def test_a_correction_behind_a_speaker_stands_all_the_same() -> None:
    text = "The blast has now claimed 32 lives. Ana Molo said more than 50 had died (Update: it is now certain that 32 died)."
    case = Case()
    a = case.report("Harbour Post", text, "2031-05-02")
    case.claim(a, "claimed 32 lives", "killed", incident="mill", number=32, bound="exact")
    case.claim(
        a,
        "more than 50 had died",
        "killed",
        incident="mill",
        number=50,
        bound="more_than",
        by=(("Ana Molo", "person"),),
    )
    assert [f.kind for f in kinds(case.weigh(), *DIFFERENCES)] == ["update"]


def test_what_a_speaker_had_admitted_before() -> None:
    case = Case()
    a = case.report("Harbour Post", "Orm Kaya, who had admitted nine deaths, put the toll at 14.", "2031-05-03")
    b = case.report("Lake Courier", "Orm Kaya spoke of nine dead.", "2031-05-03")
    by = (("Orm Kaya", "person"),)
    case.claim(a, "nine deaths", "killed", incident="mill", number=9, bound="exact", by=by)  # type: ignore[arg-type]
    case.claim(a, "toll at 14", "killed", incident="mill", number=14, bound="exact", by=by)  # type: ignore[arg-type]
    case.claim(b, "nine dead", "killed", incident="mill", number=9, bound="exact", by=by)  # type: ignore[arg-type]
    (found,) = kinds(case.weigh(), *DIFFERENCES)
    assert found.kind == "update" and found.reason.startswith("9 ")


def test_counts_made_more_than_a_year_later_differ() -> None:
    for happened, kind in (("1987-08-14", "conflict"), ("2031-05-01", "update")):
        case = Case()
        date = IncidentDate(happened, happened, False)
        case.incident("mill", date=date)
        a = case.report("Harbour Post", "Soldiers killed 43 people.", "2031-05-02")
        b = case.report("Lake Courier", "Soldiers killed 46 people.", "2031-05-09")
        case.claim(a, "killed 43 people", "killed", incident="mill", number=43, bound="exact")
        case.claim(b, "killed 46 people", "killed", incident="mill", number=46, bound="exact")
        assert [f.kind for f in kinds(case.weigh(), *DIFFERENCES)] == [kind]
