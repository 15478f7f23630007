"""OpenDocument and RTF: notes, comments, changes, letters of every code page, and files made to do harm. All texts are invented."""

from __future__ import annotations

import random
from contextlib import suppress
from hashlib import sha256

import pytest
from papers import ODF, PARAGRAPHS, TITLE, as_open, as_rtf, as_word

from rashomon.errors import SetAside
from rashomon.model.document import Appearance, Document, Original
from rashomon.runners.confined import Confined
from rashomon.stages.acquire import acquire
from rashomon.stages.acquire.richtext import read_rtf

GATE = "Nine people died at the gate of Dunmere, the union said."


def read(data: bytes, file: str) -> Document:
    return acquire(data, Original(sha256(data).hexdigest(), (Appearance(file),)))


def blocks(document: Document, kind: str) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind == kind]


@pytest.mark.parametrize(
    ("data", "file"),
    [(as_open(), "a.odt"), (as_rtf(), "a.rtf"), (as_rtf(), "a.doc"), (as_word(), "a.doc"), (as_open(), "a")],
)
def test_headline_byline_and_paragraphs(data: bytes, file: str) -> None:
    document = read(data, file)
    assert blocks(document, "body") == list(PARAGRAPHS)
    assert (document.title, document.author, document.published) == (TITLE, "Ines Korvald", "2019-03-14")


def test_an_open_text_s_notes_comments_changes_and_edges() -> None:
    inner = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>twelve</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>Nine people died<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>The ministry spoke of eight.</text:p>"
        "</text:note-body></text:note> at<text:s text:c='1'/>the gate<office:annotation><dc:creator>Ada Vint</dc:creator><dc:date>2019-03-15T10:00:00</dc:date>"
        "<text:p>Was it the guards?</text:p></office:annotation> of Dunmere, the union said.<text:hidden-text>Burn this.</text:hidden-text></text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>Name</text:p></table:table-cell><table:table-cell><text:p>Age</text:p></table:table-cell></table:table-row>"
        "<table:table-row><table:table-cell><text:p>Ove Lund</text:p></table:table-cell><table:table-cell><text:p>51</text:p></table:table-cell></table:table-row></table:table>"
    )
    styles = f"<office:document-styles {ODF}><style:header><text:p>The Union</text:p></style:header></office:document-styles>"
    document = read(as_open(inner, **{"styles.xml": styles}), "a.odt")
    assert blocks(document, "quoted") == ["[comment by Ada Vint, 2019-03-15] Was it the guards?"]
    assert blocks(document, "table") == ["Name | Age", "Ove Lund | 51"]
    assert blocks(document, "boilerplate") == ["The Union"]
    assert document.text.startswith(GATE)
    assert "[1] The ministry spoke of eight." in document.text
    assert "Burn" not in document.text
    assert {
        "tracked changes: passages that were taken out were not read: 1",
        "passages that are hidden in the document were not read: 1",
    } <= set(document.remarks)


def test_an_rtf_s_notes_comments_changes_and_tables() -> None:
    inner = (
        r"{\info{\title Layout 7}{\author admin}{\creatim\yr2020\mo1\dy2}}{\header The Union\par}Nine people died{\super\chftn{\footnote\chftn The ministry spoke of eight.}}"
        r" at the gate{\*\atnid AV}{\*\atnauthor Ada Vint}{\*\annotation Was it the guards?} of Dunmere,{\deleted  the ministry denied,} the union said.{\v Burn this.}\par"
        r"\trowd Name\cell Age\cell\row Ove Lund\cell 51\cell\row{\pict 0a0b0c}{\object{\objdata 0102}}{\*\unknown words}"
    )
    document = read(as_rtf(inner), "a.rtf")
    assert blocks(document, "quoted") == ["[comment by Ada Vint] Was it the guards?"]
    assert blocks(document, "table") == ["Name | Age", "Ove Lund | 51"]
    assert blocks(document, "boilerplate") == ["The Union"]
    assert document.text.startswith(GATE)
    assert "[1] The ministry spoke of eight." in document.text
    assert not any(words in document.text for words in ("Burn", "denied", "0a0b", "unknown"))
    assert any("made on 2020-01-02" in remark for remark in document.remarks)
    assert any(remark.startswith("deleted text") for remark in document.remarks)


def test_the_letters_of_an_rtf_are_those_of_its_fonts() -> None:
    inner = r"\f1 \'dd\'fe\'e7i \'f6ld\'fc.\par \f2 \'ef\'ee\'e3\'e8\'e1\par \f0 caf\'e9 \u304?\u350?\uc2\u8212xx\par \u-10179?\u-8704?"
    assert [line.text for line in read_rtf(as_rtf(inner)).lines] == ["İşçi öldü.", "погиб", "café İŞ—", "😀"]


LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + "]>"
)


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        (b"{\\rtf1 " + b"{" * 100_000 + b"words" + b"}" * 100_000, "richtext:read_rtf"),
        (b"{\\rtf1 " + b"\\u9999999999 " * 1000 + b"\\bin99999999 words}", "richtext:read_rtf"),
        (b"{\\rtf1 " + b"a" * 3_000_000 + b"}", "richtext:read_rtf"),
        (b"no rtf", "richtext:read_rtf"),
        (as_open("<text:section>" * 10_000 + "<text:p>words</text:p>" + "</text:section>" * 10_000), "opendocument:read_opendocument"),
        (as_open('<text:p>words<text:s text:c="999999999"/></text:p>'), "opendocument:read_opendocument"),
        (as_open("<text:p>cut"), "opendocument:read_opendocument"),
        (as_open(**{"META-INF/manifest.xml": "<encryption-data/>"}), "opendocument:read_opendocument"),
        (as_open()[:500], "opendocument:read_opendocument"),
        (b"", "opendocument:read_opendocument"),
        (as_open().replace(b"<office:document-content", LAUGHS.encode() + b"<office:document-content", 1), "opendocument:read_opendocument"),
    ],
)  # fmt: skip
def test_files_made_to_do_harm_are_read_or_set_aside(data: bytes, reader: str) -> None:
    try:
        assert len(Confined(seconds=30)("rashomon.stages.acquire." + reader, data)) < 5_000_000
    except SetAside as fault:
        assert "this program broke" not in str(fault)


def test_bytes_that_were_flipped_break_nothing() -> None:
    chance, rtf, open_ = random.Random(9), as_rtf(), as_open()
    for turn in range(300):
        data = bytearray(rtf if turn % 3 else open_)
        for _ in range(chance.choice((1, 5, 40))):
            at = chance.randrange(len(data))
            data[at : at + chance.choice((0, 1, 5))] = chance.choice(
                (b"{", b"}", b"\\", b"\\u-9", b"\\'", b"\\cell", bytes([chance.randrange(256)]))
            )
        with suppress(SetAside):
            read(bytes(data), "a.rtf" if turn % 3 else "a.odt")
