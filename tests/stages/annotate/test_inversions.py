"""Speakers behind their verb, and bodies with their name."""

from __future__ import annotations

import pytest

from rashomon.model.document import Block, Document
from rashomon.settings import Settings
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.claims.attribution import find_attributions
from rashomon.stages.claims.view import View


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(Settings().model)


def told(parser: Parser, text: str) -> list[tuple[str, str, str]]:
    document = Document(
        "d", "0" * 64, "f.txt", "text/plain", "article", None, None, None, None, None, "en", text,
        (Block(0, len(text), "body"),), True,
    )  # fmt: skip
    view = View(document, annotate(document, parser.parse(document)))
    return [(a.source[0].quote, a.cue[0].quote, a.content[0].quote) for a in find_attributions(view)]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The attack left 43 people dead, has announced on Sunday the minister of Health, Clara Benot.",
         "the minister of Health, Clara Benot", "has announced", "The attack left 43 people dead"),
        ("Two suspects were detained, informed today the prosecutor's office.",
         "the prosecutor's office", "informed", "Two suspects were detained"),
        ("The bridge was mined, confirmed the same source.", "the same source", "confirmed", "The bridge was mined"),
        ("As the agency Worldwire wrote on Tuesday, at least 34 people were killed.",
         "the agency Worldwire", "wrote", "at least 34 people were killed"),
        ("As Le Matin reported the same day, the guards had fled.", "Le Matin", "reported", "the guards had fled"),
    ],
)  # fmt: skip
def test_who_stands_behind_the_verb_speaks(parser: Parser, text: str, source: str, cue: str, content: str) -> None:
    assert told(parser, text) == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister arrived at noon, announced the winners and left.",
        "The court sat in March, confirmed the sentence and rose.",
        "The lawyer, who spoke first, accused the sergeant.",
    ],
)
def test_what_is_announced_does_not_speak(parser: Parser, text: str) -> None:
    assert not any(source in ("the winners", "the sentence", "the sergeant") for source, _, _ in told(parser, text))


def test_who_is_quoted_by_a_radio_and_who_acts(parser: Parser) -> None:
    text = "According to an officer quoted by the station Radio Mirel, the merchant Simon Kader phoned the mayor on Monday."
    assert told(parser, text) == [
        (
            "an officer quoted by the station Radio Mirel",
            "According to",
            "the merchant Simon Kader phoned the mayor on Monday",
        )
    ]
