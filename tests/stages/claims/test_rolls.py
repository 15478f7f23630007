"""The dead and the wounded by name, with their ages, trades and kin; and who only stands beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def victims(view: View) -> list[str]:
    """The names of those named as victims, in text order, each once."""
    found = [view.referents[d.value.referent].name for d in find_events(view).drafts
             if d.property == "victim" and d.value.referent and view.referents[d.value.referent].named]  # fmt: skip
    return list(dict.fromkeys(found))


THREE = ["Ana Vell", "Jan Orm", "Piet Sand"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The victims were identified as Ana Vell, 34, of Karsova; Jan Orm, 21, of Velmara; and Piet Sand, 19.", THREE),
        ("The dead: Ana Vell, 34; Jan Orm, 21; Piet Sand, 19.", THREE),
        ("Police named the dead as Ana Vell, a nurse, and Jan Orm, a driver.", THREE[:2]),
        ("Ana Vell and Jan Orm were among those killed, the mayor said.", THREE[:2]),
        ("The dead include Ana Vell, daughter of the mayor Karl Vell, and Jan Orm.", THREE[:2]),
        ("The victims are Ana Vell, Jan Orm and Piet Sand, a relative, Ivo Tell, said.", THREE),
        ("Three people – Ana Vell, Jan Orm and Piet Sand – were killed.", THREE),
        ("The blast killed three men: Ana Vell, Jan Orm and Piet Sand.", THREE),
        ("Ana Vell (6), Jan Orm (8) and their aunt (40) drowned on Monday.", THREE[:2]),
        ("The victims were represented by Jan Orm and Piet Sand.", []),
        ("Relatives of the victims, Ana Vell and Jan Orm, asked for justice.", []),
        ("Jan Orm told the court that the victims were his friends.", []),
        ("The raid killed nine as Ana Vell and Jan Orm watched.", []),
        ("The victims of Karl Brandner were identified as farmers.", []),
    ],
)
def test_the_dead_by_name(view_of: ViewOf, text: str, names: list[str]) -> None:
    assert victims(view_of(text)) == names


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Killed were Ana Vell (34), Jan Vell (8) and their grandmother (71).", 3),
        ("Nora Plum (6), Finn Plum (8) and their aunt (40) drowned in the canal on Monday.", 3),
        ("Gunmen killed Ana Vell, and Jan Orm fled.", 1),
    ],
)
def test_names_are_counted(view_of: ViewOf, text: str, number: int) -> None:
    counts = [d.value.number for d in find_events(view_of(text)).drafts if d.property == "killed"]
    assert counts == [number]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("A child killed 7 injured", {("killed", 1), ("injured", 7)}),
        ("Policeman killed 3 wounded in ambush", {("killed", 1), ("injured", 3)}),
        ("Bomber killed 7 injured 12 in market", {("killed", 7), ("injured", 12)}),
        ("Gunmen killed 7 wounded soldiers", {("killed", 7)}),
    ],
)
def test_a_headline_without_was(view_of: ViewOf, text: str, counts: set[tuple[str, int]]) -> None:
    """Who was killed in a headline that leaves out "was" did not kill those counted behind it."""
    found = find_events(view_of(text)).drafts
    assert {(d.property, d.value.number) for d in found if d.property in ("killed", "injured")} == counts
