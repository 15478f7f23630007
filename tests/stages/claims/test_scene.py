"""A day that the sentence before sets as the scene, and deaths told by a set phrase."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def dates(view: View) -> list[str | None]:
    return [d.value.earliest for d in find_events(view).drafts if d.property == "date"]


def killed(view: View) -> list[int | None]:
    return [d.value.number for d in find_events(view).drafts if d.property == "killed"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("And on April 12, 2014, two bombers walked into the rally of the party. The explosions killed 58 people.",
         ["2014-04-12"]),
        ("On 3 May 2016, some 400 people gathered in the square. Fourteen people were killed when the police opened fire.",
         ["2016-05-03"]),
        ("From 3 to 5 May 2016 Osk Dahl was lodged in the capital. There he held talks with the chief of the guard.",
         ["2016-05-03"]),
        ("On 3 May 2016 two men drove to the mine. A bombing in another town killed six people.", []),
        ("On 3 May 2016 the parliament passed the law. The bombing killed six people.", []),
    ],
)  # fmt: skip
def test_the_day_of_the_scene(view_of: ViewOf, text: str, days: list[str]) -> None:
    assert dates(view_of(text)) == days


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("On Monday 31 people were torn to pieces in the garden of the school.", [31]),
        ("Four soldiers fell in the attack on the post.", [4]),
        ("In the attack he tore 31 letters to pieces.", []),
        ("Two guards fell from the roof in the attack.", []),
    ],
)
def test_deaths_by_a_set_phrase(view_of: ViewOf, text: str, numbers: list[int]) -> None:
    assert killed(view_of(text)) == numbers
