"""A clause of participles behind the sentence is not the sentence."""

from __future__ import annotations

import pytest

from rashomon.model.document import Block, Document
from rashomon.settings import Settings
from rashomon.stages.annotate.clauses.mending.attachments import set_right
from rashomon.stages.annotate.parse import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(Settings().model)


@pytest.mark.parametrize(
    ("text", "main", "beside"),
    [
        ("43 persons died at Orsal on 9 November 2017, the attackers not being counted.", "died", "counted"),
        ("At least 30 people were killed, the police not having been told of it.", "killed", "told"),
    ],
)
def test_the_finite_verb_stands_above_the_participle(parser: Parser, text: str, main: str, beside: str) -> None:
    document = Document(
        "d", "0" * 64, "f.txt", "text/plain", "article", None, None, None, None, None, "en", text,
        (Block(0, len(text), "body"),), True,
    )  # fmt: skip
    (sentence,) = set_right(parser.parse(document))
    heads = {t.text: sentence.tokens[t.head].text for t in sentence.tokens}
    assert (heads[main], heads[beside]) == (main, main)
