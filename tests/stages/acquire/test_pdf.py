"""PDF files: what their reader makes of columns, edges, footnotes, pages, and of files made to do harm. All texts are invented."""

from __future__ import annotations

import random
import zlib
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
import typst
from papers import DAY, NOTE, PARAGRAPHS, TITLE, as_pdf
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ByteStringObject, NameObject

from rashomon.errors import SetAside
from rashomon.model.document import Appearance, Document, Original
from rashomon.runners.confined import Confined
from rashomon.stages.acquire import acquire
from rashomon.stages.acquire.pdf import named, read_pdf


def read(data: bytes, file: str = "paper.pdf", **said: str) -> Document:
    return acquire(data, Original(sha256(data).hexdigest(), (Appearance(file, **said),)))


def made(folder: Path, source: str) -> bytes:
    path = folder / "made.typ"
    path.write_text(source, encoding="utf-8")
    return bytes(typst.compile(path))


def body(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind == "body"]


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_the_paragraphs_are_whole_and_in_order_in_one_column_and_in_more(tmp_path: Path, columns: int) -> None:
    document = read(as_pdf(tmp_path, columns))
    assert body(document) == list(PARAGRAPHS)
    assert (document.title, document.author, document.published) == (TITLE, "Ines Korvald", "2019-03-14")


def test_what_runs_along_the_edges_is_furniture_and_pages_are_known(tmp_path: Path) -> None:
    document = read(as_pdf(tmp_path, 2, height="110mm"))
    furniture = {document.text[s.start : s.end] for s in document.boilerplate}
    assert {"The Maravel Observer", "1 / 2", "2 / 2"} <= furniture
    assert [leaf.name for leaf in document.leaves][:2] == ["p. 1", "p. 2"]
    assert document.leaf_at(document.text.index(TITLE)) == "p. 1"
    assert document.leaf_at(document.text.index("deadliest attack")) == "p. 2"
    assert document.leaf_at(document.text.index("1 / 2")) == "p. 1"


def test_a_paragraph_over_a_page_s_end_is_one_and_stands_on_both(tmp_path: Path) -> None:
    split = 0
    for height in range(70, 150, 10):
        document = read(as_pdf(tmp_path, 2, height=f"{height}mm"))
        assert body(document) == list(PARAGRAPHS)
        starts = [document.text.index(words) for words in PARAGRAPHS]
        ends = [
            document.leaf_at(at) != document.leaf_at(at + len(p) - 1) for at, p in zip(starts, PARAGRAPHS, strict=True)
        ]
        split += sum(ends)
    assert split


@pytest.mark.parametrize("columns", [1, 2])
def test_a_footnote_stands_behind_its_page_and_its_call_is_no_figure(tmp_path: Path, columns: int) -> None:
    document = read(as_pdf(tmp_path, columns, note=True, height="120mm"))
    assert PARAGRAPHS[0] in body(document)
    assert f"[1] {NOTE}" in document.text
    assert document.leaf_at(document.text.index(NOTE)) == "p. 1"


def test_a_raised_figure_that_calls_no_footnote_stays_raised(tmp_path: Path) -> None:
    document = read(
        made(tmp_path, "The fire burned 12#super[3] km#super[2] of forest near the village of Dunmere, police said.")
    )
    assert "12³ km² of forest" in document.text


def test_a_table_is_read_row_by_row(tmp_path: Path) -> None:
    rows = "".join(
        f"[{name}], [{age}], [{town}],"
        for name, age, town in (("Name", "Age", "Town"), ("Ada Vint", "34", "Karvik"), ("Ove Lund", "51", "Dunmere"))
    )
    document = read(
        made(
            tmp_path,
            f"The dead of the day were these, as the union listed them in its note:\n\n#table(columns: (5cm, 5cm, 5cm), {rows})",
        )
    )
    assert [document.text[b.start : b.end] for b in document.blocks if b.kind == "table"] == [
        "Name | Age | Town", "Ada Vint | 34 | Karvik", "Ove Lund | 51 | Dunmere",
    ]  # fmt: skip


def test_properties_count_where_the_text_bears_them_out_and_the_day_of_making_never(tmp_path: Path) -> None:
    document = read(
        made(
            tmp_path,
            '#set document(title: "Layout 7", author: "admin", date: datetime(year: 2020, month: 1, day: 2))\nA fire burned in the forest near the village of Dunmere, police said.',
        )
    )
    assert document.published is None
    assert document.author is None
    assert any("made on 2020-01-02" in remark and "author “admin”" in remark for remark in document.remarks)


