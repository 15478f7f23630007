"""Paragraphs and tables of a Word file to lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from rashomon.model.document import BlockKind
from rashomon.stages.acquire.draft import Line
from rashomon.stages.acquire.tidy import paragraph_lines
from rashomon.stages.acquire.word.parts import W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MARKS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_SILENT = frozenset({f"{W}instrText", f"{W}delText", f"{W}pPr", f"{W}rPr", f"{W}tblPr", f"{W}tcPr", f"{W}trPr", f"{_MC}Fallback",
                     f"{W}footnoteRef", f"{W}endnoteRef", f"{W}annotationRef", f"{W}sectPr"})  # fmt: skip
_OUT, _IN = frozenset({f"{W}del", f"{W}moveFrom"}), frozenset({f"{W}ins", f"{W}moveTo"})
_LONGEST_CELL = 80


@dataclass(slots=True)
class Counts:
    """How much of a document was changed, is hidden or is a picture, and who changed it."""

    deleted: int = 0
    inserted: int = 0
    hidden: int = 0
    pictures: int = 0
    deleted_by: set[str] = field(default_factory=set)
    inserted_by: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Body:
    """What is needed to read a part: the names of the styles, and where to count."""

    styles: dict[str, str]
    counts: Counts


def read_body(part: etree._Element, body: Body) -> Iterator[Line]:
    """The lines of a part, in order; a heading before all text is the headline, what stands in text boxes comes behind its paragraph."""
    begun = False
    for line in _blocks(part, body):
        if line.kind == "headline" and begun:
            line = Line(line.text, line.gap, "subhead")
        begun = begun or line.kind == "headline" or line.text.count(" ") > 20
        yield line


def _blocks(element: etree._Element, body: Body) -> Iterator[Line]:
    for child in element:
        if child.tag == f"{W}p":
            yield from _paragraph(child, body)
        elif child.tag == f"{W}tbl":
            yield from _table(child, body)
        elif isinstance(child.tag, str) and child.tag not in _SILENT and not _is_out(child, body.counts):
            yield from _blocks(child, body)


def _paragraph(element: etree._Element, body: Body) -> Iterator[Line]:
    boxes: list[etree._Element] = []
    text = "".join(_words(element, body.counts, boxes))
    kind, listed = _kind(element, body.styles)
    yield from paragraph_lines(text, kind, listed=listed)
    for box in boxes:
        yield from _blocks(box, body)


def _words(element: etree._Element, counts: Counts, boxes: list[etree._Element]) -> Iterator[str]:
    """The words of a paragraph as it stands once all changes are taken; boxes of text are set aside."""
    for child in element:
        tag = child.tag
        if tag == f"{W}txbxContent":
            boxes.append(child)
        elif tag == f"{W}t":
            yield child.text or ""
        elif tag in _MARKS:
            yield _MARKS[tag]
        elif not isinstance(tag, str) or tag in _SILENT or _is_out(child, counts):
            continue
        elif tag == f"{W}r" and _is_hidden(child):
            counts.hidden += 1
        else:
            counts.pictures += tag.endswith(("}blip", "}imagedata"))
            yield from _words(child, counts, boxes)


def _is_out(element: etree._Element, counts: Counts) -> bool:
    """Whether tracked changes take an element out; they are counted, those that put one in too."""
    author = element.get(f"{W}author")
    if element.tag in _OUT:
        counts.deleted += 1
        counts.deleted_by.update([author] if author else [])
        return True
    if element.tag in _IN:
        counts.inserted += 1
        counts.inserted_by.update([author] if author else [])
    return False


def _is_hidden(run: etree._Element) -> bool:
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val") not in ("0", "false", "off")


def _kind(paragraph: etree._Element, styles: dict[str, str]) -> tuple[BlockKind | None, bool]:
    """What its style makes of a paragraph, and whether it is an item of a list."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = styles.get(style.get(f"{W}val") or "", "") if style is not None else ""
    listed = paragraph.find(f"{W}pPr/{W}numPr") is not None or name.startswith("list")
    if name in ("title", "heading 1"):
        return "headline", False
    if name.startswith("heading") or name == "subtitle":
        return "subhead", False
    return ("caption", False) if name == "caption" else (None, listed)


def _table(table: etree._Element, body: Body) -> Iterator[Line]:
    """Rows of short cells as rows; a table that only lays out text gives its paragraphs."""
    rows = [list(_inner(row, f"{W}tc")) for row in _inner(table, f"{W}tr") if not _is_gone(row, body.counts)]
    drafts = [[list(_blocks(cell, body)) for cell in row] for row in rows]
    texts = [[" ".join(line.text for line in cell) for cell in row] for row in drafts]
    filled = sum(len(row) > 1 for row in texts)
    nested = next(table.iterdescendants(f"{W}tbl"), None) is not None
    if filled > 1 and not nested and all(len(text) <= _LONGEST_CELL for row in texts for text in row):
        for at, row in enumerate(texts):
            if any(row):
                yield Line(" | ".join(row), 0 if at else 1, "table")
    else:
        yield from (line for row in drafts for cell in row for line in cell)


def _inner(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, not those of tables within it."""
    for child in element:
        if child.tag == tag:
            yield child
        elif isinstance(child.tag, str) and child.tag not in _SILENT and child.tag != f"{W}tc":
            yield from _inner(child, tag)


def _is_gone(row: etree._Element, counts: Counts) -> bool:
    """Whether tracked changes take a whole row out."""
    mark = row.find(f"{W}trPr/{W}del")
    return mark is not None and _is_out(mark, counts)
