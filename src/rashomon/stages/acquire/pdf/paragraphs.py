"""Rows to paragraphs: by the space above a row, its indent, the height of its letters, and how the one before it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rashomon.stages.acquire.pdf.sheet import Row
from rashomon.stages.acquire.tidy import whole_word

_STOP = re.compile(r"[.!?:…。؟][\"”’»)\]]*[⁰¹²³⁴-⁹*†‡]*$")
_LONGEST_CELL, _SHORT_CELL = 80, 30
"""Letters of a cell, and of one that no wide space parts from the next: justified text has wide spaces too."""
_COMPOUND = re.compile(r"[^\W\d_]-$")
_ITEM = re.compile(r"[-–—•*·▪◦‣]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s")


def paragraphs_of(rows: Sequence[Row]) -> Iterator[tuple[list[Row], list[str]]]:
    """The rows of one column, parted into paragraphs; the rows of a table each for itself, with its cells."""
    held: list[Row] = []
    measure = _Measure(rows)
    for at, row in enumerate(rows):
        cells = measure.cells(at)
        if held and (cells or measure.begins(held, row)):
            yield held, []
            held = []
        if cells:
            yield [row], cells
        else:
            held.append(row)
    if held:
        yield held, []


class _Measure:
    """How a column is set: how far its rows stand apart, and where they begin and end."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._right = max((row.right for row in rows), default=0.0)
        self._left = min((row.left for row in rows), default=0.0)
        self._pitch = self._usual_step()

    def _usual_step(self) -> float:
        """How far a row of a paragraph stands below another, in letters' heights: a headline is set wider than a text.

        Rows that are full and end within a sentence tell it; without them the small ones of all steps.
        """
        pairs = [(a, b) for a, b in pairwise(self._rows) if _same_size(a, b)]
        within = [(a, b) for a, b in pairs if not _STOP.search(a.text) and self._right - a.right < 3 * a.size]
        steps = sorted((a.bottom - b.bottom) / a.size for a, b in (within if len(within) > 1 else pairs))
        if len(within) > 1:
            return max(steps[len(steps) // 2], 1.0)
        return min(max(steps[len(steps) // 4], 1.0), 1.7) if steps else 1.2

    def cells(self, at: int) -> list[str]:
        """The cells of a row that is one of several with as many cells, or whose words stand below those of its neighbour."""
        row, parts = self._rows[at], self._rows[at].parts()
        near = [self._rows[n] for n in (at - 1, at + 1) if 0 <= n < len(self._rows)]
        if max(map(len, parts)) > _LONGEST_CELL:
            return []
        if len(parts) > 1 and any(abs(len(parts) - other.cells) < 2 and other.cells > 1 for other in near):
            return parts
        return [piece.text for piece in row.pieces] if any(_stand_below(row, other) for other in near) else []

    def begins(self, held: list[Row], row: Row) -> bool:
        """Whether a row begins a paragraph, behind the rows of the one before it."""
        last = held[-1]
        if (
            not _same_size(last, row)
            or last.bottom - row.bottom > 1.3 * self._pitch * row.size
            or _ITEM.match(row.text)
        ):
            return True
        if _is_centred(last, row):
            return bool(_STOP.search(last.text))
        if row.left - last.left > 0.8 * row.size and not _ITEM.match(held[0].text) and not self._is_hung(held):
            return True
        if len(held) > 1 and abs(row.left - held[0].left) < 1 and held[1].left - row.left > 0.8 * row.size:
            return True
        return self._is_broken(last, row) or (bool(_STOP.search(last.text)) and self._is_short(last))

    def _is_broken(self, row: Row, below: Row) -> bool:
        """Whether the next row's first word had room to spare in a row that ends all the same, as lines of a list do."""
        word = below.text.split(" ", 1)[0]
        width = len(word) / max(1, len(below.text)) * (below.right - below.left)
        ends = max(other.right for other in self._rows if _same_size(other, row))
        return not row.cut and ends - row.right > width + 2.5 * row.size

    def _is_hung(self, held: list[Row]) -> bool:
        return len(held) > 1 and held[1].left - held[0].left > 0.8 * held[0].size

    def _is_short(self, row: Row) -> bool:
        return self._right - row.right > 0.2 * (self._right - self._left)


def _stand_below(a: Row, b: Row) -> bool:
    """Whether the words of two rows stand in the same columns, as those of a table do."""
    if not 1 < len(a.pieces) == len(b.pieces) or max(len(p.text) for p in (*a.pieces, *b.pieces)) > _SHORT_CELL:
        return False
    return all(abs(p.left - q.left) < 3 or abs(p.right - q.right) < 3 for p, q in zip(a.pieces, b.pieces, strict=True))


def _is_centred(a: Row, b: Row) -> bool:
    """Whether two rows of unlike length stand about one middle, as a headline's do: their left ends tell nothing."""
    return abs(a.left - b.left) > 0.8 * b.size and abs(a.left + a.right - b.left - b.right) < 0.5 * b.size


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
