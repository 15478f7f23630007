"""Whom "they", "it" and nouns for somebody known take up, and where nobody is meant."""

from __future__ import annotations

import hashlib

import pytest

from rashomon.model.annotation import Annotations
from rashomon.model.document import Block, Document
from rashomon.settings import Settings
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser

TWO = {"Nils Ferro", "Ake Dunn"}


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(Settings().model)


def _read(parser: Parser, text: str) -> Annotations:
    key = hashlib.sha256(text.encode()).hexdigest()
    blocks = (Block(0, len(text), "body"),)
    document = Document(
        key[:8], key, "a.txt", "text/plain", "article", None, None, None, None, None, "en", text, blocks, True
    )
    return annotate(document, parser.parse(document))


def _meant(parser: Parser, text: str, words: str) -> set[str]:
    """Whom some words mean, by their names; nobody where that is left open or they are somebody of their own."""
    found = _read(parser, text)
    names = {r.id: r.name for r in found.referents if r.named}
    at = [m for m in found.mentions if m.quote == words]
    return {names[i] for m in at for i in (*m.members, *filter(None, (m.referent,))) if i in names}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nils Ferro and Ake Dunn rented a van in March. They drove to the harbour and set fire to the ferry.", "They"),
        ("Police arrested Nils Ferro and Ake Dunn on Monday. They are accused of killing the harbour master.", "They"),
        ("Nils Ferro met Ake Dunn at the harbour on Sunday. The two men spoke for an hour.", "The two men"),
        ("Nils Ferro met Ake Dunn at the harbour on Sunday. Both men deny that they planned it.", "Both men"),
    ],
)
def test_several_who_stand_together(parser: Parser, text: str, words: str) -> None:
    assert _meant(parser, text, words) == TWO


def test_a_body_taken_up(parser: Parser) -> None:
    text = "The Ember Front kidnapped the surveyor in May. It claimed responsibility two days later."
    assert _meant(parser, text, "It") == {"Ember Front"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nils Ferro left the harbour on Sunday. They say that it rains there in June.", "They"),
        ("Nils Ferro and his lawyer spoke to residents. They threw stones at the court.", "They"),
        ("The Ember Front left the valley in May. It was raining when the road was opened.", "It"),
        ("Nils Ferro met Ake Dunn on Sunday. The three men who guard the harbour saw nothing.", "The three men"),
    ],
)
def test_nobody_known_is_meant(parser: Parser, text: str, words: str) -> None:
    assert _meant(parser, text, words) == set()


def test_whom_a_word_for_several_means_is_accused_by_name() -> None:
    import rashomon

    text = "Police arrested Nils Ferro and Ake Dunn on Monday. They are accused of killing the harbour master."
    case = rashomon.read(text, published="2021-03-09")
    names = {e["id"]: e["name"] for e in case["entities"]}
    accused = [c for c in case["claims"] if c["property"] == "suspect"]
    assert {names.get(c["value"].get("entity")) for c in accused} == TWO
