"""Telephone records: how a file of them is laid out, and what its rows say. A number is a number here, never a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Holds = Literal[
    "caller", "called", "own", "other", "direction", "kind", "start", "date", "time", "end", "duration", "cell",
    "imei", "imsi", "zone", "skip",
]  # fmt: skip
"""What a column holds. `own` is the number that the file is about, `other` the other side of it."""
Found = Literal["name", "content", "mapping"]
RowKind = Literal["call", "message", "data", "other"]
Order = Literal["day", "month", "year", "persian"]
"""What the first figure of a day is: 3/4/2021 by day or by month, 2021/4/3 by year, 1400/1/14 by a Persian year."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column that was found: its place from 0, its heading as written, what it holds, and by what that was found."""

    at: int
    heading: str
    holds: Holds
    by: Found


@dataclass(frozen=True, slots=True)
class Layout:
    """How one table is laid out.

    `first` is the place of the first row of data among all rows, from 0. `order` is None where no day is written in
    figures, or nothing tells day from month. `zone` is what a heading or the preamble says of its times ("UTC"). `own` is
    the number that the file says it is about, where no column holds it. `region` is whose national numbers are meant, and
    `plusless` says that numbers begin with their country code, without a plus.
    """

    sheet: str | None
    delimiter: str | None
    first: int
    columns: tuple[Column, ...]
    order: Order | None = None
    zone: str | None = None
    minutes: bool = False
    own: str | None = None
    region: str | None = None
    plusless: bool = False
    sure: bool = True
    preamble: tuple[str, ...] = ()
    heads: str = ""

    def at(self, *holds: Holds) -> tuple[int, ...]:
        """Where the columns are that hold one of these."""
        return tuple(c.at for c in self.columns if c.holds in holds)


class CallRow(NamedTuple):
    """One row: `row` as a spreadsheet counts, `at` and `until` as the file's clock has them.

    `caller` and `called` are in E.164 where that can be told, else as written; `sure` says that the row tells which is which.
    `raw` are its cells as written. A tuple, since there are millions of them.
    """

    row: int
    sheet: str | None
    at: str | None
    until: str | None
    seconds: float | None
    kind: RowKind
    caller: str | None
    called: str | None
    sure: bool
    zone: str | None
    cell: str | None
    imei: str | None
    imsi: str | None
    raw: str


@dataclass(frozen=True, slots=True)
class CallFile:
    """What a file of telephone records is, over all of its tables.

    `numbers` are those in half of its rows or more: it is their file. `first` and `last` are the days that its rows span.
    """

    layouts: tuple[Layout, ...]
    rows: int
    first: str | None
    last: str | None
    numbers: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """What the reading of a file of telephone records depends on beside its bytes; `mapping` is what a person wrote of its columns."""

    name: str
    day_first: bool | None = None
    region: str | None = None
    mapping: str | None = None


@dataclass(frozen=True, slots=True)
class NumberSeen:
    """A number that the reports of a case name, in one file: its rows, and how many stand on each day."""

    number: str
    rows: int
    days: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class CallRecord:
    """What a document that is a file of telephone records is: the file, and of it what touches the case.

    `named` are the numbers that the reports name, `seen` those of them that the file has. `touching` rows have one of them;
    `held` of these stand in the document, those between two of them first.
    """

    file: CallFile
    named: tuple[str, ...]
    seen: tuple[NumberSeen, ...]
    touching: int
    held: int


@dataclass(frozen=True, slots=True)
class Touched:
    """A row that stands in a document, and where."""

    start: int
    end: int
    row: CallRow


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows are wanted: of any of these numbers (all where none), from one ISO time to another, both inclusive."""

    numbers: tuple[str, ...] = ()
    earliest: str | None = None
    latest: str | None = None
    both: bool = False
    most: int | None = None
