"""What is denied, what is said in denying it, what papers say is possible."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.attribution import find_attributions
from rashomon.stages.claims.stance import local_stance
from rashomon.stages.claims.view import View

Read = Callable[[str], View]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dembo denies having known him: “I took the money from a man who had no name.”",
         {("having known him", "denied"), ("“I took the money from a man who had no name.”", "asserted")}),
        ("A note of the police dated 2 May 2017, of which the paper has a copy, says that the bridge was mined.",
         {("that the bridge was mined", "asserted")}),
    ],
)  # fmt: skip
def test_contents(view_of: Read, text: str, told: set[tuple[str, str]]) -> None:
    assert {(a.content[0].quote, a.stance) for a in find_attributions(view_of(text))} == told


def test_a_note_with_a_clause_of_its_own_speaks(view_of: Read) -> None:
    view = view_of(
        "A note of the police dated 2 May 2017, of which the paper has a copy, says that the bridge was mined."
    )
    (found,) = find_attributions(view)
    assert (found.name, found.kind) == ("A note of the police", "document")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("An attack on a market is possible before the end of the month.", "possible"),
        ("Further attacks are likely.", "possible"),
        ("An attack on a market is a crime.", "asserted"),
    ],
)
def test_what_is_only_possible(view_of: Read, text: str, stance: str) -> None:
    (sentence,) = view_of(text).sentences
    at = next(n for n, t in enumerate(sentence.tokens) if t.lemma == "attack")
    assert local_stance(sentence, at) == stance


def test_a_quotation_that_ends_its_sentence_is_not_the_next_speaker_s(view_of: Read) -> None:
    view = view_of(
        "The merchant Simon Kader phoned the mayor on Monday in order to warn him that “strangers are sleeping at the depot”. "
        "The mayor denies it with force."
    )
    said = {a.name for a in find_attributions(view) if any("strangers" in c.quote for c in a.content)}
    assert said == {"Simon Kader"}
