"""The style of courts and their summaries: lists of the accused, second names, numbers with their years."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.accusations import find_accusations
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.persons.numbers import find_numbers
from rashomon.stages.claims.view import View

Read = Callable[[str], View]
NOTHING = Told((), ())


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("1. Karim Belot-Danso, called Abu Rashid, born on 3 March 1981 in Tavira, trader, detained since 2 May 2017, "
         "charged with having planned and directed the attack on the ferry of 9 April 2017;", "Karim Belot-Danso"),
        ("2. Lucas Ferrand, aged 31, mechanic, charged with having hidden the weapons;", "Lucas Ferrand"),
        ("Pierre Maldon, sergeant in the 2nd battalion, charged with having let the van pass the barrier.", "Pierre Maldon"),
    ],
)  # fmt: skip
def test_an_entry_charges_the_one_it_names(view_of: Read, text: str, who: str) -> None:
    assert [(d.property, d.value.text) for d in find_accusations(view_of(text), NOTHING)] == [("charge", who)]


@pytest.mark.parametrize(
    "text",
    ["The officers, charged with guarding the bridge, slept.", "Ana Roth, charged with the care of the pupils, left."],
)
def test_a_task_is_no_charge(view_of: Read, text: str) -> None:
    assert find_accusations(view_of(text), NOTHING) == ()


def test_called_gives_a_second_name(view_of: Read) -> None:
    view = view_of("Karim Belot-Danso, called Abu Rashid, born in Tavira, fled.")
    assert [a.name for r in view.referents.values() for a in r.aliases] == ["Abu Rashid"]


def test_who_is_phoned_is_no_second_name(view_of: Read) -> None:
    view = view_of("Karim Belot-Danso, a friend of Paul Dorn, called Rita Sandoval.")
    assert not any(r.aliases for r in view.referents.values())


def test_a_list_of_numbers_is_one_holder_s(view_of: Read) -> None:
    view = view_of(
        "The expert attributes these numbers to Rita Sandoval: +33 6 39 98 10 27 in 2016, +33 6 39 98 44 61 and "
        "+33 6 39 98 72 05 in 2017, and +44 7700 900 618 in January 2018. Her brother's was +33 6 39 98 44 63."
    )
    held = [
        view.referents[d.subject.referent].name if d.subject.referent else None for d in find_numbers(view, NOTHING)
    ]
    assert held == ["Rita Sandoval"] * 4 + [None]
