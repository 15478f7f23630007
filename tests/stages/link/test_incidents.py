"""Occurrences of many reports become incidents by kind, place, date, people and figures."""

from __future__ import annotations

import random
from itertools import combinations
from pathlib import Path

import pytest

from rashomon.model.link import IncidentDate
from rashomon.present.resolve import open_build
from rashomon.stages.link import link
from rashomon.stages.link.cluster import average_linkage
from rashomon.stages.link.compare_incidents import trust_in_words
from rashomon.stages.link.incidents import join_dates

from .casebook import Report


def bombing(
    lead: str, place: str, date: str | tuple[str, str] | None, *, published: str | None = "2020-06-03"
) -> Report:
    """A report of a bombing at a place."""
    told = Report(f"{lead}: a bombing in {place} killed many.", published=published).names("place", place)
    said = {"place": place} if date is None else {"place": place, "date": date}
    return told.tells("attack", "bombing", **said)


def incidents(*reports: Report) -> list[int]:
    """The number of occurrences of each incident, the largest first."""
    linked, _ = link([r.account() for r in reports])
    return sorted((len(i.occurrences) for i in linked.incidents), reverse=True)


def test_one_place_and_day_is_one_incident() -> None:
    assert incidents(bombing("Agency", "Hartwell", "2020-06-02"), bombing("Post", "Hartwell", "2020-06-02")) == [2]


def test_a_day_between_two_accounts_is_a_dispute_not_a_second_incident() -> None:
    reports = bombing("Agency", "Hartwell", "2020-06-02"), bombing("Post", "Hartwell", "2020-06-03")
    linked, _ = link([r.account() for r in reports])
    assert [i.date for i in linked.incidents] == [IncidentDate("2020-06-02", "2020-06-03", True)]


def test_two_places_are_two_incidents() -> None:
    assert incidents(bombing("Agency", "Denver", "2020-06-02"), bombing("Post", "Glasgow", "2020-06-02")) == [1, 1]


def test_an_earlier_bombing_recalled_stays_apart() -> None:
    recalled = bombing("Post", "Hartwell", "2020-06-02")
    recalled.text += " A blast there on 5 March is recalled."
    recalled = bombing("Recalled", "Hartwell", "2020-03-05")
    assert incidents(bombing("Agency", "Hartwell", "2020-06-02"), recalled) == [1, 1]


def test_an_undated_report_of_the_next_day_joins() -> None:
    undated = bombing("Post", "Hartwell", None, published="2020-06-03")
    assert incidents(bombing("Agency", "Hartwell", "2020-06-02"), undated) == [2]


def test_a_report_from_before_the_day_is_of_something_else() -> None:
    early = bombing("Post", "Hartwell", None, published="2020-05-01")
    assert incidents(bombing("Agency", "Hartwell", "2020-06-02"), early) == [1, 1]


def test_events_in_general_make_no_incident() -> None:
    told = Report("A string of attacks shook Hartwell.").names("place", "Hartwell")
    assert incidents(told.tells("attack", "attacks", generic=True, place="Hartwell")) == []


def test_a_hearing_is_not_the_attack_it_is_about() -> None:
    hearing = Report("A hearing opened in Hartwell.").names("place", "Hartwell")
    hearing.tells("hearing", "hearing", place="Hartwell", date="2020-06-02")
    assert incidents(bombing("Agency", "Hartwell", "2020-06-02"), hearing) == [1, 1]


def test_arrests_of_different_people_on_one_day_are_two() -> None:
    reports = []
    for name in ("Kasım Yaltırık", "Owen Thackeray"):
        told = Report(f"{name} was arrested in Hartwell.").names("person", name).names("place", "Hartwell")
        reports.append(told.tells("arrest", "arrested", place="Hartwell", date="2020-06-02", suspect=name))
    assert incidents(*reports) == [1, 1]


def test_place_title_and_date_of_an_incident() -> None:
    linked, _ = link([bombing("Agency", "Hartwell", "2020-06-02").account()])
    incident = linked.incidents[0]
    assert incident.title == "Bombing in Hartwell, 2 June 2020"
    assert incident.place == next(e.id for e in linked.entities if e.name == "Hartwell")


@pytest.mark.parametrize(
    ("days", "joined"),
    [
        ([], None),
        ([("2020-06-01", "2020-06-30"), ("2020-06-02", "2020-06-02")], IncidentDate("2020-06-02", "2020-06-02", False)),
        ([("2020-06-02T10:00", "2020-06-02T10:00")], IncidentDate("2020-06-02", "2020-06-02", False)),
        ([(None, "2020-06-02"), ("2020-06-01", None)], IncidentDate("2020-06-01", "2020-06-02", False)),
        ([("2020-06-01", "2020-06-01"), ("2020-06-09", "2020-06-09")], IncidentDate("2020-06-01", "2020-06-09", True)),
    ],
)
def test_what_all_dated_accounts_allow(days: list[tuple[str | None, str | None]], joined: IncidentDate | None) -> None:
    assert join_dates(days) == joined


def test_a_chain_of_weak_links_joins_no_strangers() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.5, (2, 3): 0.9}
    assert average_linkage(dict.fromkeys(range(4), 1), scores, 0.4) == [[0, 1], [2, 3]]


def test_what_is_held_apart_is_never_joined() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}
    groups = average_linkage(dict.fromkeys(range(3), 1), scores, 0.4, [(0, 2)])
    assert not any({0, 2} <= set(g) for g in groups)


