"""Pages that are pictures, read by Tesseract where it is installed. All texts are invented."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
import typst
from pypdfium2 import PdfDocument

import rashomon
from rashomon.errors import SetAside
from rashomon.model.case_settings import Hints
from rashomon.model.document import Appearance, Original
from rashomon.reading import acquire_apart
from rashomon.runners.tesseract import installed
from rashomon.settings import Settings
from rashomon.stages.acquire import acquire
from rashomon.stages.acquire.pdf.scans import draw
from rashomon.stages.acquire.scans import Eyes

needs_tesseract = pytest.mark.skipif(
    installed() is None, reason="Tesseract is not installed on this machine: no page that is a picture can be read"
)
WORDS = "Nine people were killed in an explosion in Karsova on 5 May 2021, the harbour police said."
PLAIN = "The union of dockers buried its dead on Saturday."
NO_HINTS = Hints()


def pdf_of(folder: Path, source: str) -> bytes:
    path = folder / "made.typ"
    path.write_text(f'#set text(font: "Libertinus Serif", size: 13pt)\n{source}', encoding="utf-8")
    return bytes(typst.compile(path))


def picture_of(folder: Path, words: str) -> bytes:
    """A page with those words as a picture."""
    file = PdfDocument(BytesIO(pdf_of(folder, words)))
    try:
        return draw(file, 1).data
    finally:
        file.close()


def scanned(folder: Path, words: str = WORDS) -> bytes:
    """A paper of three pages, the second of them a picture."""
    (folder / "page.png").write_bytes(picture_of(folder, words))
    return pdf_of(
        folder,
        f'{PLAIN}\n#pagebreak()\n#page(margin: 0pt)[#image("page.png", width: 100%)]\n#pagebreak()\nThe port is closed.',
    )


def original(data: bytes, file: str) -> Original:
    return Original(sha256(data).hexdigest(), (Appearance(file, published="2021-05-06"),))


def by_hand(told: str) -> Eyes:
    return Eyes("Tesseract 0", ("eng",), lambda _picture, _languages: told.encode())


def row(word: str, sure: int, line: int = 1) -> str:
    return f"5\t1\t1\t1\t{line}\t1\t0\t0\t0\t0\t{sure}\t{word}"


def test_words_stand_on_a_leaf_that_says_so_and_doubtful_ones_are_marked(tmp_path: Path) -> None:
    data = scanned(tmp_path)
    told = "\n".join([row("Nine", 95), row("d0ckers", 41), row("were", 96), row("killed.", 90)])
    document = acquire(data, original(data, "note.pdf"), eyes=by_hand(told))
    start = document.text.index("Nine d0ckers were killed.")
    assert document.leaf_at(start) == "p. 2 (scan)"
    assert document.text.index(PLAIN) < start < document.text.index("The port is closed.")
    assert [document.text[s.start : s.end] for s in document.scanned] == ["Nine d0ckers were killed."]
    assert [(document.text[d.start : d.end], d.sure) for d in document.doubtful] == [("d0ckers", 41)]
    assert document.remarks[0].startswith("page 2: a picture, read by Tesseract 0 (eng)")


def test_what_is_not_legible_is_listed_and_not_read(tmp_path: Path) -> None:
    data = scanned(tmp_path)
    document = acquire(data, original(data, "note.pdf"), eyes=by_hand(row("~", 3)))
    assert not document.scanned
    assert any("page 2 not read" in remark and "no legible text" in remark for remark in document.remarks)


def test_without_the_program_a_page_and_a_picture_are_listed(tmp_path: Path) -> None:
    data = scanned(tmp_path)
    assert "page 2 not read: a picture without text, such as a scan" in acquire(data, original(data, "a.pdf")).remarks
    with pytest.raises(SetAside, match="Tesseract"):
        acquire(b"\x89PNG", original(b"\x89PNG", "a.png"))


@needs_tesseract
def test_a_page_is_read_in_the_cage(tmp_path: Path) -> None:
    data = scanned(tmp_path)
    document = acquire_apart(data, original(data, "note.pdf"), NO_HINTS)
    assert WORDS in document.text
    assert document.leaf_at(document.text.index(WORDS)) == "p. 2 (scan)"


@needs_tesseract
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("tur", "Limandaki patlamada dokuz kişi öldü, yirmi kişi yaralandı."),
        ("spa", "El incendio dejó nueve muertos y veinte heridos, informó la alcaldesa."),
        ("rus", "При пожаре в порту погибли девять человек, сообщили спасатели."),
    ],
)
def test_a_picture_is_read_in_the_languages_that_are_installed(tmp_path: Path, language: str, words: str) -> None:
    program = installed()
    if program is None or language not in program.languages:
        pytest.skip(f"Tesseract's {language} is not installed")
    data = picture_of(tmp_path, words)
    document = acquire_apart(data, original(data, "page.png"), NO_HINTS)
    assert sum(w in document.text for w in words.split()) >= 0.8 * len(words.split())


@needs_tesseract
def test_a_picture_made_to_do_harm_costs_itself_alone(tmp_path: Path) -> None:
    for data in (b"\x89PNG\r\n\x1a\n" + b"\0" * 5000, b"", picture_of(tmp_path, "x")[:900]):
        with pytest.raises(SetAside):
            acquire_apart(data, original(data, "bad.png"), NO_HINTS)


def built(folder: Path, note: bytes) -> dict[str, list[dict[str, object]]]:
    (folder / "in").mkdir()
    (folder / "in" / "note.pdf").write_bytes(note)
    (folder / "in" / "a.txt").write_text(
        "Fourteen people were killed in an explosion in Karsova on 5 May 2021, the mayor of the town said.\n"
    )
    (folder / "in" / "sources.csv").write_text(
        "file,publisher,published\nnote.pdf,The Pier,2021-05-06\na.txt,The Quay,2021-05-06\n"
    )
    return rashomon.build(folder / "case", folder / "in", settings=Settings(processes=1)).export


@needs_tesseract
def test_what_was_read_off_a_picture_alone_is_no_conflict(tmp_path: Path) -> None:
    rows = built(tmp_path, scanned(tmp_path))
    killed = [f for f in rows["findings"] if f["property"] == "killed"]
    assert killed
    assert not [f for f in killed if f["kind"] in ("conflict", "inconsistency")]
    assert any("read off a picture alone (note.pdf, p. 2 (scan))" in str(f["reason"]) for f in killed)
    note = next(d for d in rows["documents"] if d["file"] == "note.pdf")
    assert note["scanned"]


def test_the_same_words_as_text_are_a_conflict(tmp_path: Path) -> None:
    rows = built(tmp_path, pdf_of(tmp_path, f"{PLAIN}\n\n{WORDS}"))
    assert [f["kind"] for f in rows["findings"] if f["property"] == "killed"] == ["conflict"]
