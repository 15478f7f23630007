"""The rows of a file of telephone records: CSV in any notation and workbooks, as text, one row after the other."""

from __future__ import annotations

import csv
from codecs import getincrementaldecoder
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from io import BytesIO, TextIOWrapper
from itertools import islice
from typing import Any

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from rashomon.stages.acquire.calls.wording import words_known
from rashomon.stages.acquire.decode import decode
from rashomon.stages.acquire.media import WORKBOOK

MOST_COLUMNS = 120
_HEAD, _SPREAD, _SLICE, _STRETCH = 400, 20, 4_000, 1 << 20
_MARKS = ";\t,|"
_QUOTED_MOST = 1_000_000

_SAMPLE = 60_000
_MARKED = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_PAGES = (
    "cp1252",
    "cp1254",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1255",
    "cp1256",
    "cp1257",
    "cp1258",
    "cp866",
    "koi8_r",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_kr",
)

Row = list[str]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its sheet, the mark between its cells, its first rows, rows from all over it, and all of them. `above` counts lines that are no rows."""

    sheet: str | None
    delimiter: str | None
    head: tuple[Row, ...]
    spread: tuple[Row, ...]
    rows: Callable[[], Iterator[Row]]
    above: int = 0


def tables_of(kind: str, data: bytes, start: int = 0) -> Iterator[Table]:
    """The tables of a file whose bytes begin at an offset. Raises what its readers raise where it is damaged."""
    yield from _sheets(data[start:]) if kind == WORKBOOK else [_csv(data, start)]


def _csv(data: bytes, start: int) -> Table:
    code = encoding_of(data, start)
    sample = data[start : start + _SAMPLE].decode(code, errors="replace").lstrip("\ufeff")
    mark, named = _mark(sample)

    def rows(most: int | None = None) -> Iterator[Row]:
        held = BytesIO(data)
        held.seek(start)
        lines = TextIOWrapper(held, code, errors="replace", newline="")
        for _ in range(named):
            next(lines, None)
        return _rows(lines, mark, most)

    head = tuple(rows(_HEAD))
    spread = tuple(_spread(data, start, code, mark)) if len(head) == _HEAD and "16" not in code else ()
    return Table(None, mark, head, spread, rows, named)


def _rows(lines: Iterable[str], mark: str, most: int | None) -> Iterator[Row]:
    csv.field_size_limit(_QUOTED_MOST)
    clean = (line.replace("\0", "") if "\0" in line else line for line in lines)
    for row in islice(csv.reader(clean, delimiter=mark), most):
        yield row[:MOST_COLUMNS] if len(row) > MOST_COLUMNS else row


def _spread(data: bytes, start: int, code: str, mark: str) -> Iterator[Row]:
    """Rows from all over a long file: its days and figures may begin to tell themselves apart late."""
    for n in range(1, _SPREAD + 1):
        at = data.find(b"\n", start + (len(data) - start) * n // (_SPREAD + 1)) + 1
        lines = data[at : at + _SLICE].decode(code, errors="replace").splitlines(keepends=True)[:-1]
        yield from _rows(lines, mark, None) if at else ()


def encoding_of(data: bytes, start: int) -> str:
    """How a table's text is written: by its mark, by its zeros, as UTF-8, else by the code page in which its first lines make words.

    The few words of a table, all at its top, tell a code page better than their letters would. Raises SetAside for what is no text.
    """
    head = data[start : start + _SAMPLE]
    decode(head)
    if head.startswith(_MARKED):
        return "utf-16" if head[:1] != b"\xef" else "utf-8-sig"
    if head[1::2].count(0) * 3 > len(head) or head[::2].count(0) * 3 > len(head):
        return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
    if _is_utf8(data, start):
        return "utf-8"
    return max((words_known(head.decode(page, errors="replace")), -n, page) for n, page in enumerate(_PAGES))[2]


def _is_utf8(data: bytes, start: int) -> bool:
    """Whether all of it can be read as UTF-8, a stretch at a time."""
    reader = getincrementaldecoder("utf-8")()
    try:
        for at in range(start, len(data), _STRETCH):
            reader.decode(data[at : at + _STRETCH])
    except UnicodeDecodeError:
        return False
    return True


def _mark(sample: str) -> tuple[str, int]:
    """The mark between cells, and how many lines name it: "sep=;" at the top, as some spreadsheets write it.

    It is the one by which most lines fall into equally many cells; preamble lines before a table do not.
    """
    first = sample[:10].split("\n", 1)[0].strip("\r ").lower()
    if first.startswith("sep=") and len(first) == 5:
        return first[4], 1
    return max(_MARKS, key=lambda mark: _evenness(sample, mark)), 0


def _evenness(sample: str, mark: str) -> float:
    try:
        widths = Counter(len(row) for row in _rows(sample.splitlines(keepends=True), mark, 200) if row)
    except csv.Error:
        return 0.0
    width, count = max(widths.items(), key=lambda one: (one[0] > 1, one[1]), default=(1, 0))
    return count / max(1, widths.total()) * min(width, 12) if width > 1 else 0.0


def _sheets(data: bytes) -> Iterator[Table]:
    """The visible sheets of a workbook. Formulas are not worked out: their last results are read."""
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    for about in book.sheets_metadata:
        if about.visible == SheetVisibleEnum.Visible and about.typ == SheetTypeEnum.WorkSheet:
            sheet = book.get_sheet_by_name(about.name)
            head = tuple(islice(_sheet_rows(sheet), _HEAD))
            yield Table(about.name, None, head, (), partial(_sheet_rows, sheet))


def _sheet_rows(sheet: CalamineSheet) -> Iterator[Row]:
    """The rows of a sheet, its first empty columns with them."""
    left = [""] * (sheet.start[1] if sheet.start else 0)
    for row in sheet.iter_rows():
        cells = [*left, *map(cell_words, row[:MOST_COLUMNS])]
        while cells and not cells[-1]:
            cells.pop()
        yield cells


def cell_words(value: Any) -> str:
    """A cell as text: times and lengths with their seconds, whole numbers with all their digits."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, datetime):
        return value.replace(microsecond=0).isoformat(" ")
    if isinstance(value, timedelta):
        return _length(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _length(value: timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
