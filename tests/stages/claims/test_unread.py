"""What was not read is listed with a reason, and what was read is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.annotate import annotate
from rashomon.stages.claims import read_claims
from rashomon.stages.claims.signs import signs_in
from rashomon.stages.claims.unread import find_unread
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Doctors fear that 20 more patients will die.", "the figure"),
        ("Mara Holt, the mayor wrote, was long a suspect.", "guilt"),
        ("Soldiers were in the yard that night, and there was shelling.", "people in arms"),
        ("The Copper Hand wanted nothing to do with the raid.", "guilt"),
        ("Envelopes of cash went from hand to hand, 400 dollars each.", "money"),
    ],
)
def test_a_sentence_without_its_claim_is_listed(view_of: ViewOf, text: str, why: str) -> None:
    view = view_of(text)
    assert [why in u.why for u in find_unread(view, ())] == [True]


def test_the_same_sentence_with_its_claim_is_not(view_of: ViewOf) -> None:
    view = view_of("The blast in Orvel killed 12 people.")
    reading = read_claims(view.document, annotate(view.document, view.annotations.sentences))
    assert [u.quote for u in find_unread(view, ())] == [view.text]
    assert reading.unread == ()


@pytest.mark.parametrize("text", ["The fair drew 3,000 visitors.", "It rained for 20 days.", "A bomb exploded."])
def test_other_sentences_are_left_alone(view_of: ViewOf, text: str) -> None:
    assert find_unread(view_of(text), ()) == ()


def test_a_body_accused_elsewhere_is_asked_after_beside_a_deed(view_of: ViewOf) -> None:
    view = view_of(
        "The Copper Hand killed nine people in Orvel. The raid had the marks of the Copper Hand, as did the bombing."
    )
    reading = read_claims(view.document, annotate(view.document, view.annotations.sentences))
    assert any("of Copper Hand" in u.why and "deed" in u.why for u in reading.unread)


def test_who_was_told_of_as_dead_is_no_news_without_a_count(view_of: ViewOf) -> None:
    view = view_of("Lena Orlo was killed on Monday. The dead woman, Lena Orlo, had many friends.")
    reading = read_claims(view.document, annotate(view.document, view.annotations.sentences))
    assert not any("victims" in u.why for u in reading.unread)


def test_somebody_acquitted_is_asked_after_by_the_word_alone(view_of: ViewOf) -> None:
    assert [u.score for u in find_unread(view_of("One was acquitted."), ())] == [0.95]


def test_seven_who_were_sentenced_are_no_figure_of_victims(view_of: ViewOf) -> None:
    view = view_of("The court sentenced seven militants to death.")
    reading = read_claims(view.document, annotate(view.document, view.annotations.sentences))
    assert not any("figure" in u.why for u in reading.unread)


def test_whom_words_stand_for_is_asked_where_it_was_left_open(view_of: ViewOf) -> None:
    view = view_of("Both men are accused of murder.")
    reading = read_claims(view.document, annotate(view.document, view.annotations.sentences))
    assert reading.claims
    assert any("whom “Both men” means was left open" in u.why for u in reading.unread)


def test_an_unnamed_accused_is_no_question(view_of: ViewOf) -> None:
    view = view_of("Masked gunmen killed nine people in Orvel.")
    reading = read_claims(view.document, annotate(view.document, view.annotations.sentences))
    assert not any("left open" in u.why for u in reading.unread)


def test_weak_signs_add_up() -> None:
    alone, together = signs_in("a bank account"), signs_in("a bank account, a fee and an instalment")
    assert alone["money"] < together["money"] < 1
