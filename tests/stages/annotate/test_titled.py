"""Titles and posts around a name."""

from __future__ import annotations

import pytest

from rashomon.model.document import Block, Document
from rashomon.settings import Settings
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(Settings().model)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("The governor, colonel Marc Tillon, for his part, said that he met the mayor.", "Marc Tillon",
         {"The governor", "Marc Tillon", "his", "he"}),
        ("The minister of Health, the doctor Clara Benot, said nine had died.", "Clara Benot", {"The minister", "Clara Benot"}),
        ("We, Rita Sandoval, investigating judge, order the release.", "Rita Sandoval", {"Rita Sandoval", "investigating judge"}),
        ("The lawyer of the family, the brother of Paul Dorn, spoke.", "Paul Dorn", {"Paul Dorn"}),
    ],
)  # fmt: skip
def test_who_is_meant(parser: Parser, text: str, name: str, words: set[str]) -> None:
    document = Document(
        "d", "0" * 64, "f.txt", "text/plain", "article", None, None, None, None, None, "en", text,
        (Block(0, len(text), "body"),), True,
    )  # fmt: skip
    found = annotate(document, parser.parse(document))
    (referent,) = [r for r in found.referents if r.name == name]
    assert {m.quote for m in found.mentions if m.referent == referent.id} == words
