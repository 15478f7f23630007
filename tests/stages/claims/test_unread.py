"""What was not read is listed with a reason, and what was read is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.annotate import annotate
from rashomon.stages.claims import read_claims
from rashomon.stages.claims.unread import find_unread
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Doctors fear that 20 more patients will die.", "the figure"),
        ("Mara Holt, the mayor wrote, was long a suspect.", "guilt"),
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
