from __future__ import annotations

import json
import shutil
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon import cli, errors
from rashomon.commands import keeping

BY = ("--by", "A. Reader")


def run(*words: str | Path, code: int | None = 0) -> Result:
    result = CliRunner().invoke(cli.cli, [str(w) for w in words], standalone_mode=False)
    if isinstance(result.exception, errors.UsageFault):
        result.exit_code = 2
    elif result.exception is None:
        result.exit_code = result.return_value or 0
    if code is not None:
        assert result.exit_code == code, result.output + repr(result.exception)
    return result


@pytest.fixture
def own_case(example_case: Path, tmp_path: Path) -> Path:
    """A copy of the example case, to be changed."""
    return shutil.copytree(example_case, tmp_path / "case")


def test_every_command_has_help_with_an_example() -> None:
    for name, command in cli.cli.commands.items():
        result = CliRunner().invoke(cli.cli, [name, "--help"])
        assert result.exit_code == 0
        assert "Examples" in result.output, name
        assert f"rashomon {name}" in result.output
        assert command.help


def test_overview_names_what_is_there(example_case: Path) -> None:
    out = run("show", example_case).output
    for word in ("Reports", "Incidents", "People", "Findings", "Barlas", "in part (tr)"):
        assert word in out


def test_a_person_is_found_by_name_folded(example_case: Path) -> None:
    out = run("show", example_case, "haldun evrenos").output
    assert "Haldun Evrenos" in out
    assert "governor" in out.casefold()


def test_what_is_not_there_is_said_with_exit_code_2(example_case: Path) -> None:
    assert "nothing in this case" in str(run("show", example_case, "Nobody At All", code=2).exception)
    assert "holds no built case" in str(run("show", example_case / "nowhere", code=2).exception)


def test_search_finds_folded_and_exits_1_without_a_hit(example_case: Path) -> None:
    assert "harbour-post" in run("search", example_case, "shengul", "--json").output
    run("search", example_case, "zzzz", code=1)


def test_export_is_the_format(example_case: Path, tmp_path: Path) -> None:
    run("export", example_case, "--format", "json", "-o", tmp_path / "out.json")
    rows = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert rows["format"] == "rashomon/2"
    assert set(rows) == {"format", "documents", "rejected", "entities", "incidents", "claims", "attributions", "times",
                         "matches", "findings", "beside", "decisions", "proposals", "unread"}  # fmt: skip


def test_a_decision_parts_two_people_and_is_taken_back(own_case: Path) -> None:
    people = [
        e
        for e in json.loads(run("show", own_case, "--json").output)["entities"]
        if {e["name"], *(a["name"] for a in e["aliases"])} >= {"Halil Şengül", "Khalil Shengul"}
    ]
    assert len(people) == 1
    matches = json.loads(run("export", own_case).stdout_bytes)["matches"]
    pair = next(m for m in matches if m["kind"] == "entity" and people[0]["id"] in (m["a"], m["b"]))
    said = run("decide", own_case, "different", pair["a_local"], pair["b_local"], "--why", "two drivers", *BY, "--json")
    ident = json.loads(said.output)["id"]
    run("build", own_case)
    rows = json.loads(run("export", own_case).stdout_bytes)
    assert [d["attached"] for d in rows["decisions"]] == [True]
    assert len([e for e in rows["entities"] if e["name"] in ("Halil Şengül", "Khalil Shengul")]) == 2
    run("decide", own_case, "withdraw", ident, "--why", "same after all", *BY)
    run("build", own_case)
    rows = json.loads(run("export", own_case).stdout_bytes)
    assert rows["decisions"][0]["withdrawn"]["why"] == "same after all"
    assert len([e for e in rows["entities"] if e["name"] in ("Halil Şengül", "Khalil Shengul")]) == 1


def test_a_decision_needs_its_reason(own_case: Path) -> None:
    result = run("decide", own_case, "grade", "Harbour Post", "B", code=2)
    assert "--why" in str(result.exception)
    run("decide", own_case, "grade", "Harbour Post", "B", "--why", "long record", "--by", "A. Reader")
    assert "long record" in run("decide", own_case, "list").output
    run("decide", own_case, "grade", "Nobody's Paper", "B", "--why", "x", *BY, code=2)
    run("decide", own_case, "grade", "Harbour Post", "G", "--why", "x", *BY, code=2)


def test_a_rejected_claim_stays_and_is_marked(own_case: Path) -> None:
    claim = json.loads(run("export", own_case).stdout_bytes)["claims"][0]
    run("decide", own_case, "reject", claim["id"], "--why", "misread", *BY)
    run("build", own_case)
    rows = {c["id"]: c for c in json.loads(run("export", own_case).stdout_bytes)["claims"]}
    assert rows[claim["id"]]["review"] == "reject"


