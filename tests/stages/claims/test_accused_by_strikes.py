"""Whose shells, planes and raids killed; and who looked on, let it happen, drove the car, told the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.accusations import find_accusations
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def accused(view: View) -> set[tuple[str, str]]:
    """Property and name or words of whoever is accused in a text."""
    found = find_accusations(view, find_events(view))
    names = {r.id: r.name for r in view.referents.values()}
    return {(d.property, names.get(d.value.referent or "", d.value.text or "")) for d in found}


@pytest.mark.parametrize(
    ("text", "grade", "who"),
    [
        ("Norwegian air strikes killed nine villagers, a monitor said.", "perpetrator", "Norwegian"),
        ("Nine villagers died when a Norwegian drone hit their bus.", "perpetrator", "Norwegian"),
        ("Nine villagers were killed in Norwegian government air strikes.", "perpetrator", "Norwegian government"),
        ("A Norwegian-led coalition raid killed nine villagers.", "perpetrator", "Norwegian-led coalition"),
        ("Army helicopters dropped bombs on the town.", "perpetrator", "Army"),
        ("Nine villagers died in an army raid.", "perpetrator", "army"),
        ("The inquiry found that police had fired without warning, killing four students.", "perpetrator", "police"),
        ("Police stood by while the mob killed the prisoners.", "blame", "Police"),
        ("Nine men were murdered. Their blood is on the hands of Karl Brandner.", "blame", "Karl Brandner"),
        ("Karl Brandner drove the getaway car.", "perpetrator", "Karl Brandner"),
        ("Karl Brandner gave the killers the address of the mayor.", "perpetrator", "Karl Brandner"),
        ("Police failed to act on warnings of the attack.", "blame", "Police"),
        ("The police did not prevent the murder.", "blame", "The police"),
        ("The ministry had been warned of the attack and did nothing.", "blame", "The ministry"),
        ("Karl Brandner should be put on trial for the massacre.", "blame", "Karl Brandner"),
        ("Karl Brandner is alleged to have links to the bombers.", "suspect", "Karl Brandner"),
        ("Phone records place Karl Brandner at the scene of the murder.", "suspect", "Karl Brandner"),
    ],
)
def test_it_was_theirs(view_of: ViewOf, text: str, grade: str, who: str) -> None:
    assert (grade, who) in accused(view_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed in the embassy bombing.",
        "Nine people were killed in a church bombing on Sunday.",
        "Nine people died in the Kenyan mall attack.",
        "Nine Norwegian tourists were killed by a shell.",
        "Norwegian air strikes killed nine rebels.",
        "Norland air strikes kill nine villagers.",
        "Two pilots died when a Norwegian plane crashed.",
        "The army shelled rebel positions in the hills.",
        "The army ambushed a group of rebels.",
        "Karl Brandner looked on from his window while the prisoners were shot.",
        "Karl Brandner gave the police the address of the killers.",
        "The ministry placed Karl Brandner at the head of the inquiry into the murder.",
        "Police allowed the gunmen to phone.",
        "The police could not have prevented the murder.",
        "Police said nothing about the attack.",
        "Karl Brandner had blood on his hands from the fish.",
        "Karl Brandner kept watch at the bed of the woman wounded in the attack.",
        "Witnesses placed Karl Brandner far from the scene of the murder.",
        "The panel praised Karl Brandner for stopping the massacre.",
    ],
)
def test_it_was_nobody_s(view_of: ViewOf, text: str) -> None:
    assert not {who for grade, who in accused(view_of(text)) if grade != "detained"}


def test_nothing_done_is_no_denial(view_of: ViewOf) -> None:
    view = view_of("The police did nothing to stop the massacre.")
    assert [(d.property, d.stance) for d in find_accusations(view, find_events(view))] == [("blame", "asserted")]


@pytest.mark.parametrize(
    "text",
    [
        "Karl Brandner was convicted of the murder.",
        "Karl Brandner got 20 years for the murder.",
        "The court acquitted Karl Brandner of the murder.",
        "Karl Brandner was found not guilty of the murder.",
        "Karl Brandner could be convicted of the murder.",
        "Prosecutors want Karl Brandner convicted of the murder.",
        "If Karl Brandner is convicted of murder, he faces life.",
        "The conviction of Karl Brandner for the murder was quashed.",
        "Karl Brandner was not acquitted.",
        "Karl Brandner received a medal for stopping the attack.",
        "The sentence for the murder of Karl Brandner was upheld.",
        "Karl Brandner should be tried for fraud.",
    ],
)
def test_a_verdict_is_an_outcome_and_no_accusation_of_its_own(view_of: ViewOf, text: str) -> None:
    view = view_of(text)
    assert not [d for d in find_accusations(view, find_events(view)) if d.property in ("perpetrator", "charge")]
