"""The readers of tables: workbooks and CSV. Short cells are rows of a table, as on a page; a cell that holds prose is read as text."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO, StringIO
from typing import Any
from xml.etree.ElementTree import ParseError

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from rashomon.errors import SetAside
from rashomon.model.document import Leaf
from rashomon.stages.acquire.decode import decode
from rashomon.stages.acquire.draft import Draft, Header, Line
from rashomon.stages.acquire.garbled import mend
from rashomon.stages.acquire.properties import borne_out
from rashomon.stages.acquire.tidy import tidy
from rashomon.stages.acquire.zipped import DAMAGED, open_zip

MOST_ROWS, MOST_COLUMNS, MOST_EMPTY = 100_000, 200, 2_000
_LONGEST_CELL = 80
_OLD = b"\xd0\xcf\x11\xe0"
_BROKEN = (
    *DAMAGED,
    InvalidFileException,
    ParseError,
    etree.LxmlError,
    TypeError,
    AttributeError,
    IndexError,
    ArithmeticError,
)


def read_workbook(data: bytes) -> Draft:
    """The rows of a workbook, sheet by sheet, each named by its sheet. Formulas are not worked out: their last results are read.

    Raises `SetAside` for a file that is damaged, locked or empty.
    """
    if data.startswith(_OLD):
        raise SetAside(
            "the workbook is locked with a password, or is an old one (.xls); save a copy of it as .xlsx without one"
        )
    with open_zip(data) as archive:
        comments = sum(
            name.startswith("xl/") and "comments" in name.rsplit("/", 1)[-1].lower() for name in archive.namelist()
        )
    try:
        return _read_sheets(data, comments)
    except _BROKEN as fault:
        raise SetAside("the workbook cannot be opened: it is damaged, cut off, or none") from fault


def _read_sheets(data: bytes, comments: int) -> Draft:
    shown = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    asked = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
    remarks = [f"comments on cells of the workbook were not read, in sheets: {comments}"] if comments else []
    hidden = [sheet.title for sheet in shown.worksheets if sheet.sheet_state != "visible"]
    remarks += [f"hidden sheets of the workbook were not read: {', '.join(hidden)}"] if hidden else []
    lines: list[Line] = []
    for sheet, formulas in zip(shown.worksheets, asked.worksheets, strict=True):
        if sheet.sheet_state == "visible":
            found, name = _read_sheet(sheet, formulas), f"sheet {sheet.title}"
            lines += _lines(found.rows, Leaf(0, name), sheet.title)
            if found.open:
                remarks.append(f"{name}: formulas whose result the file does not hold were not read: {found.open}")
            if found.cut:
                remarks.append(f"{name}: {found.cut}")
    said = shown.properties
    made = said.created.date().isoformat() if said.created else None
    header, proposed = borne_out(Header(title=said.title, author=said.creator, published=made), lines)
    if not any(line.kind != "subhead" for line in lines):
        raise SetAside("; ".join(["the workbook holds no text", *remarks]))
    return Draft(tuple(lines), header, tuple(remarks), proposed, kind="other")


@dataclass(slots=True)
class _Sheet:
    """The rows of one sheet that hold something, and what of it was not read."""

    rows: list[list[str]] = field(default_factory=list)
    open: int = 0
    cut: str | None = None


def _read_sheet(shown: Any, asked: Any) -> _Sheet:
    """One sheet as it was last shown, beside the formulas that it asks for."""
    for sheet in (shown, asked):
        sheet.reset_dimensions()
    found, empty = _Sheet(), 0
    pairs = zip(*(s.iter_rows(max_col=MOST_COLUMNS, values_only=True) for s in (shown, asked)), strict=False)
    for row, formulas in pairs:
        cells = [_shown(value) for value in row]
        found.open += sum(
            v is None and isinstance(f, str) and f.startswith("=") for v, f in zip(row, formulas, strict=False)
        )
        empty = 0 if any(cells) else empty + 1
        if empty > MOST_EMPTY:
            found.cut = f"what stands behind {MOST_EMPTY:,} empty rows was not looked at"
            break
        if any(cells):
            found.rows.append(cells)
        if len(found.rows) > MOST_ROWS:
            found.cut = f"rows beyond the first {MOST_ROWS:,} were not read"
            break
    return found


def read_csv(data: bytes) -> Draft:
    """The rows of a CSV file. Raises `SetAside` for one that is empty, binary or has no rows."""
    text, garbled = mend(decode(data))
    try:
        found = list(_csv_rows(text))
    except csv.Error as fault:
        raise SetAside(f"it cannot be read as CSV: {fault}") from fault
    cut = f"rows beyond the first {MOST_ROWS:,} were not read" if len(found) > MOST_ROWS else None
    remarks = tuple(remark for remark in (garbled, cut) if remark)
    return Draft(tuple(_lines(found, None, None)), remarks=remarks, kind="other")


def _csv_rows(text: str) -> Iterator[list[str]]:
    reader = csv.reader(StringIO(text.replace("\0", ""), newline=""), delimiter=_delimiter(text))
    for at, row in enumerate(reader):
        if at > MOST_ROWS:
            return
        if any(cell.strip() for cell in row):
            yield row[:MOST_COLUMNS]


def _delimiter(text: str) -> str:
    """The mark that stands in every one of the first lines, the most often in the first; a comma where none does."""
    lines = [line for line in text.split("\n")[:20] if line.strip()]
    shared = [mark for mark in ";\t,|" if lines and all(mark in line for line in lines[:5])]
    return max(shared, key=lambda mark: lines[0].count(mark), default=",")


def _lines(rows: Iterable[Sequence[str]], leaf: Leaf | None, title: str | None) -> Iterator[Line]:
    """Each row as a line of its short cells, and behind it the cells that hold prose."""
    leaves = (leaf,) if leaf else ()
    if title:
        yield Line(title, 1, "subhead", leaves=leaves)
    for at, row in enumerate(rows):
        cells = [" ".join(tidy(cell).split()) for cell in row]
        short = [cell for cell in cells if len(cell) <= _LONGEST_CELL]
        if any(short):
            yield Line(" | ".join(short).rstrip(" |"), 0 if at else 1, "table", leaves=leaves)
        for cell in cells:
            if len(cell) > _LONGEST_CELL:
                yield Line(cell, 1, None, leaves=leaves)


def _shown(value: Any) -> str:
    """A cell as it is shown: days in ISO form, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
