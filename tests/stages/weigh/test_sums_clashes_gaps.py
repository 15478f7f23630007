"""Sums, clashes, gaps."""

from __future__ import annotations

from dataclasses import replace

from rashomon.model.link import IncidentDate

from .builders import Case, kinds

TEXT = "Three attacks in 2031 killed 142. The mill blast killed 105. The bridge blast killed 33. The raid killed 4."


def attacks(text: str, figures: dict[str, tuple[str, int]], total: tuple[str, int]) -> Case:
    case = Case()
    report = case.report("Harbour Post", text)
    case.claim(
        report,
        total[0],
        "killed",
        number=total[1],
        bound="exact",
        total=True,
        earliest="2031-01-01",
        latest="2031-12-31",
    )
    for key, (words, number) in figures.items():
        case.claim(report, words, "killed", incident=key, number=number, bound="exact")
    return case


FIGURES = {
    "mill": ("mill blast killed 105", 105),
    "bridge": ("bridge blast killed 33", 33),
    "raid": ("raid killed 4", 4),
}


def test_a_total_that_one_set_of_incidents_makes_up() -> None:
    case = attacks(TEXT, FIGURES, ("killed 142", 142))
    case.quantity(case.reports[0], "Three attacks", 3)
    (found,) = kinds(case.weigh(), "sum")
    assert len(found.claims) == 4
    assert "105 + 33 + 4" in found.reason and "inferred" in found.reason


def test_incidents_outside_the_period_are_no_parts() -> None:
    case = attacks(TEXT, FIGURES, ("killed 142", 142))
    case.incident("raid", "attack", IncidentDate("2029-01-01", "2029-01-01", False))
    assert kinds(case.weigh(), "sum") == []


def test_two_sets_that_fit_are_no_finding() -> None:
    text = "Attacks killed 20. One killed 12. One more killed 8. Another blast took 12."
    figures = {"a": ("One killed 12", 12), "b": ("One more killed 8", 8), "c": ("blast took 12", 12)}
    assert kinds(attacks(text, figures, ("Attacks killed 20", 20)).weigh(), "sum") == []


def test_a_small_total_needs_the_number_of_its_events() -> None:
    text = "In the three events 9 died. The mill blast killed 6. The bridge blast killed 1. The raid killed 2."
    figures = {"mill": ("blast killed 6", 6), "bridge": ("blast killed 1", 1), "raid": ("raid killed 2", 2)}
    told, untold = attacks(text, figures, ("9 died", 9)), attacks(text, figures, ("9 died", 9))
    told.quantity(told.reports[0], "three events", 3)
    assert len(kinds(told.weigh(), "sum")) == 1
    assert kinds(untold.weigh(), "sum") == []


def test_the_number_of_attacks_must_fit() -> None:
    case = attacks(TEXT.replace("Three", "Two"), FIGURES, ("killed 142", 142))
    case.quantity(case.reports[0], "Two attacks", 2)
    assert kinds(case.weigh(), "sum") == []


def test_a_total_that_another_report_makes_up() -> None:
    case = attacks(TEXT.replace("105", "103"), {**FIGURES, "mill": ("mill blast killed 103", 103)}, ("killed 142", 142))
    case.quantity(case.reports[0], "Three attacks", 3)
    other = case.report("Lake Courier", "The mill blast killed 105.")
    claim = case.claim(other, "killed 105", "killed", incident="mill", number=105, bound="exact")
    (found,) = kinds(case.weigh(), "sum")
    assert claim.id in found.claims and "with the figure of Lake Courier" in found.reason
    assert "by its own figures they make 140" in found.reason


def parts(text: str, whole: tuple[str, int], *given: tuple[str, int, str]) -> list:
    case = Case()
    report = case.report("Harbour Post", text)
    case.claim(report, whole[0], "killed", incident="mill", number=whole[1], bound="exact")
    for words, number, part in given:
        case.claim(report, words, "killed", incident="mill", number=number, bound="exact", part=part)
    return kinds(case.weigh(), "sum")


def test_parts_that_the_text_names() -> None:
    text = "The toll is 103. In all 86 died at the scene as 17 died in hospital."
    given = (("86 died", 86, "at the scene"), ("17 died", 17, "in hospital"))
    (found,) = parts(text, ("toll is 103", 103), *given)
    assert "86 at the scene + 17 in hospital, add up" in found.reason and len(found.claims) == 3
    assert parts(text.replace("103", "110"), ("toll is 110", 110), *given) == []


