"""Pages of a PDF that are pictures without text, drawn as pictures for a program that reads words off them."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from pypdfium2 import PdfDocument

from rashomon.stages.acquire.draft import Picture

_DOTS = 300 / 72
"""Dots a point: what programs that read letters off pictures are made for."""
_ROOM = 120 * 1024**2
"""Bytes of all pictures of one file, the others of which are listed as unread."""
_WIDEST = 5_000
"""Dots of a page's longer side: a poster is drawn coarser."""


def draw_all(file: PdfDocument, numbers: Iterable[int]) -> Iterator[Picture]:
    """Those pages as pictures, as many as one file may give."""
    room = _ROOM
    for number in numbers:
        picture = draw(file, number)
        room -= len(picture.data)
        if room < 0:
            return
        yield picture


def draw(file: PdfDocument, number: int) -> Picture:
    """One page as a grey PNG."""
    page = file[number - 1]
    try:
        scale = min(_DOTS, _WIDEST / max(page.get_width(), page.get_height(), 1.0))
        bitmap = page.render(scale=scale, grayscale=True)
        try:
            rows = bitmap.to_numpy()
            return Picture(number, as_png(rows.shape[1], rows.shape[0], rows.tobytes()))
        finally:
            bitmap.close()
    finally:
        page.close()


def as_png(width: int, height: int, dots: bytes, *, coloured: bool = False) -> bytes:
    """Dots, row by row, as a PNG: a byte each, or three where they are coloured."""
    wide = width * 3 if coloured else width
    rows = b"".join(b"\0" + dots[at * wide : (at + 1) * wide] for at in range(height))
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((8, 2 if coloured else 0, 0, 0, 0))
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
