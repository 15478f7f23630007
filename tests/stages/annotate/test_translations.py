"""Bodies named in their own language and in English."""

from __future__ import annotations

import pytest

from rashomon.model.document import Block, Document
from rashomon.settings import Settings
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(Settings().model)


def second_names(parser: Parser, text: str) -> dict[str, set[str]]:
    document = Document(
        "d", "0" * 64, "f.txt", "text/plain", "article", None, None, None, None, None, "en", text,
        (Block(0, len(text), "body"),), True,
    )  # fmt: skip
    found = annotate(document, parser.parse(document))
    return {r.name: {a.name for a in r.aliases} for r in found.referents if r.aliases}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Frente del Río, the River Front, denied it.", {"Frente del Río": {"River Front"}}),
        ("The Ejército Azul (EA), the Blue Army, said nothing.", {"Ejército Azul": {"EA", "Blue Army"}}),
        ("On Saturday the Confrérie des Dunes (CDD), the Brotherhood of the Dunes, has claimed the attack.",
         {"Confrérie des Dunes": {"CDD", "Brotherhood of the Dunes"}}),
        ("The Health Ministry, the Blue Army, and the Red Guard agreed.", {}),
        ("The Union of Workers, the Party of Labour and others met.", {}),
    ],
)  # fmt: skip
def test_a_translation_is_a_second_name(parser: Parser, text: str, names: dict[str, set[str]]) -> None:
    assert second_names(parser, text) == names
