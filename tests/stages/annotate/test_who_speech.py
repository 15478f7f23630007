"""Pronouns around quotations and reported speech: whom they mean, and where they stay open."""

from __future__ import annotations

import pytest

from rashomon.model.document import Block, Document
from rashomon.settings import Settings
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(Settings().model)


def pronouns(parser: Parser, *paragraphs: str) -> list[tuple[str, str | None]]:
    """Each pronoun of a text with the name of whom it means."""
    text, blocks = "\n\n".join(paragraphs), []
    for paragraph in paragraphs:
        start = text.index(paragraph)
        blocks.append(Block(start, start + len(paragraph), "body"))
    document = Document(
        "d", "0" * 64, "f.txt", "text/plain", "article", None, None, None, None, None, "en", text, tuple(blocks), True
    )
    found = annotate(document, parser.parse(document))
    names = {r.id: r.name for r in found.referents}
    return [(m.quote, names.get(m.referent or "")) for m in found.mentions if m.form == "pronoun"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (("The driver, Tomas Adrovic, told our correspondent that the gang leader, Milo Deric, phoned him twice.",),
         [("him", "Tomas Adrovic")]),
        (("Nurse Ana Deling met the base commander, Viktor Orlen, on Monday.",
          "“He told me that they had no fuel,” she said."),
         [("He", "Viktor Orlen"), ("she", "Ana Deling")]),
        (("Colonel Pedro Oyarsun met Captain Luis Marmol at the barracks.",
          "“He said the boss would decide,” Oyarsun recalled."),
         [("He", "Luis Marmol")]),
        (("Perk Onda told the court that Goran Dezelic, Milan's elder brother, called him from a boat.",
          "“He only said: ‘It's done,’” Mr Onda recalled."),
         [("him", "Perk Onda"), ("He", "Goran Dezelic")]),
        (("President Ilir Maro repeated his offer of talks with Prime Minister Jonas Bek.",
          "“We are ready,” he said."),
         [("his", "Ilir Maro"), ("he", "Ilir Maro")]),
        (("Minister Jonas Bek said the police had freed Ilir Maro.", "“Ilir Maro is safe. His house is guarded,” he said."),
         [("His", "Ilir Maro"), ("he", "Jonas Bek")]),
    ],
)  # fmt: skip
def test_who_is_meant(parser: Parser, text: tuple[str, ...], meant: list[tuple[str, str]]) -> None:
    assert pronouns(parser, *text) == meant


@pytest.mark.parametrize(
    "text",
    [
        ("Ana Deling met Viktor Orlen and Pedro Marin on Monday.", "“He had no fuel,” she said."),
        ("Daryl Wendt has told the paper it is not clear whether he will be sent home.",),
    ],
)
def test_he_stays_open_where_it_is_not_safe_to_say_who(parser: Parser, text: tuple[str, ...]) -> None:
    assert ("he", None) in [(w.lower(), who) for w, who in pronouns(parser, *text)]


def test_each_sentence_of_a_quotation_may_open_it_anew(parser: Parser) -> None:
    said = '"This is what Jonas Bek did. "It had an effect on him. "I never liked that," Ilir Maro said.'
    assert ("him", "Ilir Maro") not in pronouns(parser, said)


def test_his_under_a_verb_of_blame_is_not_surely_the_blamer_s(parser: Parser) -> None:
    text = "Raids hit Jonas Bek next to the port, after Minister Ilir Maro branded his office a nest of spies."
    assert pronouns(parser, text) == [("his", None)]
