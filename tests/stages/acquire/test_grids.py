"""Workbooks and CSV files: rows, prose in cells, formulas, and files made to do harm. All texts are invented."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from papers import PARAGRAPHS

from rashomon.errors import SetAside
from rashomon.model.document import Appearance, Document, Original
from rashomon.runners.confined import Confined
from rashomon.stages.acquire import acquire
from rashomon.stages.acquire.grids import read_csv

READER = "rashomon.stages.acquire.grids:read_workbook"


def read(data: bytes, file: str, **said: str) -> Document:
    return acquire(data, Original(sha256(data).hexdigest(), (Appearance(file, **said),)))


def book(**sheets: list[list[Any]]) -> bytes:
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    held = BytesIO()
    made.save(held)
    return held.getvalue()


ROWS = [["Name", "Age", "Died on"], ["Ada Vint", 34, date(2019, 3, 14)], ["Ove Lund", 51.0, date(2019, 3, 15)]]


def rows_of(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind == "table"]


def test_the_rows_of_every_sheet_are_known_by_its_name() -> None:
    document = read(book(Victims=ROWS, Wounded=[["Name"], ["Ida Holt"]]), "list.xlsx")
    assert rows_of(document) == [
        "Name | Age | Died on",
        "Ada Vint | 34 | 2019-03-14",
        "Ove Lund | 51 | 2019-03-15",
        "Name",
        "Ida Holt",
    ]
    assert document.leaf_at(document.text.index("Ove Lund")) == "sheet Victims"
    assert document.leaf_at(document.text.index("Ida Holt")) == "sheet Wounded"
    assert document.kind == "other"


def test_prose_in_a_cell_is_text() -> None:
    for data, file in (
        (book(Notes=[["1", PARAGRAPHS[0]]]), "n.xlsx"),
        (f'no,what\n1,"{PARAGRAPHS[0]}"\n'.encode(), "n.csv"),
    ):
        document = read(data, file)
        assert PARAGRAPHS[0] in [document.text[b.start : b.end] for b in document.blocks if b.kind == "body"]
        assert "1" in rows_of(document)


def test_no_formula_is_worked_out_and_hidden_sheets_are_said() -> None:
    made = Workbook()
    made.active.append(["Dead", "=SUM(4,5)", '=WEBSERVICE("http://127.0.0.1/")'])
    made.create_sheet("Secret").append(["nothing"])
    made["Secret"].sheet_state = "hidden"
    held = BytesIO()
    made.save(held)
    document = read(held.getvalue(), "sum.xlsx")
    assert rows_of(document) == ["Dead"]
    assert "sheet Sheet: formulas whose result the file does not hold were not read: 2" in document.remarks
    assert "hidden sheets of the workbook were not read: Secret" in document.remarks


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_a_csv_is_read_by_its_own_mark(mark: str) -> None:
    text = "\n".join(mark.join(row) for row in (("Name", "Town"), ("Ada Vint", "Karvik"), ("Ove Lund", "Dunmere")))
    assert rows_of(read(text.encode("cp1252"), "list.csv")) == [
        "Name | Town",
        "Ada Vint | Karvik",
        "Ove Lund | Dunmere",
    ]


@pytest.mark.parametrize(
    ("code", "town"),
    [
        ("cp1254", "İskenderun Şehri"),
        ("cp1251", "Вчера утром в порту погибли девять рабочих, сообщил профсоюз"),
        ("cp1252", "Görlitz"),
    ],
)
def test_a_csv_of_any_code_page_is_read_apart_too(code: str, town: str) -> None:
    data = "\n".join(f"{town};{n}" for n in range(40)).encode(code)
    assert town.encode() in Confined()("rashomon.stages.acquire.grids:read_csv", data)


def test_damaged_and_locked_files_are_set_aside_with_the_reason() -> None:
    whole = book(Victims=ROWS)
    for data, file, reason in (
        (whole[:300], "a.xlsx", "damaged"), (b"\xd0\xcf\x11\xe0" * 9, "a.xlsx", "password"), (b"", "a.csv", "empty"),
        (b"\xd0\xcf", "a.xls", r"\.xlsx"), (book(Empty=[]), "a.xlsx", "no text"),
    ):  # fmt: skip
        with pytest.raises(SetAside, match=reason):
            read(data, file)


def changed(data: bytes, name: str, body: bytes) -> bytes:
    held = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(held, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, body if part == name else old.read(part))
    return held.getvalue()


NS = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
LAUGHS = (
    b'<!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12))
    + b"]>"
)
FAR = NS + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
LAUGHING = LAUGHS + NS + b'<row r="1"><c r="A1" t="str"><v>&m;</v></c></row></sheetData></worksheet>'


@pytest.mark.parametrize("body", [FAR, LAUGHING, NS * 10_000, b""], ids=["far", "laughs", "deep", "nothing"])
def test_sheets_made_to_do_harm_cost_themselves_alone(body: bytes) -> None:
    apart, whole = Confined(seconds=30), book(Victims=ROWS)
    try:
        assert len(apart(READER, changed(whole, "xl/worksheets/sheet1.xml", body))) < 100_000
    except SetAside as fault:
        assert "this program broke" not in str(fault)
    assert apart(READER, whole)


def test_bytes_that_were_flipped_break_nothing() -> None:
    apart, chance, whole = Confined(), random.Random(3), book(Victims=ROWS)
    with ZipFile(BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for turn in range(80):
        name = chance.choice(list(parts))
        body = bytearray(whole if turn % 2 else parts[name])
        for _ in range(chance.choice((1, 5, 30))):
            at = chance.randrange(len(body))
            body[at : at + chance.choice((1, 1, 6))] = chance.choice(
                (bytes([chance.randrange(256)]), b"<", b"99999999999", b"")
            )
        try:
            apart(READER, bytes(body) if turn % 2 else changed(whole, name, bytes(body)))
        except SetAside as fault:
            assert "this program broke" not in str(fault)
    for _ in range(300):
        body = bytearray(b'Name,Town\n"Ada ""A"" Vint",Karvik\n')
        for _ in range(chance.choice((1, 5))):
            body[chance.randrange(len(body))] = chance.choice((0, 10, 13, 34, 44, 255))
        with suppress(SetAside):
            read_csv(bytes(body))
