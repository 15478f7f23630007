"""Verbs that say something by themselves, where the parser took them for participles or helpers: who did what."""

from __future__ import annotations

import pytest

import rashomon

ACCUSING = ("perpetrator", "responsibility", "organizer", "suspect")


def accused(text: str) -> list[str]:
    """Whom a text accuses, by the words that name them."""
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    names = {e["id"]: e["name"] for e in read["entities"]}
    return sorted(
        {
            names.get(c["value"].get("entity")) or c["value"]["text"]
            for c in read["claims"]
            if c["property"] in ACCUSING and c["stance"] != "denied"
        }
    )


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Ardo Salvin boasted of having killed six miners.", ["Ardo Salvin"]),
        ("Ardo Salvin, who witnesses say shot the mayor, has fled.", ["Ardo Salvin"]),
        ("Ardo Salvin is the man the police say shot the mayor.", ["Ardo Salvin"]),
        ("Nine people were killed in shelling by the Slate Brigade.", ["Slate Brigade"]),
        ("The men who shelled Kell fired on the town of Orvel wounding several others.", ["The men"]),
        ("Three civilians killed 12 others injured in a blast in Orvel.", []),
        ("New evidence links Ardo Salvin to the murder of the banker.", ["Ardo Salvin"]),
        ("Little evidence links Ardo Salvin to the murder of the banker.", []),
        ("Hardly any evidence links Ardo Salvin to the murder of the banker.", []),
        ("Nine civilians were killed in rebel shelling of Orvel.", ["rebel"]),
        ("Dozens of air strikes killed nine civilians.", []),
        ("The blast took the lives of two nurses as well as two guards wounding several others.", []),
    ],
)
def test_who_did_it(text: str, want: list[str]) -> None:
    assert accused(text) == want


def test_what_is_said_behind_and_that_has_its_own_stance() -> None:
    text = "The minister said that it was too early to speak of motives and that a quarrel might be behind the murder."
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    told = {c["quote"]: c["stance"] for c in read["claims"] if c["property"] == "statement"}
    assert told["a quarrel might be behind the murder"] == "possible"


def test_those_of_which_something_is_told_say_nothing() -> None:
    text = "Some 71 others are wounded, of which nine in intensive care, doctor Mara Lind said."
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    links = {c["chain"][-1]["name"] for c in read["claims"] if c["property"] == "injured"}
    assert links == {"Mara Lind"}


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Shells that ripped through a market in Orvel have killed at least nine people mostly traders a war monitor said on Tuesday.",
         "a war monitor"),
        ("The Slate Brigade killed nine guards and the monitoring group said so on Saturday.", "Harbour Post"),
    ],
)  # fmt: skip
def test_who_says_it_without_a_comma_stands_over_what_is_said(text: str, last: str) -> None:
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    assert {c["chain"][-1]["name"] for c in read["claims"] if c["property"] == "killed"} == {last}
