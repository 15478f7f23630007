"""Who ordered, planned, helped, hid, was at fault or is suspected, told in words that the rules' own examples do not have."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims import drafts_of
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]
GRADES = {"perpetrator", "organizer", "suspect", "charge", "blame", "responsibility"}


def accused(view: View) -> set[tuple[str, str]]:
    """Who is accused in which grade."""
    _, drafts = drafts_of(view.document, view.annotations)
    return {(d.value.text or "", d.property) for d in drafts if d.property in GRADES}


@pytest.mark.parametrize(
    ("text", "who", "grade"),
    [
        ("The killing was planned in a flat in Tarsk by Amadou Kelle, the court heard.", "Amadou Kelle", "organizer"),
        ('The killing was "planned down to the last detail" by Amadou Kelle, the prosecutor said.', "Amadou Kelle", "organizer"),
        ("Major Prosper Liko, believed to have ordered the killings, was promoted.", "Prosper Liko", "organizer"),
        ("Behind the murder stands the banker Amadou Kelle.", "Amadou Kelle", "organizer"),
        ("General Amadou Kelle, under whose command the soldiers massacred 200 villagers, died in exile.", "Amadou Kelle", "organizer"),
        ("Prosecutors believe the order to kill the bishop came from the jailed gang leader Amadou Kelle.", "Amadou Kelle", "organizer"),
        ("Amadou Kelle whipped up the crowd that lynched the drifter.", "Amadou Kelle", "organizer"),
        ("Amadou Kelle paid two brothers 15,000 crowns to set the market alight.", "Amadou Kelle", "organizer"),
        ("President Oto Kim personally approved the assassination of the exile.", "Oto Kim", "organizer"),
        ("Father Modeste Ngaba handed the killers the key.", "Modeste Ngaba", "perpetrator"),
        ("Father Modeste Ngaba handed the church key to the killers.", "Modeste Ngaba", "perpetrator"),
        ("Ben Otto helped the killers escape.", "Ben Otto", "perpetrator"),
        ("The killers had been let in by the caretaker, Ben Otto.", "Ben Otto", "perpetrator"),
        ("Relatives put the blame for the deaths on the police.", "the police", "blame"),
        ("All the evidence in the murder points to Karl Brand.", "Karl Brand", "suspect"),
        ("Karl Brand is rumoured to have ordered the murder.", "Karl Brand", "organizer"),
    ],
)  # fmt: skip
def test_told_so(view_of: ViewOf, text: str, who: str, grade: str) -> None:
    assert any(who in name and given == grade for name, given in accused(view_of(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors and the defence agreed on the date of the murder trial.",
        "The book was planned in a flat in Tarsk by Amadou Kelle.",
        "The negotiator told the kidnappers where the money was.",
        "Ben Otto, a cashier, gave the robbers 400 euros.",
        "The widow had her husband's body buried in the village.",
        "Villagers helped bury the bodies of the victims.",
        "The police know of the murder from the radio.",
        "The report praised the police for preventing the murder.",
        "Detectives want to speak to anyone who saw the murder.",
        "Behind the church stands the banker Amadou Kelle.",
        "Amadou Kelle urged the members to join the choir.",
    ],
)
def test_nobody_is_accused(view_of: ViewOf, text: str) -> None:
    assert accused(view_of(text)) == set()


def test_a_rejection_avows_nothing(view_of: ViewOf) -> None:
    view = view_of("Major Amadou Kelle rejects accusations that he ordered the killings.")
    assert all(grade != "responsibility" for _, grade in accused(view))
