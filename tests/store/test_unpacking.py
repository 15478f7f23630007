"""Archives, mailboxes and attachments: each file within is taken in by itself, within bounds. All texts are invented."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

import rashomon
from rashomon.custody import purge
from rashomon.errors import SetAside
from rashomon.model.boxed import Box, Inner
from rashomon.model.link import Signed
from rashomon.pipeline import build, remove
from rashomon.reading import open_box
from rashomon.settings import Settings
from rashomon.stages.acquire.boxes import unpack_zip
from rashomon.store import unpacking
from rashomon.store.originals import Originals

ONE = Settings(processes=1)
FIRST = b"Nine people were killed at the gate of Dunmere on Monday, the union said."
SECOND = b"Eight people were killed at the gate of Dunmere on Monday, the ministry said."


def zipped(**files: bytes) -> bytes:
    return packed(list(files.items()))


def packed(files: list[tuple[str, bytes]]) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return held.getvalue()


def mail(*attached: tuple[str, bytes]) -> bytes:
    parts = b"".join(
        b"--q\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename=%s\n\n%s\n"
        % (name.encode(), data)
        for name, data in attached
    )
    head = b"From: Ada Vint <ada@union.example>\nSubject: The gate\nDate: Tue, 12 Mar 2019 10:00:00 +0100\n"
    return (
        head
        + b"Content-Type: multipart/mixed; boundary=q\n\n--q\nContent-Type: text/plain\n\n"
        + FIRST
        + b"\n"
        + parts
        + b"--q--\n"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def taken(folder: Path, case: Path) -> dict[str, str]:
    originals = Originals(case)
    report = originals.take([folder], opens=open_box)
    found = {seen.file: "" for o in originals.originals() for seen in o.appearances}
    return found | {bad.file: bad.reason for bad in report.rejected}


def test_the_files_of_an_archive_are_reports_of_their_own(folder: Path, tmp_path: Path) -> None:
    (folder / "leak.zip").write_bytes(
        packed([("a/first.txt", FIRST), ("b/second.txt", SECOND), ("b/mail.eml", mail(("x.txt", b"more")))])
    )
    case = build(tmp_path / "case", [folder], ONE)
    files = [d["file"] for d in rashomon.open_case(case.case).export["documents"]]
    assert sorted(files) == [
        "leak.zip/a/first.txt",
        "leak.zip/b/mail.eml",
        "leak.zip/b/mail.eml/x.txt",
        "leak.zip/b/second.txt",
    ]
    assert build(tmp_path / "case", [folder], ONE).intake.added == ()


def test_where_a_file_came_from_stands_beside_it(folder: Path, tmp_path: Path) -> None:
    (folder / "leak.zip").write_bytes(packed([("first.txt", FIRST)]))
    taken(folder, tmp_path / "case")
    (original,) = Originals(tmp_path / "case").originals()
    ((name, words),) = original.appearances[0].other
    assert name == "unpacked from"
    assert words.startswith("leak.zip, sha256 ")


def test_sources_csv_beside_and_within_an_archive_says_of_its_files(folder: Path, tmp_path: Path) -> None:
    inner = b"file,publisher,published\nfirst.txt,The Quay,2019-03-12\n"
    (folder / "leak.zip").write_bytes(packed([("first.txt", FIRST), ("second.txt", SECOND), ("sources.csv", inner)]))
    (folder / "sources.csv").write_text(
        "file,publisher\nleak.zip,The Union\nleak.zip/second.txt,The Ministry\nleak.zip/none.txt,Nobody\n"
    )
    found = taken(folder, tmp_path / "case")
    assert set(found) == {"leak.zip/first.txt", "leak.zip/second.txt", "leak.zip/none.txt"}
    assert "no such file" in found["leak.zip/none.txt"]
    said = {o.appearances[0].file: o.appearances[0] for o in Originals(tmp_path / "case").originals()}
    assert (said["leak.zip/first.txt"].publisher, said["leak.zip/first.txt"].published) == ("The Quay", "2019-03-12")
    assert said["leak.zip/second.txt"].publisher == "The Ministry"


def test_a_file_that_is_gone_from_its_archive_is_said_and_kept(folder: Path, tmp_path: Path) -> None:
    (folder / "leak.zip").write_bytes(packed([("first.txt", FIRST), ("second.txt", SECOND)]))
    taken(folder, tmp_path / "case")
    (folder / "leak.zip").write_bytes(packed([("first.txt", FIRST + b" More.")]))
    report = Originals(tmp_path / "case").take([folder], opens=open_box)
    assert report.changed == ("leak.zip/first.txt",)
    assert report.gone == ("leak.zip/second.txt",)


def test_one_that_was_removed_stays_out_and_a_purge_says_what_holds_it(folder: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    (folder / "letter.eml").write_bytes(mail(("second.txt", SECOND)))
    build(case, [folder], ONE)
    remove(case, "letter.eml/second.txt", ONE)
    assert build(case, [folder], ONE).intake.kept_out == ("letter.eml/second.txt",)
    purged = purge(case, "letter.eml/second.txt", Signed("Ada", "2026-01-01T00:00:00Z", "asked to"), ONE)
    assert "it came in within letter.eml, which is in the case and still holds it; purge that too" in purged.left


HOSTILE = {
    "climb": (
        packed(
            [("../../../tmp/climbed.txt", FIRST), ("/etc/climbed.txt", SECOND), ("C:\\x\\..\\climbed.txt", b"Third.")]
        ),
        None,
    ),
    "cut": (packed([("a.txt", FIRST)])[:40], "damaged"),
    "no archive": (b"words", "damaged"),
    "empty": (packed([]), "holds no files"),
    "bomb": (packed([("a.txt", b" " * 600 * 1024**2)]), "as a bomb is"),
    "many": (packed([(f"{n}.txt", b"") for n in range(10_001)]), "more than the 10,000"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_an_archive_made_to_do_harm_costs_itself_alone(name: str, folder: Path, tmp_path: Path) -> None:
    data, reason = HOSTILE[name]
    (folder / "bad.zip").write_bytes(data)
    (folder / "good.txt").write_bytes(FIRST + b" Good.")
    found = taken(folder, tmp_path / "case")
    assert found.pop("good.txt") == ""
    assert all(".." not in file and not file.startswith("/") and file.startswith("bad.zip") for file in found)
    assert reason is None or reason in found["bad.zip"]
    assert not Path("/tmp/climbed.txt").exists()
    assert not Path("/etc/climbed.txt").exists()


def test_a_damaged_file_within_costs_itself_alone() -> None:
    data = bytearray(packed([("a.txt", FIRST * 9), ("b.txt", SECOND)]))
    data[45:60] = b"\xff" * 15
    box = unpack_zip(bytes(data))
    assert [f.name for f in box.files] == ["b.txt"]
    assert box.rejected[0][0] == "a.txt"


def test_boxes_within_boxes_have_an_end(folder: Path, tmp_path: Path) -> None:
    data = packed([("bottom.txt", FIRST)])
    for _ in range(20):
        data = packed([("in.zip", data), (f"{zlib.crc32(data)}.txt", b"words %d" % zlib.crc32(data))])
    (folder / "doll.zip").write_bytes(data)
    found = taken(folder, tmp_path / "case")
    assert any("stands within 4 other files" in reason for reason in found.values())
    assert not any(file.endswith("bottom.txt") for file in found)


def test_an_endless_box_has_an_end(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_FILES", 300)
    (folder / "a.box").write_bytes(b"0")

    def endless(file: str, data: bytes) -> Box | None:
        return Box(tuple(Inner(f"{n}.box", data + b"%d" % n) for n in range(200))) if file.count("/") < 3 else None

    report = Originals(tmp_path / "case").take([folder], opens=endless)
    assert any("the rest was not unpacked" in bad.reason for bad in report.rejected)
    assert len(report.added) <= 300


def test_an_office_file_under_the_name_of_an_archive_is_not_taken_apart() -> None:
    assert unpack_zip(packed([("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")])) == Box((), own=True)
    with pytest.raises(SetAside):
        unpack_zip(b"")
