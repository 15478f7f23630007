"""Accusations as police notes, indictments and wires put them: clefts, lists behind a colon, "the target"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.accusations import find_accusations
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def accused(view: View) -> set[tuple[str, str]]:
    """Each accusation as its grade and the name of the accused."""
    found = find_accusations(view, find_events(view))
    names = {r.id: r.name for r in view.annotations.referents}
    return {(d.property, names.get(d.value.referent or "", "")) for d in found if d.stance != "denied"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ilyas Perek and Anton Volar were known. It was Perek and Volar who blew themselves up in the square.",
         {("perpetrator", "Ilyas Perek"), ("perpetrator", "Anton Volar")}),
        ("The ministry said it suspected the Sword of the Valley.", {("suspect", "Sword of the Valley")}),
        ("Police were searching for a man named Rafiq Odunlar as the suspected planner.",
         {("organizer", "Rafiq Odunlar")}),
        ("Detectives arrested Lena Marn as the alleged killer.", {("suspect", "Lena Marn")}),
        ("Karim Dolatov is charged with renting the flat; he denied in court that he had known of it.",
         {("charge", "Karim Dolatov")}),
        ("Karim Dolatov is listed as the first accused.", {("charge", "Karim Dolatov")}),
        ("Three people died. Perpetrators: Ilyas Perek, Anton Volar.",
         {("perpetrator", "Ilyas Perek"), ("perpetrator", "Anton Volar")}),
        ("The court sentenced yesterday Anton Volar, who fired the six shots, to 22 years, and Lena Marn, who drove the car, "
         "to 14 years.", {("perpetrator", "Anton Volar")}),
        ("SUBJECT: Karim Dolatov, baker\nThe target organised the raid on the border post.",
         {("organizer", "Karim Dolatov")}),
    ],
)  # fmt: skip
def test_accused(view_of: ViewOf, text: str, wanted: set[tuple[str, str]]) -> None:
    assert wanted <= accused(view_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "It was not Anton Volar who shot the mayor, the court said.",
        "The minister is charged with running the office of the court.",
        "I suspect Anton Volar knows the street, she said.",
        "Doctors suspected that Anton Volar was ill.",
        "The police raid on the flat was ordered by Anton Volar.",
        "The bombers hit the target. Anton Volar watched.",
    ],
)
def test_not_accused(view_of: ViewOf, text: str) -> None:
    assert accused(view_of(text)) == set()
