"""Who speaks where the text only goes on: bodies, papers, places, and what is no speaker at all."""

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
        (
            "The Grey League printed names of nine women who, it says, carried out the attack in Velm.",
            "carried out the attack",
            ["Grey League"],
        ),
        (
            "Norway at first held that the priest was alive. Later, it hinted that two couriers might have drowned him.",
            "two couriers might have drowned him",
            ["Norway"],
        ),
        (
            "Ten pilots fled in May, The Velm Times reported. The newspaper cited two sailors. Nobody was paid, it said.",
            "Nobody was paid",
            ["Velm Times"],
        ),
        (
            "Tem Orlav was among the dead of the mill, police spokesman Jalun confirmed.",
            "was among the dead",
            ["Jalun"],
        ),
        (
            'The four "were hired hands", Captain Odo Brand said, and added that a clerk had paid each of them.',
            "a clerk had paid each of them",
            ["Odo Brand"],
        ),
        (
            "Velm Radio was told by onlookers that over 20 riders had been killed.",
            "20 riders",
            ["Velm Radio", "onlookers"],
        ),
        (
            "“The widows of the 9 May fire deserve better,” said Camilla Pratt.",
            "deserve better",
            ["Camilla Pratt"],
        ),
    ],
)
def test_whose_word_it_is(text: str, quote: str, chain: list[str]) -> None:
    assert chain in chains(text, quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("OSLO: A captain says that the ferry sank.\n\nOSLO: Nine sailors drowned in the lake.", "Nine sailors"),
        ("The raid of Friday, in which nine monks died, was claimed by the Grey League.", "nine monks died"),
    ],
)
def test_what_is_the_report_s_own(text: str, quote: str) -> None:
    assert [] in chains(text, quote)


def test_nobody_accuses() -> None:
    text = "Nobody has accused the cook of being one of those gunmen who fired on riders in the arcade."
    assert not any("Nobody" in chain for chain in chains(text, ""))


@pytest.mark.parametrize(
    ("text", "quote", "chain"),
    [
        ("Nine miners died in the shaft the union said Friday.", "Nine miners died", ["the union"]),
        (
            "The mayor, Odo Brand, said that two men had fled; a third may be in the river, his office said.",
            "a third may be in the river",
            ["his office"],
        ),
        (
            "“They asked each of us for a name,” Tem Orlav told the Velm Gazette.\n\n“Whoever lied was beaten.”",
            "Whoever lied was beaten",
            ["Velm Gazette", "Tem Orlav"],
        ),
        (
            "Captain Odo Brand said that nobody knew “for certain” how many came, “but we think there were two.”",
            "we think there were two",
            ["Odo Brand"],
        ),
        (
            "How the two came by their papers would be looked into, a clerk said.",
            "would be looked into",
            ["a clerk"],
        ),
        (
            "Pilots had been sent to the four islands; they had trouble landing, they said.",
            "they had trouble landing",
            ["Pilots"],
        ),
    ],
)
def test_who_goes_on_or_closes(text: str, quote: str, chain: list[str]) -> None:
    assert chain in chains(text, quote)
