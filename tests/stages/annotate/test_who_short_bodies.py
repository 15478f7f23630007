"""A body that the text goes on to call by the first word of its name, and a rank of two titles."""

from __future__ import annotations

import pytest

from rashomon.model.annotation import Referent
from rashomon.model.document import Block, Document
from rashomon.settings import Settings
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(Settings().model)


def named(parser: Parser, text: str) -> list[Referent]:
    document = Document(
        "d", "0" * 64, "f.txt", "text/plain", "article", None, None, None, None, None, "en", text,
        (Block(0, len(text), "body"),), True,
    )  # fmt: skip
    return [r for r in annotate(document, parser.parse(document)).referents if r.named]


def names(referents: list[Referent]) -> list[str]:
    return sorted(r.name for r in referents)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Jamaa al-Fath claimed the attack on Monday. The Jamaa has said so before.", "Jamaa al-Fath"),
        ("Ostwin Chemicals owns the plant. Ostwin said that it took no satisfaction in the news.", "Ostwin Chemicals"),
        ("Police searched the offices of Ostwin Shipping Company. A lawyer for Ostwin declined to comment.", "Ostwin Shipping Company"),
    ],
)  # fmt: skip
def test_the_first_word_of_a_body_stands_for_it(parser: Parser, text: str, body: str) -> None:
    (found,) = [r for r in named(parser, text) if r.name.startswith(("Jamaa", "Ostwin"))]
    assert (found.name, found.type, len(found.mentions) > 1) == (body, "organization", True)


@pytest.mark.parametrize(
    "text",
    [
        "Mr Dobrin founded Dobrin Holding in 1999. Dobrin wept in court.",
        "Police went to the Karvel Police Service. Nothing was found in Karvel that day. Karvel was quiet.",
        "Pavel Dobrin, 52, runs Dobrin Holding. Dobrin wept in court.",
    ],
)
def test_a_man_and_a_town_are_no_short_names_of_bodies(parser: Parser, text: str) -> None:
    bodies = [r for r in named(parser, text) if r.name in ("Dobrin Holding", "Karvel Police Service")]
    assert all(len(r.mentions) == 1 for r in bodies)


@pytest.mark.parametrize("rank", ["Colonel Major", "Lieutenant Colonel", "Captain General"])
def test_a_rank_of_two_words_is_no_part_of_the_name(parser: Parser, rank: str) -> None:
    text = f'"Nobody was there," {rank} Dario Venn, the spokesman, told reporters.'
    assert names(named(parser, text)) == ["Dario Venn"]
