"""The letters of a page to pieces of text: pdfium gives them one by one, each with its box."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double
from itertools import pairwise
from math import pi
from typing import Any

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage

from rashomon.stages.acquire.pdf.sheet import Piece, Sheet
from rashomon.stages.acquire.tidy import tidy

MOST_GLYPHS = 100_000
"""Letters of a page that is read; a page of a newspaper has some 30,000."""
_ASKED = 200
"""Letters of a page that are asked how they stand."""
_GLUED, _GAP = 6, 0.2
"""Letters of a word that may be two; the least space between words, as a part of their height."""
_SPACES, _ENDS, _HYPHEN, _SOFT = frozenset({32, 9, 160, 0x3000}), frozenset({10, 13}), 2, 0xAD
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]")

_Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


def read_sheet(page: PdfPage, number: int) -> Sheet:
    """One page with its pieces. `fault` says why its text cannot be read, where that is so."""
    text = page.get_textpage()
    pictured = _is_pictured(page)
    try:
        count = text.count_chars()
        if count > MOST_GLYPHS:
            return Sheet(number, page.get_height(), (), pictured, f"holds {count:,} letters, more than one page may")
        turns = _turns_of(text, count)
        if turns is not None and turns * 90 != page.get_rotation():
            text.close()
            text = _turned(page, turns)
            count = text.count_chars()
        glyphs = Glyphs(text, page)
        every = list(_pieces(glyphs, count))
    finally:
        text.close()
    pieces = tuple(filter(glyphs.is_seen, every))
    words = "".join(piece.text for piece in pieces)
    if len(_UNKNOWN.findall(words)) * 3 > len(words) > 0:
        return Sheet(number, glyphs.height, (), True, "is written in letters of its own that stand for no known ones")
    return Sheet(number, glyphs.height, pieces, pictured, hidden=len(every) - len(pieces))


def _is_pictured(page: PdfPage) -> bool:
    """Whether one picture covers half of the page."""
    area = page.get_width() * page.get_height()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        if (right - left) * (top - bottom) * 2 > area:
            return True
    return False


def _turns_of(text: Any, count: int) -> int | None:
    """By how many quarters a page has to be turned for most of its letters to stand upright; None for a page without any."""
    step = max(1, count // _ASKED)
    angles = [pdfium.FPDFText_GetCharAngle(text, at) for at in range(0, count, step) if not _is_made_up(text, at)]
    turns = Counter(-round(angle / (pi / 2)) % 4 for angle in angles if angle >= 0)
    return turns.most_common(1)[0][0] if turns else None


def _turned(page: PdfPage, turns: int) -> Any:
    """The text of a page that lies on its side, turned first: pdfium parts lines and cut words by how a page stands."""
    page.set_rotation(turns * 90)
    return page.get_textpage()


def _is_made_up(text: Any, at: int) -> bool:
    """Whether a letter stands in no file: a space or a line's end that pdfium puts between."""
    return bool(pdfium.FPDFText_IsGenerated(text, at) == 1)


class Glyphs:
    """The letters of one page by number, and where they stand on it as it is shown: turned, and from its own corner."""

    def __init__(self, text: Any, page: PdfPage) -> None:
        self._text = text
        self._left, self._bottom, self._right, self._top = page.get_bbox()
        self._turns = page.get_rotation() // 90
        self._width, self.height = page.get_width(), page.get_height()

    def code(self, at: int) -> int:
        """A letter's number."""
        return int(pdfium.FPDFText_GetUnicode(self._text, at))

    def box(self, at: int) -> _Box:
        """The room of a letter in its line, from the foot of the lowest letters to the head of the highest."""
        found = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self._text, at, byref(found))
        return self._turned(found.left, found.bottom, found.right, found.top)

    def raised(self, at: int) -> float:
        """How far the foot of a letter itself stands above the line that it is written on."""
        left, right, bottom, top, x, y = (c_double() for _ in range(6))
        pdfium.FPDFText_GetCharBox(self._text, at, *map(byref, (left, right, bottom, top)))
        pdfium.FPDFText_GetCharOrigin(self._text, at, byref(x), byref(y))
        return 0.0 if self._turns else bottom.value - y.value

    def origin(self, at: int) -> float:
        """The height of the line that a letter is written on."""
        x, y = c_double(), c_double()
        pdfium.FPDFText_GetCharOrigin(self._text, at, byref(x), byref(y))
        return 0.0 if self._turns else y.value

    def is_seen(self, piece: Piece) -> bool:
        """Whether something of a piece stands on the page."""
        inside = piece.left < self._width and piece.right > 0 and piece.bottom < self.height and piece.top > 0
        return inside and piece.right - piece.left < 2 * self._width

    def _turned(self, left: float, bottom: float, right: float, top: float) -> _Box:
        left, right, bottom, top = left - self._left, right - self._left, bottom - self._bottom, top - self._bottom
        wide, high = self._right - self._left, self._top - self._bottom
        if self._turns == 1:
            return bottom, wide - right, top, wide - left
        if self._turns == 2:
            return wide - right, high - top, wide - left, high - bottom
        if self._turns == 3:
            return high - top, left, high - bottom, right
        return left, bottom, right, top


