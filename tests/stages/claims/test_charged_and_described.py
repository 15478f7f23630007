"""Who is accused by what news of police and courts says of him, and who stands beside it and is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import rashomon
from rashomon.model.claim import ACCUSATIONS
from rashomon.stages.claims.accusations import find_accusations
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def told(view: View) -> set[tuple[str, str]]:
    """The accusations of a text: in which grade, and who by the first name that the text has for him."""
    named = {r.id: r.name for r in view.referents.values()}
    return {
        (d.property, named.get(d.value.referent or "", d.value.text or ""))
        for d in find_accusations(view, find_events(view))
    }


@pytest.mark.parametrize(
    "text",
    [
        "Orrick met aides after the bombings at offices in Norway and Portugal, which have killed at least 40 people.",
        "Our thoughts are with the families involved in this sad tragedy.",
        "Orrick has forged a career as a baker.",
        "Wardens stopped him at the gate and say they had to stun him.",
        "It was a careful attack, plainly not the work of amateurs.",
        "Rangers doubt the theory that either was involved in the June 9 murder of the baker, Stefan Orrick.",
        "Nine people were shot in the yard. The coroner identified the dead man as Stefan Orrick.",
        "Three men were killed. Police identified the men as Stefan Orrick, Milan Dorvik and Otto Rall.",
        "Milan Dorvik could face murder charges.",
    ],
)
def test_nobody_is_accused(view_of: ViewOf, text: str) -> None:
    assert told(view_of(text)) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Police are looking for Milan Dorvan. An arrest warrant was issued for Dorvan, a.k.a. Boro, Toro, or Goro.",
            {("suspect", "Milan Dorvan")},
        ),
        (
            "The suspects Karl Brandner, alias Nell, Boris and Tom, were charged with murder.",
            {("charge", "Karl Brandner")},
        ),
        (
            "The court heard Stefan Orrick, 19, of Harbour Heights, who is charged with the murder of a baker.",
            {("charge", "Stefan Orrick")},
        ),
        ("Stefan Orrick has remained behind bars since being charged with murder.", {("charge", "Stefan Orrick")}),
        ("Nobody may ever learn killer Stefan Orrick's reasons.", {("perpetrator", "Stefan Orrick")}),
        ("Stefan Orrick is the man wanted in the shooting of a guard.", {("suspect", "Stefan Orrick")}),
        (
            "Milan Dorvik and Stefan Orrick are two of the gunmen.",
            {("perpetrator", "Milan Dorvik"), ("perpetrator", "Stefan Orrick")},
        ),
    ],
)  # fmt: skip
def test_whoever_is_told_of_is_accused(view_of: ViewOf, text: str, expected: set[tuple[str, str]]) -> None:
    assert told(view_of(text)) == expected


def test_whom_the_same_clause_kills_has_not_fired(view_of: ViewOf) -> None:
    text = (
        "Stefan Orrick stood over Milan Dorvik and Otto Rall as they lay tied on the floor and fired six "
        "shots into their backs, killing them."
    )
    assert not {"Milan Dorvik", "Otto Rall"} & {who for _, who in told(view_of(text))}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Milan Dorvik was shot dead by police, as were Otto Rall and Ana Rell.", {"police"}),
        ("Ana Rell accused Otto Rall of murder, as did Mira Holt.", {"Otto Rall"}),
        ("Nine people died in the blast. Dental records show it was Stefan Orrick.", set()),
        (
            "A suspect was arrested after the robbery of a person. Police identified the person as Mira Holt.",
            {"A suspect"},
        ),
        (
            "The attack left two people hurt, and one person was arrested. Officials identified the two people as Ana Rell and Otto Rall.",
            set(),
        ),
        ("The lawyer Ana Rell stood before a judge charged with hiding evidence in the case.", set()),
        ("Ivo Sark joined the attack with Stefan Orrick in the boot of his car.", {"Ivo Sark"}),
        ("Otto Rall stands on the list of suspects cleared by the police.", set()),
        ("Otto Rall will face charges of murder if he kills again.", set()),
        ("Police obtained a warrant for the phone of Ana Rell.", set()),
        ("Viktor Harl was ordered to be kept in hospital until May.", set()),
    ],
)
def test_whoever_stands_beside_such_words_is_accused_of_nothing(text: str, who: set[str]) -> None:
    case = rashomon.read(text, published="2021-03-09")
    names = {e["id"]: e["name"] for e in case["entities"]}
    told = [c for c in case["claims"] if c["property"] in ACCUSATIONS | {"wanted"}]
    assert {names.get(c["value"].get("entity"), c["value"].get("text")) for c in told} == who
