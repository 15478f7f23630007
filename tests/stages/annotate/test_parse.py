from __future__ import annotations

import pytest

from rashomon.errors import Stop
from rashomon.model.document import Appearance, Original
from rashomon.settings import DEFAULT_MODEL
from rashomon.stages.acquire import acquire
from rashomon.stages.annotate.parse import PIECE, Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(DEFAULT_MODEL)


def document(text: str, language: str | None = None):  # type: ignore[no-untyped-def]
    return acquire(text.encode(), Original("ab" * 32, (Appearance("a.txt", language=language),)))


def test_every_token_stands_in_the_text_and_every_head_in_its_sentence(parser: Parser) -> None:
    found = document("Two men died at Lower Mill.\n\nPolice said so on Monday, 3 May 2019. A third was hurt.")
    sentences = parser.parse(found)
    assert len(sentences) == 3
    for sentence in sentences:
        for token in sentence.tokens:
            assert found.text[token.start : token.end] == token.text
            assert 0 <= token.head < len(sentence.tokens)


def test_boilerplate_is_not_parsed(parser: Parser) -> None:
    found = document(
        "Two dead at Lower Mill\n\nTwo men died at Lower Mill on Monday, police said.\n\nSubscribe to our newsletter\n"
    )
    assert found.boilerplate
    words = " ".join(t.text for s in parser.parse(found) for t in s.tokens)
    assert "Lower Mill" in words
    assert "newsletter" not in words


def test_a_long_paragraph_is_parsed_in_pieces_without_losing_a_word(parser: Parser) -> None:
    found = document("The mill stood by the river and nobody went there. " * (PIECE // 40))
    words = [t.text for s in parser.parse(found) for t in s.tokens]
    assert len([w for w in words if w == "mill"]) == found.text.count("mill")


def test_no_sentence_begins_between_a_rank_and_its_bearer(parser: Parser) -> None:
    found = document("Army spokesman Brig.-Gen. Sunday Adewole denied it. They spoke of Pvt. Deniz Kara. He had left.")
    assert [s.tokens[0].text for s in parser.parse(found)] == ["Army", "They", "He"]


def test_turkish_case_endings_are_no_part_of_a_name(parser: Parser) -> None:
    found = document("Karsova'da dün meydana gelen olayda İlker Barlas'ın arandığı açıklandı.", "tr")
    words = [t.text for s in parser.parse(found) for t in s.tokens]
    assert "Karsova" in words
    assert "Barlas" in words


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(Stop, match="no_such_model"):
        Parser("no_such_model")


def test_a_name_is_not_cut_into_two_words_written_short(parser: Parser) -> None:
    (sentence,) = parser.parse(document("The miner Lukas Arent was shot dead and they can't say why."))
    words = [token.text for token in sentence.tokens]
    assert "Arent" in words
    assert words[-5:-2] == ["ca", "n't", "say"]