def test_parts_listed_in_full_that_do_not_add_up() -> None:
    text = "The blast killed 110 (86 at the scene, 17 in hospital)."
    given = (("86 at the scene", 86, "at the scene"), ("17 in hospital", 17, "in hospital"))
    (found,) = parts(text, ("killed 110", 110), *given)
    assert "add up to 103, not to it" in found.reason


def held(prop: str, *holders: tuple[str, str, str, str]) -> list:
    case = Case()
    for n, (who, text, start, end) in enumerate(holders):
        report = case.report(f"Paper {n}", f"{who} had it.")
        case.claim(report, "had it", prop, entity=who, text=text, earliest=start, latest=end)
    return kinds(case.weigh(), "clash")


def test_two_holders_of_one_number() -> None:
    year = ("2031-01-01", "2031-12-31")
    (found,) = held("phone", ("Osk Dahl", "+15550100", *year), ("Tor Venn", "+15550100", *year))
    assert "Osk Dahl and Tor Venn" in found.reason and "may have changed hands" in found.reason
    assert held("phone", ("Osk Dahl", "+15550100", *year), ("Tor Venn", "+15550101", *year)) == []
    assert held("phone", ("Osk Dahl", "+15550100", *year), ("Osk Dahl", "+15550100", *year)) == []
    later = ("2032-01-01", "2032-12-31")
    assert held("phone", ("Osk Dahl", "+15550100", *year), ("Tor Venn", "+15550100", *later)) == []


def test_two_holders_of_one_post() -> None:
    day, year = ("2031-05-02", "2031-05-02"), ("2031-01-01", "2031-12-31")
    assert len(held("role", ("Osk Dahl", "mayor of Varna", *day), ("Tor Venn", "Mayor of Varna", *year))) == 1
    assert held("role", ("Osk Dahl", "mayor of Varna", *year), ("Tor Venn", "mayor of Varna", *year)) == []
    assert held("role", ("Osk Dahl", "clerk of Varna", *day), ("Tor Venn", "clerk of Varna", *day)) == []


def test_one_person_in_two_places_at_one_hour() -> None:
    for hour, expected in (("14", 1), ("15", 0)):
        case = Case()
        a, b = case.report("A Post", "Osk Dahl was in Varna."), case.report("B Post", "Osk Dahl was in Ostia.")
        first, second = "2031-05-02T14:00", f"2031-05-02T{hour}:30"
        case.claim(a, "was in", "whereabouts", entity="Osk Dahl", about="Varna", earliest=first, latest=first)
        case.claim(b, "was in", "whereabouts", entity="Osk Dahl", about="Ostia", earliest=second, latest=second)
        assert len(kinds(case.weigh(), "clash")) == expected


def test_a_contact_with_somebody_unnamed_is_a_gap() -> None:
    for other, expected in (("two soldiers", 1), ("Tor Venn", 0)):
        case = Case()
        case.incident("call", "contact", IncidentDate("2031-05-02", "2031-05-02", False))
        report = case.report("Harbour Post", f"Osk Dahl called {other}.")
        parties = (("Osk Dahl", "from"), (other, "to"))
        case.claim(report, "Osk Dahl", "suspect", about="Osk Dahl")
        case.claim(report, "called", "contact", incident="call", parties=parties, kind="call")
        found = kinds(case.weigh(), "gap")
        assert len(found) == expected
        assert not expected or "“two soldiers”" in found[0].reason


def test_a_cited_paper_without_a_date_is_a_gap() -> None:
    case = Case()
    case.entity("The Grey Note", "document")
    report = case.report("Harbour Post", "The Grey Note says Osk Dahl did it. The Grey Note says he is chief.")
    by = (("The Grey Note", "document"),)
    case.claim(report, "did it", "perpetrator", incident="mill", about="Osk Dahl", by=by)
    case.claim(report, "is chief", "role", entity="Osk Dahl", text="chief", by=by)
    case.incident("mill", "attack", IncidentDate("2031-05-02", "2031-05-02", False))
    (found,) = kinds(case.weigh(), "gap")
    assert "The Grey Note" in found.reason and found.property == "dated"
    case.claim(report, "The Grey Note", "dated", entity="The Grey Note", earliest="2031-05-02", latest="2031-05-02")
    assert kinds(case.weigh(), "gap") == []


def test_an_incident_that_no_report_dates_is_a_gap() -> None:
    case = Case()
    report = case.report("Harbour Post", "The blast killed 33. It hurt 40. Osk Dahl did it.")
    case.incident("mill", places=("e-Tarsk",))
    case.claim(report, "killed 33", "killed", incident="mill", number=33, bound="exact")
    assert kinds(case.weigh(), "gap") == [], "a passing mention is no gap"
    case.claim(report, "hurt 40", "injured", incident="mill", number=40, bound="exact")
    case.claim(report, "did it", "perpetrator", incident="mill", about="Osk Dahl")
    assert [f.property for f in kinds(case.weigh(), "gap")] == ["date"]
    case.incident("mill", "attack", IncidentDate("2031-05-02", None, False))
    assert kinds(case.weigh(), "gap") == []


