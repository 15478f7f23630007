"""Where it happened: not who struck, not where it was talked of; a part of a town, some steps from a flat."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import rashomon
from rashomon.stages.claims import read_claims
from rashomon.stages.claims.view import View


def places(view: View) -> set[str]:
    reading = read_claims(view.document, view.annotations)
    names = {r.id: r.name for r in view.annotations.referents}
    return {names.get(c.value.referent or "", c.value.text or "") for c in reading.claims if c.property == "place"}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Six miners were killed near Karsova on 4 March 2021 in a Velmara airstrike.", {"Karsova"}),
        ("Six miners died near Karsova in a Velmara drone strike on 4 March 2021.", {"Karsova"}),
        ("Tove Ulmar was shot dead on 8 May 2019, a few steps from her Karsova flat.", {"Karsova"}),
        ("Two men were arrested before dawn in a modest neighborhood of Karsova.", {"Karsova"}),
        ("Tove Ulmar was shot dead in front of her house in Karsova by two men on a motorcycle.", {"Karsova"}),
        ("Tove Ulmar, at the head of the column, was shot dead in Karsova.", {"Karsova"}),
        ("Two suicide bombers struck Karsova on 4 March 2021, killing nine people.", {"Karsova"}),
        ("Eleven people died in the fire at the Belmar casino.", {"the Belmar casino"}),
        ("Soldiers massacred the villagers of Karsova.", {"Karsova"}),
        ("Soldiers killed the people of Karsova in Tarsk.", {"Tarsk"}),
        ("Soldiers killed two men of Karsova.", set()),
        ("The mayor survived an assassination attempt in Karsova on 9 March.", {"Karsova"}),
        ("The attempt on the judge was made in Karsova on 9 March.", {"Karsova"}),
        ("He planned an attempt on the mayor in Karsova in May.", set()),
        ("An attempt to reach the mayor failed in Karsova on 9 March.", set()),
        ("The shelling killed six. The incident took up most of the session at Harrow Hall.", set()),
    ],
)
def test_where_it_happened(view_of: Callable[[str], View], text: str, where: set[str]) -> None:
    assert places(view_of(text)) == where


def test_who_is_held_is_named(view_of: Callable[[str], View]) -> None:
    view = view_of("Police detained the banker Milo Vargen and his wife Tove Vargen in Karsova on Monday.")
    reading = read_claims(view.document, view.annotations)
    names = {r.id: r.name for r in view.annotations.referents}
    held = {names[c.value.referent] for c in reading.claims if c.property == "detained" and c.value.referent}
    assert held == {"Milo Vargen", "Tove Vargen"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The lawyers of the families, Tove Ulmar and Milo Vargen, appealed.", {"lawyer"}),
        ("The mayor-elect of Karsova, Tove Ulmar, was shot.", {"mayor-elect"}),
    ],
)
def test_a_role_set_before_names(view_of: Callable[[str], View], text: str, role: set[str]) -> None:
    view = view_of(text)
    found = [c for c in read_claims(view.document, view.annotations).claims if c.property == "role"]
    assert found and {str(c.value.text).split(" of ")[0].removeprefix("the ") for c in found} == role


def test_the_day_on_which_the_dead_are_named_is_not_the_deeds() -> None:
    text = "Authorities identified the victims late Sunday as Gregor Tolk, 51, and his wife. The shooting happened on Saturday night."
    rows = rashomon.read(text, published="2021-03-09")
    assert {c["value"]["text"] for c in rows["claims"] if c["property"] == "date"} == {"Saturday night"}
