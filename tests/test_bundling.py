"""A case as one ZIP that somebody else checks and builds again; what files tell of those who made them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader, PdfWriter

from rashomon.bundling import exhibits
from rashomon.case import open_case
from rashomon.pipeline import build
from rashomon.reading import hidden_in, without_hidden
from rashomon.settings import read_settings
from rashomon.stages.acquire import hidden

TEXT = "Two people were killed when a bomb went off at the market in Orvel on Monday, police said."


def word_file(*, author: str) -> bytes:
    made = docx.Document()
    made.core_properties.author, made.core_properties.last_modified_by = author, "Rauf Candan"
    made.add_paragraph(TEXT)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def whole(packed: bytes) -> bytes:
    """All that stands in a ZIP, unpacked."""
    with zipfile.ZipFile(io.BytesIO(packed)) as box:
        return b"".join(box.read(name) for name in box.namelist())


def pdf_file(*, author: str) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Author": author, "/Producer": "Lake Office 7"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three reports, one of them a Word file of a named author, one that was taken out."""
    folder = tmp_path_factory.mktemp("bundle")
    reports = folder / "reports"
    reports.mkdir()
    (reports / "a note.txt").write_text(TEXT.replace("Two", "Three"), encoding="utf-8")
    (reports / "b.docx").write_bytes(word_file(author="Ada Vint"))
    (reports / "c.txt").write_text("Nothing happened in Selm on Friday.", encoding="utf-8")
    (reports / "d.doc").write_bytes(b"\xd0\xcf\x11\xe0 an old file that no reader opens")
    (reports / "sources.csv").write_text(
        "file,publisher,published\na note.txt,Harbour Post,2021-03-11\n", encoding="utf-8"
    )
    build(folder / "case", (reports,), read_settings())
    return folder / "case"


def run(case: Path, *words: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "rashomon", "export", str(case), "--format", "bundle", *words]
    return subprocess.run(call, capture_output=True, text=True, stdin=subprocess.DEVNULL)


def test_a_stranger_checks_a_bundle_with_a_common_tool_and_builds_the_same_case(case: Path, tmp_path: Path) -> None:
    done = run(case, "--unmasked", "-o", str(tmp_path / "b.zip"))
    assert done.returncode == 0, done.stderr
    assert "E0002 b.docx: author: Ada Vint; last changed by: Rauf Candan" in done.stderr
    with zipfile.ZipFile(tmp_path / "b.zip") as box:
        box.extractall(tmp_path / "out")
    assert subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=tmp_path / "out").returncode == 0
    manifest = json.loads((tmp_path / "out/manifest.json").read_bytes())
    assert [row["received_as"] for row in manifest["exhibits"]] == ["a note.txt", "b.docx", "c.txt", "d.doc"]
    assert all(row["taken_in"] and row["bytes"] for row in manifest["exhibits"])
    build(tmp_path / "again", (tmp_path / "out/originals",), read_settings())
    claims = [{c["quote"] for c in open_case(folder).claims()} for folder in (case, tmp_path / "again")]
    assert claims[0] == claims[1] and claims[0]
    rows = {row["file"]: row for row in csv.DictReader((tmp_path / "out/originals/sources.csv").open(encoding="utf-8"))}
    assert rows["E0001 a_note.txt"]["publisher"] == "Harbour Post"


def test_stripped_files_tell_nothing_and_read_the_same(case: Path, tmp_path: Path) -> None:
    assert run(case, "--unmasked", "--strip", "-o", str(tmp_path / "b.zip")).returncode == 0
    with zipfile.ZipFile(tmp_path / "b.zip") as box:
        bare = box.read("originals/E0002 b.docx")
        assert all(b"Vint" not in box.read(name) for name in box.namelist() if not name.endswith(".docx"))
        row = json.loads(box.read("manifest.json"))["exhibits"][1]
    assert b"Vint" not in whole(bare)
    assert docx.Document(io.BytesIO(bare)).paragraphs[0].text == TEXT
    assert row["properties_taken_out"] and row["sha256"] != row["sha256_of_this_copy"]


