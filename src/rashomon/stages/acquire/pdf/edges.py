"""What stands at the edges of pages and is none of the text: running heads and feet, page numbers; and the footnotes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon.stages.acquire.pdf.sheet import Piece, Row, Sheet, rows_of
from rashomon.text.fold import fold_words

_ZONE, _ROWS, _NEAR = 0.13, 3, 8.0
_NUMBER = re.compile(
    r"(?:page|p\.|pg\.?|seite|sayfa|página|pagina|стр\.?|صفحة)?\s*[-–—(\[|]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*"
    r"(?:(?:/|of|von|de|из|من)\s*\d{1,4})?\s*[-–—)\]|]?",
    re.IGNORECASE,
)
_LINE_NUMBER, _FEWEST_NUMBERS = re.compile(r"(\d{1,3})(?:\s+|$)"), 4
_ADDRESS = re.compile(r"(?:https?|file)://\S+$")
_LABEL = re.compile(r"(?P<mark>[⁰¹²³⁴-⁹]+|\*{1,3}|[†‡§]|\d{1,3}(?=[.)]?\s))[.)]?\s*(?=\S)")
_RAISED = re.compile(r"(?<=[^\s⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]+|(?<=[\w.,;:!?”’\"'])[*†‡§]{1,3}")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def find_furniture(sheets: Sequence[Sheet]) -> dict[int, frozenset[Piece]]:
    """By page number, the pieces that stand at the same edge of two pages or more, and the numbers of the pages."""
    edges = {sheet.number: tuple(_at_edges(sheet)) for sheet in sheets}
    seen: dict[tuple[bool, str], list[tuple[int, float]]] = defaultdict(list)
    for sheet in sheets:
        for piece in edges[sheet.number]:
            seen[_key(sheet, piece)].append((sheet.number, piece.middle))
    return {sheet.number: frozenset(_running(sheet, edges[sheet.number], seen)) for sheet in sheets}


def _running(
    sheet: Sheet, edge: Sequence[Piece], seen: Mapping[tuple[bool, str], list[tuple[int, float]]]
) -> Iterator[Piece]:
    printed = _is_printed(edge)
    return (piece for piece in edge if printed or _is_running(sheet.number, piece, seen[_key(sheet, piece)]))


def _is_printed(edge: Sequence[Piece]) -> bool:
    """Whether a browser printed the page: then it wrote its day, the page's title and address along the edges."""
    return any(_ADDRESS.match(piece.text) for piece in edge) and any(_NUMBER.fullmatch(p.text) for p in edge)


def printed_address(sheets: Sequence[Sheet]) -> str | None:
    """The address that a browser printed along the edges, whole."""
    edge = tuple(_at_edges(sheets[0])) if sheets else ()
    found = (piece.text for piece in edge if _is_printed(edge) and piece.text.startswith("http"))
    return next((text for text in found if not text.endswith(("…", "..."))), None)


def _at_edges(sheet: Sheet) -> Iterator[Piece]:
    """The pieces of the uppermost and the lowest rows; of a page that a browser printed only the outermost."""
    upper = rows_of(p for p in sheet.pieces if p.middle > sheet.height * (1 - _ZONE))
    lower = rows_of(p for p in sheet.pieces if p.middle < sheet.height * _ZONE)
    outer = tuple(piece for row in (*upper[:1], *lower[-1:]) for piece in row.pieces)
    if _is_printed(outer):
        yield from outer
        return
    for row in (*upper[:_ROWS], *lower[-_ROWS:]):
        yield from row.pieces


def _key(sheet: Sheet, piece: Piece) -> tuple[bool, str]:
    words = re.sub(r"\d+", "#", fold_words(piece.text)) or piece.text
    return piece.middle > sheet.height / 2, words


def _is_running(number: int, piece: Piece, seen: list[tuple[int, float]]) -> bool:
    if _NUMBER.fullmatch(piece.text):
        return True
    return any(other != number and abs(at - piece.middle) < _NEAR for other, at in seen)


def without_line_numbers(sheet: Sheet) -> Sheet:
    """The page without the numbers of its lines, as transcripts of courts have them: each counts on from the one above."""
    rows = rows_of(sheet.pieces)
    found = [(at, int(m[1])) for at, row in enumerate(rows) if (m := _LINE_NUMBER.match(row.pieces[0].text))]
    counted = {row for (at, n), (below, m) in pairwise(found) for row in (at, below) if m - n == below - at}
    if len(counted) < _FEWEST_NUMBERS or len(counted) < 0.9 * len(found):
        return sheet
    gone = {rows[at].pieces[0] for at in counted}
    cut = (_cut_number(piece) if piece in gone else piece for piece in sheet.pieces)
    return replace(sheet, pieces=tuple(piece for piece in cut if piece.text))


def _cut_number(piece: Piece) -> Piece:
    text = _LINE_NUMBER.sub("", piece.text)
    share = (len(piece.text) - len(text)) / len(piece.text)
    return replace(piece, text=text, left=piece.left + share * (piece.right - piece.left))


def part_notes(rows: Sequence[Row], usual: float) -> tuple[list[Row], list[Row]]:
    """The rows of a column, and the footnotes at its end: in smaller letters, the first of them with a mark."""
    small = len(rows)
    while small and rows[small - 1].size < 0.94 * usual:
        small -= 1
    first = next((at for at in range(small, len(rows)) if _LABEL.match(rows[at].text)), len(rows))
    return list(rows[:first]), list(rows[first:])


def opens_note(row: Row) -> bool:
    """Whether a row begins with a footnote's mark."""
    return bool(_LABEL.match(row.text))


def without_mark(note: str) -> str:
    """A footnote with its mark in brackets."""
    found = _LABEL.match(note)
    return f"[{found['mark'].translate(_PLAIN)}] {note[found.end() :]}" if found else note


def without_calls(text: str, marks: frozenset[str]) -> str:
    """A text without the raised marks that call the page's own footnotes; other raised figures stay raised."""
    if not marks:
        return text
    return _RAISED.sub(lambda found: "" if found[0].translate(_PLAIN) in marks else found[0], text)


def marks_of(notes: Iterable[Row]) -> frozenset[str]:
    """The marks that footnotes open with, in plain figures."""
    return frozenset(found["mark"].translate(_PLAIN) for row in notes if (found := _LABEL.match(row.text)))