def scanned(folder: Path) -> bytes:
    picture = folder / "scan.svg"
    picture.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="100" height="100"/></svg>'
    )
    bits = b"".join(b"\0" + bytes(range(200)) for _ in range(200))
    chunk = lambda kind, data: len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")  # noqa: E731
    head = (200).to_bytes(4, "big") * 2 + bytes((8, 0, 0, 0, 0))
    (folder / "scan.png").write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bits)) + chunk(b"IEND", b"")
    )
    return made(
        folder,
        f'#set page(margin: 0pt)\n#pad(2cm)[{PARAGRAPHS[0]}]\n#pagebreak()\n#image("scan.png", width: 100%, height: 100%)\n#pagebreak()\n#pad(2cm)[{PARAGRAPHS[1]}]',
    )


def test_a_page_that_is_a_picture_is_listed_as_unread(tmp_path: Path) -> None:
    document = read(scanned(tmp_path))
    assert "page 2 not read: a picture without text, such as a scan" in document.remarks
    assert document.leaf_at(document.text.index(PARAGRAPHS[1])) == "p. 3"


def test_a_paper_of_pictures_alone_is_set_aside_with_the_reason(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_page(PdfReader(BytesIO(scanned(tmp_path))).pages[1])
    held = BytesIO()
    writer.write(held)
    with pytest.raises(SetAside, match="page 1 not read: a picture without text"):
        read(held.getvalue())


def test_pages_are_named_in_runs() -> None:
    assert named([3]) == "page 3"
    assert named([1, 2, 3, 7, 9, 10]) == "pages 1-3, 7, 9-10"


def test_a_pdf_under_another_name_is_read_as_what_it_is(tmp_path: Path) -> None:
    assert read(as_pdf(tmp_path), "leak").media_type == "application/pdf"
    assert read(as_pdf(tmp_path), "leak.txt").media_type == "application/pdf"


def test_a_locked_or_damaged_file_is_set_aside_with_the_reason(tmp_path: Path) -> None:
    data = as_pdf(tmp_path)
    writer = PdfWriter(clone_from=BytesIO(data))
    writer.encrypt("secret", algorithm="RC4-128")
    held = BytesIO()
    writer.write(held)
    for bytes_, reason in (
        (held.getvalue(), "password"),
        (data[:200], "damaged"),
        (b"%PDF-1.7\n", "damaged"),
        (b"no pdf", "no PDF"),
    ):
        with pytest.raises(SetAside, match=reason):
            read(bytes_)


def plain_pdf(content: bytes, media: str = "0 0 600 800") -> bytes:
    """A PDF of one page, written by hand."""
    packed = zlib.compress(content)
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[{media}]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>".encode(),
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]  # fmt: skip
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    )


def test_a_page_of_a_million_letters_costs_itself_alone() -> None:
    crowd = b"BT /F 1 Tf 10 700 Td " + (b"(" + b"abcdefghi " * 1000 + b") Tj 0 -2 Td ") * 100 + b"ET"
    with pytest.raises(SetAside, match="letters, more than one page may"):
        read(plain_pdf(crowd))


def test_letters_all_in_one_place_or_far_away_are_read_to_the_end() -> None:
    piled = b"BT /F 12 Tf " + b"1 0 0 1 100 100 Tm (police said) Tj " * 2000 + b" ET"
    far = b"BT /F 12 Tf 99999999 99999999 Td (police said so) Tj 0 0 0 0 0 0 Tm (flat) Tj ET"
    for content in (piled, far):
        try:
            assert "police" in read(plain_pdf(content)).text
        except SetAside as fault:
            assert "text" in str(fault)


def test_bytes_that_were_flipped_break_nothing(tmp_path: Path) -> None:
    apart, chance, data = Confined(), random.Random(7), as_pdf(tmp_path, 2, note=True)
    read_ = 0
    for _ in range(60):
        spoilt = bytearray(data)
        for _ in range(chance.choice((1, 5, 50))):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        cut = bytes(spoilt[: chance.choice((len(spoilt), chance.randrange(len(spoilt))))])
        try:
            read_ += bool(apart("rashomon.stages.acquire.pdf:read_pdf", cut))
        except SetAside as fault:
            assert "this program broke" not in str(fault)
    assert read_
    assert apart("rashomon.stages.acquire.pdf:read_pdf", data)
    assert read_pdf(data).lines
    assert DAY


