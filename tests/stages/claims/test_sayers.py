"""Who says so and how surely: papers and media as links, several speakers, hearsay, taking back, and what is no such thing."""

from __future__ import annotations

import pytest

import rashomon


def accused(text: str) -> list[tuple[list[str], str]]:
    """Chain, without the outlet, and stance of each accusation of a text."""
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    grades = ("perpetrator", "organizer", "suspect", "blame", "charge")
    return [([k["name"] for k in c["chain"][1:]], c["stance"]) for c in read["claims"] if c["property"] in grades]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("It emerges from the file that Ardo Salvin shot the clerk.", ["the file"]),
        ("In the log of the station it is noted that Ardo Salvin shot the clerk.", ["the log of the station"]),
        ("The Wave has the register of the inn, from which it follows that Ardo Salvin shot the clerk.", ["the register of the inn"]),
        ("Ardo Salvin, as the station log has it, shot the clerk.", ["the station log"]),
        ("As per the coroner, Ardo Salvin shot the clerk.", ["the coroner"]),
        ("For the prosecution, Ardo Salvin shot the clerk.", ["the prosecution"]),
        ("The ruling rests on call records. They show that Ardo Salvin shot the clerk.", ["call records"]),
        ("The commission heard forty people. It found that Ardo Salvin shot the clerk.", ["The commission"]),
        ("The guards do not believe it; they accuse Ardo Salvin of having shot the clerk.", ["The guards"]),
        ("Two officers who have seen the file told Radio Kell that Ardo Salvin shot the clerk.", ["Radio Kell", "Two officers"]),
        ("In a statement carried by the agency Kell Press, the army said Ardo Salvin shot the clerk.", ["agency Kell Press", "the army"]),
        ("In an interview with the daily Kell Gazette, the mayor said that Ardo Salvin shot the clerk.", ["daily Kell Gazette", "the mayor"]),
        ("Ardo Salvin shot the clerk, prosecutors and the union said.", ["prosecutors and the union"]),
        ("A man who introduced himself as Dov Harl said that Ardo Salvin shot the clerk.", ["Dov Harl"]),
        ("The mayor let me know that Ardo Salvin shot the clerk.", ["The mayor"]),
        ("The prosecution case is that Ardo Salvin shot the clerk.", ["prosecution"]),
        ("The union's version is that Ardo Salvin shot the clerk.", ["The union"]),
        ("Documents obtained by the Wave show that Ardo Salvin paid the gunmen.", ["Documents"]),
        ("The document, which runs to 90 pages, names Ardo Salvin as the gunman.", ["The document"]),
        ("Ardo Salvin, who according to the police shot the clerk, fled.", ["the police"]),
        ("Ardo Salvin, who the police say shot the clerk, fled.", ["the police"]),
        ("The defence disputes that Ardo Salvin shot the clerk.", ["The defence"]),
        ("The indictment is clear: Ardo Salvin ordered the killing.", ["The indictment"]),
        ("That soldiers shot the men is confirmed by three witnesses.", ["three witnesses"]),
        ("Ana Fell, quoting a guard, said Ardo Salvin ordered the killing.", ["Ana Fell", "a guard"]),
        ("The men, Ana Fell said in a letter to her sister, were shot by soldiers.", ["Ana Fell"]),
        ("Ardo Salvin, the man prosecutors say ordered the killing, fled.", ["prosecutors"]),
        ("Reed Watch said the men were unarmed. The group said Ardo Salvin shot them.", ["Reed Watch"]),
    ],
)  # fmt: skip
def test_whose_word_it_is(text: str, chain: list[str]) -> None:
    assert [c for c, _ in accused(text)] == [chain]


def test_his_denial_stands_beside_the_accusation() -> None:
    found = accused("Ardo Salvin stands accused of having shot the clerk, which he denies.")
    assert [chain for chain, stance in found if stance != "denied"] == [["unnamed"]]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("For the families, Ardo Salvin, who shot the clerk, is a hero.", []),
        ("In a statement released by the ministry, the army said Ardo Salvin shot the clerk.", ["the army"]),
        ("Nothing links Ardo Salvin to the murder of the clerk.", []),
        ("The reason is simple: Ardo Salvin ordered the killing.", []),
        ("The villagers were shot dead; they say Ardo Salvin shot them.", ["they"]),
        ("The clerk sells records. They know that Ardo Salvin shot him.", ["They"]),
    ],
)
def test_whose_word_it_is_not(text: str, chain: list[str]) -> None:
    assert all(c == chain for c, _ in accused(text))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("It is said that Ardo Salvin shot the clerk.", "alleged"),
        ("It is said in the indictment that Ardo Salvin shot the clerk.", "asserted"),
        ("It is understood that Ardo Salvin shot the clerk.", "alleged"),
        ("Ardo Salvin, it seems, shot the clerk.", "possible"),
        ("Ardo Salvin, it is said, shot the clerk.", "alleged"),
        ("Ardo Salvin, the widow says, shot the clerk.", "asserted"),
        ("The story goes that Ardo Salvin shot the clerk.", "alleged"),
        ("Rumour has it that Ardo Salvin shot the clerk.", "alleged"),
        ("According to rumours, Ardo Salvin shot the clerk.", "alleged"),
        ("According to unconfirmed reports, Ardo Salvin shot the clerk.", "unconfirmed"),
        ("According to the report, Ardo Salvin shot the clerk.", "asserted"),
        ("Few in the town doubt that Ardo Salvin shot the clerk.", "asserted"),
        ("Few believe that Ardo Salvin shot the clerk.", "undetermined"),
        ("Ardo Salvin was signalled as the author of the murder.", "alleged"),
        ("Witnesses signalled Ardo Salvin as the author of the murder.", "asserted"),
        ("Ardo Salvin is widely regarded as the mastermind of the attack.", "alleged"),
        ("The witness took back his statement that Ardo Salvin shot the clerk.", "denied"),
        ("The witness went back on her claim that Ardo Salvin shot the clerk.", "denied"),
        ("The witness no longer stands by his claim that Ardo Salvin shot the clerk.", "denied"),
        ("The witness stands by his claim that Ardo Salvin shot the clerk.", "alleged"),
        ("The witness does not recall that Ardo Salvin shot the clerk.", "unconfirmed"),
        ("The witness recalls that Ardo Salvin shot the clerk.", "asserted"),
        ("The prosecution is of the opinion that Ardo Salvin shot the clerk.", "possible"),
        ("Ardo Salvin killed nobody.", "denied"),
        ("Ardo Salvin killed nobody's friend.", "asserted"),
        ("Not one guard shot the prisoners.", "denied"),
        ("Police have not ruled out that Ardo Salvin shot the clerk.", "possible"),
        ("Police ruled out that Ardo Salvin shot the clerk.", "denied"),
        ("It proved untrue that Ardo Salvin shot the clerk.", "denied"),
        ("The inquest proved that Ardo Salvin shot the clerk.", "asserted"),
        ("Prosecutors could not prove that Ardo Salvin shot the clerk.", "unconfirmed"),
    ],
)
def test_how_surely(text: str, stance: str) -> None:
    assert {s for _, s in accused(text)} == {stance}


@pytest.mark.parametrize(
    "text",
    [
        "The blast claimed nine lives, it seems odd to say.",
        "Rumour has it that Ardo Salvin left.",
        "The clerk took back his coat.",
    ],
)
def test_nobody_is_accused_by_the_way(text: str) -> None:
    assert accused(text) == []
