"""Replies that call an account false as a whole, or reject what was just said: statements, denied."""

from __future__ import annotations

import pytest

import rashomon

TOLD = "Prosecutors say that Marek Tolm ordered the murder of Ana Kerr. "


def replies(sentence: str) -> list[str]:
    """The denied statements of replies in a report that accuses Marek Tolm."""
    claims = rashomon.read(TOLD + sentence, published="2031-03-11")["claims"]
    return [c["quote"] for c in claims if c["property"] == "statement" and c["reader"] == "rules/reply"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tolm called the accusation absurd.",
        "His lawyer, Ines Vard, described the allegation as a fairy tale.",
        "Tolm rejected that as grotesque.",
        "Tolm dismisses the report.",
        "A cousin, Olan Reuss, disputed this.",
    ],
)
def test_an_account_is_called_false(sentence: str) -> None:
    (found,) = replies(sentence)
    assert found in sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The court rejected it on Monday.",
        "Tolm's office would neither confirm nor deny it.",
        "Tolm called the judge absurd.",
        "Tolm described the account of the clerk as long.",
    ],
)
def test_a_court_decides_and_who_neither_confirms_nor_denies_denies_nothing(sentence: str) -> None:
    assert replies(sentence) == []


def test_the_reply_is_of_the_client_and_denies_the_charge() -> None:
    case = rashomon.read(TOLD + "His lawyer, Ines Vard, called the charge a fabrication.", published="2031-03-11")
    names = {e["id"]: e["name"] for e in case["entities"]}
    (denied,) = [c for c in case["claims"] if c["property"] == "organizer" and c["stance"] == "denied"]
    assert names[denied["value"]["entity"]] == "Marek Tolm"
    assert denied["chain"][-1]["name"] == "Ines Vard"


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("His lawyer, Ines Vard, said that her client is innocent.", 1),
        ("His lawyer, Ines Vard, said that her client is presumed innocent.", 0),
        ("His lawyer, Ines Vard, said that her client is innocent until proven guilty.", 0),
        ("The judge said that Tolm is presumed to be innocent.", 0),
    ],
)
def test_a_presumption_of_innocence_answers_nothing(sentence: str, denied: int) -> None:
    claims = rashomon.read(TOLD + sentence, published="2031-03-11")["claims"]
    assert len([c for c in claims if c["property"] == "organizer" and c["stance"] == "denied"]) == denied
    assert not [c for c in claims if c["property"] == "acquittal"]
