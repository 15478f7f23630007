"""Sentences that the parser ended too early are one again, and no others."""

from __future__ import annotations

import pytest

from rashomon.model.annotation import Sentence
from rashomon.model.document import Block, Document
from rashomon.settings import Settings
from rashomon.stages.annotate.clauses.mending.joins import join_sentences
from rashomon.stages.annotate.parse import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(Settings().model)


def parse(parser: Parser, text: str) -> tuple[Sentence, ...]:
    document = Document(
        "d", "0" * 64, "f.txt", "text/plain", "article", None, None, None, None, None, "en", text,
        (Block(0, len(text), "body"),), True,
    )  # fmt: skip
    return join_sentences(parser.parse(document))


@pytest.mark.parametrize(
    "text",
    [
        "No fewer than 78 persons were killed, the chairman of the council, Hon. Ishak Gwan, has said.",
        "Asked about the claim, Brig.-Gen. Okwel said: “If anybody has evidence, let him bring it.”",
        "“He only said: ‘It's done,’” Mr Perkul recalled.",
    ],
)
def test_one_sentence_is_one_tree(parser: Parser, text: str) -> None:
    (sentence,) = parse(parser, text)
    assert (sentence.start, sentence.end) == (0, len(text))
    roots = [n for n, t in enumerate(sentence.tokens) if t.head == n]
    assert len(roots) == 1
    for n in range(len(sentence.tokens)):
        steps, at = 0, n
        while at != roots[0]:
            at, steps = sentence.tokens[at].head, steps + 1
            assert steps <= len(sentence.tokens)


@pytest.mark.parametrize("text", ["She met Judge Tarn. Mr Perkul left.", "She said “yes.” Mr Perkul left."])
def test_two_sentences_stay_two(parser: Parser, text: str) -> None:
    assert [s.index for s in parse(parser, text)] == [0, 1]


def test_an_office_before_the_title_stays_with_it(parser: Parser) -> None:
    (sentence,) = parse(parser, "Asked about the claim, Army spokesman Brig.-Gen. Okwel denied it.")
    at = {t.text: n for n, t in enumerate(sentence.tokens)}
    assert sentence.tokens[at["spokesman"]].head in (at["Brig.-Gen."], at["Okwel"])
    assert sentence.tokens[at["Brig.-Gen."]].head == at["Okwel"]
