"""A file of telephone records as a document of the case: its headings, and those of its rows that touch the case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.calls import CallRecord, CallRow, Layout, Touched
from rashomon.model.document import Block, Document, Leaf, Original
from rashomon.model.identity import make_id
from rashomon.stages.acquire.media import media_type


def document_of(
    original: Original, record: CallRecord, rows: Sequence[CallRow]
) -> tuple[Document, tuple[Touched, ...]]:
    """The document, and where its rows stand in it. Each row is a leaf of its own: "row 4,471"."""
    came = original.appearances[0]
    lines = [came.file.rpartition("/")[2], *(line for layout in record.file.layouts for line in _above(layout))]
    above = len("\n".join(lines))
    touched = tuple(_placed(rows, above))
    made = Document(
        id=make_id("d", original.sha256), sha256=original.sha256, file=came.file, media_type=media_type(came.file, b""),
        kind="record", title=came.title, publisher=came.publisher, author=came.author, published=came.published,
        url=came.url, language=None, text="\n".join([*lines, *(row.raw for row in rows)]),
        blocks=tuple(_blocks([*lines, *(row.raw for row in rows)])), claims_read=True,
        appearances=original.appearances, remarks=tuple(_remarks(record)), calls=record,
        leaves=(Leaf(0, "headings"), *(Leaf(one.start, row_name(one.row)) for one in touched)),
    )  # fmt: skip
    return made, touched


def row_name(row: CallRow) -> str:
    """How a row is called: by its number in the file, and its sheet."""
    return f"sheet {row.sheet}, row {row.row:,}" if row.sheet else f"row {row.row:,}"


def _above(layout: Layout) -> Iterator[str]:
    """What stands above the rows of a table, each line once."""
    yield from dict.fromkeys((*layout.preamble, *([layout.heads] if layout.heads else ())))


def _placed(rows: Sequence[CallRow], above: int) -> Iterator[Touched]:
    at = above
    for row in rows:
        yield Touched(at + 1, at + 1 + len(row.raw), row)
        at += 1 + len(row.raw)


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    at = 0
    for n, line in enumerate(lines):
        start = at + len(line) - len(line.lstrip())
        if line.strip():
            yield Block(start, at + len(line.rstrip()), "table" if n else "headline")
        at += len(line) + 1


def _remarks(record: CallRecord) -> Iterator[str]:
    yield f"{record.file.rows:,} rows of telephone records, from {record.file.first} to {record.file.last}; {_touching(record)}"
    yield from record.file.remarks


def _touching(record: CallRecord) -> str:
    if not record.touching:
        return "none touches a number that the reports name; rashomon calls shows all of them"
    cut = (
        f", {record.held:,} of which are claims, those between two such numbers first"
        if record.held < record.touching
        else ""
    )
    return f"{record.touching:,} touch a number that the reports name{cut}; rashomon calls shows all of them"
