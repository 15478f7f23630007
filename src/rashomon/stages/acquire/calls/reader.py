"""A file of telephone records to its rows, in one pass: `read_calls`, which runs apart like every reader of papers."""

from __future__ import annotations

import csv
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec
from python_calamine import CalamineError

from rashomon.errors import SetAside
from rashomon.model.calls import CallFile, CallRow, Layout, Options
from rashomon.stages.acquire.calls.grid import Table, tables_of
from rashomon.stages.acquire.calls.layout import find_layout, looks_like_calls
from rashomon.stages.acquire.calls.mapping import Mapping, mapping_text, read_mapping
from rashomon.stages.acquire.calls.rows import Reader, own_is_caller, read_rows
from rashomon.stages.acquire.media import CSV, WORKBOOK, media_type
from rashomon.stages.acquire.zipped import DAMAGED, open_zip

KINDS = (CSV, WORKBOOK)
"""Media types that may hold telephone records."""
DOUBT = "it looks like telephone records, but which column holds what was not found; rashomon map-columns writes a mapping to correct"
MOST_ROWS = 5_000_000
_OWN_SHARE = 0.5
_COUNTED = 50_000
_TOLD = 100_000
"""Bytes by which a file's kind is told."""


def pack_order(options: Options, data: bytes) -> bytes:
    """A file with what its reading depends on, as `read_calls` takes them."""
    return msgspec.json.encode(options) + b"\n" + data


def read_calls(order: bytes) -> bytes:
    """What a file of telephone records is, as a line of JSON ("null" where it holds none, a file of no rows where it may), and behind it all of its rows, packed.

    Raises SetAside for a mapping that cannot be meant, or a file that breaks off.
    """
    options, start, kind = _opened(order)
    mapping = read_mapping(options.mapping) if options.mapping else None
    state = _State()
    try:
        for table in tables_of(kind, order, start) if kind in KINDS else ():
            if not (mapping and mapping.sheet and table.sheet != mapping.sheet):
                _read_table(table, options, mapping, state)
    except (csv.Error, CalamineError, *DAMAGED, KeyError, IndexError) as fault:
        raise SetAside(f"its rows cannot be read: {fault}") from fault
    return state.done()


def _opened(order: bytes) -> tuple[Options, int, str]:
    """What the reading depends on, where the file's own bytes begin, and its media type."""
    start = order.index(b"\n") + 1
    options = msgspec.json.decode(order[: start - 1], type=Options)
    kind = media_type(options.name, order[start : start + _TOLD])
    if kind == WORKBOOK:
        open_zip(order[start:]).close()
    return options, start, kind


def columns_words(order: bytes) -> bytes:
    """The mapping of a file as it is read now, to be edited. Raises SetAside for a file that is no table."""
    options, start, kind = _opened(order)
    if kind not in KINDS:
        raise SetAside("it is no table: CSV (.csv, .tsv) and workbooks (.xlsx) are read for telephone records")
    tables = [table for table in tables_of(kind, order, start) if table.head]
    if not tables:
        raise SetAside("it holds no rows")
    found = [(table, find_layout(table, options)) for table in tables]
    table, layout = next((one for one in found if one[1]), found[0])
    first = layout.first if layout else 1
    headings = table.head[first - 1] if first else []
    return mapping_text(options.name, layout, headings, table.head[first : first + 200]).encode()


