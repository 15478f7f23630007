"""The columns of all pages to one flow of lines: what a page's end cuts is whole, its footnotes and edges come behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rashomon.model.document import BlockKind, Leaf
from rashomon.stages.acquire.draft import Line
from rashomon.stages.acquire.pdf.edges import opens_note, without_calls, without_mark
from rashomon.stages.acquire.pdf.paragraphs import goes_on, join, paragraphs_of, reaches_end
from rashomon.stages.acquire.pdf.sheet import Row


@dataclass(slots=True)
class _Held:
    """A paragraph that may go on: its text, its last row, whether that one reached its column's end, its pages."""

    text: str
    last: Row
    full: bool
    leaves: list[Leaf]


@dataclass(slots=True)
class Flow:
    """The lines so far, the paragraph that may go on, and what is to come behind it."""

    _lines: list[Line] = field(default_factory=list)
    _held: _Held | None = None
    _behind: list[Line] = field(default_factory=list)

    def read_column(self, rows: Sequence[Row], page: int, marks: frozenset[str]) -> None:
        """Take in a column of a page; `marks` are those of the page's footnotes."""
        for at, (group, cells) in enumerate(paragraphs_of(rows)):
            text = _text(group, marks)
            full = not cells and reaches_end(rows, group[-1])
            before = self._held
            if before and at == 0 and not cells and goes_on(before.text, before.last, before.full, group[0]):
                whole = join(before.text, text)
                here = Leaf(len(whole) - len(text), _name(page))
                new = [] if before.leaves[-1].name == here.name else [here]
                self._held = _Held(whole, group[-1], full, [*before.leaves, *new])
                continue
            self._close()
            if cells:
                self._lines.append(_line(" | ".join(without_calls(cell, marks) for cell in cells), page, "table"))
            else:
                self._held = _Held(text, group[-1], full, [Leaf(0, _name(page))])

    def end_page(self, notes: Sequence[Row], running: Iterable[Row], page: int) -> None:
        """Take in a page's footnotes and what runs along its edges."""
        held: list[str] = []
        for row in notes:
            if opens_note(row) or not held:
                held.append(without_mark(row.text))
            else:
                held[-1] = join(held[-1], row.text)
        self._behind += [_line(note, page, None) for note in held]
        self._behind += [_line(row.text, page, "boilerplate") for row in running]

    def end(self) -> tuple[Line, ...]:
        """All lines."""
        self._close()
        return tuple(self._lines)

    def _close(self) -> None:
        if self._held:
            self._lines.append(Line(self._held.text, 1, None, leaves=tuple(self._held.leaves)))
        self._lines += self._behind
        self._held, self._behind = None, []


def _text(rows: Sequence[Row], marks: frozenset[str]) -> str:
    text = without_calls(rows[0].text, marks)
    for row in rows[1:]:
        text = join(text, without_calls(row.text, marks))
    return text


def _line(text: str, page: int, kind: BlockKind | None) -> Line:
    return Line(text, 0 if kind == "table" else 1, kind, leaves=(Leaf(0, _name(page)),))


def _name(page: int) -> str:
    return f"p. {page}"
