"""Word files: what their reader makes of changes, comments, notes, tables, and of files made to do harm. All texts are invented."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from papers import PARAGRAPHS, TITLE, as_word

from rashomon.errors import SetAside
from rashomon.model.document import Appearance, Document, Original
from rashomon.runners.confined import Confined
from rashomon.stages.acquire import acquire

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
READER = "rashomon.stages.acquire.word:read_word"


def read(data: bytes, file: str = "note.docx", **said: str) -> Document:
    return acquire(data, Original(sha256(data).hexdigest(), (Appearance(file, **said),)))


def made(fill: Callable[[Any], None]) -> bytes:
    document = docx.Document()
    fill(document)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def changed(data: bytes, part: str, change: Callable[[bytes], bytes], **more: bytes) -> bytes:
    """A Word file with one part changed and others put in."""
    held = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(held, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
        for name, body in more.items():
            new.writestr(name, body)
    return held.getvalue()


def body(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind == "body"]


def test_headline_byline_and_paragraphs() -> None:
    document = read(as_word(properties=True))
    assert body(document) == list(PARAGRAPHS)
    assert (document.title, document.author, document.published) == (TITLE, "Ines Korvald", "2019-03-14")
    assert [document.text[s.start : s.end] for s in document.boilerplate] == ["The Maravel Observer"]


def test_what_was_put_in_is_read_and_what_was_taken_out_is_not() -> None:
    def fill(document: Any) -> None:
        paragraph = document.add_paragraph("The guards shot ")
        paragraph._p.append(
            parse_xml(f'<w:del {NS} w:id="1" w:author="A. Vint"><w:r><w:delText>twelve </w:delText></w:r></w:del>')
        )
        paragraph._p.append(parse_xml(f'<w:ins {NS} w:id="2" w:author="O. Lund"><w:r><w:t>nine </w:t></w:r></w:ins>'))
        paragraph.add_run("people at the gate of Dunmere, the union said.")

    document = read(made(fill))
    assert document.text == "The guards shot nine people at the gate of Dunmere, the union said."
    assert "tracked changes: passages that were taken out (by A. Vint) were not read: 1" in document.remarks
    assert (
        "tracked changes: passages that were put in (by O. Lund) were read as part of the text: 1" in document.remarks
    )


def test_comments_stand_apart_and_are_not_the_text_s_word() -> None:
    def fill(document: Any) -> None:
        paragraph = document.add_paragraph("Nine people died at the gate of Dunmere on Monday, the union said.")
        document.add_comment(paragraph.runs, text="I think it was the guards.", author="Ada Vint", initials="AV")

    document = read(made(fill))
    (block,) = [b for b in document.blocks if b.kind == "quoted"]
    assert re.fullmatch(
        r"\[comment by Ada Vint, 20\d\d-\d\d-\d\d\] I think it was the guards\.", document.text[block.start : block.end]
    )


def test_footnotes_stand_behind_the_text() -> None:
    notes = (
        f'<w:footnotes {NS}><w:footnote w:id="0"><w:p><w:r><w:t>separator</w:t></w:r></w:p></w:footnote><w:footnote w:id="5">'
        "<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> The ministry spoke of eight.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    ).encode()

    def fill(document: Any) -> None:
        paragraph = document.add_paragraph("Nine people died")
        paragraph._p.append(parse_xml(f'<w:r {NS}><w:footnoteReference w:id="5"/></w:r>'))
        paragraph.add_run(" at the gate of Dunmere, the union said.")

    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>'
    data = changed(
        made(fill),
        "word/_rels/document.xml.rels",
        lambda x: x.replace(b"</Relationships>", relation),
        **{"word/footnotes.xml": notes},
    )
    data = changed(
        data,
        "[Content_Types].xml",
        lambda x: x.replace(
            b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode()
        ),
    )
    document = read(data)
    assert (
        document.text == "Nine people died at the gate of Dunmere, the union said.\n\n[1] The ministry spoke of eight."
    )


def test_tables_of_data_are_rows_and_others_are_text() -> None:
    def fill(document: Any) -> None:
        document.add_paragraph(
            "The dead of the day were these, as the union listed them in a note of its own that night:"
        )
        table = document.add_table(0, 3)
        for row in (("Name", "Age", "Town"), ("Ada Vint", "34", "Karvik"), ("Ove Lund", "51", "Dunmere")):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        document.add_table(1, 1).cell(0, 0).text = PARAGRAPHS[0]

    document = read(made(fill))
    assert [document.text[b.start : b.end] for b in document.blocks if b.kind == "table"] == [
        "Name | Age | Town", "Ada Vint | 34 | Karvik", "Ove Lund | 51 | Dunmere",
    ]  # fmt: skip
    assert PARAGRAPHS[0] in body(document)


def test_hidden_text_is_said_and_not_read() -> None:
    def fill(document: Any) -> None:
        document.add_paragraph("Nine people died at the gate of Dunmere.").add_run(
            " Burn after reading."
        ).font.hidden = True

    document = read(made(fill))
    assert document.text == "Nine people died at the gate of Dunmere."
    assert "passages that are hidden in the document were not read: 1" in document.remarks


def test_an_invented_day_of_making_is_told_and_not_used() -> None:
    document = read(as_word(properties=True), published="")
    assert document.published == "2019-03-14"
    bare = read(made(lambda d: d.add_paragraph("Nine people died at the gate of Dunmere, the union said.")))
    assert bare.published is None
    assert any("made on 20" in remark for remark in bare.remarks)


def test_a_file_with_macros_is_read_as_text_only() -> None:
    macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
    plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    data = changed(as_word(), "[Content_Types].xml", lambda x: x.replace(plain.encode(), macro.encode()))
    assert body(read(data, "note.docm")) == list(PARAGRAPHS)


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12))
    + b"]>"
)
BOMB = b"<w:t>" + b" " * 600 * 1024**2 + b"</w:t>"


def laughing(xml: bytes) -> bytes:
    return LAUGHS + xml.split(b"?>", 1)[1].replace(b"Eleven people", b"&m;", 1)


def outside(xml: bytes) -> bytes:
    return b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + xml.split(b"?>", 1)[1].replace(
        b"Eleven people", b"&a;", 1
    )


def nested(xml: bytes) -> bytes:
    deep = b"<w:sdt><w:sdtContent>" * 10_000 + b"</w:sdtContent></w:sdt>" * 10_000
    return xml.replace(b"<w:sectPr", deep + b"<w:sectPr", 1)


@pytest.mark.parametrize("change", [laughing, outside, nested])
def test_entities_and_depths_are_not_followed(change: Callable[[bytes], bytes]) -> None:
    data = changed(as_word(), "word/document.xml", change)
    try:
        found = Confined(seconds=20)(READER, data)
    except SetAside as fault:
        assert "damaged" in str(fault) or "nested" in str(fault)
    else:
        assert b"haha" not in found
        assert len(found) < 50_000


def test_a_bomb_is_refused_by_its_table_of_contents() -> None:
    with pytest.raises(SetAside, match="as a bomb is"):
        read(changed(as_word(), "word/document.xml", lambda _: BOMB))


def test_damaged_and_locked_files_are_set_aside_with_the_reason() -> None:
    data = as_word()
    for spoilt, reason in (
        (data[: len(data) // 2], "damaged"),
        (b"PK\x03\x04", "damaged"),
        (b"", "damaged"),
        (b"\xd0\xcf\x11\xe0" * 9, "password"),
    ):
        with pytest.raises(SetAside, match=reason):
            read(spoilt)
    with pytest.raises(SetAside, match=r"save it as \.docx"):
        read(b"\xd0\xcf\x11\xe0", "old.doc")


def test_bytes_that_were_flipped_break_nothing() -> None:
    apart, chance, data = Confined(), random.Random(11), as_word(properties=True)
    with ZipFile(BytesIO(data)) as archive:
        names = [n for n in archive.namelist() if n.endswith((".xml", ".rels"))]
    for turn in range(80):
        if turn % 2:
            spoilt = spoil(data, chance)
        else:
            spoilt = changed(data, chance.choice(names), lambda body: spoil(body, chance))
        try:
            apart(READER, spoilt)
        except SetAside as fault:
            assert "this program broke" not in str(fault)
    assert apart(READER, data)


def spoil(body: bytes, chance: random.Random) -> bytes:
    """Bytes with some changed, cut or doubled."""
    held = bytearray(body)
    for _ in range(chance.choice((1, 5, 50))):
        at = chance.randrange(len(held))
        held[at : at + chance.choice((1, 1, 9))] = chance.choice(
            (bytes([chance.randrange(256)]), b"<", b"w:", b"&x;", b"")
        )
    return bytes(held)
