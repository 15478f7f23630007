"""The rows of a table of telephone records, each read by the table's layout."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from rashomon.model.calls import CallRow, Holds, Layout, RowKind
from rashomon.stages.acquire.calls.figures import seconds_of
from rashomon.stages.acquire.calls.grid import Row
from rashomon.stages.acquire.calls.moments import read_epoch, read_hour, read_moment
from rashomon.stages.acquire.calls.wording import value_means, way_of
from rashomon.text.readable import readable_words
from rashomon.text.telephone import SCIENTIFIC, international, plain

_LONGEST, _LOOKED_AT, _FEWEST = 2_000, 80, 7
_Side = str | None


class Reader:
    """Reads the rows of one table. `scientific`, `undated`, `national` and `passed` count what could not be read of them."""

    def __init__(self, layout: Layout, own_is_caller: bool) -> None:
        self._layout = layout
        self._places: dict[Holds, int] = {c.holds: c.at for c in reversed(layout.columns)}
        self._cells = layout.at("cell")
        self._dated = "date" in self._places and "time" in self._places
        # Of one column of numbers in a file that names its own above: the other side, whatever its heading is.
        self._lone = bool(layout.own and layout.at("direction")) and len(layout.at("caller", "called")) == 1
        self._by_way = own_is_caller
        self._told = any(c.by != "content" for c in layout.columns if c.holds in ("caller", "called"))
        self.scientific = self.undated = self.national = self.passed = 0

    def read(self, number: int, row: Row) -> CallRow | None:
        """One row; None for one that is empty, or holds neither a number nor a time."""
        raw = " | ".join(row)
        if "  " in raw or not raw.isprintable():
            raw = " | ".join(" ".join(cell.split()) for cell in row)
        raw = raw.rstrip(" |")
        if not raw:
            return None
        row = [plain(cell if cell.isprintable() else readable_words(cell)) for cell in row]
        at, until, zone = self._times(row)
        way, kind = self._cell(row, "direction"), self._cell(row, "kind")
        caller, called, sure = self._sides(row, way_of(value_means(way or kind)))
        if at is None and not any(side and sum(map(str.isdecimal, side)) >= _FEWEST for side in (caller, called)):
            self.passed += 1
            return None
        self.undated += at is None
        return CallRow(
            number, self._layout.sheet, at, until, self._seconds(row, at, until), _kind(value_means(way) | value_means(kind)), caller, called,
            sure, zone, self._where(row), self._device(row, "imei"), self._device(row, "imsi"), raw[:_LONGEST],
        )  # fmt: skip

    def _cell(self, row: Row, holds: Holds) -> str:
        at = self._places.get(holds)
        return row[at][:_LOOKED_AT] if at is not None and at < len(row) else ""

    def _where(self, row: Row) -> str | None:
        """What all columns of cells say, as they stand."""
        return ", ".join([row[at] for at in self._cells if at < len(row) and row[at]]) or None

    def _device(self, row: Row, holds: Holds) -> str | None:
        """A device's number; one in a spreadsheet's short form has lost its digits and is none."""
        cell = self._cell(row, holds).removesuffix(".0")
        return cell if cell and not SCIENTIFIC.fullmatch(cell) else None

    def _times(self, row: Row) -> tuple[str | None, str | None, str | None]:
        order = self._layout.order
        begin = self._cell(row, "start") or self._cell(row, "date")
        found = read_moment(begin, order) or (read_epoch(begin) if begin else None)
        at, zone = found if found else (None, None)
        at = at[:10] if at and self._dated else at
        hour = read_hour(self._cell(row, "time")) if at and len(at) == 10 else None
        at = f"{at}T{hour}" if at and hour else at
        ends = self._cell(row, "end")
        last = (read_moment(ends, order) or read_epoch(ends)) if ends else None
        until = last[0] if last else None
        if until is None and at and (clock := read_hour(ends) if ends else None):
            until = f"{at[:10]}T{clock}"
        return at, until, self._cell(row, "zone") or zone or self._layout.zone

    def _seconds(self, row: Row, at: str | None, until: str | None) -> float | None:
        cell = self._cell(row, "duration")
        told = seconds_of(cell, self._layout.minutes) if cell else None
        return told if told is not None else _between(at, until)

    def _sides(self, row: Row, way: str | None) -> tuple[_Side, _Side, bool]:
        """Who rang whom; where the file names its own number and the other one, the way says which is which."""
        caller, called = self._known(self._cell(row, "caller")), self._known(self._cell(row, "called"))
        own, other = self._known(self._cell(row, "own")), self._known(self._cell(row, "other"))
        if self._lone:
            own, other, caller, called = None, caller or called, None, None
        if self._by_way:
            own, other, caller, called = caller, called, None, None
        own = own or (self._known(self._layout.own) if other else None)
        if caller or called:
            one, two = caller or own or other, called or own or other
            return one, two if two != one else None, self._told
        return (other, own, True) if way == "in" else (own, other, way == "out")

    def _known(self, cell: str | None) -> _Side:
        """A number in E.164 where that can be told, else as it is written."""
        if not cell:
            return None
        found = international(cell, self._layout.region, self._layout.plusless)
        if found is None and SCIENTIFIC.fullmatch(cell):
            self.scientific += 1
            return cell
        self.national += found is None and sum(map(str.isdecimal, cell)) >= 9
        return found or cell


def _between(at: str | None, until: str | None) -> float | None:
    """The seconds from a time to a later one."""
    if not at or not until or len(at) < 19 or len(until) < 19:
        return None
    length = (datetime.fromisoformat(until[:19]) - datetime.fromisoformat(at[:19])).total_seconds()
    return length if 0 <= length < 86400 else None


def _kind(means: frozenset[str]) -> RowKind:
    for kind in ("message", "data"):
        if kind in means and "call" not in means - {kind}:
            return "message" if kind == "message" else "data"
    if "message" in means:
        return "message"
    return "other" if means == {"forward"} else "call"


def own_is_caller(layout: Layout, sample: Sequence[Row]) -> bool:
    """Whether the column named after the caller holds the file's own number whichever way a call went.

    It does where it is always the same while the way is not: of a call that came in the caller is then in the other column.
    """
    callers, ways = layout.at("caller"), layout.at("direction") or layout.at("kind")
    if not callers or not layout.at("called") or not ways:
        return False
    cell: Callable[[Row, int], str] = lambda row, at: plain(row[at]) if at < len(row) else ""  # noqa: E731
    numbers = [cell(row, callers[0]) for row in sample]
    told = {way_of(value_means(cell(row, ways[0]))) for row in sample}
    common = max((numbers.count(n) for n in set(numbers)), default=0)
    return {"in", "out"} <= told and common >= 0.9 * len(numbers)


def read_rows(reader: Reader, layout: Layout, rows: Iterator[Row]) -> Iterator[CallRow]:
    """All rows of a table, numbered as a spreadsheet counts them."""
    for n, row in enumerate(rows):
        if n >= layout.first and (found := reader.read(n + 1, row)):
            yield found
