"""The missing and the detained of an attack, counted with its dead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.view import View

Read = Callable[[str], View]


def counted(view: View, name: str) -> list[tuple[float | None, bool]]:
    """Each figure of a property, and whether it is of the incident that has the dead."""
    drafts = find_events(view).drafts
    deadly = {d.subject.occurrence for d in drafts if d.property == "killed"}
    return [(d.value.number, d.subject.occurrence in deadly) for d in drafts if d.property == name]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Soldiers killed 31 villagers in Palmira. To this day, 9 people remain disappeared.", [(9, True)]),
        ("Gunmen killed 14 civilians in Ostrava. Six fishermen are still unaccounted for.", [(6, True)]),
        ("Soldiers killed nine people in Belmira.\n\nThe 12 persons who remain disappeared were last seen in custody.",
         [(12, True)]),
        ("Soldiers killed nine people in Belmira. Two files remain missing. A disappeared singer was found.", []),
    ],
)  # fmt: skip
def test_missing(view_of: Read, text: str, figures: list[tuple[float, bool]]) -> None:
    assert counted(view_of(text), "missing") == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Soldiers fired at a crowd in Belmira. 9 people were killed, 84 were injured, and 112 were detained.", [(112, True)]),
        ("Guards shot nine strikers dead in Belmira. The police reported that 57 persons were detained.", [(57, True)]),
        ("A bomb killed nine people in Belmira. Three suspects were arrested.", [(3, False)]),
        ("A bomb killed nine people in Belmira. Forty people were detained on 4 May 2011.", [(40, False)]),
        ("A bomb killed nine people in Belmira. Police arrested 40 people.", [(40, False)]),
    ],
)  # fmt: skip
def test_detained(view_of: Read, text: str, figures: list[tuple[float, bool]]) -> None:
    assert counted(view_of(text), "detained") == figures
