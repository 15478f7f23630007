"""What a report is made of, whatever it is written as: sections with words, tables, lists, and footnotes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

ACROSS = 5
"""Columns of a table that fit on a page, its heading column apart."""


class Call(NamedTuple):
    """The call of a footnote; the first of several is where the footnote leads back to."""

    number: int
    first: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a cell or list, and its footnotes."""

    text: str
    notes: tuple[Call, ...] = ()


Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: what it shows, heads, and rows of cells of lines; the first cell of a row is its heading."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def parts(self) -> tuple[Grid, ...]:
        """The table in parts that fit on a page, the heading column in each."""
        if len(self.heads) <= ACROSS + 1:
            return (self,)
        count = -(-(len(self.heads) - 1) // ACROSS)
        return tuple(self._part(n, count) for n in range(count))

    def _part(self, n: int, count: int) -> Grid:
        first, last = 1 + n * ACROSS, 1 + (n + 1) * ACROSS
        rows = tuple((row[0], *row[first:last]) for row in self.rows if any(row[first:last]))
        return Grid(f"{self.caption} (part {n + 1} of {count})", (self.heads[0], *self.heads[first:last]), rows)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, paragraphs, a drawing, a table, a list: whatever of them there is."""

    title: str
    level: int
    paragraphs: tuple[str, ...] = ()
    drawing: str | None = None
    grid: Grid | None = None
    lines: tuple[Line, ...] = ()


@dataclass
class Report:
    """The whole: title, what stands on the first page, sections, footnotes."""

    title: str
    notice: str
    sections: list[Section] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)

    def call(self, ident: str, words: str) -> Call:
        """A call of the footnote for something, which is written down at the first."""
        known = ident in self._numbers
        if not known:
            self.notes.append(words)
            self._numbers[ident] = len(self.notes)
        return Call(self._numbers[ident], not known)


@dataclass(frozen=True, slots=True)
class Options:
    """Whether accusations nobody has accepted are printed (marked), whether the text is masked, whether hashes show."""

    unreviewed: bool = False
    masked: bool = True
    hashes: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for comment: of whom (entity id), on which day, by which way, and the answer where one came."""

    entity: str
    asked: str
    way: str
    answer: str | None