LINE = "Two men in blue overalls got out of a van and shot at passengers who were waiting for the boat to Sant Orrin, a dock worker who saw it said."


def test_the_numbers_of_a_transcript_s_lines_are_no_figures(tmp_path: Path) -> None:
    turns = ("Q. Did you see the guards?", "A. I saw two of them. " + LINE, "Q. And then?", "A. I ran to the office.")
    document = read(made(tmp_path, '#set page(height: 14cm)\n#set par.line(numbering: "1")\n' + "\n\n".join(turns)))
    assert document.text.split("\n\n") == list(turns)


@pytest.mark.parametrize(
    "style",
    [
        "#set par(leading: 1.6em, spacing: 1.6em, first-line-indent: 1.5em)",
        "#set par(spacing: 0.65em, first-line-indent: 1.5em, justify: true)",
        "#set par(leading: 0.5em, spacing: 1.2em)",
        "#set text(size: 6pt)\n#set page(columns: 3)",
        "#set page(flipped: true)",
    ],
)
def test_paragraphs_are_told_however_they_are_set(tmp_path: Path, style: str) -> None:
    document = read(
        made(tmp_path, f"{style}\n" + "\n\n".join([f"First. {LINE} {LINE}", f"Second. {LINE}", f"Third. {LINE}"]))
    )
    assert document.text.split("\n\n") == [f"First. {LINE} {LINE}", f"Second. {LINE}", f"Third. {LINE}"]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read_as_its_letters_stand(tmp_path: Path, turned: int) -> None:
    reader, writer = PdfReader(BytesIO(as_pdf(tmp_path, 2))), PdfWriter()
    for page in reader.pages:
        writer.add_page(page.rotate(turned))
    held = BytesIO()
    writer.write(held)
    assert body(read(held.getvalue())) == list(PARAGRAPHS)
    for page in writer.pages:
        page.transfer_rotation_to_content()
    held = BytesIO()
    writer.write(held)
    assert body(read(held.getvalue())) == list(PARAGRAPHS)


def test_properties_with_damaged_letters_cost_nothing_but_themselves(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=BytesIO(as_pdf(tmp_path)))
    info = writer._info
    assert info is not None
    info[NameObject("/Title")] = ByteStringObject(b"\xfe\xff\xd8\x00\x00A\xd8\x00")
    held = BytesIO()
    writer.write(held)
    assert body(read(held.getvalue())) == list(PARAGRAPHS)


def test_words_between_which_no_space_was_written_are_parted_where_one_was_left() -> None:
    data = (Path(__file__).parent / "made" / "groff.pdf").read_bytes()
    assert body(read(data)) == list(PARAGRAPHS)


def test_a_page_that_is_turned_is_read_as_it_is_shown(tmp_path: Path) -> None:
    writer = PdfWriter()
    moves = {90: (0, 1, -1, 0, 842, 0), 180: (-1, 0, 0, -1, 595, 842), 270: (0, -1, 1, 0, 0, 595)}
    for turns, move in moves.items():
        page = writer.add_page(PdfReader(BytesIO(as_pdf(tmp_path, 2, height="297mm"))).pages[0])
        page.add_transformation(move)
        page.mediabox.upper_right = (595, 842) if turns == 180 else (842, 595)
        page.rotate(turns)
    held = BytesIO()
    writer.write(held)
    assert body(read(held.getvalue())).count(PARAGRAPHS[2]) == 3


def test_a_headline_set_about_its_middle_over_two_lines_is_one(tmp_path: Path) -> None:
    title = "Nine officers named in the charge sheet over the burning of the ferry terminal in Maravel two years ago"
    source = f'#set page(width: 170mm, height: 120mm)\n#align(center, text(18pt, weight: "bold")[{title}])\n\n#align(center)[{DAY}]\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n'
    document = read(made(tmp_path, source))
    assert title in document.text and document.title == title
    assert [words.replace("\n", " ") for words in body(document)] == [PARAGRAPHS[0], PARAGRAPHS[1]]
