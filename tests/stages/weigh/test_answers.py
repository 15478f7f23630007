"""A statement that says no against what it answers: who denies which call, payment, shot; and what answers nobody."""

from __future__ import annotations

import pytest

from rashomon.model.claim import Claim
from rashomon.model.finding import Finding
from rashomon.stages.weigh.topics import read_topics

from .builders import Case, Report, kinds

HOLM = (("Arne Holm", "person"),)
PRELL = (("Jonas Prell", "person"),)


def state(case: Case, report: Report, words: str, by: tuple, **more: str) -> Claim:
    """A statement of somebody's."""
    return case.claim(report, words, "statement", by=by, text=words, **more)


def told(answer: str, *, called: str = "Arne Holm called Vera Osten") -> list[Finding]:
    """Findings on a call that one report tells, and a statement of Vera Osten's in another."""
    case = Case()
    for name in ("Arne Holm", "Vera Osten", "Jonas Prell"):
        case.entity(name)
    first = case.report("Harbour Post", f"{called} that evening.", "2031-05-02")
    parties = (("Arne Holm", "from"), ("Vera Osten", "to"))
    case.claim(first, called, "contact", entity="Arne Holm", parties=parties, kind="call", by=PRELL)
    second = case.report("Lake Courier", f"Arne Holm did not comment. {answer}.", "2031-05-03")
    state(case, second, answer, (("Vera Osten", "person"),), entity="Vera Osten")
    return kinds(case.weigh(), "conflict", "drift")


@pytest.mark.parametrize("answer", ["I never spoke to him that evening", "No call reached her that evening"])
def test_a_call_and_the_denial_of_the_one_who_was_called(answer: str) -> None:
    (found,) = told(answer, called="Arne Holm called Vera Osten that evening")
    assert (found.kind, found.property) == ("conflict", "contact")


@pytest.mark.parametrize(
    "answer", ["I do not know who called", "I will not speak to him", "She has no money left", "He could not phone her"]
)
def test_who_does_not_know_or_will_not_answers_nobody(answer: str) -> None:
    assert told(answer) == []


def near(said: str, answer: str, *, stance: str = "asserted") -> list[Finding]:
    """Findings on what Arne Holm says and what Jonas Prell answers in the next sentence."""
    case = Case()
    case.entity("Arne Holm")
    case.entity("Jonas Prell")
    report = case.report("Harbour Post", f"{said}. {answer}.", "2031-05-02")
    state(case, report, said, HOLM)
    state(case, report, answer, PRELL, stance=stance)
    return kinds(case.weigh(), "conflict", "drift")


@pytest.mark.parametrize(
    "answer",
    ["There was no such payment", "That is a lie", "Not a word of it is true", "You lie", "All of that is nonsense"],
)
def test_an_answer_that_points_at_what_was_said_before(answer: str) -> None:
    (found,) = near("Prell got a payment of nine crowns", answer)
    assert found.kind == "conflict"
    assert answer in found.reason


def test_a_reply_that_is_denied_as_a_whole_points_too() -> None:
    (found,) = near("Prell got a payment of nine crowns", "rejected that as grotesque", stance="denied")
    assert "denied by Jonas Prell" in found.reason


@pytest.mark.parametrize(
    "answer", ["There was no such bridge", "The court drew no conclusion from it", "Nobody has ever heard of it"]
)
def test_what_points_at_another_thing_or_at_nothing(answer: str) -> None:
    assert near("Prell got a payment of nine crowns", answer) == []


def test_topics_are_read_by_whole_words() -> None:
    assert read_topics("They phoned, and paid nothing.") == {"contact", "money"}
    assert read_topics("A director recalled the payload.") == frozenset()


def test_one_speaker_who_owns_up_and_disowns_is_drift() -> None:
    case = Case()
    case.entity("River Sons", "organization")
    speaker = (("River Sons", "organization"),)
    first = case.report("Harbour Post", "They had blown up the bridge at the quarry.", "2031-05-02")
    state(case, first, "They had blown up the bridge at the quarry", speaker, incident="bridge")
    second = case.report("Lake Courier", "They had nothing to do with the bridge at the quarry.", "2031-05-04")
    state(case, second, "They had nothing to do with the bridge at the quarry", speaker, incident="bridge")
    (found,) = kinds(case.weigh(), "conflict", "drift")
    assert found.kind == "drift" and "River Sons is quoted with" in found.reason


