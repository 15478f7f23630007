"""What the cells of one column look like, as shares of those that are filled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.stages.acquire.calls.figures import is_imei, seconds_of
from rashomon.stages.acquire.calls.moments import read_epoch, read_hour, reads_as_moment
from rashomon.stages.acquire.calls.wording import value_means, way_of
from rashomon.text.telephone import SCIENTIFIC, bare_number, plain

_CELL = re.compile(r"[2-7]\d{2}[-./: ]?\d{2,3}[-./: ][0-9A-Fa-f]{1,6}(?:[-./: ][0-9A-Fa-f]{1,9})?|\d{2,5}[-/:]\d{2,9}")
_LONGEST = 80
"""Characters of a cell that are looked at: no number, day or length is longer, and patterns may be slow on what is made to be."""
_THREES = re.compile(r"\d{3}[-. ]\d{3}[-. ]\d{4}")
_ZONE = re.compile(r"(?:UTC|GMT)?\s?[+\-−]\d{1,2}(?::?\d{2})?|UTC|GMT|[A-Z]{2,4}T|[A-Z][a-z]+/[A-Z][A-Za-z_]+")
_IMSI = re.compile(r"[2-7]\d{13,14}")
_DEVICES = ("35", "86", "01", "99", "98")
"""How the numbers of nearly all devices begin: by who allots them."""
_COUNTED = re.compile(r"\d{1,7}")
_RUN = re.compile(r"\d{5,6}")
_CLOCKED = re.compile(r"\d{1,2}\s?[:.h]\s?\d{2}.*")


@dataclass(frozen=True, slots=True)
class Content:
    """Shares of a column's filled cells: numbers, days, moments of day and time, hours, lengths, devices, cells, ways.

    `long` are of 14 to 16 digits, `same` the share of the commonest cell, `run` hours without marks. `serial` where its figures count the rows.
    """

    filled: int
    phone: float = 0.0
    day: float = 0.0
    moment: float = 0.0
    hour: float = 0.0
    length: float = 0.0
    long: float = 0.0
    imei: float = 0.0
    imsi: float = 0.0
    cell: float = 0.0
    zone: float = 0.0
    way: float = 0.0
    kind: float = 0.0
    same: float = 0.0
    epoch: float = 0.0
    run: float = 0.0
    serial: bool = False
    varied: bool = False


def look(cells: Sequence[str]) -> Content:
    """What a column's cells look like."""
    full = [plain(cell[:_LONGEST]) for cell in cells if cell.strip()]
    if not full:
        return Content(0)

    def share(fits: Callable[[str], object]) -> float:
        return sum(bool(fits(cell)) for cell in full) / len(full)

    common = Counter(full).most_common(1)[0][1] / len(full)
    counts = [int(cell) for cell in full if _COUNTED.fullmatch(cell)]
    return Content(
        len(full), share(_is_phone), *_timed(full, [reads_as_moment(cell) for cell in full]), share(_is_hour),
        share(lambda c: seconds_of(c, False) is not None), share(_is_long), share(lambda c: is_imei(c) and c.startswith(_DEVICES)), share(_IMSI.fullmatch),
        share(_is_cell), share(_ZONE.fullmatch), share(lambda c: way_of(value_means(c))),
        share(lambda c: value_means(c) & {"call", "message", "data"}), common, share(read_epoch),
        share(lambda c: _RUN.fullmatch(c) and read_hour(c)),
        len(counts) > 2 and all(b - a == 1 for a, b in pairwise(counts)), len(set(full)) > 3,
    )  # fmt: skip


def _digits(cell: str) -> int:
    return sum(c.isdecimal() for c in cell)


def _is_phone(cell: str) -> bool:
    """A number that can be called, in full or in a spreadsheet's short form; days, cells and devices are none."""
    if SCIENTIFIC.fullmatch(cell):
        return True
    kept = bare_number(cell)
    if not kept or _is_cell(cell) or reads_as_moment(cell):
        return False
    return len(kept.lstrip("+").removeprefix("00")) <= 13 or cell.startswith("+")


def _is_cell(cell: str) -> bool:
    """Network, area and cell apart by marks; ten digits in threes and four are how North America writes a number."""
    return bool(_CELL.fullmatch(cell)) and not _THREES.fullmatch(cell)


def _is_long(cell: str) -> bool:
    kept = cell.replace("-", "").replace(" ", "").removesuffix(".0")
    return (kept.isdecimal() and 14 <= len(kept) <= 16) or bool(SCIENTIFIC.fullmatch(cell))


def _timed(cells: Sequence[str], moments: Sequence[str]) -> tuple[float, float]:
    """The shares of days and of moments. A workbook's days are moments at midnight: a column of nothing else is one of days."""
    bare = [m.removesuffix("T00:00:00") for m in moments]
    found = bare if all(len(m) <= 10 for m in bare) else moments
    days = sum(len(m) == 10 and _digits(cell) >= 4 for cell, m in zip(cells, found, strict=True))
    return days / len(cells), sum(len(m) > 10 for m in found) / len(cells)


def _is_hour(cell: str) -> bool:
    return bool(_CLOCKED.fullmatch(cell)) and read_hour(cell) is not None
