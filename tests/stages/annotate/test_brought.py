"""Clauses that "that" brings, and who stands around an inserted "X said": hung by the order of words."""

from __future__ import annotations

import pytest

import rashomon


def told(text: str) -> list[tuple[str, str]]:
    """Source and content of every attribution of a text."""
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    return [
        ("".join(q["quote"] for q in a["source"]), " ".join(q["quote"] for q in a["content"]))
        for a in read["attributions"]
    ]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            'Adela Rinks said in a written statement that her client was "being made to pay for orders that others gave".',
            ("Adela Rinks", 'that her client was "being made to pay for orders that others gave"'),
        ),
        (
            "An inquiry found at the time that the fire had been caused by faulty wiring.",
            ("An inquiry", "that the fire had been caused by faulty wiring"),
        ),
        (
            'Velk Lines said in a statement that it was "devastated" and that it would pay the families.',
            ("Velk Lines", 'that it was "devastated" that it would pay the families'),
        ),
        (
            "Lawyers for the defence told the court that photographs in the press pointed to an accident.",
            ("Lawyers for the defence", "that photographs in the press pointed to an accident"),
        ),
        (
            "Investigators found, said Moll, that Brand received 120,000 euros in cash from a man.",
            ("Moll", "Investigators found that Brand received 120,000 euros in cash from a man"),
        ),
        (
            "The court, Larke said, had not been convinced that he knew of the plan.",
            ("Larke", "The court had not been convinced that he knew of the plan"),
        ),
        (
            "The body was then burned and buried, the two-page statement read.",
            ("the two-page statement", "The body was then burned and buried"),
        ),
    ],
)
def test_what_is_said_hangs_on_its_verb(text: str, want: tuple[str, str]) -> None:
    assert want in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "She saw the car that the guard drove.",
        "The clerk found the letter that he had lost.",
        "The guard told the man that had hit him.",
    ],
)
def test_what_only_describes_is_no_speech(text: str) -> None:
    assert not [one for one in told(text) if one[1].startswith("that")]


def test_the_agency_that_was_told_stands_between() -> None:
    text = "There had been nine attackers in overalls, the driver of the bus, Samba Orl, told the agency SNA."
    read = rashomon.read(text, publisher="Harbour Post")
    assert [k["name"] for k in read["claims"][0]["chain"]] == ["Harbour Post", "agency SNA", "Samba Orl"]
