"""Transcripts: questions and answers, turns with the hour before the name."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.stages.claims import read_claims
from rashomon.stages.claims.attribution import find_attributions
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def test_answers_are_the_witness_named_at_the_head(view_of: ViewOf) -> None:
    view = view_of(
        "Record of the hearing. Witness: Mara Dell, baker.\n"
        "Q. Where were you?\nA. I was at the mill. They shot my brother.\nQ. Who did?\nA. Two men in uniform shot him."
    )
    assert [a.name for a in find_attributions(view)] == ["the questioner", "Mara Dell"] * 2
    told = [c for c in read_claims(view.document, view.annotations).claims if c.property == "statement"]
    assert {c.chain[-1].name for c in told} == {"Mara Dell"}


def test_answers_without_a_name_are_the_witness(view_of: ViewOf) -> None:
    found = find_attributions(view_of("Q: Where were you?\nA: I was at the mill.\nQ: Alone?\nA: With my brother."))
    assert [a.name for a in found] == ["the questioner", "the witness"] * 2


def test_turns_with_the_hour_before_the_name(view_of: ViewOf) -> None:
    view = view_of("[14:02] TARN: The van is ready.\n[14:03] FENN: Bring the money.\n[14:04] TARN: It is done.")
    assert [a.source[0].quote for a in find_attributions(view)] == ["TARN", "FENN", "TARN"]


def test_times_of_a_programme_are_no_turns(view_of: ViewOf) -> None:
    assert not find_attributions(view_of("10:00 Opening: the choir.\n11:00 Lunch: soup.\n12:00 Tour: the harbour."))


def test_a_question_is_no_statement(view_of: ViewOf) -> None:
    view = view_of('"Why did they shoot him?" she asked. "We will never know."')
    told = [c.quote for c in read_claims(view.document, view.annotations).claims if c.property == "statement"]
    assert told == ["We will never know"]
