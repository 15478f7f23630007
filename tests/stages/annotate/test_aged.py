"""Ages that stand for people, and bodies whose names hold a preposition."""

from __future__ import annotations

import pytest

from rashomon.model.annotation import Token
from rashomon.model.document import Block, Document
from rashomon.settings import Settings
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(Settings().model)


def tokens_of(parser: Parser, text: str) -> tuple[Token, ...]:
    """The first sentence's words as every reader sees them."""
    document = Document(
        "d", "0" * 64, "a.txt", "text/plain", "article", None, None, None, None, None, "en", text,
        (Block(0, len(text), "body"),), True,
    )  # fmt: skip
    return annotate(document, parser.parse(document)).sentences[0].tokens


def test_an_age_without_a_noun_is_somebody(parser: Parser) -> None:
    tokens = tokens_of(parser, "A 20-year-old and two 18-year-olds were arrested.")
    olds = [t for t in tokens if t.text in ("old", "olds")]
    assert [t.pos for t in olds] == ["NOUN", "NOUN"]
    assert tokens[olds[1].head] is olds[0]


def test_an_age_before_its_noun_stays_an_adjective(parser: Parser) -> None:
    tokens = tokens_of(parser, "A 20-year-old weaver was arrested.")
    assert next(t for t in tokens if t.text == "old").pos == "ADJ"


def test_the_people_of_a_body_are_counted_not_its_name(parser: Parser) -> None:
    tokens = tokens_of(parser, "A landslide killed four Menders Without Frontiers carpenters.")
    four, people = (next(t for t in tokens if t.text == word) for word in ("four", "carpenters"))
    assert tokens[four.head] is people
    assert tokens[people.head].text == "killed"
