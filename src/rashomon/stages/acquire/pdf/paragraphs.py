"""Rows to paragraphs: by the space above a row, its indent, the height of its letters, and how the one before it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rashomon.stages.acquire.pdf.sheet import Row
from rashomon.stages.acquire.tidy import whole_word

_STOP = re.compile(r"[.!?:…。؟][\"”’»)\]]*[⁰¹²³⁴-⁹*†‡]*$")
_COMPOUND = re.compile(r"[^\W\d_]-$")
_ITEM = re.compile(r"[-–—•*·▪◦‣]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s")


def paragraphs_of(rows: Sequence[Row]) -> Iterator[tuple[list[Row], bool]]:
    """The rows of one column, parted into paragraphs; the rows of a table each for itself, and True."""
    held: list[Row] = []
    measure = _Measure(rows)
    for at, row in enumerate(rows):
        tabled = measure.is_tabled(at)
        if held and (tabled or measure.begins(held, row)):
            yield held, False
            held = []
        if tabled:
            yield [row], True
        else:
            held.append(row)
    if held:
        yield held, False


class _Measure:
    """How a column is set: how far its rows stand apart, and where they begin and end."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        steps = sorted((a.bottom - b.bottom) / a.size for a, b in pairwise(rows) if _same_size(a, b))
        # In letters' heights: a headline of two rows is set as wide as its letters are high.
        self._pitch = min(max(steps[len(steps) // 4], 1.0), 1.7) if steps else 1.2
        self._right = max((row.right for row in rows), default=0.0)
        self._left = min((row.left for row in rows), default=0.0)

    def is_tabled(self, at: int) -> bool:
        """Whether a row is one of several with as many cells."""
        cells = self._rows[at].cells
        near = [self._rows[n].cells for n in (at - 1, at + 1) if 0 <= n < len(self._rows)]
        return cells > 1 and any(abs(cells - other) < 2 and other > 1 for other in near)

    def begins(self, held: list[Row], row: Row) -> bool:
        """Whether a row begins a paragraph, behind the rows of the one before it."""
        last = held[-1]
        if (
            not _same_size(last, row)
            or last.bottom - row.bottom > 1.3 * self._pitch * row.size
            or _ITEM.match(row.text)
        ):
            return True
        if row.left - last.left > 0.8 * row.size and not _ITEM.match(held[0].text) and not self._is_hung(held):
            return True
        if len(held) > 1 and abs(row.left - held[0].left) < 1 and held[1].left - row.left > 0.8 * row.size:
            return True
        return bool(_STOP.search(last.text)) and self._is_short(last)

    def _is_hung(self, held: list[Row]) -> bool:
        return len(held) > 1 and held[1].left - held[0].left > 0.8 * held[0].size

    def _is_short(self, row: Row) -> bool:
        return self._right - row.right > 0.2 * (self._right - self._left)


def _same_size(a: Row, b: Row) -> bool:
    return abs(a.size - b.size) < 0.1 * max(a.size, b.size)


def reaches_end(rows: Sequence[Row], row: Row) -> bool:
    """Whether a row of a column reaches the column's end, so that its text may go on elsewhere."""
    return max(other.right for other in rows) - row.right < 2.5 * row.size


def goes_on(text: str, last: Row, full: bool, row: Row) -> bool:
    """Whether a text whose last row is given goes on in a row at the head of another column or page.

    `full` where that last row reaches its column's end.
    """
    if not _same_size(last, row) or _ITEM.match(row.text):
        return False
    if last.cut:
        return True
    words = text.count(" ")
    if _STOP.search(text) or words < 3:
        return False
    return row.text[:1].islower() or (full and row.text[:1].isalnum() and words > 8)


def join(upper: str, lower: str) -> str:
    """Two rows as one text: a word that a hyphen cuts between them whole, a hyphen of a compound kept."""
    if upper.endswith("-") and (whole := whole_word(upper, lower)):
        return whole
    return upper + lower if _COMPOUND.search(upper) and lower[:1].isalnum() else f"{upper} {lower}"
