from __future__ import annotations

import errno
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

import rashomon
from rashomon import pipeline, reading
from rashomon.case import Case
from rashomon.custody import verify
from rashomon.errors import CaseDamaged, Stop, UsageFault
from rashomon.pipeline import STAGES, Stage, build, check_stages, remove
from rashomon.present.example import example_folder
from rashomon.settings import Settings
from rashomon.store import reading_key, writer
from rashomon.store.reading_key import code_digest

ONE = Settings(processes=1)
TEXT = "Two dead in shooting at Lower Mill\n\nTwo men were killed in a shooting at Lower Mill on 3 May 2019, police said.\n"


def test_each_stage_reads_only_what_stands_before_it() -> None:
    check_stages(STAGES)
    with pytest.raises(ValueError, match="before anything wrote"):
        check_stages((STAGES[1], STAGES[0]))
    with pytest.raises(ValueError, match="has a writer"):
        check_stages((*STAGES, Stage("again", "case", ("documents",), ("claims",))))


def test_stage_names_sort_in_pipeline_order() -> None:
    names = [s.name for s in STAGES]
    assert names == sorted(names)


def export(case: Path) -> bytes:
    out = subprocess.run(
        [sys.executable, "-m", "rashomon", "export", str(case), "--format", "json"], capture_output=True, check=True
    )
    return out.stdout


def test_the_same_input_gives_the_same_bytes_in_another_folder_and_by_other_processes(
    example_case: Path, tmp_path: Path
) -> None:
    with example_folder() as folder:
        moved = shutil.copytree(folder, tmp_path / "elsewhere")
    build(tmp_path / "case", [moved], Settings(processes=2))
    assert export(example_case) == export(tmp_path / "case")


def test_every_quote_stands_at_its_offsets(example_case: Path) -> None:
    rows = Case(example_case).export
    texts = {d["id"]: d["text"] for d in rows["documents"]}
    spans = [(c["document"], c) for c in rows["claims"]]
    spans += [(m["document"], m) for e in rows["entities"] for m in e["mentions"]]
    spans += [(t["document"], t) for t in rows["times"]]
    spans += [(a["document"], q) for a in rows["attributions"] for k in ("source", "cue", "content") for q in a[k]]
    spans += [(c["document"], link["cue"]) for c in rows["claims"] for link in c["chain"] if link["cue"]]
    spans += [(u["document"], u) for u in rows["unread"]]
    assert len(spans) > 200
    for document, span in spans:
        assert texts[document][span["start"] : span["end"]] == span["quote"]


def test_every_id_that_is_pointed_at_exists(example_case: Path) -> None:
    rows = Case(example_case).export
    known = {
        kind: {x["id"] for x in rows[kind]} for kind in ("documents", "entities", "incidents", "claims", "attributions")
    }
    for claim in rows["claims"]:
        assert claim["document"] in known["documents"]
        assert claim["subject"]["incident"] in {None, *known["incidents"]}
        assert claim["subject"]["entity"] in {None, *known["entities"]}
        assert claim["attribution"] in {None, *known["attributions"]}
        assert claim["repeats"] in {None, *known["claims"]}
        assert claim["root"] is None or claim["root"] < len(claim["chain"])
    for finding in rows["findings"]:
        assert set(finding["claims"]) <= known["claims"]
        assert finding["incident"] in {None, *known["incidents"]}
        assert set(finding["documents"]) <= known["documents"]
    for incident in rows["incidents"]:
        assert {incident["place"], *incident["places"]} <= {None, *known["entities"]}


