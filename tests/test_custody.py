"""What is lost is told, what is damaged is mended, and what is purged is gone from every byte of the case."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest

from rashomon import custody
from rashomon.custody import purge, repair, verify
from rashomon.errors import CaseDamaged, CaseNewer, Stop, UsageFault
from rashomon.model.link import Selector, Signed
from rashomon.pipeline import build, remove
from rashomon.present.choose import Choice, choose
from rashomon.present.exports.json_format import export_rows
from rashomon.present.resolve import open_build
from rashomon.settings import Settings
from rashomon.store.additions import Entered, make_addition, open_additions
from rashomon.store.decisions import Decisions
from rashomon.store.notes import make_note, open_notes
from rashomon.store.replies import make_reply, open_replies

ROOT = Path(__file__).resolve().parent.parent
ONE = Settings(processes=1)
SIGNED = Signed("Ilse Renk", "2024-03-06T10:00:00+00:00", "as it reads")
SECRET = (
    "Two dead at Qorvandel quarry\n\nTwo men were killed in an explosion at the quarry in Qorvandel on 4 May 2021, police "
    "said. Tamsin Wexelroth, the owner, blamed the miners.\n"
)
OTHER = (
    "Three dead at quarry\n\nThree men were killed in an explosion at the quarry in Qorvandel on 4 May 2021, the hospital "
    "said.\n"
)
WORDS = ("wexelroth", "tamsin", "zebrafinch", "blamed the miners")


def decide(case: Path, verdict: str, *what: str, why: str = "read it", by: str = "Ilse Renk") -> None:
    choose(case, Choice(verdict, what, by, "2024-03-01T10:00:00+00:00", why))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of two reports, one of which shall go, with all that people write about it. To be read only."""
    folder = tmp_path_factory.mktemp("custody")
    (folder / "in").mkdir()
    (folder / "in" / "zebrafinch.txt").write_text(SECRET, encoding="utf-8")
    (folder / "in" / "other.txt").write_text(OTHER, encoding="utf-8")
    case = folder / "case"
    build(case, [folder / "in"], ONE)
    opened = open_build(case)
    secret = next(d for d in opened.documents.values() if "Wexelroth" in d.text)
    mine = [c.id for c in opened.claims.values() if c.document == secret.id]
    theirs = [c.id for c in opened.claims.values() if c.document != secret.id]
    decide(case, "accept", mine[0], by="Tovan Hale")
    decide(case, "accept", theirs[0])
    decide(case, "reject", mine[1], why="Wexelroth says so herself")
    at = secret.text.index("Tamsin")
    place = Selector(secret.sha256, "Tamsin Wexelroth", "", "", at, at + 16)
    open_additions(case).append(make_addition(place, Entered("injured", "7", "it", "Wexelroth", "asserted"), SIGNED))
    open_replies(case).append(make_reply(place, "Tamsin Wexelroth", "2024-03-07", "letter", None, SIGNED))
    finding = next(f for f in opened.findings.values() if secret.id in f.documents)
    open_notes(case).append(make_note(finding.id, finding.reason, True, SIGNED))
    open_notes(case).append(make_note("f00", "Wexelroth once said more", False, SIGNED))
    open_notes(case).append(make_note("f01", "of an earlier build, about other things", False, SIGNED))
    build(case, [], ONE)
    return case


@pytest.fixture
def case(whole: Path, tmp_path: Path) -> Path:
    """A copy of that case, to be changed."""
    return shutil.copytree(whole, tmp_path / "case")


