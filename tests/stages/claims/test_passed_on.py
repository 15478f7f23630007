"""Who has it from whom: hearsay over several hands, in one sentence and over two."""

from __future__ import annotations

import pytest

import rashomon


def chains(text: str, quote: str) -> list[list[str]]:
    """The chains, the outlet's own link left out, of the claims that hold some words."""
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    return [[k["name"] for k in c["chain"][1:]] for c in read["claims"] if quote in c["quote"]]


@pytest.mark.parametrize(
    ("text", "quote", "chain"),
    [
        ("Father Ruben Holt says that a woman of his parish has it from her husband, a driver, that the lorry was fetched by Salvin.",
         "the lorry was fetched", ["Ruben Holt", "a woman of his parish", "her husband"]),
        ("A neighbour has it from a clerk that Salvin paid the gunmen.", "Salvin paid the gunmen", ["A neighbour", "a clerk"]),
        ("Tessa Dorn had it from Salvin's own cook: a tenth of every load went to the chief.",
         "a tenth of every load", ["Tessa Dorn", "Salvin's own cook"]),
        ("A friend in the police tells me that it was the Red Hand. He has this from a cousin, and the cousin has it from the radio.",
         "it was the Red Hand", ["A friend in the police", "a cousin", "the radio"]),
        ("Tessa Dorn did not see it. She had it, she writes, from Emil Hask, a bar owner. Hask told her that Salvin had put up the money.",
         "Salvin had put up the money", ["Tessa Dorn", "Emil Hask"]),
        ("A former typist told a cousin of mine, who told me, that a director had said that the man ought to go.",
         "the man ought to go", ["a cousin of mine", "A former typist", "a director"]),
        ("A former aide assured a colleague of mine that Salvin had written to the minister.",
         "Salvin had written", ["a colleague of mine", "A former aide"]),
        ("A teacher told a foreign agency that he had counted 60 bodies.", "he had counted 60", ["a foreign agency", "A teacher"]),
        ("Pia Dorn, if Channel Nine has it right, has told the judge that the plan was Salvin's.", "the plan was", ["Channel Nine", "Pia Dorn"]),
        ("As Ostpress transmits with reference to a source in the ministry, Salvin was caught on 28 May.",
         "Salvin was caught", ["Ostpress", "a source in the ministry"]),
    ],
)  # fmt: skip
def test_through_whose_hands(text: str, quote: str, chain: list[str]) -> None:
    assert chain in chains(text, quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("A guard told our reporter that Salvin had fired.", "Salvin had fired"),
        ("A guard told his brother that Salvin had fired.", "Salvin had fired"),
        ("A guard told the newspaper that Salvin had fired.", "Salvin had fired"),
    ],
)
def test_who_only_listens(text: str, quote: str) -> None:
    found = chains(text, quote)
    assert found
    assert all(chain == ["A guard"] for chain in found)


def test_what_has_no_voice_passes_nothing_on() -> None:
    assert ["He", "the start"] not in chains("He had it from the start that Salvin would win.", "Salvin would win")


def test_who_went_says_nothing() -> None:
    text = 'Sergeant Bok stayed. Salvin went. "He was nineteen. He was crying."'
    assert all("Salvin" not in chain for chain in chains(text, "He was crying"))
