"""Who stands behind an accusation, whom somebody saw at it, and how sure the speaker is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model.claim import Claim
from rashomon.stages.claims import read_claims
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def claims_of(view_of: ViewOf, text: str, prop: str) -> list[Claim]:
    """The claims of a property in a text."""
    view = view_of(text)
    return [c for c in read_claims(view.document, view.annotations).claims if c.property == prop]


@pytest.mark.parametrize(
    ("text", "prop", "speaker"),
    [
        ("Orsic, blaming the rebels for the bombing that killed nine, called off the talks.", "blame", "Orsic"),
        ("The mayor, blaming the Red Front for the attack on the depot, closed it.", "blame", "The mayor"),
        (
            "A week after a raid on the Brill Mill left two people dead, police told a news conference on Friday "
            "that the thief who killed a guard had fled.",
            "perpetrator",
            "police",
        ),
        (
            "Minutes later, witnesses told police, a man entered the hall and opened fire on the dancers.",
            "perpetrator",
            "witnesses",
        ),
        (
            "On Monday, a clerk told the court, the guard came in and shot the cook.",
            "perpetrator",
            "a clerk",
        ),
        ("A former co-worker accused Orsic of killing the guard.", "perpetrator", "former co-worker"),
    ],
)
def test_speaker_stands_in_the_chain(view_of: ViewOf, text: str, prop: str, speaker: str) -> None:
    assert [[link.name for link in c.chain[1:]] for c in claims_of(view_of, text, prop)] == [[speaker]]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Officers observed Tomek firing a rifle at the market.", "Tomek"),
        ("Neighbours saw a masked man shooting a guard outside the bank.", "a masked man"),
    ],
)
def test_whoever_is_seen_at_it_did_it(view_of: ViewOf, text: str, doer: str) -> None:
    assert [c.value.text for c in claims_of(view_of, text, "perpetrator")] == [doer]


@pytest.mark.parametrize(
    "text",
    [
        "\"Nobody can swear to it, but we're fairly confident that this is a photograph of Tomek Orsic shooting the "
        'guard," Ora Brill said.',
        '"We are confident that Tomek Orsic shot the guard," Ora Brill said.',
        '"We are not confident that Tomek Orsic shot the guard," Ora Brill said.',
    ],
)
def test_confident_is_not_certain(view_of: ViewOf, text: str) -> None:
    assert [c.stance for c in claims_of(view_of, text, "perpetrator")] == ["possible"]


@pytest.mark.parametrize(
    "text",
    [
        "Tomek Orsic: Orsic admitted to being the raider. He was charged with murder.",
        "Ora Brill: Brill admitted to being the driver. She was charged with arson.",
    ],
)
def test_a_heading_is_nobodys_word(view_of: ViewOf, text: str) -> None:
    assert [len(c.chain) for c in claims_of(view_of, text, "charge")] == [1]