def test_compare_names(tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_text(
        '{"a": "İlker Barlas", "b": "Ilker Barlas", "type": "person"}\n{"a": "Kemal Barlas", "b": "Cemal Barlas"}\n'
    )
    rows = [json.loads(line) for line in run("compare-names", file).output.splitlines()]
    assert [r["same"] for r in rows] == [True, False]
    assert all(0 <= r["score"] <= 1 and r["reason"] for r in rows)
    file.write_text("[1]\n")
    run("compare-names", file, code=2)


def test_verify_says_so_when_nothing_is_wrong(example_case: Path) -> None:
    assert "nothing is wrong" in run("verify", example_case).output


def test_build_without_a_readable_file_exits_1(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"")
    assert "could not be read" in run("build", tmp_path / "case", tmp_path / "x.txt", code=1).output


def test_a_fault_of_the_program_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(cli, "read_settings", lambda: 1 // 0)
    monkeypatch.setattr(sys, "argv", ["rashomon", "build", str(tmp_path / "case")])
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    with pytest.raises(ZeroDivisionError) as fault:
        cli.main()
    sys.excepthook(fault.type, fault.value, fault.tb)
    said = capsys.readouterr().err
    assert said.startswith("rashomon: this program broke (ZeroDivisionError at test_cli.py")
    assert "Traceback" not in said


def test_a_file_that_cannot_be_written_is_named(
    example_case: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["rashomon", "export", str(example_case), "-o", "/nowhere/x.json"])
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    with pytest.raises(SystemExit) as fault:
        cli.main()
    assert fault.value.code == 1
    assert "/nowhere/x.json: No such file" in capsys.readouterr().err


def test_csv_is_a_folder_or_a_zip_as_its_name_says(example_case: Path, tmp_path: Path) -> None:
    run("export", example_case, "--format", "csv", "-o", tmp_path / "tables")
    written = {p.name: p.read_bytes() for p in (tmp_path / "tables").iterdir()}
    assert {"claims.csv", "timeline.csv", "unread.csv"} <= set(written)
    (tmp_path / "tables" / "mine.csv").write_text("mine")
    run("export", example_case, "--format", "csv", "-o", tmp_path / "tables")
    assert (tmp_path / "tables" / "mine.csv").read_text() == "mine"
    run("export", example_case, "--format", "csv", "-o", tmp_path / "tables.ZIP")
    archive = zipfile.ZipFile(tmp_path / "tables.ZIP")
    assert {name: archive.read(name) for name in archive.namelist()} == written
    assert b"Evrenos" in written["claims.csv"]
    assert b"Tolga" not in b"".join(written.values())


def test_what_is_written_is_what_its_name_says(example_case: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder.zip").mkdir()
    for kind, name in (("csv", "x.csv"), ("csv", "x.CSV"), ("csv", "file"), ("csv", "folder.zip"), ("json", "folder.zip"),
                       ("xlsx", "folder.zip")):  # fmt: skip
        fault = run("export", example_case, "--format", kind, "-o", tmp_path / name, code=2).exception
        assert name in str(fault)
    assert "folder, or a file .zip" in str(run("export", example_case, "--format", "csv", code=2).exception)
    assert {p.name for p in tmp_path.iterdir()} == {"file", "folder.zip"}


def test_who_decides_is_said_asked_once_and_never_taken_from_the_login(
    own_case: Path, own_settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USER", "loginname")
    grade = ("decide", own_case, "grade", "Harbour Post", "B", "--why", "long record")
    assert "--by" in str(run(*grade, code=2).exception)
    assert "--by" in str(run(*grade, "--by", " ", code=2).exception)
    asked: list[str] = []
    monkeypatch.setattr(keeping, "can_ask", lambda: True)
    monkeypatch.setattr(keeping.click, "prompt", lambda words, **_: asked.append(words) or "A.  Reader")
    run(*grade)
    monkeypatch.setattr(keeping, "can_ask", lambda: False)
    run(*grade)
    assert len(asked) == 1
    log = (own_case / "decisions.jsonl").read_text("utf-8")
    assert log.count('"by":"A. Reader","at"') == 2
    assert "loginname" not in log
    assert (own_settings / "rashomon" / "name").stat().st_mode & 0o077 == 0


def test_the_head_is_printed_and_checked(own_case: Path) -> None:
    said = run("decide", own_case, "grade", "Harbour Post", "B", "--why", "x", *BY).output
    head = said.rpartition("Head: ")[2].strip()
    run("build", own_case)
    assert "nothing is wrong" in run("verify", own_case, "--head", head).output
    assert "none of this case's" in run("verify", own_case, "--head", "0" * 64, code=1).output
    assert json.loads(run("verify", own_case, "--json").output)["head"] != head
    assert "no case" in str(run("verify", own_case / "nowhere", code=2).exception)


def test_a_purge_asks_or_is_told_yes(own_case: Path) -> None:
    assert "--yes" in str(run("purge", own_case, "northern-courier-20-may.txt", *BY, code=2).exception)
    assert "no document" in str(run("purge", own_case, "nothing.txt", "--yes", *BY, code=2).exception)
    done = json.loads(run("purge", own_case, "northern-courier-20-may.txt", "--yes", *BY, "--json").output)
    assert done["files"] == ["northern-courier-20-may.txt"]
    assert "out of reach" in done["left"][-1]
    assert "nothing is wrong" in run("verify", own_case).output


def test_repair_names_what_it_mends(own_case: Path) -> None:
    run("decide", own_case, "grade", "Harbour Post", "B", "--why", "x", *BY)
    log = own_case / "decisions.jsonl"
    log.write_bytes(log.read_bytes() + b'{"chain"')
    assert "set aside" in run("repair", own_case).output
    assert "nothing to mend" in run("repair", own_case).output


def test_a_language_read_by_lists_is_read_in_part_and_another_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Orm\n\nLimanda çıkan yangında dokuz kişi öldü, valilik açıkladı. İki kişi de yaralandı.\n"
    )
    (tmp_path / "b.txt").write_text(
        "Orm\n\nNeuf personnes sont mortes dans le port, a déclaré le maire. Deux autres sont blessées.\n"
    )
    (tmp_path / "c.txt").write_text("Orm\n\nNine people died in the harbour, the mayor said. Two others were hurt.\n")
    out = run("build", tmp_path / "case", *sorted(tmp_path.glob("*.txt"))).output
    assert "Reports: 1 read, 1 in part (tr), 1 not read (fr)." in out
    shown = run("show", tmp_path / "case").output
    assert " in part (tr)" in shown
    assert "not read (fr)" in shown
