"""The report as PDF. A long one is set in pieces, each by a process of its own, and bound together afterwards.

typst keeps all that it has laid out until its process ends (1.2 GB for 1,000 reports); a piece at a time needs a fifth of that.
"""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

import typst
from pypdf import PdfReader, PdfWriter

from rashomon.errors import Stop
from rashomon.present.report.sheet import Cell, Grid, Line, Report, Section

Item = TypeVar("Item")
SIZE = 400_000
"""Characters of typst source that are set at once."""
_LINE, _NOTE = 40, 24
"""What a line and the call of a footnote add to their words."""
_SET = (
    "import sys, typst; sys.stdout.buffer.write(typst.compile(sys.stdin.buffer.read(), ignore_system_fonts=False, "
    "pdf_tags=False))"
)


@dataclass
class Piece:
    """A part of a report: some of its sections, or some of its footnotes with their numbers; `page` is its first."""

    sections: list[Section] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    first: bool = False
    opens_notes: bool = False
    page: int = 1

    @property
    def whole(self) -> bool:
        """Whether it is all of its report."""
        return self.first and self.opens_notes


def write_pdf(report: Report, render: Callable[[Report, Piece], str]) -> bytes:
    """The report as PDF; `render` gives the typst source of a piece. Raises Stop where a piece cannot be set."""
    pieces = cut_report(report, SIZE)
    if len(pieces) == 1:
        body: bytes = typst.compile(render(report, pieces[0]).encode(), ignore_system_fonts=False)
        return body
    binder, page = PdfWriter(), 1
    for piece in pieces:
        piece.page = page
        part = PdfReader(io.BytesIO(_set(render(report, piece))))
        page += len(part.pages)
        binder.append(part)
    binder.add_metadata({"/Title": report.title})
    out = io.BytesIO()
    binder.write(out)
    return out.getvalue()


def _set(source: str) -> bytes:
    """A piece as PDF, set by another process. Nothing of it is written to a disk or to an argument list."""
    done = subprocess.run([sys.executable, "-I", "-c", _SET], input=source.encode(), capture_output=True, check=False)
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise Stop(
            f"a part of the report could not be set as PDF: {last or 'its process ended'}; html and md still work"
        )
    return done.stdout


def cut_report(report: Report, size: int) -> list[Piece]:
    """The report in pieces of about a size; one piece where it is no longer than that."""
    weight = sum(map(_weight, report.sections)) + sum(map(len, report.notes))
    notes = list(enumerate(report.notes, 1))
    if weight <= size:
        return [Piece(report.sections, notes, first=True, opens_notes=True)]
    parts = [part for section in report.sections for part in _cut_section(section, size)]
    pieces = [Piece(list(group)) for group in _groups(parts, _weight, size)]
    noted = [Piece(notes=list(group)) for group in _groups(notes, lambda n: len(n[1]) + _LINE, size)]
    pieces[0].first = True
    for piece in noted[:1]:
        piece.opens_notes = True
    return [*pieces, *noted]


def _groups(items: Iterable[Item], weigh: Callable[[Item], int], size: int) -> Iterator[Sequence[Item]]:
    """Neighbours together, as many as weigh no more than a size."""
    group: list[Item] = []
    total = 0
    for item in items:
        weight = weigh(item)
        if group and total + weight > size:
            yield group
            group, total = [], 0
        group.append(item)
        total += weight
    if group:
        yield group


def _cut_section(section: Section, size: int) -> Iterator[Section]:
    """A section, or where it is too long its parts: the first with its heading, the others with none."""
    if _weight(section) <= size:
        yield section
        return
    yield replace(section, grid=None, lines=())
    if section.grid:
        for grid in section.grid.parts():
            for rows in _groups(grid.rows, _row_weight, size):
                yield Section("", section.level, grid=replace(grid, rows=tuple(rows)))
    for lines in _groups(section.lines, _line_weight, size):
        yield Section("", section.level, lines=tuple(lines))


def _weight(section: Section) -> int:
    words = len(section.title) + sum(map(len, section.paragraphs)) + len(section.drawing or "")
    return words + _grid_weight(section.grid) + sum(map(_line_weight, section.lines))


def _grid_weight(grid: Grid | None) -> int:
    return sum(map(_row_weight, grid.rows)) + sum(map(len, grid.heads)) if grid else 0


def _row_weight(row: tuple[Cell, ...]) -> int:
    return sum(_LINE + sum(map(_line_weight, cell)) for cell in row)


def _line_weight(line: Line) -> int:
    return _LINE + len(line.text) + _NOTE * len(line.notes)
