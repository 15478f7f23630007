"""Groups that are accused, and whom the text names as their members: in lists with asides, later, or one by one."""

from __future__ import annotations

import pytest

import rashomon

GRADES = ("perpetrator", "organizer", "suspect", "charge")


def accused(text: str, *grades: str) -> list[str]:
    """Whom a text accuses, by name."""
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    names = {e["id"]: e["name"] for e in read["entities"] if e["type"] == "person"}
    told = (c for c in read["claims"] if c["property"] in (grades or GRADES) and c["stance"] != "denied")
    return sorted(
        {names.get(c["value"].get("entity") or c["subject"].get("entity")) or c["value"].get("text", "") for c in told}
        - {""}
    )


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Among those whom the indictment names as suspects are Oreb Valdan, once head of the customs service, and Tavit Hasko, "
         "who used to advise the governor.", ["Oreb Valdan", "Tavit Hasko"]),
        ("Those accused are Oreb Valdan, a baker, and Tavit Hasko, who drove the van. Both men are accused of murdering the surveyor.",
         ["Oreb Valdan", "Tavit Hasko"]),
        ("Nine people were killed. Chargesheeted are these four people: Oreb Valdan, Tavit Hasko alias Old Tavit, Milan Dorvik alias "
         "Rash, and Rohan Imt, who once studied in Velno.", ["Milan Dorvik", "Oreb Valdan", "Rohan Imt", "Tavit Hasko"]),
        ("Two leaders of the Salt Militia, Oreb Valdan, who was arrested near Velno, and Tavit Hasko, who remains at large, are "
         "charged with murder.", ["Oreb Valdan", "Tavit Hasko"]),
        # Named to say who somebody else is.
        ("Oreb Valdan, the brother of Milan Dorvik, and Tavit Hasko were charged with murder.", ["Oreb Valdan", "Tavit Hasko"]),
        ("Oreb Valdan, Tavit Hasko, the brother of Milan Dorvik, and Stefan Orrick were charged with murder.",
         ["Oreb Valdan", "Stefan Orrick", "Tavit Hasko"]),
        # What is said of one in an aside is not said of the other.
        ("Oreb Valdan, who is charged with murder, and Tavit Hasko, who owned the van, met in May.", ["Oreb Valdan"]),
        ("Police charged Oreb Valdan, who had fled, with murder, and Tavit Hasko said he was innocent.", ["Oreb Valdan"]),
    ],
)  # fmt: skip
def test_a_list_goes_on_past_what_is_said_of_each(text: str, want: list[str]) -> None:
    assert accused(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Police had arrested Oreb Valdan, a baker, in May. Tavit Hasko and Milan Dorvik were found guilty of murder. "
         "The three faced up to 12 counts.", ["Milan Dorvik", "Oreb Valdan", "Tavit Hasko"]),
        # Four are before the law: which three is open.
        ("Police had arrested Oreb Valdan and Stefan Orrick in May. Tavit Hasko and Milan Dorvik were detained in June. "
         "The three faced up to 12 counts.", []),
    ],
)  # fmt: skip
def test_the_three_are_those_whom_the_text_has_before_the_law_if_they_are_three(text: str, want: list[str]) -> None:
    assert accused(text, "charge") == want


def told_of(text: str) -> list[tuple[str, str, str]]:
    """Who is accused, in whose words, and the quote."""
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    told = [c for c in read["claims"] if c["property"] == "perpetrator"]
    return [(c["value"]["text"], c["chain"][-1]["name"], c["quote"]) for c in told]


def test_whom_a_later_sentence_names_is_accused_there_on_the_word_of_who_names_him() -> None:
    text = (
        "Two men murdered nine people at the mill in Larnov. Major Ivo Brenn on Saturday named them as Oreb Valdan "
        'and a man known only as "Rash".'
    )
    assert told_of(text) == [
        ("Two men", "Harbour Post", "Two men murdered nine people"),
        ("Oreb Valdan", "Ivo Brenn", "named them as Oreb Valdan"),
        ("Rash", "Ivo Brenn", 'named them as Oreb Valdan and a man known only as "Rash'),
    ]


def test_as_many_as_were_accused_two_sentences_before() -> None:
    text = (
        "Police named three men as attackers. The families were questioned. Oreb Valdan, Tavit Hasko and Rohan Imt were the three "
        "named in the filing."
    )
    found = told_of(text)
    assert [name for name, _, _ in found] == ["three men", "Oreb Valdan", "Tavit Hasko", "Rohan Imt"]
    assert found[-1][2] == "Rohan Imt were the three"


@pytest.mark.parametrize(
    "text",
    [
        # As many guards stand nearer, and two are not three.
        "Three men murdered nine people. Three guards chased them. Oreb Valdan, Tavit Hasko and Rohan Imt were the three.",
        "Three men murdered nine people. Oreb Valdan and Tavit Hasko were the two.",
        "Two men murdered nine people. Police said two nurses had fled. They were Mira Holt and Nora Fell.",
    ],
)
def test_a_group_stays_open_where_another_may_be_meant(text: str) -> None:
    assert {name for name, _, _ in told_of(text)} <= {"Three men", "Two men"}


def test_predicates_before_their_subject() -> None:
    assert accused("Charged with murder are Mira Holt, a nurse, and Paul Drake.") == ["Mira Holt", "Paul Drake"]
    text = "Arrested in Velno on Monday were Mira Holt, a nurse, and Paul Drake."
    assert accused(text, "detained") == ["Mira Holt", "Paul Drake"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("The court sentenced Oreb Valdan to life, and Tavit Hasko to 20 years.", {"Oreb Valdan": "life", "Tavit Hasko": "20 years"}),
        ("A court sentenced Captain Oreb Valdan to life imprisonment for the murder of nine nurses, and his superior, Colonel Tavit "
         "Hasko, to 20 years for complicity.", {"Oreb Valdan": "life imprisonment", "Tavit Hasko": "20 years"}),
        ("The court sentenced Oreb Valdan and Tavit Hasko to ten years in jail.",
         {"Oreb Valdan": "ten years in jail", "Tavit Hasko": "ten years in jail"}),
    ],
)  # fmt: skip
def test_each_gets_the_term_behind_his_own_name(text: str, want: dict[str, str]) -> None:
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    names = {e["id"]: e["name"] for e in read["entities"]}
    told = (c for c in read["claims"] if c["property"] == "conviction")
    assert {names[c["subject"]["entity"]]: c["value"]["penalty"]["text"] for c in told} == want