def test_a_second_build_reads_only_what_changed(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_text(TEXT.replace("Two", "Three"))
    assert build(tmp_path / "case", [folder], ONE).read == 2
    assert build(tmp_path / "case", [folder], ONE).read == 0
    (folder / "b.txt").write_text(TEXT.replace("Two", "Four"))
    again = build(tmp_path / "case", [folder], ONE)
    assert (again.read, again.documents, again.intake.changed) == (1, 2, ("b.txt",))


def test_a_file_that_is_gone_is_said_and_kept(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(TEXT + name)
    build(tmp_path / "case", [folder], ONE)
    (folder / "a.txt").unlink()
    again = build(tmp_path / "case", [folder], ONE)
    assert (again.documents, again.intake.gone) == (2, ("a.txt",))


def test_bad_files_are_listed_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "sheet.xyz").write_bytes(b"1;2")
    (folder / "utf16.txt").write_bytes(TEXT.encode("utf-16"))
    (folder / "turkish.txt").write_bytes(
        "Two men were killed in İskele, Başkan Şahin Gül said on Monday.".encode("cp1254")
    )
    (folder / "headline.txt").write_text("Two dead in shooting at Lower Mill")
    built = build(tmp_path / "case", [folder], ONE)
    assert {r.file for r in built.rejected} == {"empty.txt", "picture.txt", "sheet.xyz"}
    assert all(r.reason for r in built.rejected)
    texts = {d["file"]: d["text"] for d in Case(tmp_path / "case").documents()}
    assert texts["utf16.txt"].startswith("Two dead")
    assert "Şahin Gül" in texts["turkish.txt"]
    assert set(texts) == {"utf16.txt", "turkish.txt", "headline.txt"}


def test_a_case_that_is_not_there_needs_sources(tmp_path: Path) -> None:
    with pytest.raises(UsageFault, match="no such case"):
        build(tmp_path / "none", [], ONE)


def test_removing_a_document_takes_its_claims_and_says_what_fell(tmp_path: Path) -> None:
    with example_folder() as folder:
        build(tmp_path / "case", [folder], ONE)
    before = Case(tmp_path / "case").export
    gone = next(d for d in before["documents"] if d["file"] == "northern-courier-20-may.txt")
    built = remove(tmp_path / "case", "northern-courier-20-may.txt", ONE)
    after = Case(tmp_path / "case").export
    assert gone["id"] not in {d["id"] for d in after["documents"]}
    assert not [c for c in after["claims"] if c["document"] == gone["id"]]
    assert any("Tuesday" in reason for reason in built.fallen)
    assert (tmp_path / "case" / "originals" / gone["sha256"][:2] / gone["sha256"]).is_file()


def test_a_build_that_is_killed_leaves_the_case_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    case = tmp_path / "case"
    build(case, [folder], ONE)
    before = export(case)
    for n in range(40):
        (folder / f"more-{n}.txt").write_text(TEXT.replace("Two", str(n + 3)) * 30)
    for wait in (0.4, 1.5, 3.0):
        child = subprocess.Popen([sys.executable, "-m", "rashomon", "build", str(case), str(folder)],
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)  # fmt: skip
        time.sleep(wait)
        finished = child.poll() is not None
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        if finished:
            break
        assert export(case) == before
        assert not [f for f in verify(case, ONE).faults if "quote" in f or "jsonl" in f or "came in" in f]
    assert build(case, [folder], ONE).documents == 41


def test_an_altered_original_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    build(tmp_path / "case", [tmp_path / "a.txt"], ONE)
    assert verify(tmp_path / "case", ONE).faults == ()
    original = next(p for p in (tmp_path / "case" / "originals").rglob("*") if p.is_file() and len(p.name) == 64)
    original.chmod(0o644)
    original.write_text("something else")
    assert any("no longer what came in" in fault for fault in verify(tmp_path / "case", ONE).faults)


def test_damaged_derived_tables_are_made_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    case = tmp_path / "case"
    build(case, [tmp_path / "a.txt"], ONE)
    before = export(case)
    for damage in (b"", b"no database", (case / "case.db").read_bytes()[:5000]):
        (case / "case.db").write_bytes(damage)
        assert build(case, [], ONE).documents == 1
        assert export(case) == before


def test_an_account_that_cannot_be_read_is_read_again(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT + name)
    case = tmp_path / "case"
    build(case, [tmp_path / "a.txt", tmp_path / "b.txt"], ONE)
    before = export(case)
    base = sqlite3.connect(case / "case.db")
    base.execute("update account set body = x'00' where document = (select min(document) from account)")
    base.execute("update record set body = x'00' where name = 'weighed'")
    base.commit()
    base.close()
    with pytest.raises(CaseDamaged, match="makes it again"):
        Case(case)
    assert build(case, [], ONE).read == 2, "nothing of tables that were altered is trusted"
    assert export(case) == before


def test_a_disk_that_is_full_leaves_the_case_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    case = tmp_path / "case"
    build(case, [tmp_path / "a.txt"], ONE)
    before = export(case)
    (tmp_path / "b.txt").write_text(TEXT + "More.")

    def full(path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writer, "flush", full)
    with pytest.raises(Stop, match="No space left"):
        build(case, [tmp_path / "b.txt"], ONE)
    monkeypatch.undo()
    assert export(case) == before
    assert not (case / "case.db.new").exists()
    assert build(case, [], ONE).documents == 2


def test_a_desk_that_changed_reads_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def digest(extra: tuple[str, bytes]) -> str:
        monkeypatch.setattr(reading_key, "_contents", lambda *_: [("/stages/claims/x.py", b"1"), extra])
        code_digest.cache_clear()
        return code_digest()

    plain = digest(("/present/terminal.py", b"1"))
    assert plain == digest(("/present/terminal.py", b"2")) == digest(("/data/desk/x.json", b"2"))
    assert plain != digest(("/data/events/x.tsv", b"2"))
    monkeypatch.undo()
    code_digest.cache_clear()


def test_a_build_that_is_broken_off_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(4):
        (tmp_path / f"{n}.txt").write_text(f"{TEXT}Report {n}.\n")
    build(tmp_path / "whole", [tmp_path / f"{n}.txt" for n in range(4)], ONE)
    monkeypatch.setattr(pipeline, "_WORTH_KEEPING", 1)

    def stop(stage: str, done: int, total: int) -> None:
        if (stage, done) == ("read", 3):
            raise KeyboardInterrupt

    case = tmp_path / "case"
    with pytest.raises(KeyboardInterrupt):
        build(case, [tmp_path / f"{n}.txt" for n in range(4)], ONE, stop)
    assert build(case, [], ONE).read == 1
    assert export(case) == export(tmp_path / "whole")
    assert sorted(path.name for path in case.iterdir()) == [
        ".lock",
        "case.db",
        "head",
        "journal",
        "originals",
        "parses",
    ]


def test_a_reader_that_changed_reads_again_without_the_parser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    case = tmp_path / "case"
    build(case, [tmp_path / "a.txt"], ONE)
    first = export(case)

    def refuse(_: str) -> None:
        raise AssertionError("the parser was loaded")

    monkeypatch.setattr(reading, "parser", refuse)
    monkeypatch.setattr(reading_key, "code_digest", lambda: "another version")
    assert build(case, [], ONE).read == 1
    assert export(case) == first
    damage = next((case / "parses").iterdir())
    damage.write_bytes(damage.read_bytes()[:-1] + b"?")
    monkeypatch.undo()
    monkeypatch.setattr(reading_key, "code_digest", lambda: "a third version")
    assert build(case, [], ONE).read == 1
    assert export(case) == first


def test_short_reports_parsed_together_are_read_as_each_alone(tmp_path: Path) -> None:
    texts = [f"{TEXT}A clerk, Ana Dorvek, saw {n} men run to the river at noon.\n" for n in range(3, 9)]
    for n, text in enumerate(texts):
        (tmp_path / f"{n}.txt").write_text(text)
    build(tmp_path / "case", [tmp_path / f"{n}.txt" for n in range(6)], ONE)
    found = {d["file"]: d["id"] for d in Case(tmp_path / "case").documents()}
    for n, text in enumerate(texts):
        alone = rashomon.read(text, settings=ONE)
        together = [c for c in Case(tmp_path / "case").claims() if c["document"] == found[f"{n}.txt"]]
        assert [(c["start"], c["quote"], c["property"]) for c in together] == [
            (c["start"], c["quote"], c["property"]) for c in alone["claims"]
        ]
