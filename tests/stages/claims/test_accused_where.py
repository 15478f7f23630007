"""Where the accused stands: in apposition, in a list, in a relative clause, in a cleft; and what is set for later."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.accusations import find_accusations
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.view import View

Read = Callable[[str], View]


def accused(view: View) -> set[tuple[str, str, str]]:
    return {(d.property, d.value.text or "", d.stance or "") for d in find_accusations(view, Told((), ()))}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Viktor Harl, the engineer who killed the judge, was given a life term.", {("perpetrator", "Viktor Harl", "asserted")}),
        ("Major Viktor Harl, the commander of the battalion, who ordered the killing, fled.",
         {("organizer", "Viktor Harl", "asserted")}),
        ("It was the Ministry of Transport that ordered the killing.", {("organizer", "Ministry of Transport", "asserted")}),
        ("Viktor Harl and Pavel Osk are to stand trial for manslaughter.",
         {("charge", "Viktor Harl", "asserted"), ("charge", "Pavel Osk", "asserted")}),
        ("Two of the general's men, Anton Vesk and Milo Harn, will be tried for murder.",
         {("charge", "Anton Vesk", "asserted"), ("charge", "Milo Harn", "asserted")}),
        ("Viktor Harl, in whom the ministry sees the ringleader of the riot, was moved.", {("organizer", "Viktor Harl", "asserted")}),
        ("The envoy accused Ruritania of poisoning the well.", {("perpetrator", "Ruritania", "alleged")}),
        ("The Ember Front denied that it had anything to do with the bombing.", {("perpetrator", "it", "denied")}),
        ("We hold Minister Viktor Harl politically responsible for what happened.", {("blame", "Viktor Harl", "asserted")}),
        ("Police gunfire killed two students.", {("perpetrator", "Police", "asserted")}),
        ("A unit of the Ninth Battalion stormed the block and shot 20 prisoners.",
         {("perpetrator", "A unit", "asserted"), ("perpetrator", "Ninth Battalion", "asserted")}),
        ("Goran Velk was the head of the gang that killed the judge.", {("perpetrator", "the gang", "asserted"), ("organizer", "Goran Velk", "asserted")}),
        ("Irma Tolvey, who defends Viktor Harl, said her client had not ordered the murder.", {("organizer", "her client", "denied")}),
        ("Guards beat twelve prisoners in the yard.", {("perpetrator", "Guards", "asserted")}),
    ],
)  # fmt: skip
def test_the_accused_is_found_where_he_stands(view_of: Read, text: str, found: set[tuple[str, str, str]]) -> None:
    assert accused(view_of(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "Viktor Harl, the brother of the engineer who killed the judge, wept.",
        "Viktor Harl, the head of the school, who is to open the fair, was ill.",
        "It was the Ministry of Transport that repaired the bridge.",
        "Viktor Harl is to be asked about the killing.",
        "The paper sees gunmen in Viktor Harl's novel.",
        "Five gunmen were killed by the army's gunfire.",
        "Viktor Harl had his car vandalised.",
    ],
)
def test_nobody_is_accused(view_of: Read, text: str) -> None:
    assert not {who for grade, who, _ in accused(view_of(text)) if "Harl" in who or "Ministry" in who or "army" in who}


@pytest.mark.parametrize(
    "text",
    [
        "Police thwarted a bomb attack by Ilvan Perek.",
        "Police foiled an attack by the Ember Front on the town hall.",
        "An attack by Ilvan Perek was averted by the guards.",
        "Guards prevented Ilvan Perek's murder of the miller.",
    ],
)
def test_who_is_kept_from_a_deed_neither_did_it_nor_is_cleared_of_it(view_of: Read, text: str) -> None:
    assert accused(view_of(text)) == set()


@pytest.mark.parametrize(
    ("text", "of_the_deed"),
    [
        ("Ilvan Perek was arrested on suspicion of murder.", True),
        ("Ilvan Perek was arrested on suspicion of murder and fraud.", True),
        ("Ilvan Perek was charged with laundering money for the bombing.", True),
        ("Police suspect Ilvan Perek of planting it.", True),
        ("Ilvan Perek was arrested on suspicion of driving drunk.", False),
        ("Ilvan Perek was arrested on fraud charges.", False),
        ("Ilvan Perek is suspected of tax fraud.", False),
        ("Police suspect Ilvan Perek of tax fraud.", False),
        ("Prosecutors accused Ilvan Perek of bribing a clerk.", False),
    ],
)
def test_an_accusation_of_another_act_is_of_no_incident(view_of: Read, text: str, of_the_deed: bool) -> None:
    view = view_of("A bomb killed nine people in Larnov on Monday. " + text)
    found = {
        d.subject.occurrence is not None for d in find_accusations(view, find_events(view)) if d.property != "weapon"
    }
    assert found == {of_the_deed}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The blast killed eight attackers, the driver, Samo Orlick, and two passengers.", set()),
        ("The gunman, a guard, Samo Orlick, and two clerks died.", set()),
        ("The gunmen, Samo Orlick and a second man, fled.", {"Samo Orlick"}),
        ("The killers, two brothers, Samo Orlick and Anton Volar, fled.", {"Samo Orlick", "Anton Volar"}),
    ],
)
def test_an_item_of_a_list_is_not_what_its_first_item_is(view_of: Read, text: str, named: set[str]) -> None:
    assert {who for _, who, _ in accused(view_of(text))} == named
