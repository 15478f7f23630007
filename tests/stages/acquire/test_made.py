"""The article as programs of other people write it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from papers import PARAGRAPHS, TITLE

from rashomon.model.document import Appearance, Original
from rashomon.stages.acquire import acquire

MADE = sorted(path for path in (Path(__file__).parent / "made").iterdir() if path.suffix != ".md")


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.name)
def test_the_article_is_read_whole(path: Path) -> None:
    data = path.read_bytes()
    document = acquire(data, Original(sha256(data).hexdigest(), (Appearance(path.name),)))
    assert [document.text[b.start : b.end] for b in document.blocks if b.kind == "body"] == list(PARAGRAPHS)
    assert (document.title, document.author, document.published) == (TITLE, "Ines Korvald", "2019-03-14")
