"""How many of a thing, by what somebody died, whom the doers say they killed, who claims what others are blamed for."""

from __future__ import annotations

import pytest

from rashomon.model.finding import Finding

from .builders import Case, Report, kinds

POLICE = (("police", "organization"),)
GUARD = (("a guard", "witness"),)
OSTEN = (("Vera Osten", "person"),)


def state(case: Case, report: Report, words: str, by: tuple, **more: str) -> None:
    case.claim(report, words, "statement", by=by, text=words, **more)


def told(*statements: tuple[str, tuple, str, int], of: str = "shots", incident: str | None = "raid") -> list[Finding]:
    """Findings on statements, each with its number of a thing in a report of its own: (words, speaker, counted words, number)."""
    case = Case()
    case.incident("raid")
    for n, (words, by, counted, number) in enumerate(statements):
        report = case.report(f"Paper {n}", f"{words}.", "2031-05-02")
        state(case, report, words, by, incident=incident)
        case.quantity(report, counted, number, of)
    return kinds(case.weigh(), "conflict", "update")


def test_two_numbers_of_a_thing_in_one_deed() -> None:
    (found,) = told(
        ("the man fired six shots", POLICE, "six shots", 6), ("there were eleven shots", GUARD, "eleven shots", 11)
    )
    assert found.kind == "conflict"
    assert "six shots according to" in found.reason.lower() and "eleven shots according to" in found.reason.lower()


@pytest.mark.parametrize(
    ("second", "of"),
    [
        (("the man fired six shots", GUARD, "six shots", 6), "shots"),
        (("two of the shots hit him", GUARD, "two of the shots", 2), "shots"),
        (("he ate eleven plums", GUARD, "eleven plums", 11), "plums"),
        (("eleven other shots rang out", GUARD, "eleven other shots", 11), "other shots"),
    ],
)
def test_one_number_some_of_them_and_what_nobody_asks_are_no_difference(second: tuple, of: str) -> None:
    assert told(("the man fired six shots", POLICE, "six shots", 6), second, of=of) == []


def test_numbers_of_two_deeds_or_of_none_are_not_compared() -> None:
    ones = ("the man fired six shots", POLICE, "six shots", 6), ("there were eleven shots", GUARD, "eleven shots", 11)
    assert told(*ones, incident=None) == []


def died(*told: str, victim: bool = True) -> list[Finding]:
    """Findings on how Vera Osten died, each told by another voice in a report of its own."""
    case = Case()
    case.entity("Vera Osten")
    for n, words in enumerate(told):
        report = case.report(f"Paper {n}", f"Vera Osten {words}.", "2031-05-02")
        by = ((f"Witness {n}", "person"),)
        state(case, report, f"Vera Osten {words}", by, entity="Vera Osten")
        if victim:
            case.claim(report, f"Vera Osten {words}", "victim", about="Vera Osten", by=by)
    return [f for f in kinds(case.weigh(), "conflict") if "died" in f.reason]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("was shot dead", "was stabbed to death", 1),
        ("was shot with a pistol", "was shot with a rifle", 1),
        ("was shot dead", "was shot with a rifle", 0),
        ("died of a heart attack", "was beaten to death", 1),
        ("was shot dead", "was not stabbed", 0),
        ("was stabbed and shot dead", "was shot dead", 0),
    ],
)
def test_by_what_somebody_died(one: str, other: str, count: int) -> None:
    assert len(died(one, other)) == count


def test_who_is_no_victim_died_of_nothing() -> None:
    assert died("sold the pistol", "bought the rifle", victim=False) == []


def killed(who: str, of: str, doer: str) -> list[Finding]:
    """Findings on nine dead by one word and twenty villagers by another's, with a doer that reports name."""
    case = Case()
    case.incident("raid")
    case.entity(doer, "organization")
    one = case.report("Harbour Post", f"{who} killed nine {of}.", "2031-05-02")
    case.claim(
        one, f"nine {of}", "killed", incident="raid", by=((who, "organization"),), number=9, bound="exact", of=of
    )
    two = case.report("Lake Courier", f"The {doer} killed 20 villagers.", "2031-05-02")
    case.claim(two, "20 villagers", "killed", incident="raid", by=OSTEN, number=20, bound="exact", of="villagers")
    case.claim(two, f"{doer} killed", "perpetrator", incident="raid", about=doer, by=OSTEN)
    return [f for f in kinds(case.weigh(), "conflict") if "whom they killed" in f.reason.lower()]


def test_fighters_by_the_word_of_those_who_killed_and_villagers_by_others() -> None:
    (found,) = killed("Border Army", "terrorists", "Border Army")
    assert found.property == "killed" and "9 terrorists" in found.reason and "20 villagers" in found.reason


def test_dead_attackers_and_a_bystanders_word_are_no_other_count_of_the_victims() -> None:
    assert killed("Harbour Clinic", "terrorists", "Border Army") == []
    assert killed("Border Army", "nurses", "Border Army") == []


@pytest.mark.parametrize(("blamed", "count"), [("Northern Column", 1), ("Lake Government", 0)])
def test_who_is_blamed_and_who_claims_it(blamed: str, count: int) -> None:
    case = Case()
    case.entity(blamed, "organization")
    case.entity("Free Front", "organization")
    one = case.report("Harbour Post", f"They blamed the {blamed}.", "2031-05-02")
    case.claim(one, f"blamed the {blamed}", "blame", incident="quay", about=blamed, by=OSTEN)
    two = case.report("Lake Courier", "The Free Front said it did it.", "2031-05-02")
    by = (("Free Front", "organization"),)
    case.claim(two, "it did it", "responsibility", incident="quay", about="Free Front", by=by)
    assert len(kinds(case.weigh(), "conflict")) == count


def test_no_massacre_denies_that_it_happened_and_not_its_place() -> None:
    case = Case()
    case.incident("raid")
    one = case.report("Harbour Post", "Soldiers had shot dead thirty people in Dum.", "2031-05-02")
    state(case, one, "Soldiers had shot dead thirty people in Dum", OSTEN, incident="raid")
    case.claim(one, "in Dum", "place", incident="raid", about="Dum", by=OSTEN)
    two = case.report("Lake Courier", "No massacre had taken place in Dum.", "2031-05-03")
    state(case, two, "No massacre had taken place in Dum", POLICE, incident="raid")
    case.claim(two, "in Dum", "place", incident="raid", about="Dum", by=POLICE, stance="denied")
    (found,) = kinds(case.weigh(), "conflict")
    assert found.property == "statement"
