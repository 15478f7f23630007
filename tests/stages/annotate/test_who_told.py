"""Who told it, where the parser takes another word for the subject: each repair by whole sentences, and what it leaves alone."""

from __future__ import annotations

import pytest

import rashomon


def speakers(text: str) -> set[str]:
    """The sources of the attributions of a text."""
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    return {" ".join(s["quote"] for s in a["source"]) for a in read["attributions"]}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Two police officers who have seen the file told Radio Kell that the man was Ardo Salvin.", "Two police officers who have seen the file"),
        ("Moments after the verdict, the father of the slain student, himself a former judge, embraced the officers and said that "
         "Ardo Salvin had stopped smiling.", "the father of the slain student, himself a former judge,"),
        ("Ardo Salvin was brought before a judge on Saturday, who ordered that he be held.", "who"),
        ("Documents obtained by the Wave show that Ardo Salvin paid the gunmen.", "Documents obtained by the Wave"),
        ("Delia Marn, sister of the murdered, manifested to this medium that her family was afraid.", "Delia Marn, sister of the murdered,"),
        ("Ten rebels were killed in Odan the Kell Observatory for Rights says.", "the Kell Observatory for Rights"),
    ],
)  # fmt: skip
def test_who_tells(text: str, speaker: str) -> None:
    assert speaker in speakers(text)


def test_the_judge_and_not_the_day_orders() -> None:
    read = rashomon.read("Ardo Salvin was brought before a judge on Saturday, who ordered that he be held.")
    assert "Saturday" not in {k["name"] for c in read["claims"] for k in c["chain"]}


@pytest.mark.parametrize(
    "text",
    [
        "Two officers who have seen the file left.",
        "Moments passed, and the father left.",
        "The flower show that Ardo Salvin paid for closed.",
    ],
)
def test_who_says_nothing(text: str) -> None:
    assert not any("file" in s or "Moments" in s or "show" in s for s in speakers(text))


def test_who_is_not_known_does_not_pay() -> None:
    text = "His lawyer said that his patron does not know that subject and never paid him one cent."
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    told = [a["content"][0]["quote"] for a in read["attributions"] if a["source"][0]["quote"] == "his patron"]
    assert not any("paid" in t for t in told)
