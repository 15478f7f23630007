"""What courts and their reports say of somebody, in the style of other countries' courts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.accusations import find_accusations
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.view import View

Read = Callable[[str], View]
NOTHING = Told((), ())


def accused(view: View) -> set[tuple[str, str]]:
    return {(d.property, d.value.text or "") for d in find_accusations(view, NOTHING)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lena Brandt stands charged with complicity in murder.", {("charge", "Lena Brandt")}),
        ("Paul Dorn has been placed under formal investigation for complicity in the murder of the judge.",
         {("suspect", "Paul Dorn")}),
        ("Rita Sandoval was committed for trial for the murder of the judge.", {("charge", "Rita Sandoval")}),
        ("Simon Kader is the object of an arrest warrant for the murder of the judge.", {("suspect", "Simon Kader")}),
        ("Ivo Brand, a trader, is accused by the prosecution of having financed the attack on the market.",
         {("organizer", "Ivo Brand")}),
        ("The judge has indicted four men, among them Otto Brill, for the attack on the market.",
         {("charge", "four men"), ("charge", "Otto Brill")}),
        ("Anton Fels was remanded in custody, accused of having driven the attackers.", {("suspect", "Anton Fels")}),
        ("The prosecutor has requested twenty years of prison against Emil Roth for the attack.", {("charge", "Emil Roth")}),
        ("The prosecution imputes the attack on the market to Jan Holm.", {("perpetrator", "Jan Holm")}),
    ],
)  # fmt: skip
def test_who_stands_accused(view_of: Read, text: str, found: set[tuple[str, str]]) -> None:
    assert accused(view_of(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "Paul Dorn was sent to the court to report on the trial.",
        "The minister committed troops for the trial run.",
        "Rita Sandoval attributes the fall in murders to better lighting.",
        "The victims' families seek an apology from Emil Roth for the murder.",
        "Ana Holm, the sister of Paul Dorn, who is suspected of fraud, left the town.",
    ],
)
def test_nobody_stands_accused(view_of: Read, text: str) -> None:
    assert not {who for _, who in accused(view_of(text))} & {
        "Paul Dorn",
        "Rita Sandoval",
        "Emil Roth",
        "Ana Holm",
        "better lighting",
    }
