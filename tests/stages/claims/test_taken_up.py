"""Whom "the group", "the firm", "it" and a clause without a subject of its own mean, and where that stays open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims import read_claims
from rashomon.stages.claims.view import View

Read = Callable[[str], View]


def accused(view: View) -> set[tuple[str, str, str]]:
    reading = read_claims(view.document, view.annotations)
    names = {r.id: r.name for r in view.annotations.referents}
    grades = ("perpetrator", "organizer", "blame", "suspect", "charge", "responsibility")
    return {
        (c.property, names.get(c.value.referent or "", c.value.text or ""), c.stance)
        for c in reading.claims
        if c.property in grades
    }


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The Green Dawn Brigade fled to the hills. The group abducted a priest in Karsova on Monday.",
            "Green Dawn Brigade",
        ),
        ("A gang calling itself the Sons of Tarvel took the town. The group shot nine dockers.", "Sons of Tarvel"),
        (
            "The Green Dawn Brigade fled. The mayors of the towns blame it for the attack on the church.",
            "Green Dawn Brigade",
        ),
        ("Emil Karsk lives in Karsova. The widow blames him for the killing of her husband.", "Emil Karsk"),
        ("Having killed the priest, Emil Karsk fled.", "Emil Karsk"),
        ("After having shot the priest, Emil Karsk fled to Spain.", "Emil Karsk"),
    ],
)
def test_whoever_is_taken_up_is_accused(view_of: Read, text: str, who: str) -> None:
    assert who in {name for _, name, _ in accused(view_of(text))}


@pytest.mark.parametrize(
    "text",
    [
        "The Karsova Court met the Red Dusk Union. The group abducted a priest in Karsova on Monday.",
        "The Green Dawn Brigade fought the Red Dusk Front. The mayors blame it for the attack on the church.",
        "The Green Dawn Brigade fought the Red Dusk Front. The group abducted a priest in Karsova on Monday.",
        "The Harbour Ministry sent a lorry. The group abducted a priest in Karsova on Monday.",
    ],
)
def test_where_two_may_be_meant_or_none_can_no_name_is_accused(view_of: Read, text: str) -> None:
    named = {name for _, name, _ in accused(view_of(text))}
    assert not any(word in name for name in named for word in ("Dawn", "Dusk", "Ministry", "Court"))


def test_a_perfect_gerund_denies_and_owns_as_a_plain_one(view_of: Read) -> None:
    denied = accused(view_of("Emil Karsk denied having killed the priest."))
    assert denied == {("perpetrator", "Emil Karsk", "denied")}
    owned = accused(view_of("Emil Karsk admitted having killed the priest."))
    assert owned == {("responsibility", "Emil Karsk", "asserted")}


def test_who_denies_is_the_accused_and_not_the_accuser(view_of: Read) -> None:
    view = view_of(
        "The harbour ministry blamed the Green Dawn Brigade. It denied having carried out the attack on the church."
    )
    assert ("perpetrator", "Green Dawn Brigade", "denied") in accused(view)
    reading = read_claims(view.document, view.annotations)
    said = next(c for c in reading.claims if c.property == "perpetrator")
    assert said.chain[-1].name == "Green Dawn Brigade"
