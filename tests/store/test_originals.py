"""Originals stay what they were; the register only grows; what changed, went or was removed is told apart."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from rashomon.errors import CaseDamaged, Stop, UsageFault
from rashomon.model.identity import make_id
from rashomon.model.link import Signed
from rashomon.store.erasing import Erasing
from rashomon.store.originals import Originals

SIGNED = Signed("A. Reader", "2026-01-02T03:04:05+00:00", "asked to")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.txt").write_text("The bridge fell.", "utf-8")
    (folder / "b.txt").write_text("The bridge stands.", "utf-8")
    return folder


def files(originals: Originals) -> list[list[str]]:
    return [[seen.file for seen in original.appearances] for original in originals.originals()]


def test_taken_kept_and_read_again(tmp_path: Path, docs: Path) -> None:
    case = tmp_path / "case"
    report = Originals(case).take([docs])
    assert (report.added, report.changed, report.gone, report.rejected) == (("a.txt", "b.txt"), (), (), ())
    again = Originals(case)
    assert files(again) == [["a.txt"], ["b.txt"]]
    first = again.originals()[0]
    assert again.read(first.sha256) == b"The bridge fell."
    place = case / "originals" / first.sha256[:2] / first.sha256
    assert stat.S_IMODE(place.stat().st_mode) == 0o400
    register = (case / "originals" / "appearances.jsonl").read_bytes()
    assert again.take([docs]).added == ()
    assert (case / "originals" / "appearances.jsonl").read_bytes() == register


def test_same_bytes_are_one_original_with_two_appearances(tmp_path: Path, docs: Path) -> None:
    (docs / "c.txt").write_text("The bridge fell.", "utf-8")
    originals = Originals(tmp_path / "case")
    originals.take([docs])
    assert files(originals) == [["a.txt", "c.txt"], ["b.txt"]]


def test_a_changed_file_is_a_new_original_and_the_old_one_is_withdrawn(tmp_path: Path, docs: Path) -> None:
    originals = Originals(tmp_path / "case")
    originals.take([docs])
    old = originals.originals()[0].sha256
    (docs / "a.txt").write_text("The bridge fell twice.", "utf-8")
    assert originals.take([docs]).changed == ("a.txt",)
    again = Originals(tmp_path / "case")
    assert old not in {original.sha256 for original in again.originals()}
    assert again.withdrawn() == (old,)
    assert again.read(old) == b"The bridge fell."


def test_a_file_that_is_gone_is_reported_and_kept(tmp_path: Path, docs: Path) -> None:
    originals = Originals(tmp_path / "case")
    originals.take([docs])
    (docs / "b.txt").unlink()
    assert originals.take([docs]).gone == ("b.txt",)
    assert files(originals) == [["a.txt"], ["b.txt"]]


def test_without_a_source_nothing_changes(tmp_path: Path, docs: Path) -> None:
    originals = Originals(tmp_path / "case")
    originals.take([docs])
    (docs / "b.txt").unlink()
    assert originals.take([]).gone == ()
    assert len(originals.originals()) == 2


def test_what_sources_csv_says_anew_counts_as_a_change(tmp_path: Path, docs: Path) -> None:
    originals = Originals(tmp_path / "case")
    originals.take([docs])
    (docs / "sources.csv").write_text("file,publisher\na.txt,Elden Post\n", "utf-8")
    assert originals.take([docs]).changed == ("a.txt",)
    assert originals.originals()[0].appearances[0].publisher == "Elden Post"


@pytest.mark.parametrize("by", ["file", "id", "sha256", "short"])
def test_a_removed_document_stays_out_until_it_is_named(tmp_path: Path, docs: Path, by: str) -> None:
    originals = Originals(tmp_path / "case")
    originals.take([docs])
    sha256 = originals.originals()[0].sha256
    named = {"file": "a.txt", "id": make_id("d", sha256), "sha256": sha256, "short": sha256[:8]}[by]
    assert originals.withdraw(named).sha256 == sha256
    again = Originals(tmp_path / "case")
    assert again.take([docs]).kept_out == ("a.txt",)
    assert files(again) == [["b.txt"]]
    assert again.take([docs / "a.txt"]).added == ("a.txt",)
    assert files(Originals(tmp_path / "case")) == [["a.txt"], ["b.txt"]]


def test_withdrawing_what_is_not_there_or_not_one(tmp_path: Path, docs: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("Another text.", "utf-8")
    originals = Originals(tmp_path / "case")
    originals.take([docs, other])
    with pytest.raises(UsageFault, match="no document"):
        originals.withdraw("z.txt")
    with pytest.raises(UsageFault, match="2 documents"):
        originals.withdraw("a.txt")


def test_purge_deletes_only_what_was_withdrawn(tmp_path: Path, docs: Path) -> None:
    Originals(tmp_path / "case").take([docs])
    originals = Erasing(tmp_path / "case")
    found = originals.versions("a.txt")
    with pytest.raises(UsageFault, match="still in the case"):
        originals.purge(found, SIGNED)
    originals.leave(found)
    originals.purge(found, SIGNED)
    assert originals.withdrawn() == ()
    assert originals.verify() == ()
    sha256 = found[0].sha256
    with pytest.raises(CaseDamaged, match="missing"):
        originals.read(sha256)
    register = (tmp_path / "case" / "originals" / "appearances.jsonl").read_text("utf-8")
    assert sha256 not in register
    assert "a.txt" not in register
    assert "b.txt" in register
    assert originals.take([docs / "a.txt"]).added == ("a.txt",)
    assert originals.read(sha256) == b"The bridge fell."


def test_a_file_name_means_every_version_of_that_file_and_of_no_other(tmp_path: Path, docs: Path) -> None:
    case, other = tmp_path / "case", tmp_path / "other"
    Originals(case).take([docs])
    (docs / "a.txt").write_text("The bridge leans.", "utf-8")
    Originals(case).take([docs])
    assert len(Erasing(case).versions("a.txt")) == 2
    now = next(o.sha256 for o in Erasing(case).originals() if o.appearances[0].file == "a.txt")
    assert [o.sha256 for o in Erasing(case).versions(now[:12])] == [now]
    other.mkdir()
    (other / "a.txt").write_text("Another text.", "utf-8")
    Originals(case).take([other])
    with pytest.raises(UsageFault, match="3 documents"):
        Erasing(case).versions("a.txt")
    with pytest.raises(UsageFault, match="no document"):
        Erasing(case).versions("z.txt")


def test_an_altered_or_missing_original_is_told(tmp_path: Path, docs: Path) -> None:
    originals = Originals(tmp_path / "case")
    originals.take([docs])
    first, second = (tmp_path / "case" / "originals" / o.sha256[:2] / o.sha256 for o in originals.originals())
    first.chmod(0o644)
    first.write_text("The bridge never fell.", "utf-8")
    second.unlink()
    assert [fault.split(":")[0].split(" is ")[1] for fault in originals.verify()] in (
        ["no longer what came in", "missing"], ["missing", "no longer what came in"],
    )  # fmt: skip
    with pytest.raises(CaseDamaged, match="hash differs"):
        originals.take([docs])


def test_a_torn_last_line_is_left_out_said_and_overwritten(tmp_path: Path, docs: Path) -> None:
    Originals(tmp_path / "case").take([docs / "a.txt"])
    register = tmp_path / "case" / "originals" / "appearances.jsonl"
    whole = register.read_bytes()
    register.write_bytes(whole + b'{"event":"appeared","file":"b.t')
    torn = Originals(tmp_path / "case")
    assert len(torn.notes) == 1
    assert files(torn) == [["a.txt"]]
    torn.take([docs])
    healed = Originals(tmp_path / "case")
    assert healed.notes == ()
    assert files(healed) == [["a.txt"], ["b.txt"]]
    assert register.read_bytes().startswith(whole)


def test_a_broken_line_inside_the_register_stops(tmp_path: Path, docs: Path) -> None:
    Originals(tmp_path / "case").take([docs])
    register = tmp_path / "case" / "originals" / "appearances.jsonl"
    register.write_bytes(b"{broken\n" + register.read_bytes())
    with pytest.raises(CaseDamaged, match="line 1"):
        Originals(tmp_path / "case")


def test_the_order_of_giving_does_not_matter(tmp_path: Path, docs: Path) -> None:
    one, two = Originals(tmp_path / "one"), Originals(tmp_path / "two")
    one.take([docs / "a.txt", docs / "b.txt"])
    two.take([docs / "b.txt"])
    two.take([docs / "a.txt"])
    assert one.originals() == two.originals()


def test_many_files_at_once(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    for number in range(200):
        (docs / f"{number:03}.txt").write_text(f"Line {number}", "utf-8")
    originals = Originals(tmp_path / "case")
    assert len(originals.take([docs]).added) == 200
    assert originals.verify() == ()


def test_a_disk_that_fills_up_keeps_neither_copies_nor_lines(
    tmp_path: Path, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = tmp_path / "case"
    Originals(case).take([docs / "a.txt"])
    before = sorted(path for path in case.rglob("*") if path.is_file())
    written = (case / "originals" / "appearances.jsonl").read_bytes()
    (docs / "c.txt").write_text("The bridge sways.", "utf-8")

    def fill(handle: int, data: bytes) -> int:
        os_write(handle, data[:7])
        raise OSError(errno.ENOSPC, "No space left on device")

    os_write = os.write
    monkeypatch.setattr(os, "write", fill)
    with pytest.raises(Stop, match=r"appearances.jsonl cannot be written: No space left"):
        Originals(case).take([docs])
    monkeypatch.undo()
    assert sorted(path for path in case.rglob("*") if path.is_file()) == before
    assert (case / "originals" / "appearances.jsonl").read_bytes() == written
    assert Originals(case).take([docs]).added == ("b.txt", "c.txt")
