"""Chained logs: what a head holds on to, who may write at once, what a crash leaves, what is mended."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import pytest

from rashomon.errors import CaseDamaged, CaseNewer, Stop
from rashomon.model.link import Signed
from rashomon.store import journal as journal_file
from rashomon.store.chain import BROKEN
from rashomon.store.checking import check_logs
from rashomon.store.journal import read_journal
from rashomon.store.log import Log
from rashomon.store.mending import mend
from rashomon.store.notes import FILE, make_note, open_notes


def note(case: Path, sentence: str, by: str = "Ana") -> None:
    signed = Signed(by, "2024-05-06T07:08:09+00:00", "looked")
    open_notes(case).append(make_note("f1", sentence, True, signed))


def faults(case: Path) -> list[str]:
    return list(check_logs(case, read_journal(case)))


def sentences(case: Path) -> list[str]:
    return [n.sentence for n in open_notes(case).read()]


def write_many(case: str, by: str) -> None:
    for n in range(20):
        note(Path(case), f"{by} {n}", by)


def test_a_line_names_the_one_before_it_by_the_same_author(tmp_path: Path) -> None:
    for sentence, by in (("one", "Ana"), ("two", "Bero"), ("three", "Ana"), ("four", "Bero")):
        note(tmp_path, sentence, by)
    entries = Log(tmp_path, FILE).read().entries
    heads = [entry.head for entry in entries]
    assert [head.prev for head in heads if head] == [(), (), (entries[0].hash,), (entries[1].hash,)]
    assert faults(tmp_path) == []


def test_the_same_words_are_never_held_by_the_same_hash(tmp_path: Path) -> None:
    note(tmp_path / "a", "one")
    note(tmp_path / "b", "one")
    one, two = (json.loads((tmp_path / x / FILE).read_bytes()) for x in "ab")
    assert one["record"] == two["record"]
    assert one["chain"]["held"] != two["chain"]["held"]


def test_an_authors_lines_hold_by_themselves(tmp_path: Path) -> None:
    for n in range(3):
        note(tmp_path / "both", f"{n}", "Ana")
        note(tmp_path / "both", f"{n}", "Bero")
    lines = (tmp_path / "both" / FILE).read_bytes().splitlines(keepends=True)
    (tmp_path / "ana").mkdir()
    (tmp_path / "ana" / FILE).write_bytes(b"".join(line for line in lines if b'"by":"Ana","prev"' in line))
    assert faults(tmp_path / "ana") == ["journal is missing: whether lines were cut off cannot be told"]


def test_many_write_at_once_and_every_line_holds(tmp_path: Path) -> None:
    writers = [
        get_context("spawn").Process(target=write_many, args=(str(tmp_path), by)) for by in ("Ana", "Bero", "Cem")
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(sentences(tmp_path)) == 60
    assert faults(tmp_path) == []


def test_a_line_whose_end_was_lost_is_read_and_goes_on(tmp_path: Path) -> None:
    note(tmp_path, "one")
    note(tmp_path, "two")
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes()[:-1])
    assert sentences(tmp_path) == ["one", "two"]
    assert "nothing of it is lost" in faults(tmp_path)[0]
    note(tmp_path, "three")
    assert sentences(tmp_path) == ["one", "two", "three"]
    assert faults(tmp_path) == []


def test_a_line_that_a_crash_kept_out_of_the_journal_is_no_fault_and_is_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note(tmp_path, "one")
    before = [(tmp_path / name).read_bytes() for name in (journal_file.FILE, journal_file.HEAD)]
    note(tmp_path, "two")
    for name, data in zip((journal_file.FILE, journal_file.HEAD), before, strict=True):
        (tmp_path / name).write_bytes(data)
    assert faults(tmp_path) == []
    note(tmp_path, "three")
    assert len(read_journal(tmp_path).of(FILE)) == 3
    assert faults(tmp_path) == []


def test_a_disk_that_is_full_leaves_log_journal_and_head_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note(tmp_path, "one")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(journal_file, "replace_file", full)
    with pytest.raises(Stop, match="No space left"):
        note(tmp_path, "two")
    monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert faults(tmp_path) == []


@pytest.mark.parametrize(
    "lose",
    [
        lambda case: os.truncate(case / "journal", (case / "journal").stat().st_size - 77),
        lambda case: (case / "journal").unlink(),
        lambda case: [(case / name).unlink() for name in ("journal", "head")],
        lambda case: (case / "head").unlink(),
    ],
)
def test_a_journal_that_was_cut_is_not_forgotten_by_what_is_written_later(
    tmp_path: Path, lose: Callable[[Path], object]
) -> None:
    for sentence in ("one", "two", "three"):
        note(tmp_path, sentence)
    lines = (tmp_path / FILE).read_bytes().splitlines(keepends=True)
    (tmp_path / FILE).write_bytes(b"".join(lines[:-1]))
    lose(tmp_path)
    assert faults(tmp_path)
    note(tmp_path, "four")
    assert any("led to no more" in fault for fault in faults(tmp_path))


def test_half_a_line_is_set_aside_and_a_line_that_stands_twice_goes(tmp_path: Path) -> None:
    note(tmp_path, "one")
    path = tmp_path / FILE
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"chain":{"v":1,"by":"Ana"')
    note(tmp_path, "two")
    path.write_bytes(path.read_bytes() + whole + b"garbage\n" + b'{"chain":{"v":1,')
    with pytest.raises(CaseDamaged, match="line 5"):
        sentences(tmp_path)
    found = faults(tmp_path)
    assert [f.split(":")[1].split(" is ")[0].strip() for f in found] == ["the last line", "line 2", "line 4", "line 5"]
    said = mend(tmp_path)
    assert len(said) == 5
    assert sentences(tmp_path) == ["one", "two"]
    assert faults(tmp_path) == []
    aside = (tmp_path / f"{FILE}.damaged").read_bytes().splitlines()
    assert aside == [b'{"chain":{"v":1,"by":"Ana"' + BROKEN, b"garbage", b'{"chain":{"v":1,']
    assert mend(tmp_path) == ()


def test_what_is_lost_stays_told_after_a_repair(tmp_path: Path) -> None:
    note(tmp_path, "one")
    note(tmp_path, "two")
    path = tmp_path / FILE
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0][:40] + b"\n" + lines[1])
    mend(tmp_path)
    assert sentences(tmp_path) == ["two"]
    assert any("number 1 is not there" in fault for fault in faults(tmp_path))


def test_a_journal_that_cannot_be_read_is_begun_anew_and_that_is_told(tmp_path: Path) -> None:
    note(tmp_path, "one")
    (tmp_path / "journal").write_bytes(b"rashomon-journal 1\nnonsense\n")
    with pytest.raises(CaseDamaged, match="repair"):
        note(tmp_path, "two")
    assert "begun anew" in mend(tmp_path)[0]
    note(tmp_path, "two")
    assert sentences(tmp_path) == ["one", "two"]
    assert any("led to no more" in fault for fault in faults(tmp_path))


def test_a_torn_journal_line_is_cut_off(tmp_path: Path) -> None:
    note(tmp_path, "one")
    with (tmp_path / "journal").open("ab") as handle:
        handle.write(b"notes.jsonl 5f")
    assert "half a line" in faults(tmp_path)[0]
    note(tmp_path, "two")
    assert faults(tmp_path) == []


def test_a_journal_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    note(tmp_path, "one")
    (tmp_path / "journal").write_bytes(b"rashomon-journal 2\n")
    with pytest.raises(CaseNewer, match="schema 2"):
        note(tmp_path, "two")
