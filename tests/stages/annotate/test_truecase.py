"""Headlines in capitals are read as the sentences that they are; a text without capitals has names all the same."""

from __future__ import annotations

import pytest

from rashomon.model.document import Block, Document
from rashomon.settings import Settings
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.annotate.truecase import casing_of, is_all_lower, is_title_case, truecase


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(Settings().model)


def written(line: str, body: str = "") -> str:
    words = line.split()
    swapped = truecase(words, casing_of(body, []))
    return " ".join(swapped.get(n, w) for n, w in enumerate(words))


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Captain Tove Ulmar Admits Firing On Karsova Crowd", "Captain Tove Ulmar admits firing on Karsova crowd"),
        ("Baker Ilker Barlas Sues Town Over Flood", "Baker Ilker Barlas sues town over flood"),
        ("SEVEN DIE AS SHELL HITS VELMARA SCHOOL", "Seven die as shell hits Velmara School"),
        ("Police Free Tarek Reed After Karsova Riot", "Police free Tarek Reed after Karsova riot"),
        ("UN Envoy Leaves Velmara", "UN envoy leaves Velmara"),
    ],
)
def test_a_headline_in_capitals_as_a_sentence(line: str, sentence: str) -> None:
    assert is_title_case(line.split()) and written(line) == sentence


def test_the_body_tells_what_is_a_name() -> None:
    assert written("Harvest Union Calls Strike") == "Harvest union calls strike"
    body = "On Monday the Harvest Union called a strike, it said."
    assert written("Harvest Union Calls Strike", body) == "Harvest Union calls strike"


def test_a_plain_headline_is_left_alone() -> None:
    assert not is_title_case(["Choir", "leaves", "Karsova", "after", "shelling", "of", "its", "hall"])


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Ferry Master Tove Ulmar Denies Fault In Karsova Wreck", "Tove Ulmar"),
        ("COLONEL MILO VARGEN ORDERED RAID ON KARSOVA", "MILO VARGEN"),
        ("Blast Shakes Karsova Port, Says Tove Ulmar", "Tove Ulmar"),
    ],
)
def test_a_name_ends_where_the_verb_begins(parser: Parser, headline: str, name: str) -> None:
    text = f"{headline}\n\nNobody answered calls on Tuesday."
    people = _people(parser, text, len(headline))
    assert [p.casefold() for p in people] == [name.casefold()]


def test_a_text_without_capitals_has_names(parser: Parser) -> None:
    text = (
        "the mayor tove ulmar met colonel milo vargen in karsova on 3 march 2019. seven people were hurt "
        "in karsova that day, ilker barlas said."
    )
    assert is_all_lower(text)
    assert set(_people(parser, text, 0)) == {"tove ulmar", "milo vargen", "ilker barlas"}


def _people(parser: Parser, text: str, head: int) -> list[str]:
    blocks = [Block(0, head, "headline")] if head else []
    blocks.append(Block(head + 2 if head else 0, len(text), "body"))
    document = Document(
        "d", "0" * 64, "f.txt", "text/plain", "article", None, None, None, None, None, "en", text, tuple(blocks), True
    )
    return [r.name for r in annotate(document, parser.parse(document)).referents if r.named and r.type == "person"]
