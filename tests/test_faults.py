"""A fault of this program costs one reader's pass over one sentence, is listed with its place, and is seen in tests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from rashomon import pipeline
from rashomon.command_words import trouble_lines
from rashomon.model.account import Account
from rashomon.pipeline import build
from rashomon.present import terminal
from rashomon.present.exports.json_format import export_rows
from rashomon.present.resolve import open_build
from rashomon.runners.local import Broken
from rashomon.settings import Settings
from rashomon.stages import claims
from rashomon.stages.annotate import parse
from rashomon.stages.claims.accusations import find_accusations
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.readers import READERS
from rashomon.stages.claims.view import View

LENIENT = Settings(processes=1, strict=False)
REPORT = """Two charged in Orlen

Prosecutors charged Tibor Halvek with murder on Monday. Prosecutors charged the zyx Ruben Ostry with arson on Tuesday.
Nine people were killed in Orlen, police said.

Mira Solent was charged with bribery, the court said
"""
OTHER = "Three killed\n\nThree people were killed in Orlen on Monday, officials said.\n"


def breaking_over(word: str) -> object:
    """The reader of accusations with a fault: it breaks over every sentence with this word."""

    def read(view: View, told: Told) -> Iterable[Draft]:
        if any(t.text == word for s in view.sentences for t in s.tokens):
            raise IndexError(word)
        return find_accusations(view, told)

    return read


def spoil(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    mine = [replace(r, read=breaking_over(word)) if r.part == "accusations" else r for r in READERS]
    monkeypatch.setitem(claims.read_claims.__kwdefaults__, "readers", tuple(mine))


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT)
    (folder / "b.txt").write_text(OTHER)
    return folder


def properties(case: Path) -> set[tuple[str, str]]:
    return {(c.property, c.quote) for c in open_build(case).claims.values()}


def test_a_reader_that_breaks_over_a_sentence_loses_that_sentence_alone(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path / "sound", [reports], LENIENT)
    spoil(monkeypatch, "zyx")
    built = build(tmp_path / "case", [reports], LENIENT)
    lost = properties(tmp_path / "sound") - properties(tmp_path / "case")
    assert lost
    assert all(prop == "charge" and "Ostry" in quote for prop, quote in lost)
    (file, fault), *more = built.faults
    assert (file, fault.reader, more) == ("a.txt", "accusations", [])
    assert REPORT.replace("\n", " ")[fault.start :].startswith("Prosecutors charged the zyx")


def test_a_fault_is_told_after_the_build_shown_and_exported_and_again_by_the_next_build(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(monkeypatch, "zyx")
    case = tmp_path / "case"
    for built in (build(case, [reports], LENIENT), build(case, [], LENIENT)):
        assert "reader accusations gave nothing there" in "\n".join(trouble_lines(built))
    opened = open_build(case)
    out = Console(record=True, width=200, file=(tmp_path / "out").open("w"))
    out.print(terminal.overview(opened))
    assert "This program broke over a part of a.txt, at" in out.export_text()
    rows = [r for r in export_rows(opened)["unread"] if "this program broke here (reader accusations" in r["why"]]
    assert [r["quote"] for r in rows] == ["Prosecutors charged the zyx Ruben Ostry with arson on Tuesday."]


def test_under_tests_a_fault_goes_through(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Settings().strict
    spoil(monkeypatch, "zyx")
    with pytest.raises(IndexError, match="zyx"):
        build(tmp_path / "case", [reports], replace(LENIENT, strict=True))


def test_a_report_over_which_linking_or_weighing_breaks_costs_no_other(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for stage in ("link", "weigh"):
        real = getattr(pipeline, stage)

        def broken(accounts: list[Account], *rest: object, real: object = real) -> object:
            if any(a.document.file == "b.txt" for a in accounts):
                raise KeyError("b")
            return real(accounts, *rest)  # type: ignore[operator]

        with monkeypatch.context() as spoilt:
            spoilt.setattr(pipeline, stage, broken)
            built = build(tmp_path / stage, [reports], LENIENT)
        opened = open_build(tmp_path / stage)
        (row,) = built.rejected
        assert row.file == "b.txt"
        assert "this program broke" in row.reason
        assert any(c.property == "killed" for c in opened.claims.values())
        assert len(opened.documents) == (1 if stage == "link" else 2)
        assert opened.rejected == built.rejected


def test_what_lies_beyond_the_budget_of_words_is_listed_as_not_read(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parse, "BUDGET", 15)
    build(tmp_path / "case", [reports / "a.txt"], LENIENT)
    (row,) = (r for r in export_rows(open_build(tmp_path / "case"))["unread"] if "not read from here" in r["why"])
    assert row["quote"].startswith("Nine people were killed")
    found = {prop for prop, _ in properties(tmp_path / "case")}
    assert "charge" in found
    assert "killed" not in found


@pytest.mark.parametrize("line", [
    "Mira Solent was charged with bribery, the court said",
    "The men who then shot the guard and the one police say killed Tibor Halvek",
    "accused the governor of having then",
    "Ostry, who police say",
])  # fmt: skip
def test_a_line_without_a_full_stop_is_read(line: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"The news\n\n{line}\n")
    assert build(tmp_path / "case", [tmp_path / "a.txt"], Settings(processes=1)).documents == 1


def test_a_report_whose_reading_did_not_end_is_tried_again_only_when_asked(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = tmp_path / "case"
    with monkeypatch.context() as stuck:
        stuck.setattr(pipeline, "map_items", lambda _, jobs, **__: (Broken(n, "no end", hung=True) for n in range(1)))
        (row,) = build(case, [reports / "b.txt"], LENIENT).rejected
    assert "rashomon build CASE --retry" in row.reason
    again = build(case, [reports / "a.txt"], LENIENT)
    assert (again.read, again.documents, [r.file for r in again.rejected]) == (1, 1, ["b.txt"])
    asked = build(case, [], replace(LENIENT, retry=True))
    assert (asked.read, asked.documents, asked.rejected) == (1, 2, ())
