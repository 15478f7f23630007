"""Who opened fire, where the parse sets them on a "motorcycle opened fire"."""

from __future__ import annotations

import pytest
from test_times import document

from rashomon.settings import Settings
from rashomon.stages.annotate.clauses.mending.attachments import set_right
from rashomon.stages.annotate.parse import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(Settings().model)


@pytest.mark.parametrize(
    "text",
    [
        "On April 9, 2015, gunmen on a motorcycle opened fire on the car of Anton Berg in Oslo.",
        "Two years later, on April 9, 2015, gunmen on a motorcycle opened fire on a crowd.",
        "Gunmen on motorcycles opened fire on a market.",
    ],
)
def test_gunmen_on_a_motorcycle_opened_fire(parser: Parser, text: str) -> None:
    (sentence,) = set_right(parser.parse(document(text, None)))
    tokens = sentence.tokens
    opened = next(n for n, t in enumerate(tokens) if t.text == "opened")
    hung = {t.text.lower(): t.dep for t in tokens if t.head == opened}
    assert tokens[opened].head == opened and tokens[opened].pos == "VERB"
    assert hung["gunmen"] == "nsubj" and hung["fire"] == "dobj" and "on" in hung
    assert next(t for t in tokens if t.text.startswith("motorcycle")).dep == "pobj"


def test_an_open_fire_is_a_fire(parser: Parser) -> None:
    (sentence,) = set_right(parser.parse(document("The guests sat on benches by an open fire in the hall.", None)))
    assert next(t for t in sentence.tokens if t.text == "open").pos == "ADJ"
