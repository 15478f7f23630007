"""How a telling goes on from those before it, or turns to another deed, sign by sign; and which deed an accusation cannot be about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model.claim import ACCUSATIONS, Reading
from rashomon.stages.claims import read_claims
from rashomon.stages.claims.view import View
from rashomon.stages.claims.which_deed import own_offence

Read = Callable[..., View]
RAID = "Gunmen shot nine traders at the Tolm market on 3 March 2021.\nThe police have no suspect.\nThe market stayed closed.\n"


def told(reading: Reading, word: str) -> set[str]:
    """The ids of the occurrences that have a word among theirs."""
    return {o.id for o in reading.occurrences if any(m.quote == word for m in o.mentions)}


def read(view_of: Read, text: str) -> Reading:
    view = view_of(text)
    return read_claims(view.document, view.annotations)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (RAID + "Their chief, Milo Vargen, was already sentenced in 2012 for setting fire to a mill.", "shot", "setting"),
        (RAID + "In 2009 he led an operation at Ostvar in which 27 people died.", "shot", "died"),
        (RAID + "Colonel Pila Senn is known for an operation in which 14 herders died.", "shot", "died"),
        (RAID + "In December 2019 Vargen stabbed a clerk.", "shot", "stabbed"),
        ("A blast at the Tolm mill killed nine traders.\nVargen told the judge that a clerk was tortured.", "blast", "tortured"),
    ],
)  # fmt: skip
def test_it_turns_to_another_deed(view_of: Read, text: str, one: str, other: str) -> None:
    reading = read(view_of, text)
    assert told(reading, one)
    assert told(reading, other)
    assert not told(reading, one) & told(reading, other)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Two held over murder of editor\nTwo men were arrested on Friday over the murder of the newspaper editor Milo Vargen in Tolm.", "murder", "murder"),
        (RAID + "In June 2019 soldiers attacked the Ostvar mill.\nThey killed two guards.", "attacked", "killed"),
        (RAID + "On 12 March soldiers surrounded Ostvar and abducted six men.\nTwo days later four of them were found dead.", "abducted", "dead"),
    ],
)  # fmt: skip
def test_it_goes_on(view_of: Read, text: str, one: str, other: str) -> None:
    reading = read(view_of, text)
    assert told(reading, one) & told(reading, other)


def test_who_was_held_before_a_deed_is_not_held_for_it(view_of: Read) -> None:
    found = [c for c in read(view_of, RAID + "Milo Vargen was indicted in 2012.").claims if c.property == "charge"]
    assert found
    assert not any(c.subject.occurrence for c in found)


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("Milo Vargen is on trial for perjury.", True),
        ("Milo Vargen is on trial for murder.", False),
        ("Milo Vargen is on trial for the scheme.", False),
    ],
)
def test_an_offence_that_takes_up_nothing_told(view_of: Read, text: str, so: bool) -> None:
    sentence = view_of(text).sentences[0]
    at = next(n for n, word in enumerate(sentence.words) if word == "is")
    assert own_offence(sentence, at, (len(sentence) - 2,)) is so


def test_an_accusation_that_names_no_act_is_of_the_deed_at_hand(view_of: Read) -> None:
    found = [c for c in read(view_of, RAID + "Milo Vargen is accused of murder.").claims if c.property in ACCUSATIONS]
    assert any(c.subject.occurrence for c in found)
