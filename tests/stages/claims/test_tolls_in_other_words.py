"""Figures of victims in wordings that share no verb with the plain ones: parts before the verb, second tellers, bodies, captives."""

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


@pytest.mark.parametrize(
    ("text", "wholes", "parts"),
    [
        (
            "At least 54 people including eight pupils were killed when shells hit Tolm.",
            {("killed", 54)},
            {("killed", 8)},
        ),
        ("Two nurses were among at least 14 people killed in the raid on Tolm.", {("killed", 14)}, {("killed", 2)}),
        ("Of the 31 wounded in Tolm, four died overnight.", {("injured", 31)}, {("killed", 4)}),
        (
            "Seven were killed and 23 wounded in the raid. Nine of the wounded are still in hospital.",
            {("killed", 7), ("injured", 23)},
            {("injured", 9)},
        ),
        ("The death toll of the raid has risen to eleven, ten tilers and a guard.", {("killed", 11)}, {("killed", 10)}),
        (
            "The death toll has risen to 61 after rescuers had pulled nine bodies from the cellar.",
            {("killed", 61)},
            {("killed", 9)},
        ),
        ("After the raid the ministry counted four dead and the league five.", {("killed", 4), ("killed", 5)}, set()),
        ("The police put the toll at 12 and the union at 19.", {("killed", 12), ("killed", 19)}, set()),
        ("Seventy people died in Tolm, or 81 by the count of the union.", {("killed", 70), ("killed", 81)}, set()),
        (
            "How many of us died in the raid? Since Tuesday the ministry says 64. The union says at least 78.",
            {("killed", 64), ("killed", 78)},
            set(),
        ),
        ("Soldiers killed villagers in Tolm. The network counts fourteen victims.", {("killed", 14)}, set()),
        ("The number of villagers abducted in Tolm stands at 63.", {("kidnapped", 63)}, set()),
        (
            "With the death toll of the raid estimated between 60 and 90, he flew home.",
            {("killed", 60), ("killed", 90)},
            set(),
        ),
        ("Those who were executed in Tolm are about 40.", {("killed", 40)}, set()),
        ("The morgue had taken in 44 bodies after the bombing.", {("killed", 44)}, set()),
        ("The hospital received 14 corpses after the raid.", {("killed", 14)}, set()),
        ("Seven bodies were brought to the hospital after the raid.", {("killed", 7)}, set()),
        ("No fewer than 28 people met their deaths in the raid on Tolm.", {("killed", 28)}, set()),
        ("The parish lost nine of its own when the church was attacked.", {("killed", 9)}, set()),
        ("Soldiers rounded up and shot five herders at Tolm.", {("killed", 5)}, set()),
        ("Police shot 11 tilers dead and wounded 30 in Tolm.", {("killed", 11), ("injured", 30)}, set()),
        ("There were three men of whom there is no trace since the raid on Tolm.", {("missing", 3)}, set()),
        ("More than 40 people were injured, some of whom will never work again.", {("injured", 40)}, set()),
        ("Troops eliminated over 40 militants in Tolm.", {("killed", 40)}, set()),
        (
            "It began with the ambush near Tolm, in which 13 people, ten guards and three cooks, were killed.",
            {("killed", 13)},
            {("killed", 10), ("killed", 3)},
        ),
        ("By the union's count 81 people died in the fire at Tolm.", {("killed", 81)}, set()),
        (
            "The fire claimed nine lives by official count and 14 by that of the church.",
            {("killed", 9), ("killed", 14)},
            set(),
        ),
        ("The number of the dead of the raid has since grown by two to 14.", {("killed", 14)}, set()),
        ("The raid killed tilers; another death brings the dead to 14.", {("killed", 14)}, set()),
        ("Gunmen slit the throats of seven shepherds at Tolm.", {("killed", 7)}, set()),
        ("Fourteen villagers were lined up against a wall at Tolm and shot.", {("killed", 14)}, set()),
        ("Shells killed and injured five clerks in Tolm.", set(), set()),
    ],
)
def test_whole_and_parts(view_of: ViewOf, text: str, wholes: set[tuple[str, int]], parts: set[tuple[str, int]]) -> None:
    told = figures(view_of(text))
    assert {(d.property, d.value.number) for d in told if not d.value.part and d.value.number} == wholes
    assert {(d.property, d.value.number) for d in told if d.value.part and d.value.number} >= parts


@pytest.mark.parametrize(
    "text",
    [
        "The number of villagers questioned after the killing stands at 63.",
        "The killing shocked the town. The union counted 400 at the rally.",
        "The charity counts fourteen victims of the fraud.",
        "The jury eliminated three contestants.",
        "The captain and nine guests met their lawyer in Tolm.",
        "The parish lost its roof when nine of its own trees fell.",
    ],
)
def test_no_figure_of_victims(view_of: ViewOf, text: str) -> None:
    assert not [d for d in figures(view_of(text)) if d.value.number and d.value.number > 1]


@pytest.mark.parametrize(
    "text",
    [
        "The police counted 12 dead and the clinic bought 19.",
        "The police counted 12 dead and the hospital had 19 nurses.",
    ],
)
def test_what_another_does_is_no_second_count(view_of: ViewOf, text: str) -> None:
    assert {d.value.number for d in figures(view_of(text))} == {12}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The government's figure of 73 dead in the bombing of Tolm has not changed.", "The government"),
        ("The army's count of the dead in Tolm stands at 40.", "The army"),
        ("Fourteen people have been reported missing by their families after the bombing of Tolm.", "their families"),
        ("Police put the toll at 12 and the union at 19.", "the union"),
        ("The town's toll of 12 dead shocked the region.", None),
    ],
)
def test_whose_figure_it_is(view_of: ViewOf, text: str, speaker: str | None) -> None:
    links = [link.name for d in figures(view_of(text)) for link in d.links]
    assert (speaker in links) if speaker else not links
