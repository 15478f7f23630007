"""Whose line rang, whose client met whom, whom the law meant: the sides of contacts and sentences, resolved or left open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.clients import client_at
from rashomon.stages.claims.contacts import find_contacts
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.payments import find_money
from rashomon.stages.claims.persons.identity import find_aliases
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The murder had been ordered by Leo Varsen, and on that count the owner was acquitted.", "Leo Varsen"),
        ("Leo Varsen, the second engineer, was charged with murder. The defendant was acquitted.", "Leo Varsen"),
        ("Leo Varsen, the second engineer, was charged with murder. The captain was acquitted.", "The captain"),
        ("Leo Varsen and Ivo Sand were charged with murder. The clerk was acquitted.", "The clerk"),
        ("Gunmen killed Leo Varsen. The clerk was acquitted.", "The clerk"),
    ],
)
def test_whom_a_description_means_before_the_law(view_of: Read, text: str, expected: str) -> None:
    view = view_of(text)
    (draft,) = [d for d in find_outcomes(view, NOTHING) if d.property == "acquittal"]
    assert view.referents[draft.subject.referent or ""].name == expected


@pytest.mark.parametrize(
    ("text", "number", "kind", "sides"),
    [
        ("Mira Holt offered each of them 3,000 dollars.", 3000, "offer", {"payer": "Mira Holt", "payee": "each of them"}),
        ("Mira Holt was released on bail of $200,000.", 200000, "other", {"payer": "Mira Holt"}),
        ("The court ordered Mira Holt to pay the families $600,000.", 600000, "damages", {"payer": "Mira Holt", "payee": "the families"}),
        ("The 4 million euros that were awarded to Mira Holt are gone.", 4000000, "payment", {"payee": "Mira Holt"}),
        ("Mira Holt handed Leo Varsen an envelope with 5,000 euros.", 5000, "payment", {"payer": "Mira Holt", "payee": "Leo Varsen"}),
        ("Mira Holt paid Leo Varsen 120.000 euros.", 120000, "payment", {"payer": "Mira Holt", "payee": "Leo Varsen"}),
        ("The job was worth $40,000.", 40000, "payment", {}),
    ],
)  # fmt: skip
def test_sums_with_their_sides(view_of: Read, text: str, number: int, kind: str, sides: dict[str, str]) -> None:
    view = view_of(text)
    (draft,) = find_money(view, NOTHING)
    found = {p.role: view.referents[p.referent].name if p.referent else p.text for p in draft.value.parties}
    assert (draft.value.number, draft.value.kind, {r: n for r, n in found.items() if r in ("payer", "payee")}) == (
        number,
        kind,
        sides,
    )


def test_sums_of_those_told_before(view_of: Read) -> None:
    text = "There were two transfers from Mira Holt to Leo Varsen. One of $18,000 was made in May and one of $22,000 in June."
    drafts = list(find_money(view_of(text), NOTHING))
    assert [d.value.number for d in drafts] == [18000, 22000]
    assert all(len([p for p in d.value.parties if p.referent]) == 2 for d in drafts)


@pytest.mark.parametrize(
    "text",
    ["Ministers set aside $40 million for repairs.", "The dam cost $9 million.", "Thieves made off with $20,000."],
)
def test_no_payment(view_of: Read, text: str) -> None:
    assert list(find_money(view_of(text), NOTHING)) == []


def test_a_borne_name_is_an_alias(view_of: Read) -> None:
    view = view_of("Leo Varsen crossed the border with a forged passport in the name of Karl Hosten.")
    (draft,) = find_aliases(view, NOTHING)
    assert (view.referents[draft.subject.referent or ""].name, draft.value.text) == ("Leo Varsen", "Karl Hosten")
