"""Rows of tables, entries of lists, and mail that a mail quotes: told apart from running text by how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from rashomon.stages.acquire.draft import Line

TAB = "\ue000"
"""Stands for a tab between two cells while spaces are made one kind; no text holds it, as it has no meaning of its own."""
_CELLS = re.compile(rf"\s*\|\s*|\s*{TAB}\s*|(?<=\S) {{3,19}}(?=\S)")
_RULE = re.compile(r"[\s|+:=-]+")
_LONGEST_CELL, _MOST_WORDS = 80, 12
_QUOTED = re.compile(r">")
_WROTE = re.compile(
    r"^[>\s]*(?:.{0,120}\b(?:wrote|schrieb|escribió|escreveu|a écrit|ha scritto|yazdı)\b.{0,60}:|-{2,}\s?original message)",
    re.IGNORECASE | re.MULTILINE,
)


def hold_tabs(text: str) -> str:
    """The text with its tabs between words held, so that tidying leaves the cells of a table apart."""
    return re.sub(r"(?<=\S)\t+(?=\S)", TAB, text.replace(TAB, ""))


def mark_rows(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, rows of tables and quoted mail marked as such."""
    kept: list[Line] = []
    counted = [(_cells(line.text), line) for line in lines]
    for cells, run in groupby(counted, key=lambda pair: pair[0]):
        rows = [line for _, line in run]
        table = cells > 1 and len(rows) > 1 and _has_figures_or_bars(rows)
        kept += [replace(line, kind="table") for line in rows] if table else rows
    return tuple(_quoted([replace(line, text=_shown(line)) for line in kept]))


def _cells(text: str) -> int:
    """In how many cells a line falls; 1 where one of them reads as a sentence. Rules between rows go with any."""
    cells = _CELLS.split(text.strip("| "))
    if len(cells) < 2 or any(len(c) > _LONGEST_CELL or c.count(" ") > _MOST_WORDS for c in cells):
        return 1
    return len(cells)


def _has_figures_or_bars(rows: Sequence[Line]) -> bool:
    """Cells set apart by bars or tabs are cells; wide spaces alone make a table only where figures stand in most rows."""
    if any(mark in rows[0].text for mark in ("|", TAB)):
        return any(any(map(str.isalnum, row.text)) for row in rows)
    figured = sum(any(map(str.isdigit, row.text)) for row in rows)
    return len(rows) > 2 and figured * 2 >= len(rows)


def _shown(line: Line) -> str:
    return line.text.replace(TAB, "\t" if line.kind == "table" else " ")


def _quoted(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines of another's mail in a mail; a text that is all of it quoted, or no mail, stays as it is."""
    found = [bool(_QUOTED.match(line.text)) for line in lines]
    depths = {line.text[:3].count(">") for line, own in zip(lines, found, strict=True) if own}
    wrote = len(depths) > 1 or any(_WROTE.search(line.text) for line in lines)
    mail = any(found) and not all(found) and wrote
    for line, quoted in zip(lines, found, strict=True):
        yield replace(line, kind="quoted") if mail and quoted else line