def _pieces(glyphs: Glyphs, count: int) -> Iterator[Piece]:
    codes = [glyphs.code(at) for at in range(count)]
    for start, end, cut in _lines(codes):
        words = [part for word in _words(codes, start, end) for part in _parted(glyphs, *word)]
        yield from _split(glyphs, codes, words, cut)


def _lines(codes: Sequence[int]) -> Iterator[tuple[int, int, bool]]:
    """Where each line begins and ends, and whether a hyphen cuts its last word, as pdfium parts them."""
    start = 0
    for at, code in enumerate(codes):
        # On turned pages a soft hyphen and a space stand where a word is cut.
        cut = code == _HYPHEN or (code == _SOFT and at + 1 < len(codes) and codes[at + 1] in _SPACES)
        if cut or code in _ENDS:
            if at > start:
                yield start, at, cut
            start = at + 1
    if start < len(codes):
        yield start, len(codes), False


def _words(codes: Sequence[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    begun = start
    for at in range(start, end):
        if codes[at] in _SPACES:
            if at > begun:
                yield begun, at
            begun = at + 1
    if end > begun:
        yield begun, end


def _parted(glyphs: Glyphs, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A word where it stands, parted where a space was left and none was written, as programs do that set each word by itself.

    Letters that are all spaced are one word.
    """
    if end - start < _GLUED:
        yield start, end
        return
    boxes = [glyphs.box(at) for at in range(start, end)]
    gaps = [after[0] - before[2] for before, after in pairwise(boxes)]
    wide = max(_GAP * (boxes[0][3] - boxes[0][1]), 3 * sorted(gaps)[len(gaps) // 2])
    cuts = [start + n + 1 for n, gap in enumerate(gaps) if gap > wide]
    yield from pairwise((start, *cuts, end))


def _split(glyphs: Glyphs, codes: Sequence[int], words: list[tuple[int, int]], cut: bool) -> Iterator[Piece]:
    """The pieces of one line: a space as wide as the letters are high, or a step up or down, ends one."""
    held: list[str] = []
    edges: _Box = (0, 0, 0, 0)
    last = len(words) - 1
    for at, (start, end) in enumerate(words):
        word, box = _read_word(glyphs, codes, start, end)
        if not word:
            continue
        if held and _is_apart(edges, box):
            yield from _piece(held, edges, False)
            held = []
        edges = _around(edges, box) if held else box
        held.append(word)
        if at == last:
            yield from _piece(held, edges, cut)
            held = []
    yield from _piece(held, edges, cut)


def _is_apart(edges: _Box, box: _Box) -> bool:
    high = min(edges[3] - edges[1], box[3] - box[1])
    return box[0] - edges[2] > 0.9 * high or box[0] < edges[0] - high or box[1] > edges[3] or box[3] < edges[1]


def _around(a: _Box, b: _Box) -> _Box:
    return min(a[0], b[0]), a[1], max(a[2], b[2]), a[3]


def _piece(words: list[str], edges: _Box, cut: bool) -> Iterator[Piece]:
    text = " ".join(tidy(" ".join(words)).split())
    if text:
        yield Piece(text + "-" * cut, edges[0], edges[2], edges[1], max(edges[3], edges[1] + 1), cut)


def _read_word(glyphs: Glyphs, codes: Sequence[int], start: int, end: int) -> tuple[str, _Box]:
    """A word and its box; small raised figures in it ("foreseen¹", "10⁶") are written as such."""
    word = _decoded(codes[start:end])
    first, last = glyphs.box(start), glyphs.box(end - 1)
    tall = max((first, last), key=lambda box: box[3] - box[1])
    if len(word) == end - start and any(map(str.isdigit, word)):
        line, least = min(map(glyphs.origin, range(start, end))), 0.12 * (tall[3] - tall[1])
        high = [glyphs.origin(at) + glyphs.raised(at) - line > least for at in range(start, end)]
        word = "".join(c.translate(_RAISED) if up else c for c, up in zip(word, high, strict=True))
    return word, (min(first[0], last[0]), tall[1], max(first[2], last[2]), tall[3])


def _decoded(codes: Sequence[int]) -> str:
    whole = "".join(map(chr, codes))
    return whole.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if max(codes) >= 0xD800 else whole
