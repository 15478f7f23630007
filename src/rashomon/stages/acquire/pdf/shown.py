"""A page of a PDF as a picture on which some of its words are marked, for whoever wants to see what a claim was read from.

The words come as the case has them: hyphens joined, ligatures parted. So letters and digits alone are compared, and where
the words stand more than once, what stands before them decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec
from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from rashomon.errors import SetAside
from rashomon.stages.acquire.pdf.glyphs import MOST_GLYPHS, Glyphs
from rashomon.stages.acquire.pdf.scans import as_png, draw
from rashomon.text.letters import find_letters, letters_of

_WIDE, _MOST, _SCALE = 1_100, 2_400, 3.0
"""Dots of a shown page: its width, and its longer side at most; dots a point at most."""
_PADDED, _FRAME = 2, 2
"""Dots around marked words, and of the frame around them."""
_INK = (110, 60, 0)

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, as parts of the page's width and height."""


class Wanted(msgspec.Struct, frozen=True):
    """Which page, which words of it and what stands before them; or where they stand, where that is known."""

    page: int
    words: str = ""
    before: str = ""
    boxes: tuple[Box, ...] | None = None


class Shown(msgspec.Struct, frozen=True):
    """A page as a PNG and where on it the words are marked; nowhere where they were not found."""

    data: bytes
    boxes: tuple[Box, ...] = ()


def ask_for(wanted: Wanted, data: bytes) -> bytes:
    """What `show_page` and `draw_page` take: one line that says what is wanted, then the file."""
    return msgspec.json.encode(wanted) + b"\n" + data


def show_page(asked: bytes) -> Shown:
    """The page, in colour, with its words marked. Raises `SetAside` where the file or the page cannot be drawn."""
    wanted, file = _open(asked)
    try:
        page = file[wanted.page - 1]
        try:
            boxes = wanted.boxes if wanted.boxes is not None else tuple(_find(page, wanted))
            return Shown(_painted(page, boxes), boxes)
        finally:
            page.close()
    except PdfiumError as fault:
        raise SetAside("that page cannot be drawn: it is damaged") from fault
    finally:
        file.close()


def draw_page(asked: bytes) -> bytes:
    """The page as a grey picture for a program that reads words off it. Raises `SetAside`."""
    wanted, file = _open(asked)
    try:
        return draw(file, wanted.page).data
    except PdfiumError as fault:
        raise SetAside("that page cannot be drawn: it is damaged") from fault
    finally:
        file.close()


def _open(asked: bytes) -> tuple[Wanted, PdfDocument]:
    line, _, data = asked.partition(b"\n")
    wanted = msgspec.json.decode(line, type=Wanted)
    try:
        file = PdfDocument(data)
    except PdfiumError as fault:
        raise SetAside("the PDF cannot be opened: it is damaged, locked, or no PDF") from fault
    if not 0 < wanted.page <= len(file):
        file.close()
        raise SetAside(f"the PDF has no page {wanted.page}")
    return wanted, file


def _find(page: PdfPage, wanted: Wanted) -> Iterator[Box]:
    """The boxes of the wanted words, one a line."""
    text = page.get_textpage()
    try:
        count = text.count_chars()
        if count > MOST_GLYPHS or not wanted.words:
            return
        glyphs = Glyphs(text, page)
        letters = letters_of((chr(glyphs.code(at)), at) for at in range(count))
        numbers = find_letters(letters, wanted.words, wanted.before)
        width, height = page.get_width(), page.get_height()
        for left, bottom, right, top in _joined(glyphs.box(at) for at in numbers):
            yield _inside((left / width, 1 - top / height, right / width, 1 - bottom / height))
    finally:
        text.close()


def _joined(boxes: Iterable[Box]) -> Iterator[Box]:
    """Boxes of letters of one line as one, also where lines run up, down or backwards on a turned page."""
    held: Box | None = None
    last: Box | None = None
    for box in boxes:
        if held and last and _is_beside(last, box):
            held = min(held[0], box[0]), min(held[1], box[1]), max(held[2], box[2]), max(held[3], box[3])
        else:
            if held:
                yield held
            held = box
        last = box
    if held:
        yield held


def _is_beside(one: Box, other: Box) -> bool:
    """Whether a letter stands in one line with the one before it."""
    wide, high = other[2] - other[0], other[3] - other[1]
    across = min(one[2], other[2]) - max(one[0], other[0])
    along = min(one[3], other[3]) - max(one[1], other[1])
    return along > 0.5 * high or (across > 0.5 * wide and along > -wide)


def _inside(box: Box) -> Box:
    left, top, right, bottom = (round(min(1.0, max(0.0, side)), 4) for side in box)
    return left, top, right, bottom


class _Dots(NamedTuple):
    """Rows of coloured dots, to be painted on."""

    rows: Any
    width: int
    height: int


def _painted(page: PdfPage, boxes: Sequence[Box]) -> bytes:
    width, height = max(page.get_width(), 1.0), max(page.get_height(), 1.0)
    scale = min(_WIDE / width, _MOST / max(width, height), _SCALE)
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False, fill_color=(255, 255, 255, 255))
    try:
        found = bitmap.to_numpy()[:, :, :3].copy()
    finally:
        bitmap.close()
    dots = _Dots(found, found.shape[1], found.shape[0])
    for box in boxes:
        _mark(dots, box)
    return as_png(dots.width, dots.height, dots.rows.tobytes(), coloured=True)


def _mark(dots: _Dots, box: Box) -> None:
    """Yellow under the words and a dark frame around them: seen without colours too."""
    left, right = (
        max(0, min(dots.width, round(x * dots.width) + d)) for x, d in ((box[0], -_PADDED), (box[2], _PADDED))
    )
    top, bottom = (
        max(0, min(dots.height, round(y * dots.height) + d)) for y, d in ((box[1], -_PADDED), (box[3], _PADDED))
    )
    rows = dots.rows
    rows[top:bottom, left:right, 2] = rows[top:bottom, left:right, 2] // 3
    for edge in (rows[top : top + _FRAME, left:right], rows[max(top, bottom - _FRAME) : bottom, left:right],
                 rows[top:bottom, left : left + _FRAME], rows[top:bottom, max(left, right - _FRAME) : right]):  # fmt: skip
        edge[...] = _INK
