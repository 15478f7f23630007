"""Who acts at an hour: the name behind "at 22:40" is the verb's subject, and no part of the hour."""

from __future__ import annotations

import pytest

from rashomon.model.document import Block, Document
from rashomon.settings import Settings
from rashomon.stages.annotate.clauses.mending.attachments import set_right
from rashomon.stages.annotate.parse import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(Settings().model)


def subject_of(parser: Parser, text: str, verb: str) -> str | None:
    document = Document(
        "d", "0" * 64, "f.txt", "text/plain", "article", None, None, None, None, None, "en", text,
        (Block(0, len(text), "body"),), True,
    )  # fmt: skip
    (sentence,) = set_right(parser.parse(document))
    at = next(n for n, t in enumerate(sentence.tokens) if t.text == verb)
    return next((t.text for t in sentence.tokens if t.head == at and t.dep.startswith("nsubj")), None)


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        (
            "On 3 June 2011 at 22:40 Captain Pavel Drozd called the head of the unit, Major Ilya Tarn.",
            "called",
            "Drozd",
        ),
        ("At 07:30 Mr Saad visited Ilya Tarn.", "visited", "Saad"),
        ("On 4 May 2012, at 21:15, General Karim Saad called Ilya Tarn.", "called", "Saad"),
        ("The court sentenced yesterday Rustam Kade to nine years.", "sentenced", "court"),
        ("The train left at 18:05 and Voss was on it.", "left", "train"),
    ],
)
def test_who_acts_at_an_hour(parser: Parser, text: str, verb: str, who: str) -> None:
    assert subject_of(parser, text, verb) == who


def test_a_day_is_no_part_of_an_office(parser: Parser) -> None:
    text = "Karim Saad, who is today ambassador in Lisbon, denies it."
    document = Document(
        "d", "0" * 64, "f.txt", "text/plain", "article", None, None, None, None, None, "en", text,
        (Block(0, len(text), "body"),), True,
    )  # fmt: skip
    (sentence,) = set_right(parser.parse(document))
    today = next(t for t in sentence.tokens if t.text == "today")
    assert sentence.tokens[today.head].text == "is"


@pytest.mark.parametrize(
    ("text", "dep"),
    [
        ("The judge acquitted today Pavel Drozd of the murder of Mara Voss.", "dobj"),
        ("The minister said yesterday Pavel Drozd had been killed.", "nsubjpass"),
    ],
)
def test_a_name_behind_a_day_is_the_object(parser: Parser, text: str, dep: str) -> None:
    document = Document(
        "d", "0" * 64, "f.txt", "text/plain", "article", None, None, None, None, None, "en", text,
        (Block(0, len(text), "body"),), True,
    )  # fmt: skip
    (sentence,) = set_right(parser.parse(document))
    assert next(t.dep for t in sentence.tokens if t.text == "Drozd") == dep
