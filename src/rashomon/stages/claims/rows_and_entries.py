"""What no reader reads and nobody may miss: rows of tables, mail that a mail quotes, entries of a list under its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from rashomon.model.claim import Claim, Unread
from rashomon.model.document import APART, Block, Document
from rashomon.stages.claims.signs import signs_in
from rashomon.stages.claims.unread import READ

_CELLS = re.compile(r"\s*\|\s*|\s*\t\s*|(?<=\S) {3,}(?=\S)")
_BULLET = re.compile(r"(?:[-–—•*·▪]|\(?\d{1,3}[.)])\s")
_WHY = {
    "table": "a row of a table: shown, not read",
    "quoted": "mail that another mail quotes: not read here; add that mail itself",
}
_SPEAKING, _SILENT, _ENTRY = 0.8, 0.4, 0.7
_ENTRY_WORDS = 30
_TELLING = frozenset().union(*READ.values())


def find_apart(document: Document, claims: Sequence[Claim]) -> tuple[Unread, ...]:
    """Rows, quoted mail, and entries that no claim touches, in text order, each with the heads it stands under."""
    runs = [(kind, list(run)) for kind, run in groupby(document.blocks, key=lambda b: b.kind)]
    found = [one for kind, run in runs if kind in APART for one in _shown(document, run)]
    return tuple(sorted((*found, *_entries(document, claims)), key=lambda u: u.start))


def _shown(document: Document, run: Sequence[Block]) -> Iterator[Unread]:
    rows = [block for block in run if any(map(str.isalnum, document.text[block.start : block.end]))]
    heads = _heads(document, rows) if rows and rows[0].kind == "table" else []
    above = document.text[max(0, run[0].start - 200) : run[0].start].strip().rpartition("\n")[2]
    topic = signs_in(" ".join((above, *heads)))
    for row in rows[1:] if heads else rows:
        quote = document.text[row.start : row.end]
        score = _SPEAKING if topic or signs_in(quote) else _SILENT
        yield Unread(document.id, row.start, row.end, quote, _why(row, heads, quote), score)


def _heads(document: Document, rows: Sequence[Block]) -> list[str]:
    """The heads of a table's columns: its first row, where that holds no figure and others do, or names no one."""
    cells = _split(document.text[rows[0].start : rows[0].end])
    below = "".join(document.text[row.start : row.end] for row in rows[1:])
    figured = any(any(map(str.isdigit, cell)) for cell in cells)
    return cells if len(rows) > 1 and not figured and any(map(str.isdigit, below)) else []


def _split(row: str) -> list[str]:
    return _CELLS.split(row.strip("| "))


def _why(row: Block, heads: Sequence[str], quote: str) -> str:
    cells = _split(quote)
    if not heads or len(heads) != len(cells):
        return _WHY[row.kind]
    return f"{_WHY[row.kind]} ({'; '.join(f'{head}: {cell}' for head, cell in zip(heads, cells, strict=True))})"


def _entries(document: Document, claims: Sequence[Claim]) -> Iterator[Unread]:
    """Entries under a line that ends with a colon and speaks of victims, custody or guilt."""
    head, topic = "", False
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if text.endswith(":") or (block.kind == "subhead" and not _BULLET.match(text)):
            head, topic = text.rstrip(": "), bool(signs_in(text))
        elif not topic or not _is_entry(block, text):
            topic = False
        elif not any(c.start < block.end and block.start < c.end for c in claims if c.property in _TELLING):
            why = f"an entry under “{head}”, of which nothing was read"
            yield Unread(document.id, block.start, block.end, text, why, _ENTRY)


def _is_entry(block: Block, text: str) -> bool:
    """A bullet, a number, or a few words without a full stop that hold a name or a figure."""
    if block.kind not in ("body", "caption", "subhead", "byline") or text.count(" ") > _ENTRY_WORDS:
        return False
    named = any(char.isupper() or char.isdigit() for char in text)
    return named and (bool(_BULLET.match(text)) or not text.endswith((".", "!", "?", "”", '"')))
