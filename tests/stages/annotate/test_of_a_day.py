"""The day of an attack behind its place."""

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
    ("text", "over"),
    [
        ("Karl Venn is charged with having directed the attack on Maroze of 9 April 2017.", "attack"),
        ("The raid on Belmar of 3 May 2016 killed four.", "raid"),
        ("The attack on the mayor of Belmar killed four.", "mayor"),
    ],
)
def test_the_day_is_the_attack_s(parser: Parser, text: str, over: str) -> None:
    document = Document(
        "d", "0" * 64, "f.txt", "text/plain", "article", None, None, None, None, None, "en", text,
        (Block(0, len(text), "body"),), True,
    )  # fmt: skip
    (sentence,) = set_right(parser.parse(document))
    of = next(t for t in sentence.tokens if t.text == "of")
    assert sentence.tokens[of.head].text == over


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("Karl Venn was convicted last week of murder.", "convicted"),
        ("Karl Venn was found guilty on Monday of arson.", "guilty"),
        ("Karl Venn was accused that year of fraud.", "accused"),
        ("Karl Venn was acquitted at the end of May.", "end"),
        ("Karl Venn was convicted on the day of his wedding.", "day"),
    ],
)
def test_the_crime_behind_a_day_is_the_verdict_s(parser: Parser, text: str, over: str) -> None:
    document = Document(
        "d", "0" * 64, "f.txt", "text/plain", "article", None, None, None, None, None, "en", text,
        (Block(0, len(text), "body"),), True,
    )  # fmt: skip
    (sentence,) = set_right(parser.parse(document))
    of = next(t for t in sentence.tokens if t.text == "of")
    assert sentence.tokens[of.head].text == over
