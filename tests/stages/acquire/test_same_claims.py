"""One article in every kind of file gives the same claims: what differs is listed, and is at most one in twenty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from papers import as_mail, as_open, as_page, as_pdf, as_rtf, as_text, as_word, claims_told

import rashomon
from rashomon.settings import Settings

KINDS: dict[str, Callable[[Path], bytes]] = {
    "article.html": lambda _: as_page(),
    "one.pdf": lambda folder: as_pdf(folder),
    "two.pdf": lambda folder: as_pdf(folder, 2),
    "pages.pdf": lambda folder: as_pdf(folder, 2, height="90mm"),
    "article.docx": lambda _: as_word(),
    "article.eml": lambda _: as_mail(),
    "article.odt": lambda _: as_open(),
    "article.rtf": lambda _: as_rtf(),
}


def build(folder: Path, name: str, data: bytes) -> dict[str, Any]:
    (folder / "in").mkdir()
    (folder / "in" / name).write_bytes(data)
    (folder / "in" / "sources.csv").write_text(f"file,publisher\n{name},The Maravel Observer\n", encoding="utf-8")
    return rashomon.build(folder / "case", folder / "in", settings=Settings(processes=1)).export


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> Counter[str]:
    return claims_told(build(tmp_path_factory.mktemp("text"), "article.txt", as_text()))


@pytest.mark.parametrize("name", KINDS)
def test_the_claims_are_those_of_the_text(name: str, text: Counter[str], tmp_path: Path) -> None:
    rows = build(tmp_path, name, KINDS[name](tmp_path))
    found = claims_told(rows)
    assert text.total() > 25
    missing, more = text - found, found - text
    listed = "\n".join(["missing:", *missing, "more:", *more])
    assert max(missing.total(), more.total()) * 20 <= text.total(), listed
    assert all(claim.get("page", "").startswith("p. ") for claim in rows["claims"]) == name.endswith(".pdf")
