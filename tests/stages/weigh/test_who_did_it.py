"""Who did it, what the law made of it, whether it happened, who met whom, who paid what, what was said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.case import open_case
from rashomon.model.claim import Penalty
from rashomon.model.finding import Finding
from rashomon.model.link import IncidentDate
from rashomon.pipeline import build
from rashomon.settings import Settings

from .builders import Case, kinds

COURT = (("The Velna Court", "court"),)
OSTEN = (("Vera Osten", "person"),)
PRELL = (("Jonas Prell", "person"),)
TERM = Penalty("twelve years", "prison", 12)


def named(*told: tuple) -> list[Finding]:
    """Findings on who did it, told as (outlet, property, name, speakers)."""
    case = Case()
    for outlet, prop, name, by in told:
        case.entity(name, "organization")
        report = case.report(outlet, f"The {name} it was.", "2031-05-02")
        case.claim(report, "it was", prop, incident="quay", about=name, by=by)
    return kinds(case.weigh(), "conflict", "agreement")


def test_two_accounts_that_name_different_bodies() -> None:
    (found,) = named(
        ("Harbour Post", "perpetrator", "Dawn Brigade", OSTEN), ("Lake Courier", "perpetrator", "Border Guard", PRELL)
    )
    assert (found.kind, found.property) == ("conflict", "perpetrator")
    assert "Dawn Brigade according to Vera Osten" in found.reason and "is not ruled out" in found.reason


def test_a_claim_of_responsibility_against_the_others_accusation() -> None:
    front = (("Free Front", "organization"),)
    (found,) = named(
        ("Harbour Post", "perpetrator", "Border Guard", OSTEN), ("Lake Courier", "responsibility", "Free Front", front)
    )
    assert "but Free Front claims it" in found.reason


@pytest.mark.parametrize(
    "told",
    [
        (("Harbour Post", "perpetrator", "Dawn Brigade", OSTEN), ("Lake Courier", "perpetrator", "Brigade", PRELL)),
        (("Harbour Post", "perpetrator", "Dawn Brigade", OSTEN), ("Lake Courier", "perpetrator", "DB", PRELL)),
        (("Harbour Post", "perpetrator", "Dawn Brigade", OSTEN), ("Lake Courier", "suspect", "Border Guard", PRELL)),
    ],
)
def test_one_body_by_two_names_and_a_mere_suspicion_are_no_rivals(told: tuple) -> None:
    assert named(*told) == []


def test_bodies_that_one_account_names_together_are_no_rivals() -> None:
    case = Case()
    a = case.report("Harbour Post", "Dawn Brigade and Border Guard did it.")
    for name in ("Dawn Brigade", "Border Guard"):
        case.entity(name, "organization")
        case.claim(a, name, "perpetrator", incident="quay", about=name)
    assert kinds(case.weigh(), "conflict") == []


def law(*told: tuple) -> list[Finding]:
    """Findings on one person, told as (published, property, stance, speakers)."""
    case = Case()
    for n, (published, prop, stance, by) in enumerate(told):
        report = case.report(f"Paper {n}", "Tilo Marr was before the court.", published)
        about = {"about": "Tilo Marr"} if prop in ("charge", "suspect") else {"entity": "Tilo Marr"}
        case.claim(report, "Tilo Marr", prop, incident="quay", stance=stance, by=by, **about)
    return kinds(case.weigh(), "conflict", "update")


def test_a_later_verdict_stands_for_the_earlier_and_two_of_one_time_do_not() -> None:
    (later,) = law(("2031-05-02", "acquittal", "asserted", ()), ("2032-04-06", "conviction", "asserted", ()))
    assert (later.kind, later.property) == ("update", "conviction")
    assert "is acquitted according to Paper 0 (2 May 2031), and is convicted according to Paper 1" in later.reason
    (undated,) = law((None, "acquittal", "asserted", ()), (None, "conviction", "asserted", ()))
    assert undated.kind == "conflict"


def test_a_charge_after_a_suspicion_and_a_verdict_after_a_charge() -> None:
    for first, second in (("suspect", "charge"), ("charge", "conviction"), ("conviction", "quashed")):
        (found,) = law(("2031-05-02", first, "asserted", ()), ("2031-06-06", second, "asserted", ()))
        assert found.kind == "update", first


def test_a_plea_is_no_acquittal() -> None:
    plea = (("Tilo Marr", "person"),)
    (found,) = law(("2031-05-02", "charge", "asserted", COURT), ("2031-05-02", "charge", "denied", plea))
    assert (found.kind, found.property) == ("conflict", "charge")
    assert "denied by Tilo Marr" in found.reason


def test_verdicts_on_different_deeds_are_not_compared() -> None:
    case = Case()
    for outlet, prop, deed in (("A", "conviction", "smuggling weapons"), ("B", "acquittal", "ordering the murder")):
        report = case.report(outlet, "Tilo Marr was before the court.")
        case.claim(report, "Tilo Marr", prop, entity="Tilo Marr", text=deed)  # type: ignore[arg-type]
    assert kinds(case.weigh(), "conflict", "update") == []


def test_whether_it_happened_there() -> None:
    case = Case()
    a, b = case.report("Harbour Post", "They burned it at Trell."), case.report("Lake Courier", "Not at Trell.")
    case.claim(a, "at Trell", "place", incident="quay", about="Trell", by=OSTEN)
    case.claim(b, "at Trell", "place", incident="quay", about="Trell", by=PRELL, stance="denied")
    (found,) = kinds(case.weigh(), "conflict")
    assert (
        found.reason == "Place: Trell, said by Vera Osten (in Harbour Post), denied by Jonas Prell (in Lake Courier)."
    )


def test_who_denies_the_deed_does_not_deny_its_victim() -> None:
    case = Case()
    a = case.report("Harbour Post", "The guard killed Ida Lorn.")
    b = case.report("Lake Courier", "The guard denied killing Ida Lorn.")
    for report, stance, by in ((a, "asserted", OSTEN), (b, "denied", PRELL)):
        case.claim(report, "killed Ida Lorn" if by is OSTEN else "killing Ida Lorn", "victim", incident="quay",
                   about="Ida Lorn", stance=stance, by=by)  # fmt: skip
        case.claim(report, "guard", "perpetrator", incident="quay", about="Guard", stance=stance, by=by)
    (found,) = kinds(case.weigh(), "conflict")
    assert found.property == "perpetrator"


def test_a_contact_told_and_denied_of_no_incident() -> None:
    for day, expected in (("2031-05-02", 1), ("2029-01-01", 0)):
        case = Case()
        a, b = case.report("Harbour Post", "Marr met Lorn."), case.report("Lake Courier", "Marr never met Lorn.")
        parties = (("Tilo Marr", "from"), ("Ida Lorn", "with"))
        for report, words, stance, on in ((a, "met Lorn", "asserted", "2031-05-02"), (b, "met Lorn", "denied", day)):
            case.claim(report, words, "contact", parties=parties, stance=stance, kind="meeting",
                       by=OSTEN if stance == "asserted" else PRELL, earliest=on, latest=on)  # type: ignore[arg-type]  # fmt: skip
        assert len(kinds(case.weigh(), "conflict")) == expected


def paid(*sums: tuple[str, int]) -> list[Finding]:
    case = Case()
    for outlet, number in sums:
        report = case.report(outlet, f"Tilo Marr paid {number} crowns.", "2031-05-02")
        case.claim(report, f"paid {number}", "amount", entity="Tilo Marr", number=number, bound="exact", currency="CZK")
    return kinds(case.weigh(), "conflict", "update", "rounding")


def test_two_sums_for_one_payment() -> None:
    (found,) = paid(("Harbour Post", 36000), ("Lake Courier", 31000))
    assert (found.kind, found.property) == ("conflict", "amount")
    assert "36000 CZK" in found.reason and "31000 CZK" in found.reason


def test_a_sum_many_times_the_other_is_another_payment() -> None:
    assert paid(("Harbour Post", 36000), ("Lake Courier", 800)) == []


def statements(first: str, second: str, by: tuple, *, days: tuple = (None, None)) -> list[Finding]:
    case = Case()
    a, b = case.report("Harbour Post", f"He said {first}.", days[0]), case.report("Lake Courier", f"{second}.", days[1])
    case.claim(a, first, "statement", by=OSTEN, text=first)
    case.claim(b, second, "statement", by=by, text=second)
    return kinds(case.weigh(), "conflict", "drift")


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("the cargo was burned at a quarry in Trell", "the cargo was not burned at the quarry in Trell", "conflict"),
        (
            "the fire at the quarry in Trell lasted 14 hours",
            "the fire at the quarry in Trell burned 16 hours",
            "conflict",
        ),
        ("the fire at the quarry in Trell lasted 14 hours", "the fire at the quarry in Trell burned 14 hours", None),
        ("the cargo was burned at a quarry in Trell", "the mayor was not at the feast in Ostvale", None),
        ("the cargo was burned at a quarry in Trell", "the cargo was burned near Ostvale", None),
    ],
)
def test_statements_of_two_speakers(first: str, second: str, kind: str | None) -> None:
    assert [f.kind for f in statements(first, second, PRELL)] == ([kind] if kind else [])


def test_what_one_official_said_at_two_times_is_one_drift() -> None:
    (found,) = statements("no call had come from the ferry", "one call had come from the ferry", OSTEN,
                          days=("2031-05-02", "2032-05-02"))  # fmt: skip
    assert found.kind == "drift" and found.reason.index("no call") < found.reason.index("one call")


def test_a_gap_only_where_no_report_gives_what_it_asks() -> None:
    for other, expected in (("somebody", 1), ("Ida Lorn", 0)):
        case = Case()
        a, b = case.report("Harbour Post", "Tilo Marr called a woman."), case.report("Lake Courier", "Marr called.")
        case.claim(a, "called a woman", "contact", parties=(("Tilo Marr", "from"), ("a woman", "to")), kind="call")
        case.claim(a, "Tilo Marr", "charge", about="Tilo Marr")
        if other == "Ida Lorn":
            case.claim(b, "called", "contact", parties=(("Tilo Marr", "from"), (other, "to")), kind="call")
        assert len(kinds(case.weigh(), "gap")) == expected


def test_what_may_be_dated_elsewhere_in_its_report_is_no_gap() -> None:
    for kind, expected in (("attack", 0), ("disaster", 1)):
        case = Case()
        a = case.report("Harbour Post", "The raid killed 33. It hurt 40. They fled by night. The siege killed 8.")
        case.incident("raid", places=("e-Trell",))
        case.incident("siege", kind, IncidentDate("2031-05-02", "2031-05-02", False))  # type: ignore[arg-type]
        case.claim(a, "killed 33", "killed", incident="raid", number=33, bound="exact")
        case.claim(a, "hurt 40", "injured", incident="raid", number=40, bound="exact")
        case.claim(a, "fled", "perpetrator", incident="raid", about="Dawn Brigade")
        case.claim(a, "killed 8", "killed", incident="siege", number=8, bound="exact")
        assert [f.property for f in kinds(case.weigh(), "gap")] == ["date"] * expected


def test_two_voices_of_one_report_are_no_agreement() -> None:
    case = Case()
    a = case.report("Harbour Post", "Osten said 33 died. Prell said 33 died too.")
    case.claim(a, "Osten said 33 died", "killed", incident="quay", number=33, bound="exact", by=OSTEN)
    case.claim(a, "Prell said 33 died", "killed", incident="quay", number=33, bound="exact", by=PRELL)
    assert kinds(case.weigh(), "agreement") == []


def test_somebody_had_a_hand_in_it_or_had_not() -> None:
    for text, by, stance, expected in (
        ("Marr was not involved in the raid", PRELL, "asserted", 1),
        ("Marr ordered it", PRELL, "denied", 1),
        ("Marr is innocent", PRELL, "asserted", 1),
        ("Marr is not innocent", PRELL, "asserted", 0),
        ("Marr was not at home", PRELL, "asserted", 0),
        ("Marr was not involved in the raid", OSTEN, "asserted", 0),
    ):
        case = Case()
        a, b = case.report("Harbour Post", "Marr led it."), case.report("Lake Courier", f"He said {text}.")
        case.claim(a, "Marr led it", "organizer", incident="quay", about="Tilo Marr", by=OSTEN)
        case.claim(b, text, "statement", entity="Tilo Marr", by=by, text=text, stance=stance)  # type: ignore[arg-type]
        found = kinds(case.weigh(), "conflict")
        assert len(found) == expected, text
        assert not expected or "whether Tilo Marr had a hand in it" in found[0].reason.replace("Whether", "whether")


def test_a_denial_of_what_somebody_claimed() -> None:
    case = Case()
    a, b = case.report("Harbour Post", "The Free Front did it."), case.report("Lake Courier", "Not the Free Front.")
    case.claim(a, "did it", "responsibility", incident="quay", about="Free Front", by=(("Free Front", "organization"),))
    case.claim(b, "Not the", "perpetrator", incident="quay", about="Free Front", by=PRELL, stance="denied")
    (found,) = kinds(case.weigh(), "conflict")
    assert found.property == "perpetrator" and "denied by Jonas Prell" in found.reason


def custody(released: str, held: str, *, one_report: bool = False) -> list[str]:
    case = Case()
    a = case.report("Harbour Post", "Marr was freed. Marr is held.", "2031-07-10")
    b = a if one_report else case.report("Lake Courier", "Marr is held.", "2031-07-10")
    case.claim(a, "freed", "released", entity="Tilo Marr", earliest=released, latest=released, by=OSTEN)
    case.claim(b, "is held", "detained", about="Tilo Marr", said_on=held, by=PRELL)
    return [f.kind for f in kinds(case.weigh(), "conflict", "update")]


def test_held_after_the_release() -> None:
    assert custody("2031-07-06", "2031-07-09") == ["conflict"]
    assert custody("2031-07-06", "2031-07-09", one_report=True) == ["conflict"]
    assert custody("2031-07-06", "2031-07-02") == ["update"]
    assert custody("2031-07-06", "2031-07-02", one_report=True) == [], "first held, then freed, as one report tells it"


def test_two_ranks_of_one_person_in_one_report() -> None:
    for second, expected in (
        ("General", 1), ("Major General", 0), ("then Captain", 0), ("attorney general", 0), ("spokesman", 0),
    ):  # fmt: skip
        case = Case()
        a = case.report("Harbour Post", "Major Emil Tarn spoke. Tarn left.")
        case.claim(a, "Major Emil Tarn", "role", entity="Emil Tarn", text="Major")
        case.claim(a, "Tarn left", "role", entity="Emil Tarn", text=second)
        assert len(kinds(case.weigh(), "inconsistency")) == expected, second


def test_two_penalties_of_one_person() -> None:
    for days, expected in ((("2031-07-06", "2032-07-06"), "update"), ((None, None), "conflict")):
        case = Case()
        for outlet, day, penalty in (("A Post", days[0], Penalty("death", "death")), ("B Post", days[1], TERM)):
            report = case.report(outlet, "Tilo Marr was sentenced.", day)
            case.claim(report, "sentenced", "conviction", entity="Tilo Marr", penalty=penalty)
        (found,) = kinds(case.weigh(), "conflict", "update")
        assert found.kind == expected
        assert "death according to A Post" in found.reason and "twelve years according to B Post" in found.reason


def test_a_verdict_after_a_charge_and_another_term_are_two_pairs() -> None:
    case = Case()
    charged = case.report("A Post", "Tilo Marr was charged.", "2031-05-02")
    case.claim(charged, "charged", "charge", about="Tilo Marr")
    for outlet, day, term in (
        ("B Post", "2031-07-06", TERM),
        ("C Post", "2032-07-06", Penalty("9 years", "prison", 9)),
    ):
        report = case.report(outlet, "Tilo Marr was sentenced.", day)
        case.claim(report, "sentenced", "conviction", entity="Tilo Marr", penalty=term, text=term.text)
    (found,) = kinds(case.weigh(), "update")
    assert sorted((len(p.a), len(p.b)) for p in found.pairs) == [(1, 1), (1, 2)]


@pytest.mark.parametrize(("crime", "count"), [("smuggling cigarettes", 0), ("the murder of a clerk", 1)])
def test_a_verdict_on_another_crime_is_no_step_after_a_suspicion_of_violence(crime: str, count: int) -> None:
    case = Case()
    case.incident("quay")
    one = case.report("A Post", "Tilo Marr is suspected.", "2031-05-02")
    case.claim(one, "suspected", "suspect", incident="quay", about="Tilo Marr")
    two = case.report("B Post", f"Tilo Marr was convicted of {crime}.", "2031-05-06")
    case.claim(two, f"convicted of {crime}", "conviction", entity="Tilo Marr", text=crime)
    assert len(kinds(case.weigh(), "update")) == count


def test_sums_of_one_ransom_are_a_conflict_on_any_days() -> None:
    case = Case()
    case.incident("quay", "abduction")
    for n, (day, number) in enumerate((("2031-05-02", 300), ("2031-05-06", 700))):
        report = case.report(f"Paper {n}", f"They took Tilo Marr. A ransom of {number} was paid.", day)
        case.claim(report, "took Tilo Marr", "victim", incident="quay", about="Tilo Marr")
        by = ((f"Clerk {n}", "person"),)
        case.claim(report, f"{number} was paid", "amount", kind="ransom", number=number, currency="EUR", by=by)
    (found,) = kinds(case.weigh(), "conflict", "update")
    assert (found.kind, found.property) == ("conflict", "amount")


def test_bodies_found_are_counted_as_tolls_are() -> None:
    case = Case()
    for outlet, day, number in (("Harbour Post", "2031-05-02", 12), ("Lake Courier", "2031-05-06", 19)):
        report = case.report(outlet, f"They found {number} bodies.", day)
        case.claim(report, f"{number} bodies", "found", incident="pit", number=number, bound="exact", of="bodies")
    (found,) = kinds(case.weigh(), "update")
    assert (found.kind, found.property) == ("update", "found")
    assert "12 bodies found" in found.reason


def test_days_that_a_weekday_alone_tells_apart_by_one() -> None:
    for words, expected in (("on Saturday", 0), ("on 3 May 2031", 1)):
        case = Case()
        a, b = case.report("Harbour Post", "It was on 2 May 2031."), case.report("Lake Courier", f"It was {words}.")
        case.claim(a, "on 2 May 2031", "date", incident="quay", earliest="2031-05-02", latest="2031-05-02")
        case.claim(b, words, "date", incident="quay", earliest="2031-05-03", latest="2031-05-03")
        assert len(kinds(case.weigh(), "conflict")) == expected, words


def test_whom_a_witness_met_is_not_asked_after() -> None:
    for text, expected in (("a doctor", 0), ("an unidentified man", 1)):
        case = Case()
        a = case.report("Harbour Post", f"Ida Lorn met {text}.")
        case.claim(a, "met", "contact", parties=(("Ida Lorn", "from"), (text, "with")), kind="meeting")
        assert len(kinds(case.weigh(), "gap")) == expected, text


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("no shots were fired by officers", "20 shots were fired"),
        ("we have no idea of the motive", "we will have a better idea of the motive"),
        ("they have no stop sign", "they want to have a stop sign"),
        ("the case hadn't been sent to the court of Trell", "the case hadn’ t been sent to the court of Trell"),
        ("it was the lack of skill, but he could not speak for the first death", "it was the lack of skill"),
        ("the crew took 12 rifles in the first raid", "the crew took 31 rifles in all five raids of the year"),
    ],
)
def test_statements_that_only_look_contrary(first: str, second: str) -> None:
    assert statements(first, second, PRELL) == [] and statements(second, first, PRELL) == []


def test_who_is_still_called_a_suspect_is_nothing_new() -> None:
    assert law(("2031-06-06", "suspect", "asserted", ()), ("2031-05-02", "charge", "asserted", ())) == []
    (found,) = law(("2031-06-06", "charge", "asserted", ()), ("2031-05-02", "conviction", "asserted", ()))
    assert "is the further step" in found.reason


@pytest.mark.parametrize(
    ("text", "prop", "expected"),
    [
        ("nobody is missing any longer", "missing", "conflict"),
        ("no one was killed in the fire", "killed", "conflict"),
        ("there were no casualties", "injured", "conflict"),
        ("no one else was hurt", "injured", None),
        ("none of his men was killed", "killed", None),
        ("no one was killed in the fire", "injured", None),
    ],
)
def test_that_there_was_nobody_against_a_count(text: str, prop: str, expected: str | None) -> None:
    case = Case()
    a = case.report("Harbour Post", f"It took 39. He said {text}.", "2031-05-02")
    case.claim(a, "took 39", prop, incident="quay", number=39, bound="exact", of="people")  # type: ignore[arg-type]
    case.claim(a, text, "statement", incident="quay", text=text, by=OSTEN)
    found = [f for f in kinds(case.weigh(), "conflict", "update") if f.property == prop]
    assert [f.kind for f in found] == ([expected] if expected else [])


def test_a_part_of_a_statement_that_another_denies() -> None:
    for second, expected in (
        ("both men are tried for a premeditated murder with a monstrous aim", ["conflict"]),
        ("both men are tried for a murder in Trell", []),
    ):
        case = Case()
        a, b = case.report("Harbour Post", "The murder was not premeditated."), case.report("Lake Courier", second)
        for report, text, by in ((a, "The murder was not premeditated", OSTEN), (b, second, PRELL)):
            case.claim(report, text, "statement", incident="quay", text=text, by=by)
        assert [f.kind for f in kinds(case.weigh(), "conflict")] == expected, second


def test_a_directors_dinner_is_no_hand_in_anything(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Harbour news\n\nHubert Valk, the director of the cannery, dined with the minister on Monday, the chef Nela Fosk said.\n"
    )
    (tmp_path / "b.txt").write_text(
        "Harbour news\n\nHubert Valk was innocent, his lawyer Claudine Ferr said on Tuesday.\n"
    )
    build(tmp_path / "case", [tmp_path / "a.txt", tmp_path / "b.txt"], Settings(processes=1))
    assert not list(open_case(tmp_path / "case").findings())


@pytest.mark.parametrize(
    ("said", "prop", "days", "kind"),
    [
        ("Mira Sol is alive", "statement", ("2031-05-02", "2031-05-04"), "conflict"),
        ("Mira Sol is missing", "missing", ("2031-05-02", "2031-05-04"), "conflict"),
        ("Mira Sol is missing", "missing", ("2031-05-04", "2031-05-02"), "update"),
        ("Mira Sol is a teacher", "statement", ("2031-05-02", "2031-05-04"), None),
    ],
)
def test_whether_somebody_lives(said: str, prop: str, days: tuple[str, str], kind: str | None) -> None:
    case = Case()
    case.entity("Mira Sol")
    first = case.report("Harbour Post", "Mira Sol was killed in the fire.", days[0])
    case.claim(first, "Mira Sol was killed", "victim", incident="fire", about="Mira Sol")
    second = case.report("Lake Courier", f"{said}, her school says.", days[1])
    value = {"number": 1, "bound": "exact"} if prop == "missing" else {"text": said}
    by = (("The school", "organization"),)
    case.claim(second, said, prop, entity="Mira Sol", by=by, **value)
    found = [f.kind for f in kinds(case.weigh(), "conflict", "update")]
    assert found == ([kind] if kind else [])


def test_a_conviction_and_an_acquittal_of_one_deed_told_in_other_words() -> None:
    case = Case()
    case.entity("Mira Sol")
    for outlet, prop, words, text in (
        ("Harbour Post", "conviction", "Mira Sol was convicted of manslaughter", "manslaughter"),
        ("Lake Courier", "acquittal", "Mira Sol was acquitted of manslaughter over a death", "a death"),
    ):
        report = case.report(outlet, f"{words}.", "2031-05-02")
        case.claim(report, words, prop, entity="Mira Sol", text=text)
    (found,) = kinds(case.weigh(), "conflict")
    assert found.property == "conviction"