def test_who_commands_a_body_answers_for_his_men() -> None:
    case = Case()
    case.entity("Third Division", "organization")
    case.entity("Otmar Ruhl")
    first = case.report("Harbour Post", "The Third Division opened fire on the clinic.", "2031-05-02")
    said = "The Third Division opened fire on the clinic"
    state(case, first, said, PRELL, entity="Third Division")
    second = case.report("Lake Courier", "Otmar Ruhl commands it. None of my gunners fired on a clinic.", "2031-05-03")
    case.claim(second, "Otmar Ruhl commands it", "tie", entity="Otmar Ruhl", about="Third Division", kind="directs")
    state(case, second, "None of my gunners fired on a clinic", (("Otmar Ruhl", "person"),), stance="denied")
    (found,) = kinds(case.weigh(), "conflict")
    assert said in found.reason


@pytest.mark.parametrize(
    ("before", "then", "count"),
    [
        ("At first Jonas Prell said that ", "they had crossed the river", 1),
        ("Jonas Prell had said that ", "they had not crossed the border", 1),
        ("Jonas Prell had said that ", "they had crossed the border", 0),
        ("Jonas Prell said that ", "they had not crossed the border", 0),
    ],
)
def test_a_report_that_tells_what_somebody_said_at_first(before: str, then: str, count: int) -> None:
    case = Case()
    report = case.report("Harbour Post", f"{before}the men crossed the border. He added that {then}.", "2031-05-02")
    state(case, report, "the men crossed the border", PRELL)
    state(case, report, then, PRELL)
    found = [f for f in kinds(case.weigh(), "drift") if "at first" in f.reason]
    assert len(found) == count


@pytest.mark.parametrize(
    ("told", "said", "count"),
    [
        ("Jonas Prell, who had said in May that {a}, said that {b}.", ("no shot was fired", "one shot was fired"), 1),
        ("Jonas Prell, who had said that {a}, now says that {b}.", ("the men were farmers", "he knew none of them"), 1),
        ("Jonas Prell had denied that {a}, saying that {b}.", ("any shot was fired", "he had heard no shot"), 0),
        ("Jonas Prell, who had said that {a}, said that {b}.", ("the road was closed", "no tent was left"), 0),
        (
            "Jonas Prell had said before that {a}. On Friday he said that {b}.",
            ("the soldiers ate", "the soldiers had stolen"),
            1,
        ),
        ("Jonas Prell had said before that {a}. He said that {b}.", ("the soldiers ate", "the soldiers had stolen"), 0),
    ],
)
def test_what_one_report_sets_beside_older_words_of_a_speaker(told: str, said: tuple[str, str], count: int) -> None:
    case = Case()
    report = case.report("Harbour Post", told.format(a=said[0], b=said[1]), "2031-05-02")
    state(case, report, said[0], PRELL, stance="denied" if "denied" in told else "asserted")
    dated = {"said_on": "2031-04-30"} if "On Friday" in told else {}
    state(case, report, said[1], PRELL, **dated)
    assert len(kinds(case.weigh(), "drift")) == count


def test_several_held_or_missing_are_asked_for_the_deed_that_their_reports_tell_of() -> None:
    case = Case()
    for n, (prop, number) in enumerate((("detained", 12), ("detained", 31), ("missing", 7), ("missing", 4))):
        report = case.report(f"Paper {n}", f"The riot left two dead. In all {number} are {prop}.", f"2031-05-0{2 + n}")
        case.claim(report, "two dead", "killed", incident="riot", number=2, bound="exact")
        case.incident(f"of {n}", "other")
        case.claim(report, f"{number} are", prop, incident=f"of {n}", number=number, bound="exact")
    told = {f.property: f for f in kinds(case.weigh(), "conflict", "update")}
    assert set(told) == {"detained", "missing"}
    assert {f.incident for f in told.values()} == {"i-riot"}