def join_plainly(count: int, scores: dict[tuple[int, int], float], cut: float) -> list[list[int]]:
    """Average linkage as the books have it: the two groups of the best mean score are joined, until none reaches the cut."""
    groups = [[n] for n in range(count)]
    while True:
        means = [
            (sum(scores.get((min(x, y), max(x, y)), 0.0) for x in a for y in b) / (len(a) * len(b)), a, b)
            for a, b in combinations(groups, 2)
        ]
        best = max(means, key=lambda m: m[0], default=(0.0, [], []))
        if best[0] < cut:
            return sorted(sorted(g) for g in groups)
        groups = [g for g in groups if g is not best[1] and g is not best[2]] + [best[1] + best[2]]


@pytest.mark.parametrize("seed", range(8))
def test_groups_are_those_of_plain_average_linkage(seed: int) -> None:
    chance = random.Random(seed)
    scores = {pair: chance.random() for pair in combinations(range(25), 2) if chance.random() < 0.5}
    assert average_linkage(dict.fromkeys(range(25), 1), scores, 0.3) == join_plainly(25, scores, 0.3)


def test_one_vote_told_in_two_reports_is_one_election() -> None:
    reports = []
    for lead in ("Agency", "Post"):
        told = Report(f"{lead}: the election in Norway was held.").names("place", "Norway")
        reports.append(told.tells("election", "election", place="Norway", date="2020-06-02"))
    assert incidents(*reports) == [2]


def test_nearly_equal_figures_bridge_a_month_in_a_small_town() -> None:
    reports = []
    for lead, date, dead in (("Agency", ("2020-05-01", "2020-05-31"), 35), ("Post", ("2020-06-20", "2020-06-20"), 33)):
        told = Report(f"{lead}: a bombing in Hartwell killed many.").names("place", "Hartwell")
        reports.append(told.tells("attack", "bombing", place="Hartwell", date=date, killed=dead))
    assert incidents(*reports) == [2]


def test_a_verb_makes_no_title() -> None:
    told = (
        Report("Two were killed in Hartwell.").names("place", "Hartwell").tells("killing", "killed", place="Hartwell")
    )
    assert link([told.account()])[0].incidents[0].title == "Killing in Hartwell"


def test_what_came_of_it_makes_no_title() -> None:
    told = (
        Report("The condition of one in Hartwell was grave.")
        .names("place", "Hartwell")
        .tells("attack", "condition", place="Hartwell")
    )
    assert link([told.account()])[0].incidents[0].title == "Attack in Hartwell"


def test_two_incidents_of_one_report_stay_two() -> None:
    told = Report("A bombing and a raid struck Hartwell.").names("place", "Hartwell")
    told.tells("attack", "bombing", place="Hartwell").tells("attack", "raid", place="Hartwell")
    assert incidents(told) == [1, 1]


def test_words_are_trusted_as_the_case_grows() -> None:
    trusts = [trust_in_words(n) for n in (0, 3, 30, 100, 500, 5000)]
    assert trusts == sorted(trusts)
    assert (trusts[2], trusts[4]) == (0.0, 1.0)


def test_one_is_at_a_place_without_a_name_of_its_own() -> None:
    told = Report("A bombing at a checkpoint killed two.").names("place", "a checkpoint", named=False)
    (incident,) = link([told.tells("attack", "bombing", place="a checkpoint").account()])[0].incidents
    assert incident.title == "Bombing at a checkpoint"


def test_a_day_alone_joins_no_two_incidents() -> None:
    one = Report("Rebels dynamited a mill near Tambra.", published="2020-06-03").names("place", "Tambra")
    one.tells("attack", "dynamited", place="Tambra", date="2020-06-02")
    two = Report("Snipers ambushed a convoy.", published="2020-06-03").tells("attack", "ambushed", date="2020-06-02")
    assert incidents(one, two) == [1, 1]


def test_other_targets_in_one_city_are_other_attacks() -> None:
    one = Report("An attack in Lima hit the gas works.", published="2020-06-03").names("place", "Lima")
    one.names("organization", "gas works").tells(
        "attack", "attack", place="Lima", date="2020-06-02", target="gas works"
    )
    two = Report("An attack in Lima on the Orvel Embassy was foiled.", published="2020-06-12").names("place", "Lima")
    two.names("organization", "Orvel Embassy").tells("attack", "attack", place="Lima", target="Orvel Embassy")
    assert incidents(one, two) == [1, 1]


def test_a_match_names_the_figures_that_speak_for_it(example_case: Path) -> None:
    reasons = [m.reason for m in open_build(example_case).linked.matches if m.kind == "incident"]
    assert any("both give 90 injured" in r or "both give 41 killed" in r for r in reasons)
    assert any("41 killed and 43 killed are near one another" in r for r in reasons)
    assert not [r for r in reasons if "give ;" in r or r.endswith("give .")]


def test_one_person_is_killed_once_whoever_died_with_him() -> None:
    def told(lead: str, who: str, dead: int, when: str | None) -> Report:
        report = Report(f"{lead} of the murder of {who}.", published=None).names("person", who)
        said = {"victim": who, "killed": dead} | ({"date": when} if when else {})
        return report.tells("killing", "murder", **said)

    assert incidents(told("Word", "Adam Kern", 3, "2020-06-02"), told("Talk", "Adam Kern", 4, None)) == [2]
    assert incidents(told("Word", "Adam Kern", 3, "2020-06-02"), told("Talk", "Milo Vargen", 4, None)) == [1, 1]