def test_a_described_paper_is_a_gap_and_a_routine_one_is_not() -> None:
    for name, expected in (("A secret note", 1), ("The report", 0), ("Various indictments", 0)):
        case = Case()
        case.entity(name, "document")
        report = case.report("Harbour Post", "Osk Dahl is chief. Tor Venn is clerk.")
        by = ((name, "document"),)
        case.claim(report, "is chief", "role", entity="Osk Dahl", text="chief", by=by)
        case.claim(report, "is clerk", "role", entity="Tor Venn", text="clerk", by=by)
        case.reports[0].referents[name] = replace(case.reports[0].referents[name], named=False)
        assert len(kinds(case.weigh(), "gap")) == expected, name


def test_one_sum_of_two_reports_is_one_finding() -> None:
    case = Case()
    for outlet in ("Harbour Post", "Lake Courier"):
        report = case.report(outlet, "The siege killed 67: 61 clerks and six guards.")
        case.claim(report, "killed 67", "killed", incident="mill", number=67, bound="exact")
        case.claim(report, "61 clerks", "killed", incident="mill", number=61, bound="exact", of="clerks", part="clerks")
        case.claim(report, "six guards", "killed", incident="mill", number=6, bound="exact", of="guards", part="guards")
    (found,) = kinds(case.weigh(), "sum")
    assert "say Harbour Post and Lake Courier; the parts they give, 61 clerks + 6 guards, add up." in found.reason
    assert len(found.documents) == 2


def test_a_call_of_two_unnamed_men_is_a_gap() -> None:
    case = Case()
    report = case.report("Harbour Post", "On that day one of the men phoned a colleague.")
    parties = (("one of the men", "from"), ("a colleague", "to"))
    case.claim(report, "phoned", "contact", parties=parties, kind="call")
    (gap,) = kinds(case.weigh(), "gap")
    assert "names either side of this contact" in gap.reason


def test_a_call_to_somebody_by_nobody_told_is_a_gap() -> None:
    case = Case()
    report = case.report("Harbour Post", "A call was made to Tamara Voss.")
    case.claim(report, "call", "contact", parties=(("Tamara Voss", "to"),), kind="call")
    (gap,) = kinds(case.weigh(), "gap")
    assert "whose the other side of this contact was" in gap.reason


def test_a_third_side_that_nobody_names_is_a_gap_and_a_named_one_is_not() -> None:
    for third, count in (("an official of the ministry", 1), ("Otto Venn", 0), ("his wife and sons", 0)):
        case = Case()
        for name in ("Arne Holm", "Vera Osten"):
            case.entity(name)
        report = case.report("Harbour Post", f"Arne Holm dined with Vera Osten and {third}.", "2031-05-02")
        case.claim(report, "dined", "charge", incident="mill", about="Arne Holm")
        parties = (("Arne Holm", "from"), ("Vera Osten", "with"), (third, "with"))
        case.claim(report, "Arne Holm dined", "contact", entity="Arne Holm", parties=parties, kind="meeting")
        assert len(kinds(case.weigh(), "gap")) == count


def test_a_counted_contact_rests_on_a_log_and_is_asked_after() -> None:
    for times, count in (("37 times", 1), ("for a while", 0)):
        case = Case()
        case.entity("Arne Holm")
        report = case.report("Harbour Post", f"Arne Holm talked to his brother {times}.", "2031-05-02")
        parties = (("Arne Holm", "from"), ("his brother", "with"))
        case.claim(report, "Arne Holm talked", "contact", entity="Arne Holm", parties=parties, kind="talks")
        assert len(kinds(case.weigh(), "gap")) == count


def test_one_who_is_told_of_and_counted_nowhere_makes_up_a_sum() -> None:
    for told, count in (("one was a driver", 1), ("none was a driver", 0)):
        case = Case()
        report = case.report("Harbour Post", f"Of the 18 men held, 15 were guards, {told} and two were cooks.")
        case.claim(report, "18 men held", "detained", incident="raid", number=18, bound="exact", of="men")
        case.claim(report, "15 were guards", "detained", incident="raid", number=15, bound="exact", part="were guards")
        case.claim(report, "two were cooks", "detained", incident="raid", number=2, bound="exact", part="were cooks")
        assert len(kinds(case.weigh(), "sum")) == count
