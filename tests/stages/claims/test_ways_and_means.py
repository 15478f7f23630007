"""Whose line rang, whose client met whom, whom the law meant: the sides of contacts and sentences, resolved or left open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.clients import client_at
from rashomon.stages.claims.contacts import find_contacts
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.rules.outcomes import find_outcomes
from rashomon.stages.claims.view import View

Read = Callable[[str], View]
NOTHING = Told((), ())


def contacts(view: View) -> list[tuple[str, list[str], str]]:
    def called(referent: str | None, text: str) -> str:
        return view.referents[referent].name if referent else text

    found = find_contacts(view, NOTHING)
    return [(d.value.kind or "", [called(p.referent, p.text) for p in d.value.parties], d.stance) for d in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 13 August a gardener, Ilja Penner, rang Colonel Tomas Rask.", ("call", ["Ilja Penner", "Tomas Rask"], "asserted")),
        ("On 14 May Pohl met Katrin Oden in her shop.", ("meeting", ["Pohl", "Katrin Oden"], "asserted")),
        ("Mira Holt rang the office of Leo Varsen twice.", ("call", ["Mira Holt", "Leo Varsen"], "asserted")),
        ("Mira Holt rang a number that is thought to be that of Leo Varsen.", ("call", ["Mira Holt", "Leo Varsen"], "possible")),
        ("Mira Holt spoke to nobody that night, and certainly not to Leo Varsen.",
         ("talks", ["Mira Holt", "Leo Varsen"], "denied")),
        ("In the night a voice had called Mira Holt.", ("call", ["voice", "Mira Holt"], "asserted")),
        ("Mira Holt has never Leo Varsen met.", ("meeting", ["Mira Holt", "Leo Varsen"], "denied")),
        ("Leo Varsen's counsel, Jutta Brehm, said her client had never met Mira Holt.",
         ("meeting", ["Leo Varsen", "Mira Holt"], "denied")),
    ],
)  # fmt: skip
def test_a_contact_is_with_whom_it_names(view_of: Read, text: str, expected: tuple[str, list[str], str]) -> None:
    assert expected in contacts(view_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "The driver said that one of them had spoken to the others in a strange tongue.",
        "Gunmen stopped the lorry and drove off with them.",
        "He treated her as an uncle meets a niece.",
        "The two cooks whom the ministry called the ringleaders fled.",
        "Residents ignored a call from the mayor to stay at home.",
        "Jutta Brehm, counsel for Leo Varsen, said that she had yet to speak with her client.",
        "Shots rang out behind the mill.",
    ],
)
def test_no_contact(view_of: Read, text: str) -> None:
    assert contacts(view_of(text)) == []


def test_two_days_are_two_meetings(view_of: Read) -> None:
    found = find_contacts(view_of("Mira Holt and Leo Varsen met twice, on 26 May 2018 and on 5 June 2018."), NOTHING)
    assert [d.value.earliest for d in found] == ["2018-05-26", "2018-06-05"]


def test_a_client_of_two_is_left_open(view_of: Read) -> None:
    view = view_of("Jutta Brehm, counsel for Leo Varsen and Mira Holt, said her client was ill.")
    (sentence,) = view.sentences
    at = next(n for n, t in enumerate(sentence.tokens) if t.text == "client")
    assert client_at(view, sentence, at) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The court upheld the life sentence of Leo Varsen and the terms of 25 and 20 years that Ivo Sand and Karl Vost received.",
         {("Leo Varsen", "life sentence"), ("Ivo Sand", "25"), ("Karl Vost", "20 years")}),
        ("Leo Varsen was given a life sentence in his absence for the murder of two cooks.", {("Leo Varsen", "life sentence")}),
        ("The court reduced the sentence of Leo Varsen from 18 years to 12.", {("Leo Varsen", "12")}),
        ("The judges gave Leo Varsen life.", {("Leo Varsen", "life")}),
    ],
)  # fmt: skip
def test_each_his_own_penalty(view_of: Read, text: str, expected: set[tuple[str, str]]) -> None:
    view = view_of(text)
    found = [d for d in find_outcomes(view, NOTHING) if d.property == "conviction"]
    assert {
        (view.referents[d.subject.referent or ""].name, d.value.penalty.text if d.value.penalty else "") for d in found
    } == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Two porters are in prison, Ivo Sand and Karl Vost.", {"Ivo Sand", "Karl Vost"}),
        ("Ivo Sand, Karl Vost and a boy of 15 were collared in a bar.", {"Ivo Sand", "Karl Vost", "a boy"}),
        (
            "Two of her cousins, Ivo Sand and Karl Vost, who have been in custody since May, are ill.",
            {"Ivo Sand", "Karl Vost"},
        ),
        (
            "The police of the border has captured at noon in the port of Anselm the so-called Leo Varsen.",
            {"Leo Varsen"},
        ),
        ("Two porters were hurt. The murder of 28 prisoners shocked the town.", set()),
    ],
)
def test_who_is_held_by_name(view_of: Read, text: str, names: set[str]) -> None:
    view = view_of(text)
    found = [d for d in find_outcomes(view, NOTHING) if d.property == "detained" and d.value.referent]
    assert {view.referents[d.value.referent or ""].name for d in found} == names
