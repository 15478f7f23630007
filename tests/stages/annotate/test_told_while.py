"""What is told past what stands between, who closes a sentence by office and name, and what one "not" denies."""

from __future__ import annotations

import pytest

import rashomon


def told(text: str, quote: str) -> set[tuple[str, ...]]:
    """The chains, the outlet's own link left out, of the claims that hold some words."""
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    return {tuple(k["name"] for k in c["chain"][1:]) for c in read["claims"] if quote in c["quote"]}


def held(text: str) -> list[tuple[str, str, str]]:
    """Property, stance and words of what is said of custody and charges."""
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    return [(c["property"], c["stance"], c["quote"]) for c in read["claims"] if c["property"] in ("detained", "charge")]


@pytest.mark.parametrize(
    ("text", "quote", "chain"),
    [
        ("Salvin told the judges before they withdrew that Marn had called him.", "Marn had called him", ("Salvin",)),
        ("Salvin told reporters when the session ended that Marn had shot the guard.", "Marn had shot the guard", ("Salvin",)),
        ("Salvin told the police after he was arrested that Marn had shot the guard.", "Marn had shot the guard", ("Salvin",)),
        ('Salvin, 52, had not fired, Judge Tem Orlav said, but had "ordered his escape from a telephone in the infirmary".',
         "ordered his escape", ("Tem Orlav",)),
        ("Orlin was freed; he told the court, according to Marn, that the guard had fired.",
         "the guard had fired", ("Marn", "Orlin")),
        ("The bridge, the court held, was mined by Delia Marn.", "was mined by Delia Marn", ("the court",)),
        ('"He is innocent," said his widow, the singer Mara Dell.', "He is innocent", ("Mara Dell",)),
        ('"He heard of it on the radio, as everybody," has affirmed his advocate, the master Tomas Reg.',
         "He heard of it", ("Tomas Reg",)),
        ("Police have arrested two men, the interior minister, Colonel Odo Brand, said on Saturday.", "arrested two men", ("Odo Brand",)),
    ],
)  # fmt: skip
def test_what_is_told_past_it(text: str, quote: str, chain: tuple[str, ...]) -> None:
    assert chain in told(text, quote)


def test_who_closes_a_sentence_is_not_arrested_in_it() -> None:
    text = "Police have arrested two men, the interior minister, Colonel Odo Brand, said on Saturday."
    assert not any("Brand" in quote for _, _, quote in held(text))


@pytest.mark.parametrize(
    ("text", "property_"),
    [
        ("Ardo Salvin has not been questioned, arrested or charged by the police.", "detained"),
        ("Ardo Salvin has not been questioned, arrested or charged by the police.", "charge"),
        ("Ardo Salvin has not been arrested, charged or tried.", "charge"),
        ("Ardo Salvin was suspended but not at all arrested.", "detained"),
        ("Ardo Salvin has been charged with nothing.", "charge"),
        ("Ardo Salvin led the raid on the mill. He has not been charged.", "charge"),
    ],
)
def test_one_not_denies_the_row(text: str, property_: str) -> None:
    found = [stance for name, stance, _ in held(text) if name == property_]
    assert found and set(found) == {"denied"}


def test_a_row_without_a_not_is_told() -> None:
    assert ("detained", "asserted") in {h[:2] for h in held("Ardo Salvin was stopped, searched and arrested.")}


def test_a_verb_of_learning_keeps_its_clause() -> None:
    read = rashomon.read("Salvin told the police after he learned that Marn had shot the guard.")
    assert [a["cue"][0]["quote"] for a in read["attributions"]] == ["learned"]
