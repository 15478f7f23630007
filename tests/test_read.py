"""One string read without a case."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import rashomon
from rashomon import reading
from rashomon.settings import Settings

TEXT = (
    "Two dockers were killed in an explosion in Karsova yesterday, the harbour police said.\n\n"
    "The union blamed the Quay Company for the blast. Mirel Oskan, its spokesman, denied it.\n"
)
ONE = Settings(processes=1)


def test_a_string_gives_what_a_case_of_it_gives(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "text").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "sources.csv").write_text("file,publisher,published\ntext,The Quay,2021-05-12\n")
    case = rashomon.build(tmp_path / "case", tmp_path / "in", settings=ONE)
    rows = rashomon.read(TEXT, published="2021-05-12", publisher="The Quay", settings=ONE)
    assert rows == case.export
    killed = next(c for c in rows["claims"] if c["property"] == "killed")
    assert killed["value"]["number"] == 2
    assert killed["chain"][0]["name"] == "The Quay"
    assert {"2021-05-11"} <= {t["timex"] for t in rows["times"]}


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert rashomon.read(TEXT, settings=ONE)["claims"]
    assert not list(tmp_path.iterdir())


def test_a_text_that_cannot_be_read_is_rejected_with_the_reason() -> None:
    rows = rashomon.read("  \n", settings=ONE)
    assert rows["documents"] == []
    assert rows["rejected"] == [{"file": "text", "reason": "the file is empty"}]
    assert rashomon.read("broken \ud800 letters, police said", settings=ONE)["documents"]


def test_a_day_that_is_none_is_a_usage_fault() -> None:
    with pytest.raises(rashomon.RashomonError, match="YYYY-MM-DD"):
        rashomon.read(TEXT, published="last May")


def test_many_are_read_each_for_itself() -> None:
    first, second = rashomon.pipe([TEXT, "Nobody was hurt."], publisher="The Quay", settings=ONE)
    assert first["documents"][0]["publisher"] == second["documents"][0]["publisher"] == "The Quay"
    assert len(first["documents"]) == 1


def test_a_text_over_which_the_program_breaks_is_rejected_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise IndexError

    monkeypatch.setattr(reading, "read_claims", broken)
    (row,) = rashomon.read(TEXT, settings=replace(ONE, strict=False))["rejected"]
    assert "this program broke over it (IndexError" in row["reason"]
