"""What stands beside a deed and is none of it: what it is compared with, courts, tolls, the aftermath, the deeds of others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def of(told: Told, property_: str) -> dict[str | int | float | None, str | None]:
    """The drafts of a property: their number, text or first day, and the occurrence each hangs on."""
    return {
        d.value.number or (d.value.earliest if property_ == "date" else d.value.text): d.subject.occurrence
        for d in told.drafts
        if d.property == property_
    }


_BOMB = "A bomb killed 14 people in Qarsova on 2 May 2020. "


@pytest.mark.parametrize(
    "other",
    [
        "The governor likened it to the bombing of a mill in Deshtal, which killed 31 weavers.",
        "The attack was similar to the shelling at Deshtal, which killed 31 weavers.",
        "The shelling of a weaving mill in Deshtal killed 31 people.",
    ],
)
def test_what_it_is_compared_with_is_another(view_of: ViewOf, other: str) -> None:
    told = find_events(view_of(_BOMB + other))
    dead = of(told, "killed")
    assert dead[31] != dead[14]
    assert of(told, "place").get("Deshtal") != dead[14]


def test_the_attack_spoken_of_again_is_the_same(view_of: ViewOf) -> None:
    told = find_events(view_of(_BOMB + "The attack also wounded 40 people."))
    assert of(told, "injured")[40] == of(told, "killed")[14] is not None


@pytest.mark.parametrize(
    "text",
    [
        "As of 5 May 2020, 14 people had been killed by the bomb that went off in Qarsova on 2 May 2020.",
        "The bombing in Qarsova on 2 May 2020 had killed 14 people as of 5 May 2020.",
        "The death toll from the bombing in Qarsova on 2 May 2020 rose to 14 dead and 40 injured on 5 May 2020.",
        "Nine people were killed by the bombing in Qarsova on 2 May 2020; two more died on 5 May 2020.",
    ],
)
def test_until_when_was_counted_is_no_day_of_the_deed(view_of: ViewOf, text: str) -> None:
    assert "2020-05-05" not in of(find_events(view_of(text)), "date")


@pytest.mark.parametrize(
    "text",
    [
        "A court acquitted Ilse Tovar of ordering the murder of Emre Dask on 5 May 2020.",
        "Ilse Tovar was convicted of the bombing in Qarsova on 5 May 2020.",
    ],
)
def test_a_day_behind_a_verdict_is_no_asserted_day_of_the_deed(view_of: ViewOf, text: str) -> None:
    told = find_events(view_of(text))
    deeds = {o.id for o in told.occurrences if o.type in ("attack", "killing")}
    assert deeds
    assert of(told, "date").get("2020-05-05") not in deeds


def test_after_the_courts_own_day_comes_the_deeds(view_of: ViewOf) -> None:
    told = find_events(view_of("Police on 6 May 2020 arrested Ilse Tovar over the bombing in Qarsova on 2 May 2020."))
    deed = next(o.id for o in told.occurrences if o.type == "attack")
    assert of(told, "date")["2020-05-02"] == deed


def test_since_when_somebody_is_missing_is_the_day(view_of: ViewOf) -> None:
    told = find_events(view_of("Twelve herders are missing since 3 May 2020."))
    days = [(d.value.earliest, d.value.latest) for d in told.drafts if d.property == "date"]
    assert days == [("2020-05-03", "2020-05-03")]


def test_a_session_on_it_is_not_its_scene(view_of: ViewOf) -> None:
    told = find_events(view_of(_BOMB + "The incident took up most of the session at Tolmen Hall on 5 May 2020."))
    assert "2020-05-05" not in of(told, "date")
    assert "Tolmen Hall" not in of(told, "place")


def test_who_flew_the_airstrike_is_no_place(view_of: ViewOf) -> None:
    told = find_events(view_of("Six fishermen were killed near Qarsova on 2 May 2020 in a Zemland airstrike."))
    assert set(of(told, "place")) == {"Qarsova"}


def test_two_words_of_killing_with_a_victim_each_are_two(view_of: ViewOf) -> None:
    told = find_events(view_of("Ilse Tovar was found guilty of murdering the baker Emre Dask, "
                               "and of a part in the murder of Jonas Pellik."))  # fmt: skip
    victims = of(told, "victim")
    assert victims["Emre Dask"] != victims["Jonas Pellik"]


def test_others_who_set_fire_to_another_house_did_not_shoot(view_of: ViewOf) -> None:
    told = find_events(
        view_of("Four pilots were shot dead in Qarsova. Students in Qarsova set fire to the port office.")
    )
    assert len([o for o in told.occurrences if not o.generic]) == 2


def test_gunmen_who_set_fire_are_those_who_shot(view_of: ViewOf) -> None:
    told = find_events(view_of("Four pilots were shot dead in Qarsova. The gunmen set fire to the port office."))
    assert len([o for o in told.occurrences if not o.generic]) == 1


def test_dead_between_two_days_are_of_no_one_deed(view_of: ViewOf) -> None:
    told = find_events(view_of("Between 1 January and 3 December 2020, 63 reporters were killed for their work."))
    assert all(o.generic for o in told.occurrences)


@pytest.mark.parametrize("words", ["eve", "morning"])
def test_a_time_is_no_target(view_of: ViewOf, words: str) -> None:
    told = find_events(view_of(f"The attack on the {words} of the harvest fair in Qarsova left two stallholders dead."))
    assert words not in of(told, "target")


def test_the_second_day_of_an_arrest_is_the_deeds(view_of: ViewOf) -> None:
    told = find_events(view_of("Police in Qarsova arrested Emre Dask on 6 March 2021 over the kidnapping "
                               "of a jockey in Deshtal on 1 March 2021."))  # fmt: skip
    days, kinds = of(told, "date"), {o.id: o.type for o in told.occurrences}
    assert {day: kinds[ident or ""] for day, ident in days.items()} == {
        "2021-03-06": "arrest", "2021-03-01": "abduction",
    }  # fmt: skip


def test_the_same_day_elsewhere_is_another(view_of: ViewOf) -> None:
    told = find_events(view_of("On 21 May 2020 gunmen shot two teachers in Qarsova. "
                               "The same day, a mine killed six soldiers near Deshtal."))  # fmt: skip
    assert len([o for o in told.occurrences if not o.generic]) == 2


def test_a_death_in_hospital_is_no_day_of_the_deed(view_of: ViewOf) -> None:
    told = find_events(
        view_of("The hijacking of the ferry in Qarsova left 23 dead. One passenger died in hospital on 2 August 2013.")
    )
    assert not of(told, "date")


@pytest.mark.parametrize("text", ["The town has been under siege since May.", "He declared a state of siege."])
def test_a_state_of_siege_is_no_event(view_of: ViewOf, text: str) -> None:
    assert not find_events(view_of(text)).occurrences


def test_what_somebody_is_known_for_is_no_part_of_the_news(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "Gunmen shot dead 12 shoppers at a mall in Nairobi.\nAmong them, it was said, was the widow of one of the four "
        "bombers who struck London in July 2005 and killed 52 people.\n"
    ))  # fmt: skip
    assert of(told, "killed")[52] != of(told, "killed")[12]


def test_explosions_are_of_the_siege(view_of: ViewOf) -> None:
    told = find_events(
        view_of("The siege of a mall in Qarsova in May 2020 ended after explosions that killed four gunmen.")
    )
    assert len([o for o in told.occurrences if not o.generic]) == 1
