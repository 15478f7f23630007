"""Figures of victims in everyday words: both ends of a range, shares, sides, days of a toll, and what is no figure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]
COUNTS = ("killed", "injured", "missing", "detained", "kidnapped")


def figures(view: View) -> list[Draft]:
    """The drafts of counts."""
    return [d for d in find_events(view).drafts if d.property in COUNTS]


def said(view: View) -> set[tuple[str, int | float | None]]:
    """Property and number of each figure that speaks of all."""
    return {(d.property, d.value.number) for d in figures(view) if d.value.number and not d.value.part}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mudslide above Karsova killed 3 412 villagers.", {("killed", 3412)}),
        ("The cyclone killed 2 lakh people and injured 45 ppl in Velmara.", {("killed", 200000), ("injured", 45)}),
        ("Thirty-odd ferrymen drowned and 50-plus tilers were injured off Karsova.", {("killed", 30), ("injured", 50)}),
        ("Doctors in Karsova said 70 pupils needed hospital treatment after the blast.", {("injured", 70)}),
        ("The gendarmes have taken eleven stokers into custody over the bombing.", {("detained", 11)}),
        ("The hijackers are holding eight glaziers.", {("kidnapped", 8)}),
        ("Six weavers are said to have been killed in the raid on Velmara.", {("killed", 6)}),
        ("Nine tilers were burned when the boiler exploded.", {("injured", 9)}),
        ("A party of 14 surveyors died in the avalanche.", {("killed", 14)}),
        ("The raid on Velmara resulted in three deaths and two dozen injuries.", {("killed", 3), ("injured", 24)}),
        ("There were no deaths but 12 injuries when the grenade went off.", {("injured", 12)}),
        ("The flood drowned five ferrymen.", {("killed", 5)}),
        ("We lost four of our cooks in the bombing.", {("killed", 4)}),
        ("The smith Ilker Dorn and his uncle Remo Tash were shot dead.", {("killed", 2)}),
        ("The bursar, Orla Finch, and the dean, Piet Haas, were arrested.", {("detained", 2)}),
        ("A weaver, 41, and her son, 6, were killed in the blast.", {("killed", 2)}),
        ("A 20-year-old and three 18-year-olds were killed in the shooting.", {("killed", 4)}),
        ("At most 15 clerks can have died in the blast.", {("killed", 15)}),
        ("A landslide killed six Menders Without Frontiers carpenters.", {("killed", 6)}),
    ],
)
def test_ways_of_telling(view_of: ViewOf, text: str, expected: set[tuple[str, int]]) -> None:
    assert expected == said(view_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "The bomb in Velmara left 23 dead or wounded.",
        "Some 17 weavers were either killed or hurt when the bomb went off.",
        "The bomb left one of every three passengers dead.",
        "The flood killed 12 head of cattle.",
        "The court ordered the arrest of two dyers.",
        "A judge issued a warrant for the arrest of six dyers.",
        "The aim was to make Remo Tash disappear.",
    ],
)
def test_no_figure_that_nobody_gave(view_of: ViewOf, text: str) -> None:
    assert not figures(view_of(text))


def test_several_hundred_is_no_hundred(view_of: ViewOf) -> None:
    (draft,) = figures(view_of("The blast in Karsova killed several hundred weavers."))
    assert draft.value.number is None
    assert draft.value.text is not None and draft.value.text.startswith("several hundred")


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed at least 21 but no more than 30 weavers.",
        "The blast killed as many as 30 and not less than 21, the ministry said.",
    ],
)
def test_a_floor_and_a_ceiling_are_two_bounds_and_no_sum(view_of: ViewOf, text: str) -> None:
    found = {(d.value.number, d.value.bound) for d in figures(view_of(text))}
    assert found == {(21, "at_least"), (30, "at_most")}


def test_both_ends_of_a_range(view_of: ViewOf) -> None:
    found = {
        (d.value.number, d.value.bound)
        for d in figures(view_of("An estimated 2,000 to 2,500 weavers died in the quake."))
    }
    assert found == {(2000, "at_least"), (2500, "at_most")}


@pytest.mark.parametrize(
    ("text", "number", "part"),
    [
        ("Sixteen weavers died in the blast, nine of whom taught at the mill.", 9, "of whom"),
        ("Thirty dyers were wounded in the blast, four of them badly.", 4, "badly"),
        ("Fourteen people, including the two tilers, died in the blast.", 2, "tilers"),
        ("Among the 40 wounded were three nuns.", 3, "among the wounded"),
    ],
)
def test_parts_of_a_figure(view_of: ViewOf, text: str, number: int, part: str) -> None:
    drafts = figures(view_of(text))
    assert [(d.value.number, d.value.part) for d in drafts if d.value.part] == [(number, part)]
    assert len(drafts) > 1


def test_two_sides_are_not_added_up(view_of: ViewOf) -> None:
    drafts = figures(view_of("Seven rebels and two constables were killed near Karsova."))
    assert {d.value.number for d in drafts} == {7, 2}


def test_what_is_presumed_does_not_spread_to_the_total(view_of: ViewOf) -> None:
    text = "Three more dyers had been found dead with four others presumed dead in the landslide, bringing the total to 31 victims."
    stances = {d.value.number: d.stance for d in figures(view_of(text))}
    assert (stances[31], stances[4]) == ("asserted", "possible")


@pytest.mark.parametrize(
    "text",
    [
        "As of Tuesday, 15 June 2021, nine weavers had been killed by the bomb that went off in Karsova on 13 June 2021.",
        "By the evening of 15 June 2021, nine weavers had died in the bombing that hit Karsova on 13 June 2021.",
        "The bombing in Karsova on 13 June 2021 has killed nine weavers as of 6 pm on 15 June 2021.",
        "The death toll from the bombing in Karsova rose to nine dead and 31 injured on 15 June 2021.",
        "Two of the dyers hurt in the blast on 13 June 2021 died on 15 June 2021, bringing the toll to nine.",
    ],
)
def test_the_day_of_a_toll_is_not_the_day_of_the_deed(view_of: ViewOf, text: str) -> None:
    dates = [d for d in find_events(view_of(text)).drafts if d.property == "date"]
    assert all((d.value.latest or "")[:10] == "2021-06-13" for d in dates)
    assert any(d.value.number == 9 for d in figures(view_of(text)))


def test_as_of_is_kept_with_the_figure(view_of: ViewOf) -> None:
    (draft,) = figures(view_of("As of 15 June 2021, nine weavers had been killed in the fighting in Karsova."))
    assert draft.value.as_of == "2021-06-15"


def test_who_lowers_a_toll_gives_it(view_of: ViewOf) -> None:
    (draft,) = figures(view_of("Rescuers lowered the number of dead in the mill blast from 31 to 28 on Wednesday."))
    assert draft.value.number == 28
    assert [link.name for link in draft.links] == ["Rescuers"]


def test_the_latest_in_a_series_is_told_alone(view_of: ViewOf) -> None:
    text = "Gunmen wounded 90 dyers in Karsova, the latest in a series of shootings in the valley."
    assert [(d.value.number, d.subject.total) for d in figures(view_of(text))] == [(90, False)]
