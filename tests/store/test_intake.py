"""Which files are given: a reason for each that cannot be taken in, and the rest is read."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from rashomon.model.document import Appearance
from rashomon.store import originals
from rashomon.store.intake import scan
from rashomon.store.originals import Originals
from rashomon.store.regular import read_regular


def write(path: Path, text: str = "words") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def names(root: Path) -> list[str]:
    (sweep,) = scan([root], apart=root / "nowhere")
    return [file.appearance.file for file in sweep.files]


def faults(root: Path) -> dict[str, str]:
    (sweep,) = scan([root], apart=root / "nowhere")
    return {row.file: row.reason for row in sweep.rejected}


def said(root: Path) -> dict[str, Appearance]:
    (sweep,) = scan([root], apart=root / "nowhere")
    return {file.appearance.file: file.appearance for file in sweep.files}


def test_folders_are_walked_in_order_hidden_files_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden", ".git/x.txt", "sources.csv"):
        write(tmp_path / name, "file\n")
    assert names(tmp_path) == ["a.txt", "b.txt", "sub/c.txt"]


def test_the_case_inside_the_folder_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    originals = Originals(tmp_path / "case")
    assert originals.take([tmp_path]).added == ("a.txt",)
    assert originals.take([tmp_path]).added == ()


def test_a_folder_that_is_given_twice_or_in_parts_counts_once(tmp_path: Path) -> None:
    write(tmp_path / "docs" / "a.txt")
    originals = Originals(tmp_path / "case")
    originals.take([tmp_path / "docs", tmp_path / "docs" / "a.txt"])
    assert [len(original.appearances) for original in originals.originals()] == [1]


def test_links(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    write(docs / "a.txt")
    write(tmp_path / "secret.txt")
    (docs / "inside.txt").symlink_to(docs / "a.txt")
    (docs / "outside.txt").symlink_to(tmp_path / "secret.txt")
    (docs / "loop").symlink_to(docs, target_is_directory=True)
    (docs / "dangling.txt").symlink_to(docs / "nothing.txt")
    assert names(docs) == ["a.txt", "inside.txt"]
    found = faults(docs)
    assert "leaves the folder" in found["outside.txt"]
    assert "loop" in found["loop"]
    assert "nowhere" in found["dangling.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_has_its_reason(tmp_path: Path) -> None:
    write(tmp_path / "a.txt").chmod(0)
    write(tmp_path / "b.txt")
    assert names(tmp_path) == ["b.txt"]
    assert "permission" in faults(tmp_path)["a.txt"]


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not a file" in faults(tmp_path)["pipe.txt"]


def test_a_source_that_is_not_there(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    originals = Originals(tmp_path / "case")
    report = originals.take([tmp_path / "none.txt", tmp_path / "a.txt"])
    assert report.added == ("a.txt",)
    assert [row.file for row in report.rejected] == ["none.txt"]
    assert Originals(tmp_path / "case").rejected() == report.rejected
    originals.take([tmp_path / "a.txt"])
    write(tmp_path / "none.txt", "now it is")
    originals.take([tmp_path / "none.txt"])
    assert Originals(tmp_path / "case").rejected() == ()


def test_a_file_that_vanishes_while_it_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "docs" / "a.txt")
    write(tmp_path / "docs" / "b.txt", "other words")

    def vanish(path: Path) -> bytes:
        if path.name == "a.txt":
            path.unlink()
        return read_regular(path)

    monkeypatch.setattr(originals, "read_regular", vanish)
    report = Originals(tmp_path / "case").take([tmp_path / "docs"])
    assert report.added == ("b.txt",)
    assert [(row.file, "vanished" in row.reason) for row in report.rejected] == [("a.txt", True)]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("comma", [",", ";", "\t"])
def test_sources_csv(tmp_path: Path, mark: str, comma: str) -> None:
    write(tmp_path / "a.txt")
    rows = ["File,Title,publisher,published,desk", 'a.txt,"Bridge falls",Elden Post,2015-07-21,north']
    write(tmp_path / "sources.csv", mark + "\r\n".join(row.replace(",", comma) for row in rows))
    assert said(tmp_path)["a.txt"] == Appearance(
        "a.txt", title="Bridge falls", publisher="Elden Post", published="2015-07-21", other=(("desk", "north"),)
    )
    assert faults(tmp_path) == {}


def test_sources_csv_for_a_file_given_alone_and_in_a_folder_below(tmp_path: Path) -> None:
    write(tmp_path / "sub" / "a.txt")
    write(tmp_path / "sources.csv", "file,publisher,author\nsub/a.txt,Upper,M. Voss\n")
    assert said(tmp_path)["sub/a.txt"].publisher == "Upper"
    write(tmp_path / "sub" / "sources.csv", "file,publisher\na.txt,Lower\n")
    assert said(tmp_path)["sub/a.txt"].publisher == "Lower"
    (sweep,) = scan([tmp_path / "sub" / "a.txt"], apart=tmp_path / "nowhere")
    assert sweep.files[0].appearance == Appearance("a.txt", publisher="Lower")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("missing.txt,,", "no such file"),
        ("a.txt,31 Foo 2015,", "is no date"),
        ("a.txt,2015-02-30,", "is no date"),
        ("a.txt,,novel", "none of"),
        (",2015-07-21,", "names no file"),
        ("../b.txt,,", "outside"),
        ("a.txt,,\na.txt,,", "again"),
        ("a.txt,2015-07-21,note,extra", "more columns"),
    ],
)
def test_faults_in_sources_csv_are_told_and_the_file_is_read(tmp_path: Path, row: str, fault: str) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "sources.csv", f"file,published,kind\n{row}\n")
    assert names(tmp_path) == ["a.txt"]
    (reason,) = faults(tmp_path).values()
    assert fault in reason


def test_sources_csv_that_is_none(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "sources.csv", "name,title\na.txt,x\n")
    assert "no column" in faults(tmp_path)["sources.csv"]
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize(
    ("page", "publisher", "author"),
    [
        ("cp1254", "Şehir Gazetesi", "Işıl Güğüm"),
        ("cp1252", "Le Café du Nord", "Zoë Müller"),
        ("cp1252", "El Año", "Ñandú Peña"),
        ("cp1251", "Северный вестник", "Анна Орлова"),
    ],
)
def test_sources_csv_in_a_code_page_is_read_and_said(tmp_path: Path, page: str, publisher: str, author: str) -> None:
    write(tmp_path / "a.txt")
    text = f"file,publisher,author,published\na.txt,{publisher},{author},2021-03\n"
    (tmp_path / "sources.csv").write_bytes(text.encode(page))
    seen = said(tmp_path)["a.txt"]
    assert (seen.publisher, seen.author, seen.published) == (publisher, author, "2021-03")
    assert faults(tmp_path) == {}
    (note,) = Originals(tmp_path / "case").take([tmp_path]).notes
    assert f"read as {page}" in note
    (again,) = Originals(tmp_path / "other").take([tmp_path / "a.txt"]).notes
    assert again == note


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_sources_csv_in_unicode_needs_no_note(tmp_path: Path, encoding: str) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "sources.csv").write_bytes("file\tpublisher\na.txt\tŞehir, Кафе\n".encode(encoding))
    assert said(tmp_path)["a.txt"].publisher == "Şehir, Кафе"
    assert Originals(tmp_path / "case").take([tmp_path]).notes == ()


def test_a_day_that_could_be_two_is_said_with_what_to_do(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "sources.csv", "file,published\na.txt,3/4/2021\n")
    assert said(tmp_path)["a.txt"].published is None
    assert "could be two days" in faults(tmp_path)["sources.csv"]
    assert "day_first" in faults(tmp_path)["sources.csv"]
    (sweep,) = scan([tmp_path], apart=tmp_path / "nowhere", day_first=True)
    assert [f.appearance.published for f in sweep.files] == ["2021-04-03"]
    assert sweep.rejected == ()


def test_accents_that_the_disk_stores_apart(tmp_path: Path) -> None:
    write(tmp_path / "Cafe\u0301.txt")
    write(tmp_path / "sources.csv", "file,publisher\nCaf\u00e9.txt,Elden Post\n")
    assert [seen.publisher for seen in said(tmp_path).values()] == ["Elden Post"]


def test_names_that_are_no_text_are_shown_whole_and_found_again(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    odd = [b"bad\xff\xfename.txt", b"two\nlines.txt", "turned\u202ename.txt".encode(), b"red\x1b[31m.txt"]
    for n, name in enumerate(odd):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(f"Two men were killed in attack {n}.")
    first = Originals(tmp_path / "case").take([folder])
    assert len(first.added) == 4
    assert all(name.isprintable() for name in first.added)
    again = Originals(tmp_path / "case").take([folder])
    assert (again.added, again.changed, again.gone) == ((), (), ())
    assert len(Originals(tmp_path / "case").originals()) == 4


def test_what_a_terminal_would_obey_does_not_come_in(tmp_path: Path) -> None:
    write(tmp_path / "red\x1b[31m\u202e.txt")
    write(tmp_path / "two\nlines.txt")
    write(tmp_path / "a.txt")
    write(tmp_path / "sources.csv", 'file,title,desk\na.txt,"A \x1b[31mbridge\x1b[0m\u202e falls\x07","no\x9brth"\n')
    assert names(tmp_path) == ["a.txt", "red\ufffd[31m\ufffd.txt", "two\ufffdlines.txt"]
    assert said(tmp_path)["a.txt"] == Appearance("a.txt", title="A bridge falls", other=(("desk", "no rth"),))


def test_a_socket_and_a_loop_are_named_and_the_rest_is_taken(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    write(docs / "a.txt")
    (docs / "self").symlink_to(".")
    (docs / "round.txt").symlink_to("round.txt")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(docs / "s.txt"))
    assert names(docs) == ["a.txt"]
    assert {name: "not a file" in reason or "loop" in reason for name, reason in faults(docs).items()} == {
        "self": True, "round.txt": True, "s.txt": True,
    }  # fmt: skip


def test_a_folder_that_cannot_be_entered_has_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "shut" / "b.txt")
    stat = Path.stat

    def refused(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.name == "shut":
            raise PermissionError(13, "Permission denied")
        return stat(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", refused)
    monkeypatch.setattr(os.path, "isdir", lambda path: Path(path).name != "shut" and stat(Path(path)).st_mode & 0o40000)
    assert names(tmp_path) == ["a.txt"]
    assert faults(tmp_path) == {"shut": "Permission denied"}


def test_a_list_of_sources_that_is_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "sources.csv")
    (tmp_path / "a.txt").write_text("Nine people were killed in Orlen.")
    assert "not a file" in faults(tmp_path)["sources.csv"]


def test_a_file_that_was_put_in_another_s_place_or_has_no_end_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(OSError, match="not a file"):
        read_regular(tmp_path / "pipe.txt")
    endless = Path("/proc/self/stat")
    if not endless.exists():
        pytest.skip("no /proc on this system")
    with pytest.raises(OSError, match="more than its size"):
        read_regular(endless)


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 70_000)
    assert read_regular(tmp_path / "a.txt") == b"x" * 70_000