@dataclass(slots=True)
class _State:
    """What is gathered over the tables of one file."""

    layouts: list[Layout] = field(default_factory=list)
    readers: list[Reader] = field(default_factory=list)
    rows: int = 0
    cut: bool = False
    doubtful: bool = False
    first: str | None = None
    last: str | None = None
    numbers: Counter[str] = field(default_factory=Counter)
    packer: zlib._Compress = field(default_factory=lambda: zlib.compressobj(1))
    packed: list[bytes] = field(default_factory=list)

    def add(self, row: CallRow) -> None:
        self.rows += 1
        if row.at:
            day = row.at[:10]
            self.first = day if self.first is None or day < self.first else self.first
            self.last = day if self.last is None or day > self.last else self.last
        for number in (row.caller, row.called):
            if number and (number in self.numbers or len(self.numbers) < _COUNTED):
                self.numbers[number] += 1
        if piece := self.packer.compress(_line(row)):
            self.packed.append(piece)

    def done(self) -> bytes:
        if not self.rows:
            return msgspec.json.encode(CallFile((), 0, None, None, (), (DOUBT,)) if self.doubtful else None) + b"\n"
        own = [n for n, count in self.numbers.most_common(20) if count >= _OWN_SHARE * self.rows and n[0] == "+"]
        file = CallFile(
            tuple(self.layouts), self.rows, self.first, self.last, tuple(sorted(own)), tuple(_remarks(self))
        )
        return b"".join([msgspec.json.encode(file), b"\n", *self.packed, self.packer.flush()])


_encode = msgspec.json.Encoder().encode


def _line(row: CallRow) -> bytes:
    return _encode(row) + b"\n"


def _read_table(table: Table, options: Options, mapping: Mapping | None, state: _State) -> None:
    layout = find_layout(table, options, mapping)
    if layout is None:
        state.doubtful = state.doubtful or looks_like_calls(table)
        return
    sample = [*table.head[layout.first :], *table.spread]
    reader = Reader(layout, own_is_caller(layout, sample))
    before = state.rows
    for row in read_rows(reader, layout, table.rows()):
        if state.rows >= MOST_ROWS:
            state.cut = True
            break
        state.add(row)
    if state.rows > before:
        state.layouts.append(layout)
        state.readers.append(reader)


def unpack(answer: bytes) -> tuple[CallFile | None, Iterator[CallRow]]:
    """What `read_calls` gave: what the file is, and its rows, one after the other."""
    start = answer.index(b"\n") + 1
    return msgspec.json.decode(answer[: start - 1], type=CallFile | None), _unpacked(answer, start)


def _unpacked(packed: bytes, start: int) -> Iterator[CallRow]:
    opener, rest = zlib.decompressobj(), b""
    decode_line = msgspec.json.Decoder(list).decode
    for at in range(start, len(packed), 1 << 18):
        *lines, rest = (rest + opener.decompress(packed[at : at + (1 << 18)])).split(b"\n")
        for line in lines:
            yield CallRow._make(decode_line(line))


def _remarks(state: _State) -> Iterator[str]:
    """What a person has to know of how the rows were read."""
    for layout in state.layouts:
        where = f"sheet {layout.sheet}: " if layout.sheet else ""
        told = ", ".join(
            f"{c.holds} in “{c.heading}”" if c.heading else f"{c.holds} in column {c.at + 1}" for c in layout.columns
        )
        yield f"{where}read as telephone records: {told}"
        guessed = [c for c in layout.columns if c.by == "content" and c.holds in ("caller", "called", "own", "other")]
        if guessed and not layout.at("own", "other"):
            yield f"{where}no heading says which side rang; who rang whom was not read"
        if layout.order in ("day", "month") and not layout.sure:
            yield f"{where}days were read with the {layout.order} first because the rows then go forward in time; day_first in case.toml says it for sure"
        if layout.plusless:
            yield f"{where}numbers are written with their country code and without a plus"
    yield from _losses(state)


def _losses(state: _State) -> Iterator[str]:
    scientific = sum(r.scientific for r in state.readers)
    if scientific:
        yield (
            f"{scientific:,} numbers stand in a spreadsheet's short form (9.05E+11): their last digits are lost and were not guessed; "
            "ask for the file as it was before it was opened and saved in a spreadsheet"
        )
    if undated := sum(r.undated for r in state.readers):
        yield f"{undated:,} rows have no time that could be read for sure; day_first in case.toml, or a mapping (rashomon map-columns), may say how days are written"
    if national := sum(r.national for r in state.readers):
        yield f"{national:,} numbers are written without their country and were left as they stand; region in case.toml says whose they are"
    if passed := sum(r.passed for r in state.readers):
        yield f"{passed:,} rows below the headings hold neither a time nor a number and were passed over"
    if state.cut:
        yield f"rows beyond the first {MOST_ROWS:,} were not read"
