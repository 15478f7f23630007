"""The article as programs of other people write it: whole, and with the claims of its text."""

from __future__ import annotations

import csv
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from papers import PARAGRAPHS, TITLE, as_text, claims_told

import rashomon
from rashomon.model.document import Appearance, Original
from rashomon.runners.tesseract import installed
from rashomon.settings import Settings
from rashomon.stages.acquire import acquire

MADE = Path(__file__).parent / "made"
WHOLE = ("chromium-one.pdf", "chromium-two.pdf", "pandoc.docx", "pandoc.odt", "pandoc.rtf")
TABLES = ("libreoffice.csv", "libreoffice.ods", "libreoffice.xlsx")
READ_OFF = ("scan.pdf", "scan.tif")
FILES = sorted(path.name for path in MADE.iterdir() if path.name not in ("README.md", *TABLES, *READ_OFF))
TWICE = {"mpack.eml": 2}
"""Files that hold the article more than once: in the letter and in what is attached to it."""
SAME = 0.95


@pytest.mark.parametrize("name", WHOLE)
def test_the_article_is_read_whole(name: str) -> None:
    data = (MADE / name).read_bytes()
    document = acquire(data, Original(sha256(data).hexdigest(), (Appearance(name),)))
    assert [document.text[b.start : b.end] for b in document.blocks if b.kind == "body"] == list(PARAGRAPHS)
    assert (document.title, document.author, document.published) == (TITLE, "Ines Korvald", "2019-03-14")


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """One case of them all, and of the text beside them."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "in").mkdir()
    (folder / "in" / "article.txt").write_bytes(as_text())
    for name in (*FILES, *TABLES, *READ_OFF):
        (folder / "in" / name).write_bytes((MADE / name).read_bytes())
    with (folder / "in" / "sources.csv").open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(("file", "publisher", "published"))
        out.writerows((name, "The Maravel Observer", "2019-03-14") for name in ("article.txt", *FILES, *READ_OFF))
    built: dict[str, Any] = rashomon.build(folder / "case", folder / "in", settings=Settings(processes=1)).export
    return built


def told(rows: dict[str, Any], name: str) -> Counter[str]:
    """The claims of a file and of what came in within it; on whose paper they stand does not count."""
    own = {d["id"] for d in rows["documents"] if d["file"].split("/")[0] == name}
    assert own, [r for r in rows["rejected"] if r["file"].startswith(name)]
    claims = [{**c, "chain": c["chain"][1:]} for c in rows["claims"] if c["document"] in own]
    return claims_told({**rows, "claims": claims})


def test_there_are_thirty_and_none_is_refused(rows: dict[str, Any]) -> None:
    assert len(FILES) + len(TABLES) + len(READ_OFF) >= 30
    refused = [r["file"] for r in rows["rejected"] if "/" not in r["file"] and r["file"] not in READ_OFF]
    assert refused == []


@pytest.mark.parametrize("name", FILES)
def test_the_claims_are_those_of_the_text(name: str, rows: dict[str, Any]) -> None:
    wanted, found = told(rows, "article.txt"), told(rows, name)
    for claim in wanted:
        wanted[claim] *= TWICE.get(name, 1)
    missing, more = wanted - found, found - wanted
    listed = "\n".join(["missing:", *missing, "more:", *more])
    assert wanted.total() > 40
    assert max(missing.total(), more.total()) <= (1 - SAME) * wanted.total(), listed


@pytest.mark.skipif(installed() is None, reason="Tesseract is not installed: no page that is a picture can be read")
@pytest.mark.parametrize("name", READ_OFF)
def test_of_what_was_read_off_a_picture_most_is_the_same(name: str, rows: dict[str, Any]) -> None:
    wanted, found = told(rows, "article.txt"), told(rows, name)
    assert (wanted & found).total() >= 0.9 * wanted.total(), "\n".join(wanted - found)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_its_rows(name: str, rows: dict[str, Any]) -> None:
    (text,) = (d["text"] for d in rows["documents"] if d["file"] == name)
    for cells in (("Aron Velt", "41", "killed"), ("Mira Sund", "29", "killed"), ("Tomas Eik", "63", "wounded")):
        (line,) = (line for line in text.split("\n") if cells[0] in line)
        assert all(cell in line for cell in cells)
