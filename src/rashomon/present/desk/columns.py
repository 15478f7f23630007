"""The account matrix as a page has it: copies in the column of what they copy, a sheet of columns at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.finding import Finding
from rashomon.present.desk.marks import RANK
from rashomon.present.matrix import Matrix
from rashomon.present.resolve import Resolved
from rashomon.present.words import value_words

MOST = 12
"""Claims of one report on one fact that a cell shows."""
DRAWN = frozenset({"conflict", "update", "scope", "rounding", "inconsistency", "clash"})


@dataclass(frozen=True, slots=True)
class Column:
    """One account: a report, and those that share its text."""

    head: Document
    copies: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim in a cell; `copy` is the report it stands in where that is not the column's own; `kinds` of findings."""

    claim: Claim
    copy: Document | None
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says of one fact; `more` claims are left out."""

    document: str
    entries: tuple[Entry, ...]
    more: int


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact over the shown columns, with what the comparison found."""

    heading: str
    findings: tuple[Finding, ...]
    cells: tuple[Cell, ...]


def make_columns(case: Resolved, matrix: Matrix, *, unfold: bool) -> list[Column]:
    """The accounts, by date of publication; one without a date comes last."""
    folded = {} if unfold else matrix.folded
    heads = [d for d in matrix.columns if d.id not in folded]
    heads.sort(key=lambda d: (d.published or "~", d.file))
    copies: dict[str, list[Document]] = {}
    for copy, head in folded.items():
        copies.setdefault(head, []).append(case.documents[copy])
    return [Column(d, tuple(sorted(copies.get(d.id, ()), key=lambda c: (c.published or "~", c.file)))) for d in heads]


def make_rows(case: Resolved, matrix: Matrix, columns: Sequence[Column]) -> list[FactRow]:
    """The rows on which one of these columns says something; where no conclusion is drawn, plain statements last."""
    rows = []
    for heading, cells, findings in matrix.rows:
        made = tuple(_cell(case, column, cells, findings) for column in columns)
        if any(c.entries for c in made):
            ordered = tuple(sorted(findings, key=lambda f: (RANK[f.kind], f.id)))
            rows.append(FactRow(heading, ordered, made))
    return rows


def _cell(case: Resolved, column: Column, cells: dict[str, list[Claim]], findings: Sequence[Finding]) -> Cell:
    own = cells.get(column.head.id, [])
    said = {_said(case, c) for c in own}
    entries = [Entry(c, None, _kinds(c, findings)) for c in own]
    for copy in column.copies:
        other = [c for c in cells.get(copy.id, []) if _said(case, c) not in said]
        entries += [Entry(c, copy, _kinds(c, findings)) for c in other]
    return Cell(column.head.id, tuple(entries[:MOST]), max(0, len(entries) - MOST))


def _said(case: Resolved, claim: Claim) -> tuple[str, str]:
    return value_words(case, claim), claim.stance


def _kinds(claim: Claim, findings: Sequence[Finding]) -> tuple[str, ...]:
    kinds = {kind for f in findings for kind in f.kinds_of(claim.id) if kind in DRAWN}
    return tuple(sorted(kinds, key=lambda k: RANK[k]))