def test_a_number_stays_when_reports_come_and_go(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"{TEXT} {name}", encoding="utf-8")
    build(tmp_path / "case", (tmp_path / "a.txt", tmp_path / "b.txt"), read_settings())
    before = {e.arrival.appearance.file: e.number for e in exhibits(tmp_path / "case")}
    subprocess.run(
        [sys.executable, "-m", "rashomon", "remove", str(tmp_path / "case"), "a.txt"], check=True, capture_output=True
    )
    purge = ["purge", str(tmp_path / "case"), "a.txt", "--yes", "--by", "A. Reader"]
    subprocess.run([sys.executable, "-m", "rashomon", *purge], check=True, capture_output=True)
    build(tmp_path / "case", (tmp_path / "c.txt",), read_settings())
    after = {e.arrival.appearance.file: e.number for e in exhibits(tmp_path / "case")}
    assert after["b.txt"] == before["b.txt"] and after.keys() == {"b.txt", "c.txt"} and after["c.txt"] > after["b.txt"]


def test_a_bundle_is_refused_where_it_would_show_what_must_not_be_shown(case: Path, tmp_path: Path) -> None:
    assert "say --unmasked" in run(case, "-o", str(tmp_path / "b.zip")).stderr
    assert "-o FILE.zip" in run(case, "--unmasked", "-o", str(tmp_path / "b.tar")).stderr
    for line, said in (
        ('sealed = ["c.txt"]', "in no bundle: c.txt"),
        ('protected = ["Ada Vint"]', "Ada Vint"),
        ('[consent]\n"c.txt" = "court"', "not given for this use"),
        ('sealed = ["d.doc"]', "in no bundle: d.doc"),
        ('[consent]\n"d.doc" = "internal"', "not given for this use"),
    ):
        (case / "case.toml").write_text(line, encoding="utf-8")
        done = run(case, "--unmasked", "-o", str(tmp_path / "b.zip"))
        assert done.returncode == 2 and said in done.stderr, done.stderr
    (case / "case.toml").unlink()
    assert list(tmp_path.iterdir()) == []


def test_what_a_pdf_and_a_mail_tell(tmp_path: Path) -> None:
    pdf = pdf_file(author="Ada Vint")
    assert {(t.kind, t.value) for t in hidden_in(pdf)} >= {("author", "Ada Vint"), ("program", "Lake Office 7")}
    bare = without_hidden(pdf)
    assert bare is not None and b"Vint" not in bare and b"Lake Office" not in bare
    assert len(PdfReader(io.BytesIO(bare)).pages) == 1
    mail = b"Received: from harbour (10.0.0.7)\nFrom: Ada Vint <a@example.org>\nSubject: The list\n\nNothing.\n"
    assert ("mail: Received", "from harbour (10.0.0.7)") in {(t.kind, t.value) for t in hidden_in(mail)}
    assert without_hidden(mail) is None


def test_authors_of_changes_and_remarks_are_found_and_go() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file(author=""))) as box, zipfile.ZipFile(out, "w") as changed:
        for info in box.infolist():
            body = box.read(info)
            if info.filename == "word/document.xml":
                mark = b'<w:p><w:ins w:id="1" w:author="Otto Rall" w:date="2021-01-01T00:00:00Z"><w:r><w:t>Added.</w:t></w:r></w:ins></w:p>'
                body = body.replace(b"<w:sectPr", mark + b"<w:sectPr", 1)
            changed.writestr(info, body)
    data = out.getvalue()
    assert ("changed or remarked by", "Otto Rall") in {(t.kind, t.value) for t in hidden_in(data)}
    bare = without_hidden(data)
    assert bare is not None and b"Otto Rall" not in zipfile.ZipFile(io.BytesIO(bare)).read("word/document.xml")
    assert b"Added." in zipfile.ZipFile(io.BytesIO(bare)).read("word/document.xml")


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04 and no more", b"%PDF-1.4 and no more", b"\x00" * 100, TEXT.encode()]
)
def test_damaged_files_tell_nothing_and_break_nothing(data: bytes) -> None:
    assert hidden.properties_of(data) == ()
