"""A whole with its parts in one sentence; figures that only a noun gives; lives that were cost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.view import View

Read = Callable[[str], View]


def killed(view: View) -> list[tuple[float | None, str | None]]:
    return [(d.value.number, d.value.part) for d in find_events(view).drafts if d.property == "killed"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Forty-six people lost their lives: 29 were killed at the market, 14 at the bus station, and three attackers were "
         "shot dead by guards.", [(46, None), (29, "at the market"), (14, "at the bus station"), (3, "attackers")]),
        ("The gunmen killed 40 people: 21 died in the church, 19 in the market.",
         [(40, None), (21, "in the church"), (19, "in the market")]),
        ("The centre found that 31 villagers were killed in the attack: 28 farmers and three guards.",
         [(31, None), (28, "farmers"), (3, "guards")]),
        ("In the attack 14 civilians were killed – nine men, three women and two children.",
         [(14, None), (9, "men"), (3, "women"), (2, "children")]),
        ("The blast killed 12 people: seven drivers and three guards came from the town.", [(12, None)]),
        ("The blast killed 12 people: the driver and a guard were among them.", [(12, None)]),
        ("After the attack the hospital has registered 43 bodies and 71 wounded.", [(43, None)]),
        ("Forty-three persons have found death in the attack.", [(43, None)]),
        ("The fire has cost the life to 43 persons.", [(43, None)]),
        ("The explosion has cost 12 miners their lives.", [(12, None)]),
        ("After the attack the town buries its 47 dead.", [(47, None)]),
        ("The attack was on Monday. The figure of 43, which the government has published, does not count the attackers.",
         [(43, None)]),
    ],
)  # fmt: skip
def test_figures(view_of: Read, text: str, figures: list[tuple[float, str | None]]) -> None:
    assert killed(view_of(text)) == figures


def test_a_figure_tells_whom_it_leaves_out(view_of: Read) -> None:
    view = view_of("The attack was on Monday. The figure of 43, given by the army, does not count the attackers.")
    (draft,) = [d for d in find_events(view).drafts if d.property == "killed"]
    assert draft.value.excludes == ("attackers",)


@pytest.mark.parametrize(
    "text",
    [
        "The bomb exploded at noon. The figure of 43 percent was disputed.",
        "He was killed at noon. His three brothers were waiting.",
        "The attack was on Monday. The figure of 43 shops, which the mayor gave, is too low.",
    ],
)
def test_other_figures_are_no_dead(view_of: Read, text: str) -> None:
    assert not any(number in (43, 3) for number, _ in killed(view_of(text)))


def test_a_total_over_several_days_is_no_incident_s(view_of: Read) -> None:
    view = view_of(
        "The three acts have caused the death of 75 persons: 21 persons died at the hotel on 3 December 2016, 11 persons died "
        "in the bus on 22 August 2017, and 43 persons died at the market on 9 November 2017."
    )
    drafts = [d for d in find_events(view).drafts if d.property == "killed"]
    assert [(d.value.number, d.subject.total) for d in drafts] == [(75, True), (21, False), (11, False), (43, False)]
    assert len({d.subject.occurrence for d in drafts[1:]}) == 3


def test_men_taken_away_and_found_dead_are_one_story(view_of: Read) -> None:
    view = view_of(
        "On 9 November 2017 a bomb exploded in the market.\nOn 12 November 2017 soldiers surrounded the village and took away "
        "six men. Two days later four of them were found dead in the river. Witnesses accuse a captain of having ordered the "
        "killings. The army says that the four men died in a fight."
    )
    told = find_events(view)
    (dead,) = {d.subject.occurrence for d in told.drafts if d.property == "killed"}
    blast = next(d.subject.occurrence for d in told.drafts if d.property == "date" and d.value.earliest == "2017-11-09")
    assert dead != blast


def test_how_attackers_died_is_not_how_they_attacked(view_of: Read) -> None:
    view = view_of(
        "The attack\nOn 9 November 2017 a bomb exploded in the market. Forty-six people lost their lives: 29 were killed at the "
        "market, 14 at the station, and three attackers were shot dead by guards."
    )
    told = find_events(view)
    assert len({d.subject.occurrence for d in told.drafts if d.property in ("killed", "date")}) == 1
