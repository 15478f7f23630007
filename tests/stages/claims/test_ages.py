"""How old somebody is said to be: between which days that person was born, and what is no age."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.persons.ages import find_ages
from rashomon.stages.claims.view import View


def ages(view: View, published: str | None = "2031-05-02") -> list[tuple[str | None, str | None, str | None]]:
    """Text, first and last day of each birth date reckoned from an age."""
    dated = View(replace(view.document, published=published), view.annotations)
    found = find_ages(dated, Told((), ()))
    return [(d.value.text, d.value.earliest, d.value.latest) for d in found]


@pytest.mark.parametrize(
    "text",
    [
        "Lina Osk, 44, was shot.",
        "Lina Osk (44) was shot.",
        "Lina Osk, aged 44, was shot.",
        "The 44-year-old teacher Lina Osk was shot.",
        "Lina Osk, a 44-year-old teacher, was shot.",
        "Lina Osk was 44.",
    ],
)
def test_an_age_beside_a_name(view_of: Callable[[str], View], text: str) -> None:
    assert ages(view_of(text)) == [("aged 44", "1986-05-03", "1987-05-02")]


@pytest.mark.parametrize(
    "text", ["Lina Osk, 44 kilometres away, ran.", "Lina Osk and 44 others were shot.", "The 44-year-old was shot."]
)
def test_what_is_no_age_of_somebody_named(view_of: Callable[[str], View], text: str) -> None:
    assert ages(view_of(text)) == []


@pytest.mark.parametrize("published", [None, "2031-05", "2031"])
def test_without_a_day_of_publication_an_age_tells_no_day(
    view_of: Callable[[str], View], published: str | None
) -> None:
    assert ages(view_of("Lina Osk, 44, was shot."), published) == []
