"""Several incidents in one report: what keeps them apart, what sums them up, what they share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def owners(told: Told, name: str) -> dict[str, str | None]:
    """The texts of one property with the occurrence that each is claimed of."""
    return {d.value.text or "": d.subject.occurrence for d in told.drafts if d.property == name}


def singles(told: Told) -> list[list[str]]:
    return [[m.quote for m in o.mentions] for o in told.occurrences if not o.generic]


def test_sentences_that_open_with_a_place_each_are_two_stories(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "Gunmen in the past hours killed a clerk, a baker and a nurse.\n"
        "In the mountain town of Orvel, clerk Adan Ruell was shot at his door by four men.\n"
        "In Tambra, a locality in the north, two rebels killed a baker and a nurse outside a club."
    ))  # fmt: skip
    places = owners(told, "place")
    assert places["Orvel"] != places["Tambra"]
    assert len(singles(told)) == 2
    assert [d.subject.total for d in told.drafts if d.value.number == 3] == [True]


def test_another_thing_hit_is_another_incident(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "Gunmen raided the village of Orvel on Friday and killed nine people.\n"
        "They also raided two other villages, where they burned houses."
    ))  # fmt: skip
    assert len(singles(told)) == 2


def test_another_victim_is_of_the_same_incident(view_of: ViewOf) -> None:
    told = find_events(
        view_of("Gunmen attacked a bar in Orvel on Friday. A waiter was killed and another guest was wounded.")
    )
    assert len(singles(told)) == 1


def test_what_something_came_hours_after_is_another_incident(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "Mira Sole was killed when a truck hit her car in Orvel. "
        "This happened only hours after two guards were murdered."
    ))  # fmt: skip
    found = owners(told, "victim")
    assert found["Mira Sole"] != found["guards"]


def test_since_the_raid_takes_up_the_raid(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "Rebels attacked the parliament in Orvel on 3 May. Tensions between the two countries have grown since the attack."
    ))  # fmt: skip
    assert len(singles(told)) == 1


def test_what_is_avenged_is_another_incident(view_of: ViewOf) -> None:
    told = find_events(view_of("Warplanes bombed a police station in Orvel, in revenge for an ambush on a bus."))
    assert len(singles(told)) == 2


def test_two_attacks_with_an_article_each_are_two(view_of: ViewOf) -> None:
    told = find_events(view_of("The move followed an ambush on a bus and a suicide attack at a market in Tambra."))
    assert len(singles(told)) == 2


def test_a_counted_summary_gives_place_and_day_to_its_parts(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "Two attacks were carried out in Orvel on 3 May 2014.\n"
        "A bomb exploded in front of the tax office. Meanwhile, gunmen attacked the villa of a judge."
    ))  # fmt: skip
    parts = {o.id for o in told.occurrences if not o.generic}
    placed = {d.subject.occurrence for d in told.drafts if d.property == "place" and d.value.text == "Orvel"}
    assert placed == parts


def test_these_attacks_are_spoken_of_together(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "Gunmen attacked a barracks in Orvel on 3 May 2014. On 9 May 2014 a bomb exploded at a bank in Tambra.\n"
        "These attacks came a day after the raid on a convoy in Sorrel, in which seven people were injured."
    ))  # fmt: skip
    hurt = next(d.subject.occurrence for d in told.drafts if d.property == "injured")
    others = {d.subject.occurrence for d in told.drafts if d.property == "date"}
    assert hurt not in others


def test_news_of_now_is_not_of_a_day_long_before(view_of: ViewOf) -> None:
    view = view_of(
        "The army has killed three raiders who attacked one of the patrols near Orvel.\n"
        "They died in tank fire.\n"
        "The village was attacked on 2 January 2014, when two gunmen killed two residents."
    )
    view.document = replace(view.document, published="2014-05-20")
    told = find_events(view)
    counts = {d.value.number: d.subject.occurrence for d in told.drafts if d.property == "killed"}
    assert counts[3] != counts[2]


def test_parts_of_a_thing_stand_for_the_thing(view_of: ViewOf) -> None:
    told = find_events(view_of("Masked men detonated a bomb that damaged the doors of the party offices in Orvel."))
    assert list(owners(told, "target")) == ["party offices"]
    assert "bomb" in owners(told, "weapon")


def test_a_town_is_where_and_not_what(view_of: ViewOf) -> None:
    told = find_events(
        view_of("The dawn attack on Lyon killed four. Rebels placed a mine on the Sorrel Bridge, in Tambra.")
    )
    assert set(owners(told, "target")) == {"Sorrel Bridge"}
    assert "Tambra" in owners(told, "place")


def test_what_is_said_to_be_the_target(view_of: ViewOf) -> None:
    told = find_events(view_of("The Trade Ministry was the target of the attack in Orvel on Monday."))
    assert [t for t in owners(told, "target") if t.endswith("Ministry")]


def test_the_dead_of_two_stories_add_up_to_those_of_the_lead(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "Rebels killed five people in the past hours.\n"
        "In Lyon, two farmers were shot dead by four men.\n"
        "In Madrid, gunmen killed three students outside a club."
    ))  # fmt: skip
    assert [d.subject.total for d in told.drafts if d.value.number == 5] == [True]
    assert len(singles(told)) == 2
