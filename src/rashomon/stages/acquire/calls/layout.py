"""How a table of telephone records is laid out: where its rows begin, what its columns hold, how it writes days and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.model.calls import Column, Holds, Layout, Options
from rashomon.stages.acquire.calls.columns import assign, candidates
from rashomon.stages.acquire.calls.grid import Row, Table
from rashomon.stages.acquire.calls.mapping import Mapping
from rashomon.stages.acquire.calls.moments import written_order
from rashomon.stages.acquire.calls.wording import heading_means
from rashomon.text.telephone import bare_number, is_valid_abroad, plain

_SEARCHED = 60
"""First rows among which the headings are looked for."""
_SIDES: tuple[Holds, ...] = ("caller", "called", "own", "other")
_UTC = re.compile(r"\b(UTC|GMT)\s?([+\-−]\s?\d{1,2}(?::?\d{2})?)?(?![A-Za-z])")
_IN_MINUTES = re.compile(r"(?<![a-z])(?:min(?:utes?|uten|utos|uti)?|dk|dakika|мин|хв|دقيقة|دقیقه|分)\b", re.IGNORECASE)
_IN_SECONDS = re.compile(
    r"(?<![a-z])(?:s|secs?|seconds?|sn|saniye|sek|сек|ثانية|ثانیه|秒|초)\b|hh|mm:ss", re.IGNORECASE
)
_NATIONAL = 10
_MOSTLY, _MANY = 0.8, 8


@dataclass(frozen=True, slots=True)
class _Head:
    """The headings of a table, how many rows stand above them, and the place of its first row of data."""

    headings: Row
    above: int
    first: int


def find_layout(table: Table, options: Options, mapping: Mapping | None = None) -> Layout | None:
    """How a table is laid out; None where it holds no telephone records that can be told, and nobody says how."""
    rows = table.head
    head = _given_head(rows, mapping) if mapping else _find_head(rows)
    data = [row for row in rows[head.first :] if any(cell.strip() for cell in row)]
    sample = [*data, *table.spread]
    if not sample:
        return None
    found = candidates(head.headings, sample)
    columns = tuple(mapping.columns(head.headings, len(found))) if mapping else tuple(assign(found))
    if not mapping and not _is_record(columns):
        return None
    preamble = tuple(" ".join(" ".join(row).split()) for row in rows[: head.above] if any(row))
    return _told(table, options, mapping, Layout(
        table.sheet, table.delimiter, head.first, columns, preamble=preamble[:40],
        heads=" | ".join(cell.strip() for cell in head.headings).strip(" |"),
    ), sample)  # fmt: skip


def looks_like_calls(table: Table) -> bool:
    """Whether a table in which no records were found may be some: many rows with two numbers, or one and a time of day."""
    head = _find_head(table.head)
    data = [row for row in table.head[head.first :] if any(cell.strip() for cell in row)]
    found = candidates(head.headings, data)
    numbers = sum(c.content.phone >= _MOSTLY for c in found)
    timed = any(max(c.content.moment, c.content.hour, c.content.epoch) >= _MOSTLY for c in found)
    return len(data) >= _MANY and (numbers >= 2 or (numbers == 1 and timed))


def _is_record(columns: Sequence[Column]) -> bool:
    """Two sides at a time; or one, with a way, a length or a kind: a list of people has a number and a day as well."""
    held = {c.holds for c in columns}
    timed = bool(held & {"start", "date"})
    sides = held & set(_SIDES)
    return timed and (
        len(sides) >= 2 or (bool(sides) and len(held & {"direction", "duration", "kind", "imei", "cell"}) >= 2)
    )


def _find_head(rows: Sequence[Row]) -> _Head:
    """The row whose cells are headings of most different things; two rows where the upper one stands over groups."""
    scored = [(_worth(row), -n, n) for n, row in enumerate(rows[:_SEARCHED])]
    worth, _, at = max(scored, default=(0, 0, 0))
    if worth < 2:
        return _Head([], _first_data(rows), _first_data(rows))
    first = next((n for n in range(at + 1, len(rows)) if _is_data(rows[n])), at + 1)
    headings, above = rows[at], at
    for n in (at - 1, at + 1):
        if 0 <= n < len(rows) and not _is_data(rows[n]) and _stands_over(rows[min(n, at)], rows[max(n, at)]):
            headings, above = _joined(rows[min(n, at)], rows[max(n, at)]), min(n, at)
            break
    return _Head(headings, above, first)


def _worth(row: Row) -> int:
    """Of how many different things a row's cells are headings; cells of figures are none."""
    cells = [cell for cell in row if cell.strip()]
    if not cells or sum(any(c.isdecimal() for c in cell) for cell in cells) * 2 > len(cells):
        return 0
    best = (max(means, key=lambda h: means[h]) for cell in cells if len(cell) < 60 and (means := heading_means(cell)))
    found = set(best)
    return len(found - {"skip"}) + len(found & {"skip"})


