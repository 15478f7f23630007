"""Pleas, gestures and denials that point back: replies to what somebody is accused of; and what is said not to be said."""

from __future__ import annotations

import pytest

import rashomon

ACCUSED = "A clerk said that Pavel Orlin had paid the gunmen"


def claims(text: str) -> set[tuple[str, str, str]]:
    """Property, stance and innermost speaker of the accusations and statements of a text."""
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    return {
        (c["property"], c["stance"], c["chain"][-1]["name"])
        for c in read["claims"]
        if c["property"] in ("perpetrator", "organizer", "statement", "charge")
    }


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Pavel Orlin entered a plea of not guilty.", "Pavel Orlin"),
        ("Pavel Orlin maintained his innocence throughout the trial.", "Pavel Orlin"),
        ("The court convicted Pavel Orlin of the murder of Jana Velm. He had pleaded not guilty.", "Pavel Orlin"),
        (f"{ACCUSED}; Orlin's people laugh at it.", "Orlin's people"),
        (f"{ACCUSED}. Orlin scoffed at the allegation.", "Pavel Orlin"),
        (f"{ACCUSED}; this the ministry denies.", "the ministry"),
        ('"My client denies every word of it," said Orlin\'s lawyer, Silja Omark.', "Silja Omark"),
    ],
)
def test_a_reply_is_a_denial(text: str, speaker: str) -> None:
    assert ("statement", "denied", speaker) in claims(text)


def test_a_reply_answers_the_accusation() -> None:
    text = (
        'Prosecutors say Pavel Orlin shot Velm. "My client denies every word of it," said Orlin\'s lawyer, Silja Omark.'
    )
    assert ("perpetrator", "denied", "Silja Omark") in claims(text)


def test_another_word_against_it_is_not_what_was_said() -> None:
    read = rashomon.read(f"{ACCUSED}, which he denies.", published="2021-03-11", publisher="Harbour Post")
    assert not any("denies" in c["quote"] for a in read["attributions"] for c in a["content"])


@pytest.mark.parametrize(
    "text",
    [
        "Pavel Orlin may plead not guilty.",
        "Pavel Orlin told a joke, and they laughed at it.",
        '"We reject this verdict," said Orlin\'s lawyer.',
        "The report that Orlin denies is long.",
    ],
)
def test_what_denies_nothing(text: str) -> None:
    assert not any(stance == "denied" for _, stance, _ in claims(text))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("I do not say that Orlin ordered the shooting.", "unconfirmed"),
        ("We do not allege that Orlin ordered the killing.", "unconfirmed"),
        ("Nobody claims that Orlin ordered the killing.", "unconfirmed"),
        ("The court did not consider it proven that Orlin ordered the killing.", "unconfirmed"),
        ("The judges did not regard it as established that Orlin had ordered the killing.", "unconfirmed"),
        ("The court held it proven that Orlin ordered the killing.", "asserted"),
        ("Whoever whispers that Orlin burned down the house may come and say it here.", "undetermined"),
        ("Anyone who says that Orlin burned down the house should say it in court.", "undetermined"),
    ],
)
def test_what_is_only_said_not_to_be_said(text: str, stance: str) -> None:
    found = {s for name, s, _ in claims(text) if name in ("organizer", "perpetrator")}
    assert found == {stance}


def test_a_correction_takes_back_what_the_paper_called_somebody() -> None:
    text = "CORRECTION: On Monday we gave Velm's age as 49. We also called Pavel Orlin a suspect. We apologise to him."
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    assert {c["stance"] for c in read["claims"] if c["property"] == "suspect"} == {"denied"}
