"""Deeds that accuse nobody, and whom a description is said to be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.accusations import find_accusations
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def drafts(view: View) -> tuple[Draft, ...]:
    """The accusations of a text."""
    return find_accusations(view, find_events(view))


@pytest.mark.parametrize(
    "text",
    [
        "A friend accidentally shot him in the leg, police said.",
        "During the struggle the robber fired the gun and hit himself.",
        "Two officers shot the attacker dead as he raised his knife.",
        "A trooper fired his rifle at a drunkard waving a pistol at shoppers.",
        "The teen shot in an attempted robbery at a bakery on Friday was named. Orsic was shot by a pastry cook after "
        "entering the bakery.",
        "The boy was one of 90 people shot by police in the state since January.",
        "Lisk expelled five men who were questioned over the bombing.",
        "The union blamed the police for failing to find the killers.",
        "No person or group has claimed the bombing in Velmara.",
        "The Ilmen and Karsova neighborhoods were hit, and the Ilmen neighborhood killing two people shook the port.",
        "Over 30 sailors killed in Ember Front blast The group (EF) on Monday claimed the bombing.",
        "Ora Brill, who has never been charged with or convicted of any crime, spoke on Monday.",
    ],
)
def test_nobody_is_accused(view_of: ViewOf, text: str) -> None:
    assert not drafts(view_of(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two shoppers picked out Odo Lanz as the man who fired at the guards.", {"Odo Lanz"}),
        ("Rik Ansel was the ninth suspect arrested over the bombing.", {"Rik Ansel"}),
        ("Five members of the Iron Wolves gang were charged with murder.", {"Five members of the Iron Wolves gang"}),
        ("Sinden said Roth and another man, Paul Kendal, were the shooters.", {"Roth", "Paul Kendal"}),
        ("Soldiers killed three prisoners in the yard.", {"Soldiers"}),
        ("Goran Lisk and Milan Lisk met. The Lisk brothers have been charged with the murder.",
         {"Goran Lisk", "Milan Lisk"}),
    ],
)  # fmt: skip
def test_who_is_accused_in_whole_words(view_of: ViewOf, text: str, words: set[str]) -> None:
    assert {d.value.text for d in drafts(view_of(text))} == words


def test_who_identified_is_who_says_so(view_of: ViewOf) -> None:
    found = drafts(view_of("Two shoppers picked out Odo Lanz as the man who fired at the guards."))
    assert [link.name for d in found for link in d.links] == ["Two shoppers"]


def test_alleged_above_a_relative_clause(view_of: ViewOf) -> None:
    found = drafts(view_of("It is alleged that Bolt gave a gun to Rik Ansel, who shot at five people."))
    assert [d.stance for d in found] == ["alleged", "alleged"]


def test_the_accuser_did_not_do_it(view_of: ViewOf) -> None:
    text = (
        "The Velmaran opposition accused army troops of gassing dozens of miners by firing shells that released fumes."
    )
    assert {d.value.text for d in drafts(view_of(text))} == {"army troops"}


@pytest.mark.parametrize(
    "text",
    [
        "The Ember Front was most likely behind the bombing in Velmara.",
        "Three miners died in what is believed to be an arson attack carried out by the Ember Front.",
    ],
)
def test_what_is_likely_or_believed_is_possible(view_of: ViewOf, text: str) -> None:
    assert {d.stance for d in drafts(view_of(text)) if d.property == "perpetrator"} == {"possible"}


def test_who_is_taken_hostage_took_nobody(view_of: ViewOf) -> None:
    found = drafts(view_of("Governor Barlas had nine rivals taken hostage."))
    assert "nine rivals" not in {d.value.text for d in found}


def test_the_strike_that_another_blames(view_of: ViewOf) -> None:
    text = "The mayor said it was a response to the bombing, which the ministry blames on the Karsova militia."
    (found,) = [d for d in drafts(view_of(text)) if d.property == "blame"]
    assert [link.name for link in found.links] == ["the ministry"]