def bodies(case: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a case, and all that is packed in it."""
    for path in sorted(case.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            yield str(path.relative_to(case)), data
            at = data.find(b"\x78\x01")
            while at >= 0:
                with suppress(zlib.error):
                    yield f"{path.name} at {at}", zlib.decompressobj().decompress(data[at:])
                at = data.find(b"\x78\x01", at + 1)


def found(case: Path, *words: str) -> list[str]:
    """Where words stand in a case, folded to lower case."""
    return [f"{name}: {word}" for name, body in bodies(case) for word in words if word.encode() in body.lower()]


def test_what_is_purged_is_in_no_byte_of_the_case(case: Path) -> None:
    sha256 = next(d.sha256 for d in open_build(case).documents.values() if "Wexelroth" in d.text)
    (case / "case.db.bak").write_bytes((case / "case.db").read_bytes())
    (case / "unfinished.readings").write_bytes(SECRET.encode())
    (case / "decisions.jsonl.damaged").write_bytes(b'{"why": "Wexelroth')
    with (case / "decisions.jsonl").open("ab") as handle:
        handle.write(b'{"id":"k1","target":{"exact":"Tamsin Wex')
    assert len(found(case, *WORDS, sha256)) > 10
    done = purge(case, "zebrafinch.txt", SIGNED, ONE)
    assert not found(case, *WORDS, sha256, sha256[:16])
    assert not [path for path in case.rglob("*") if sha256[:16] in path.name]
    assert done.files == ("zebrafinch.txt",)
    assert verify(case, ONE).faults == ()
    assert [d.file for d in open_build(case).documents.values()] == ["other.txt"]
    assert [d.verdict for d in Decisions(case).read()] == ["accept"]
    assert [n.finding for n in open_notes(case).read()] == ["f01"]
    with pytest.raises(UsageFault, match="no document"):
        purge(case, "zebrafinch.txt", SIGNED, ONE)


def test_a_purge_says_what_it_does_not_reach(case: Path, whole: Path) -> None:
    theirs = next(c.id for c in open_build(case).claims.values() if c.document not in {
        d.id for d in open_build(case).documents.values() if "Wexelroth" in d.text})  # fmt: skip
    decide(case, "reject", theirs, why="compare what Wexelroth told us")
    (case / "notes of mine.odt").write_text("")
    (case / "case.toml").write_text('[hide]\nfiles = ["zebrafinch.txt"]\n')
    left = " ".join(purge(case, "zebrafinch.txt", SIGNED, ONE).left)
    for words in (
        str(whole.parent / "in" / "zebrafinch.txt"),
        "wexelroth",
        "notes of mine.odt",
        "case.toml still names it",
        "backups",
    ):
        assert words in left


def test_a_head_from_before_a_purge_still_holds(case: Path) -> None:
    head = verify(case, ONE).head
    purge(case, "zebrafinch.txt", SIGNED, ONE)
    after = verify(case, ONE, head=head)
    assert after.faults == ()
    assert "written after that head" in after.notes[0]


def test_a_purge_that_is_broken_off_is_done_by_the_next(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    for step in ("derive", "clear_caches"):
        with monkeypatch.context() as patch:
            patch.setattr(custody, step, stop)
            with pytest.raises(KeyboardInterrupt):
                purge(case, "zebrafinch.txt", SIGNED, ONE)
    purge(case, "zebrafinch.txt", SIGNED, ONE)
    assert not found(case, *WORDS)
    assert verify(case, ONE).faults == ()


def test_tables_that_cannot_be_made_again_are_deleted(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise Stop("no parser")

    monkeypatch.setattr(custody, "derive", broken)
    left = " ".join(purge(case, "zebrafinch.txt", SIGNED, ONE).left)
    assert "no parser" in left
    assert not found(case, *WORDS)


def test_a_removed_report_is_purged_by_its_id(case: Path) -> None:
    secret = next(d for d in open_build(case).documents.values() if "Wexelroth" in d.text)
    remove(case, "zebrafinch.txt", ONE)
    assert found(case, "wexelroth")
    purge(case, secret.id, SIGNED, ONE)
    assert not found(case, *WORDS)


def test_a_line_that_was_purged_and_comes_back_is_told_and_taken_out(case: Path) -> None:
    before = (case / "decisions.jsonl").read_bytes()
    purge(case, "zebrafinch.txt", SIGNED, ONE)
    with (case / "decisions.jsonl").open("ab") as handle:
        handle.write(before)  # a colleague's copy, put behind ours
    assert len(Decisions(case).read()) == 1, "nothing that was purged is read"
    assert verify(case, ONE).faults
    said = " ".join(repair(case))
    assert "stood twice" in said
    assert not found(case, *WORDS)
    assert verify(case, ONE).faults == ()
    (case / "decisions.jsonl").write_bytes(before + (case / "decisions.jsonl").read_bytes())
    assert any("has its words again" in fault for fault in verify(case, ONE).faults)
    repair(case)
    assert not found(case, *WORDS)


def test_two_peoples_logs_are_put_together(case: Path, tmp_path: Path) -> None:
    theirs = shutil.copytree(case, tmp_path / "theirs")
    claims = sorted(open_build(case).claims)
    decide(case, "accept", claims[2])
    decide(theirs, "reject", claims[3], by="Tovan Hale")
    decide(theirs, "accept", claims[4], by="Ilse Renk", why="I wrote here too")
    with (case / "decisions.jsonl").open("ab") as handle:
        handle.write((theirs / "decisions.jsonl").read_bytes())
    assert len(Decisions(case).read()) == 6
    repair(case)
    decide(case, "withdraw", Decisions(case).read()[0].id)
    build(case, [], ONE)
    assert verify(case, ONE).faults == ()
    lines = (case / "decisions.jsonl").read_bytes().splitlines()
    del lines[3]
    (case / "decisions.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    assert any("does not go on" in fault for fault in verify(case, ONE).faults)


def test_a_newer_version_is_refused_with_a_sentence(case: Path, tmp_path: Path) -> None:
    log = case / "decisions.jsonl"
    log.write_bytes(log.read_bytes().replace(b'{"chain":{"v":1', b'{"chain":{"v":7,"new":[]', 1))
    with pytest.raises(CaseNewer, match="schema 7, this version knows 1"):
        build(case, [], ONE)


def test_newer_tables_are_refused_and_stay(case: Path) -> None:
    base = sqlite3.connect(case / "case.db")
    base.execute("pragma user_version = 99")
    base.close()
    before = (case / "case.db").read_bytes()
    for attempt in (lambda: build(case, [], ONE), lambda: open_build(case), lambda: verify(case, ONE)):
        with pytest.raises(CaseNewer, match="newer version"):
            attempt()
    assert (case / "case.db").read_bytes() == before


def test_a_case_of_an_older_version_is_read_chained_and_tightened(case: Path) -> None:
    for log in (*case.glob("*.jsonl"), case / "originals" / "appearances.jsonl"):
        lines = [line.partition(b'"record":')[2][:-1] for line in log.read_bytes().splitlines()]
        log.write_bytes(b"".join(line + b"\n" for line in lines))
    for name in ("journal", "head"):
        (case / name).unlink()
    for path in (case, *case.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    before = Decisions(case).read()
    assert len(before) == 3
    assert any("older version" in note for note in verify(case, ONE).notes)
    build(case, [], ONE)
    assert Decisions(case).read() == before
    assert verify(case, ONE).notes == ()
    assert verify(case, ONE).faults == ()
    assert not [p for p in (case, *case.rglob("*")) if stat.S_IMODE(p.stat().st_mode) & 0o077]
    log = case / "decisions.jsonl"
    whole = log.read_bytes()
    log.write_bytes(whole.replace(b"read it", b"rode it", 1))
    assert any("older version" in fault for fault in verify(case, ONE).faults)
    log.write_bytes(whole)
    purge(case, "zebrafinch.txt", SIGNED, ONE)
    assert not found(case, *WORDS)
    assert verify(case, ONE).faults == ()
    assert len(Decisions(case).read()) == 1


def test_a_case_is_its_owners_alone(case: Path) -> None:
    decide(case, "accept", sorted(open_build(case).claims)[0])
    assert not [p for p in case.rglob("*") if stat.S_IMODE(p.stat().st_mode) & 0o077]


def test_other_peoples_files_in_the_folder_keep_their_rights(tmp_path: Path) -> None:
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "plan.odt").write_text("")
    (tmp_path / "case" / "plan.odt").chmod(0o644)
    (tmp_path / "a.txt").write_text(OTHER)
    build(tmp_path / "case", [tmp_path / "a.txt"], ONE)
    assert stat.S_IMODE((tmp_path / "case").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "case" / "plan.odt").stat().st_mode) == 0o644


def test_a_case_that_lies_elsewhere_verifies(case: Path, tmp_path: Path) -> None:
    moved = shutil.copytree(case, tmp_path / "moved")
    assert verify(moved, ONE, head=verify(case, ONE).head).faults == ()


def test_a_build_without_news_keeps_the_head(case: Path) -> None:
    head = verify(case, ONE).head
    build(case, [], ONE)
    assert verify(case, ONE).head == head
    rows = export_rows(open_build(case))
    decide(case, "accept", sorted(open_build(case).claims)[0])
    assert verify(case, ONE).head != head
    assert export_rows(open_build(case)) == rows


def test_every_tampering_is_noticed_and_every_forgery_by_a_head(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    figures = import_module("attacks.tampering").run()
    assert figures["tamperings"] >= 40
    assert figures["noticed_without_head"] == figures["noticed_with_head"] == figures["tamperings"]
    assert figures["missed_random_edits"] == []
    assert figures["forgeries_noticed_with_head"] == figures["forgeries"]
    assert figures["forgeries_noticed_without_head"] == 0, "then the pages promise too little: say more in them"


def test_a_head_may_be_given_by_its_beginning_and_no_less_than_half(case: Path) -> None:
    head = verify(case, ONE).head
    assert head
    assert verify(case, ONE, head=f" {head[:32].upper()} ").faults == ()
    assert verify(case, ONE, head=head[:31]).faults


def test_a_decision_that_was_edited_is_not_followed(case: Path) -> None:
    log = case / "decisions.jsonl"
    log.write_bytes(log.read_bytes().replace(b'"verdict":"reject"', b'"verdict":"accept"'))
    with pytest.raises(CaseDamaged, match="not what was written"):
        build(case, [], ONE)
    repair(case)
    build(case, [], ONE)
    assert len(Decisions(case).read()) == 2
    assert verify(case, ONE).faults, "what is lost stays told"


def test_a_planted_journal_of_the_database_is_not_played_back(case: Path) -> None:
    rows = export_rows(open_build(case))
    for name in ("case.db-journal", "case.db-wal"):
        (case / name).write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + bytes(504))
    assert export_rows(open_build(case)) == rows


class Killed(BaseException):
    """Stands for the end of the process: nothing handles it."""


def die_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the process die at a write, a flush, a renaming or a deletion; a write is half done then."""
    left = [step]

    def fatal(function: Callable[..., object], *, half: bool = False) -> Callable[..., object]:
        def call(first: object, *rest: object, **named: object) -> object:
            left[0] -= 1
            if left[0] == 0:
                if half:
                    function(first, bytes(rest[0])[: len(rest[0]) // 2])
                raise Killed
            return function(first, *rest, **named)

        return call

    monkeypatch.setattr(os, "write", fatal(os.write, half=True))
    for name in ("fsync", "truncate"):
        monkeypatch.setattr(os, name, fatal(getattr(os, name)))
    for name in ("replace", "unlink"):
        monkeypatch.setattr(Path, name, fatal(getattr(Path, name)))


@pytest.mark.parametrize("step", range(1, 10))
def test_a_decision_during_which_the_machine_dies_spoils_nothing(
    case: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    claim = sorted(open_build(case).claims)[2]
    with monkeypatch.context() as patch:
        die_at(step, patch)
        with pytest.raises(Killed):
            decide(case, "accept", claim)
    assert len(Decisions(case).read()) in (3, 4)
    decide(case, "reject", claim)
    repair(case)
    build(case, [], ONE)
    assert verify(case, ONE).faults == ()


@pytest.mark.parametrize("step", range(1, 48, 6))
def test_a_purge_during_which_the_machine_dies_is_done_by_the_next(
    case: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    with monkeypatch.context() as patch:
        die_at(step, patch)
        with pytest.raises(Killed):
            purge(case, "zebrafinch.txt", SIGNED, ONE)
    with suppress(UsageFault):  # at the very end nothing is left to be done
        purge(case, "zebrafinch.txt", SIGNED, ONE)
    repair(case)
    build(case, [], ONE)
    assert not found(case, *WORDS)
    assert verify(case, ONE).faults == ()
