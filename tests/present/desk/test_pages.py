"""A quote's page is shown wherever the quote is, and what of a report was not read wherever the report is."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import typst
from click.testing import CliRunner

import rashomon
from rashomon.cli import cli
from rashomon.pipeline import build

from .conftest import SETTINGS, open_client

FIRST = "Nine people were killed at the gate of Dunmere on 12 March 2019, the mayor of Dunmere, Signe Dahl, said."
SECOND = "Four people were wounded in Karvik on 13 March 2019, the governor of Karvik, Tomas Ardelean, said."


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("papers")
    source = folder / "paper.typ"
    source.write_text(f'#set document(author: "admin")\n{FIRST}\n\n#pagebreak()\n\n{SECOND}', encoding="utf-8")
    (folder / "in").mkdir()
    (folder / "in" / "paper.pdf").write_bytes(typst.compile(source))
    return build(folder / "case", [folder / "in"], SETTINGS).case


def run(*words: str) -> str:
    result = CliRunner().invoke(cli, words)
    assert result.exit_code == 0, result.output
    return " ".join(result.output.split())


def test_the_export_has_the_page_of_every_claim_masked_or_not(case: Path, tmp_path: Path) -> None:
    rows = rashomon.open_case(case).export
    assert [p["page"] for p in rows["documents"][0]["pages"]] == ["p. 1", "p. 2"]
    pages = {c["property"]: c["page"] for c in rows["claims"]}
    assert (pages["killed"], pages["injured"]) == ("p. 1", "p. 2")
    run("export", str(case), "--format", "csv", "-o", str(tmp_path / "tables"))
    table = list(csv.DictReader((tmp_path / "tables" / "claims.csv").open(encoding="utf-8-sig")))
    assert {(row["property"], row["page"]) for row in table} == {(c["property"], c["page"]) for c in rows["claims"]}


def test_the_terminal_and_the_report_say_the_page_and_what_was_not_used(case: Path, tmp_path: Path) -> None:
    shown = run("show", str(case), "paper.pdf")
    assert ", p. 1" in shown
    assert ", p. 2" in shown
    assert "author “admin”" in shown
    run("report", str(case), "-o", str(tmp_path / "report.md"))
    report = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "p. 1: killed" in report
    assert "not read, within reports" in report


def test_the_desk_says_the_page_beside_the_quote_and_beside_the_text(case: Path) -> None:
    rows = rashomon.open_case(case).export
    claim = next(c for c in rows["claims"] if c["property"] == "injured")
    client = open_client(case)
    assert "<bdi>p. 2</bdi>" in client.get(f"/claims/{claim['id']}").text
    report = client.get(f"/documents/{claim['document']}").text
    assert report.index("p. 1</p>") < report.index("p. 2</p>")
    assert "nobody checked that, and it was not used." in report