def _is_data(row: Row) -> bool:
    """A row with a day or a number of seven digits or more in it, in three filled cells or more."""
    filled = [plain(cell) for cell in row if cell.strip()]
    return len(filled) >= 3 and any(sum(c.isdecimal() for c in cell) >= 6 for cell in filled)


def _stands_over(upper: Row, lower: Row) -> bool:
    """Two rows of headings: the lower one has words where the upper has some, and both are short."""
    both = sum(bool(a.strip()) and bool(b.strip()) for a, b in zip(upper, lower, strict=False))
    ones, others = (sum(bool(c.strip()) for c in row) for row in (upper, lower))
    return ones >= 2 and min(_worth(upper), _worth(lower)) >= 1 and both * 2 >= min(ones, others)


def _joined(upper: Row, lower: Row) -> Row:
    """Each lower heading behind the one that stands over it, over several columns where the next ones are empty."""
    found, over = [], ""
    for at, cell in enumerate(lower):
        above = upper[at].strip() if at < len(upper) else ""
        over = above or over
        found.append(f"{over} {cell}".strip() if cell.strip() else above)
    return found


def _first_data(rows: Sequence[Row]) -> int:
    widths = [len(row) for row in rows if _is_data(row)]
    usual = max(set(widths), key=widths.count) if widths else 0
    return next((n for n, row in enumerate(rows) if _is_data(row) and len(row) == usual), 0)


def _given_head(rows: Sequence[Row], mapping: Mapping) -> _Head:
    """The headings that a mapping names, where they stand; or none, and the first row that it says."""
    found = _find_head(rows)
    named = [n for n, row in enumerate(rows[:_SEARCHED]) if mapping.is_head(row)]
    at = named[0] if named else None
    first = at + 1 if at is not None else found.first
    first = mapping.first - 1 if mapping.first else first
    return _Head(rows[at], at, first) if at is not None else _Head(found.headings, found.above, first)


def _told(table: Table, options: Options, mapping: Mapping | None, base: Layout, sample: Sequence[Row]) -> Layout:
    """The layout with what its cells tell of days, zones, lengths and numbers."""
    words = [*base.preamble, *(c.heading for c in base.columns if c.holds in ("start", "date", "time"))]
    cells = [plain(row[at]) for at in base.at("start", "date") for row in sample if at < len(row)]
    order, sure = written_order(
        cells, mapping.day_first if mapping and mapping.day_first is not None else options.day_first
    )
    region = (mapping.region if mapping else None) or options.region
    numbers = [plain(row[at]) for at in base.at(*_SIDES) for row in sample if at < len(row)]
    return Layout(
        base.sheet, base.delimiter, base.first, base.columns,
        order=order,
        zone=(mapping.zone if mapping else None) or _zone(words),
        minutes=mapping.minutes if mapping and mapping.minutes is not None else _in_minutes(base, sample),
        own=(mapping.number if mapping else None) or _own(base),
        region=region,
        plusless=_plusless(numbers),
        sure=sure,
        preamble=base.preamble,
        heads=base.heads,
    )  # fmt: skip


def _zone(words: Sequence[str]) -> str | None:
    found = next((m for word in words if (m := _UTC.search(word))), None)
    return re.sub(r"\s", "", found[0]).replace("−", "-") if found else None


def _in_minutes(base: Layout, sample: Sequence[Row]) -> bool:
    """Whether lengths are in minutes: the heading says so; "00:01" and "1 min" say it themselves."""
    heads = [c.heading for c in base.columns if c.holds == "duration"]
    return any(_IN_MINUTES.search(head) and not _IN_SECONDS.search(head) for head in heads)


def _own(base: Layout) -> str | None:
    """The number that stands before the table, where no column holds the one that the file is about."""
    if base.at("own") or len(base.at("caller", "called")) == 2:
        return None
    numbers = [cell for line in base.preamble for cell in _numbers_in(line)]
    return numbers[0] if len(set(numbers)) == 1 else None


_NUMBER = re.compile(r"(?<![\d/.:+-])(?:\+|00)?\(?\d[\d\s().\-]{6,18}\d(?![\d/:-])")


def _numbers_in(line: str) -> Iterator[str]:
    for found in _NUMBER.finditer(line):
        means = heading_means(line[: found.start()].strip(" :;-"))
        if "own" in means and bare_number(found[0].strip()) and sum(c.isdecimal() for c in found[0]) >= _NATIONAL:
            yield found[0].strip()


def _plusless(numbers: Sequence[str]) -> bool:
    """Whether long numbers without a plus are valid ones when read as beginning with their country code."""
    long = [n for n in set(numbers) if (kept := bare_number(n)) and kept[0] not in "+0" and len(kept) >= 11]
    return len(long) >= 2 and sum(map(is_valid_abroad, long)) >= _MOSTLY * len(long)
