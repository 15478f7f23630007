"""What editors and browsers leave beside reports is refused with a reason, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.store.intake import scan
from rashomon.store.leftovers import why_left


@pytest.mark.parametrize(
    "name", ["~$report.docx", ".~lock.report.odt#", "report.txt~", "~wrl01.tmp", "a.crdownload", "Thumbs.db"]
)
def test_leftovers_are_no_reports(name: str) -> None:
    assert "no report" in (why_left(name) or "")


@pytest.mark.parametrize("name", ["report.txt", "part.html", "template.txt", "a~b.txt", "lock.md", "#3.txt"])
def test_other_files_are(name: str) -> None:
    assert why_left(name) is None


def test_the_folder_of_a_saved_page_belongs_to_it(tmp_path: Path) -> None:
    for name in ("blast.html", "blast_files/frame.html", "case_files/note.txt", "~$blast.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    (sweep,) = scan([tmp_path], apart=tmp_path / "case")
    assert [f.appearance.file for f in sweep.files] == ["blast.html", "case_files/note.txt"]
    assert [(r.file, r.reason.split(";")[0]) for r in sweep.rejected] == [
        ("blast_files", "what the page blast.html was saved with"),
        ("~$blast.txt", "an editor's lock file, no report"),
    ]
