"""Contacts told in other turns: each other, in the company of, having met, a message that was sent."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.contacts import find_contacts
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.view import View

Read = Callable[[str], View]
NOTHING = Told((), ())


@pytest.mark.parametrize(
    ("text", "kind", "sides", "stance"),
    [
        ("Oskar Nadir had a telephone conversation of four minutes with Lena Brandt on 6 November 2017.", "call",
         ["Oskar Nadir", "Lena Brandt"], "asserted"),
        ("Emil Roth admits having met Jan Holm in a bar on 6 November 2017.", "meeting", ["Emil Roth", "Jan Holm"], "asserted"),
        ("Hanna Weiss denied having met Georg Linde on 6 November 2017.", "meeting", ["Hanna Weiss", "Georg Linde"], "denied"),
        ("Marc Tillon and Henri Bolard saw each other at the prefecture on 6 November 2017.", "meeting",
         ["Marc Tillon", "Henri Bolard"], "asserted"),
        ("A text message was sent by Anton Fels to Otto Brill on 6 November 2017.", "message",
         ["Anton Fels", "Otto Brill"], "asserted"),
        ("The two men, Milan Drost and Viktor Hahn, met on 6 November 2017.", "meeting",
         ["Milan Drost", "Viktor Hahn"], "asserted"),
        ("The witness saw Nora Klee in the company of Bruno Falk on 6 November 2017.", "meeting",
         ["Nora Klee", "Bruno Falk"], "asserted"),
        ("Dana Pohl was put in contact with Felix Gross by a friend on 6 November 2017.", "talks",
         ["Dana Pohl", "Felix Gross"], "asserted"),
        ("Tomas Reiner asked Ines Maurer by telephone on 6 November 2017 to open the gate.", "call",
         ["Tomas Reiner", "Ines Maurer"], "asserted"),
    ],
)  # fmt: skip
def test_who_was_in_contact(view_of: Read, text: str, kind: str, sides: list[str], stance: str) -> None:
    (draft,) = find_contacts(view_of(text), NOTHING)
    assert [p.text for p in draft.value.parties] == sides
    assert (draft.value.kind, draft.value.earliest, draft.stance) == (kind, "2017-11-06", stance)


@pytest.mark.parametrize(
    "text",
    [
        "Marc Tillon asked Henri Bolard to leave.",
        "The drivers saw each other too late.",
        "Paul Dorn works in the company of Bruno Falk's father.",
        "The report was sent by the ministry to the archive.",
    ],
)
def test_no_contact(view_of: Read, text: str) -> None:
    assert not [d for d in find_contacts(view_of(text), NOTHING) if any(p.referent for p in d.value.parties)]


def test_him_is_not_who_phoned(view_of: Read) -> None:
    view = view_of("Simon Kader told the paper that the mayor had telephoned him on 10 November 2017.")
    (draft,) = find_contacts(view, NOTHING)
    mayor, him = draft.value.parties
    assert him.referent is not None and view.referents[him.referent].name == "Simon Kader"
    assert mayor.referent != him.referent
