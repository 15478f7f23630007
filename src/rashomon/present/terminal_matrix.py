"""The account matrix in a terminal: short cells, copies in the column of what they copy, columns as the width allows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.finding import Finding
from rashomon.present.matrix import Matrix
from rashomon.present.resolve import Resolved
from rashomon.present.words import KIND, SEVERITY, STYLE, chain_words, day_words, stance_words, value_words

HEADING, COLUMN = 15, 16
"""Characters of the first column, and those that an account needs."""
VALUE, QUOTE, SOURCE = 90, 60, 44
"""Longest value, quotation and source in a cell; the claim's page has them whole."""
MOST = 4
"""Different things that one account says of one fact, shown in a cell."""


def matrix_tables(case: Resolved, matrix: Matrix, width: int) -> Iterator[Table]:
    """The matrix as one table, or as several where its accounts do not stand side by side in `width` characters."""
    heads = [d for d in matrix.columns if d.id not in matrix.folded]
    copies: dict[str, list[Document]] = defaultdict(list)
    for document in matrix.columns:
        if document.id in matrix.folded:
            copies[matrix.folded[document.id]].append(document)
    sheets = -(-len(heads) // max(2, (width - HEADING) // COLUMN))
    size = -(-len(heads) // max(1, sheets))
    for n in range(0, len(heads), max(1, size)):
        yield _table(case, matrix, heads[n : n + size], copies)


def _table(case: Resolved, matrix: Matrix, heads: Sequence[Document], copies: dict[str, list[Document]]) -> Table:
    table = Table(box=box.SQUARE, show_lines=True, padding=(0, 1, 0, 0))
    table.add_column("", width=HEADING - 3)
    for head in heads:
        table.add_column(_column_words(head, copies.get(head.id, ())), ratio=1, vertical="top")
    for heading, cells, findings in matrix.rows:
        drawn = [_cell(case, cells, head, copies.get(head.id, ())) for head in heads]
        if any(drawn):
            table.add_row(_row_head(heading, findings), *(Group(*lines) for lines in drawn))
    return table


def _column_words(head: Document, copies: Sequence[Document]) -> Text:
    words = Text.assemble((_outlet(head), "bold"), "\n", (day_words(head.published), ""))
    for copy in copies:
        words.append(f"\nand a copy of it: {_outlet(copy)}, {day_words(copy.published)}", "magenta")
    return words


def _outlet(document: Document) -> str:
    return document.publisher or document.file


def _row_head(heading: str, findings: Sequence[Finding]) -> Text:
    kinds = sorted({f.kind for f in findings}, key=SEVERITY.__getitem__)
    marks = [(f"\n{KIND[kind]}", STYLE[kind]) for kind in kinds]
    return Text.assemble((cut_words(heading, 60), "bold"), *marks)


def _cell(
    case: Resolved, cells: dict[str, list[Claim]], head: Document, copies: Sequence[Document]
) -> list[RenderableType]:
    """What an account says of a fact, each thing once; what a copy says otherwise stands with the copy's name."""
    said: dict[str, Text] = {}
    for document in (head, *copies):
        for claim in cells.get(document.id, ()):
            words = value_words(case, claim)
            if any(_tells(old, words) for old in said):
                continue
            said = {old: entry for old, entry in said.items() if not _tells(words, old)}
            said[words] = _entry(case, claim, words, "" if document is head else _outlet(document))
    lines: list[RenderableType] = list(said.values())
    return lines if len(lines) <= MOST else [*lines[:MOST], Text(f"… and {len(lines) - MOST} more", style="dim")]


def _tells(old: str, new: str) -> bool:
    """Whether a value stands already: "at least 41" beside "at least 41 people" says nothing new."""
    return old == new or (new[-1:].isdigit() and old.startswith(f"{new} "))


def _entry(case: Resolved, claim: Claim, words: str, copy: str) -> Text:
    entry = Text(f"{copy}: ", style="magenta") if copy else Text()
    entry.append(cut_words(words, VALUE), "" if claim.stance == "asserted" else "yellow")
    how = stance_words(claim)
    entry.append(f" [{how}]" if how else "", "yellow")
    if len(claim.chain) > 1:
        entry.append(f"\n← {cut_words(chain_words(case, claim.chain[1:]), SOURCE)}", "italic")
    if claim.quote != words and claim.property != "statement":
        entry.append(f"\n“{cut_words(claim.quote, QUOTE)}”", "dim")
    return entry


def cut_words(words: str, most: int) -> str:
    """The beginning of a text, ended at a word, with … where something was left out."""
    flat = " ".join(words.split())
    if len(flat) <= most:
        return flat
    kept = flat[: most - 2].rsplit(" ", 1)[0].rstrip(" ,;:–-")
    return f"{kept} …"
