"""What speakers say without a clause, in quotations without a cue of their own, and through a medium that they told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model.claim import Claim
from rashomon.stages.claims import read_claims
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def statements(view_of: ViewOf, text: str) -> list[Claim]:
    """The statements of a text."""
    view = view_of(text)
    return [c for c in read_claims(view.document, view.annotations).claims if c.property == "statement"]


def voices(claim: Claim) -> list[str]:
    """The links of a chain behind the outlet."""
    return [link.name for link in claim.chain[1:]]


@pytest.mark.parametrize(
    ("text", "speaker", "said", "stance"),
    [
        ("The smith called the raid “an attack on all of us”.", "The smith", "the raid “an attack on all of us”", "asserted"),
        ("A nurse at the clinic spoke of 23 bodies.", "A nurse at the clinic", "23 bodies", "asserted"),
        ("The miller's lawyer, Ilva Renk, denies the existence of this payment.", "Ilva Renk", "the existence of this payment", "denied"),
        ("The harbour office called on Friday for “an honest and open inquiry”.", "The harbour office", "an honest and open inquiry", "asserted"),
        ("Ilva Renk declared that “no sign of a fight” was found and that six men had died.", "Ilva Renk", "no sign of a fight", "unconfirmed"),
    ],
)  # fmt: skip
def test_what_is_said_without_a_clause_is_a_statement(
    view_of: ViewOf, text: str, speaker: str, said: str, stance: str
) -> None:
    found = [c for c in statements(view_of, text) if c.value.text == said]
    assert [(voices(c), c.stance) for c in found] == [([speaker], stance)]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody called the raid “an attack on all of us”.",
        "The miller praised the new bridge.",
        "A nurse spoke on Friday.",
        "The smith wants a higher wall.",
    ],
)
def test_nothing_is_said_by_nobody_nor_by_praise(view_of: ViewOf, text: str) -> None:
    assert [c for c in statements(view_of, text) if c.readers[0].rule == "worded"] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Asked about the sacks, Osk Tellan laughs. “It was three, and they were for the mill.”", "Osk Tellan"),
        ("The guard shrugged. “I was told to leave the gate.”", "The guard"),
        ("Ilva Renk calls that absurd. “I read about his death in the paper.”", "Ilva Renk"),
        ("Ilva Renk accuses him of greed: “The men took every cow in the valley.”", "Ilva Renk"),
        ("The mayor is blunt: “The police slept while the market burned.”", "The mayor"),
    ],
)
def test_a_quotation_behind_a_gesture_or_a_colon_is_its_subjects(view_of: ViewOf, text: str, speaker: str) -> None:
    assert voices(statements(view_of, text)[-1]) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Osk Tellan was told nothing. “They came at night and took him.”",
        "The town had a motto: “Together we will win the day.”",
        "The guard did not laugh. “They came at night and took him.”",
        "Osk Tellan crossed the bridge. “They came at night and took him.”",
    ],
)
def test_a_quotation_behind_any_other_sentence_stays_open(view_of: ViewOf, text: str) -> None:
    assert all(not voices(c) for c in statements(view_of, text))


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The miller, Osk Tellan, told the RSI news agency that six men had died.", ["RSI news agency", "Osk Tellan"]),
        ("A guard told RSI that six men had died.", ["RSI", "A guard"]),
        ("A guard told NATO that six men had died.", ["A guard"]),
        ("“They came at dawn,” Osk Tellan told Radio Karsova, adding that six men had died.", ["Radio Karsova", "Osk Tellan"]),
        (
            "According to the lawyer Ilva Renk, cited by Radio Karsova, the smith had paid six men.",
            ["Radio Karsova", "Ilva Renk"],
        ),
    ],
)  # fmt: skip
def test_the_medium_that_was_told_stands_before_the_speaker(view_of: ViewOf, text: str, chain: list[str]) -> None:
    assert [voices(c) for c in statements(view_of, text)][-1] == chain
