"""The reader of OpenDocument texts and tables (LibreOffice): paragraphs, tables, notes; deletions and comments are kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from zipfile import ZipFile

from lxml import etree

from rashomon.errors import SetAside
from rashomon.model.document import BlockKind
from rashomon.stages.acquire.draft import Draft, Header, Line
from rashomon.stages.acquire.properties import borne_out
from rashomon.stages.acquire.tidy import paragraph_lines
from rashomon.stages.acquire.zipped import DAMAGED, open_zip

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, OFFICE, STYLE, META = (f"{{{_NS}{n}:1.0}}" for n in ("text", "table", "office", "style", "meta"))
DC = "{http://purl.org/dc/elements/1.1/}"
_LONGEST_CELL, _MOST_SPACES = 80, 40
_SILENT = frozenset(
    {f"{TEXT}tracked-changes", f"{TEXT}sequence-decls", f"{TEXT}index-title-template", f"{TEXT}note-citation"}
)
_HIDDEN = frozenset({f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph"})


@dataclass(slots=True)
class _Aside:
    """What stands beside the text: notes, comments, and how much of it is hidden."""

    notes: list[etree._Element] = field(default_factory=list)
    comments: list[etree._Element] = field(default_factory=list)
    hidden: int = 0


def read_opendocument(data: bytes) -> Draft:
    """The lines of a text or a table, and what it says of itself as far as its text bears that out.

    Raises `SetAside` for a file that is damaged, locked, too large or empty.
    """
    with open_zip(data) as archive:
        if b"encryption-data" in _part(archive, "META-INF/manifest.xml"):
            raise SetAside("the document is locked with a password; save a copy of it without one")
        content, styles, meta = (_tree(archive, name) for name in ("content.xml", "styles.xml", "meta.xml"))
    body = content.find(f"{OFFICE}body") if content is not None else None
    if content is None or body is None:
        raise SetAside("the document cannot be opened: it is damaged, cut off, or none")
    aside = _Aside()
    lines = [*_blocks(body, aside), *_beside(aside), *_edges(styles)]
    if not lines:
        raise SetAside("the document has no text")
    header, proposed = borne_out(_said(meta), lines)
    removed = sum(1 for _ in content.iter(f"{TEXT}deletion"))
    remarks = [f"tracked changes: passages that were taken out were not read: {removed}"] if removed else []
    remarks += [f"passages that are hidden in the document were not read: {aside.hidden}"] if aside.hidden else []
    return Draft(tuple(lines), header, tuple(remarks), proposed)


def _part(archive: ZipFile, name: str) -> bytes:
    try:
        return archive.read(name)
    except KeyError:
        return b""
    except (*DAMAGED, RuntimeError) as fault:
        raise SetAside("a part of the document is damaged") from fault


def _tree(archive: ZipFile, name: str) -> etree._Element | None:
    data = _part(archive, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root: etree._Element | None = etree.fromstring(data, parser) if data else None
    except (etree.LxmlError, ValueError) as fault:
        raise SetAside("a part of the document is damaged") from fault
    return root


def _blocks(element: etree._Element, aside: _Aside) -> Iterator[Line]:
    for child in element:
        if child.tag in (f"{TEXT}p", f"{TEXT}h"):
            yield from _paragraph(child, aside, listed=element.tag == f"{TEXT}list-item")
        elif child.tag == f"{TABLE}table":
            yield from _table(child, aside)
        elif child.tag == f"{OFFICE}annotation":
            aside.comments.append(child)
        elif isinstance(child.tag, str) and child.tag not in _SILENT:
            yield from _blocks(child, aside)


def _paragraph(element: etree._Element, aside: _Aside, *, listed: bool = False) -> Iterator[Line]:
    boxes: list[etree._Element] = []
    text = "".join(_words(element, aside, boxes))
    style = (element.get(f"{TEXT}style-name") or "").lower()
    first = element.tag == f"{TEXT}h" and element.get(f"{TEXT}outline-level") == "1"
    kind: BlockKind | None = (
        "headline" if style == "title" else "subhead" if element.tag == f"{TEXT}h" and not first else None
    )
    yield from paragraph_lines(text, kind, listed=listed)
    for box in boxes:
        yield from _blocks(box, aside)


def _words(element: etree._Element, aside: _Aside, boxes: list[etree._Element]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        tag = child.tag
        if tag == f"{TEXT}s":
            count = child.get(f"{TEXT}c") or "1"
            yield " " * min(int(count) if count.isdigit() else 1, _MOST_SPACES)
        elif tag in (f"{TEXT}tab", f"{TEXT}line-break"):
            yield "\n" if tag.endswith("break") else " "
        elif tag == f"{TEXT}note":
            aside.notes.append(child)
        elif tag == f"{OFFICE}annotation":
            aside.comments.append(child)
        elif tag in _HIDDEN:
            aside.hidden += 1
        elif isinstance(tag, str) and tag.startswith("{" + _NS + "drawing"):
            boxes.append(child)
        elif isinstance(tag, str) and tag not in _SILENT:
            yield from _words(child, aside, boxes)
        yield child.tail or ""


def _table(table: etree._Element, aside: _Aside) -> Iterator[Line]:
    """Rows of short cells as rows; a table that only lays out text gives its paragraphs."""
    drafts = [[list(_blocks(cell, aside)) for cell in row.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell")]
              for row in table.iter(f"{TABLE}table-row")]  # fmt: skip
    texts = [[" ".join(line.text for line in cell) for cell in row] for row in drafts]
    nested = next(table.iterdescendants(f"{TABLE}table"), None) is not None
    if (
        sum(len(row) > 1 for row in texts) > 1
        and not nested
        and all(len(t) <= _LONGEST_CELL for row in texts for t in row)
    ):
        shown = (" | ".join(row).strip(" |") for row in texts)
        yield from (Line(row, 1 if at == 0 else 0, "table") for at, row in enumerate(filter(None, shown)))
    elif not nested:
        yield from (line for row in drafts for cell in row for line in cell)
    else:
        for cell in table.iter(f"{TABLE}table-cell"):
            yield from (line for child in cell for line in _direct(child, aside))


def _direct(child: etree._Element, aside: _Aside) -> Iterator[Line]:
    """A paragraph that stands right in a cell; a table within one is walked as its own cells."""
    if child.tag in (f"{TEXT}p", f"{TEXT}h"):
        yield from _paragraph(child, aside)


def _beside(aside: _Aside) -> Iterator[Line]:
    """Notes behind the text, and comments with their authors as another's words."""
    later = _Aside()
    for number, note in enumerate(aside.notes, 1):
        if inner := [line.text for line in _blocks(note, later)]:
            yield Line(f"[{number}] {' '.join(inner)}", 1)
    for comment in aside.comments:
        who, day = comment.findtext(f"{DC}creator"), (comment.findtext(f"{DC}date") or "")[:10]
        if inner := [line.text for line in _blocks(comment, later)]:
            yield Line(
                f"[comment by {who or 'somebody unnamed'}{f', {day}' if day else ''}] {' '.join(inner)}", 1, "quoted"
            )


def _edges(styles: etree._Element | None) -> Iterator[Line]:
    """Running heads and feet."""
    if styles is not None:
        edges = styles.iter(f"{STYLE}header", f"{STYLE}footer")
        texts = dict.fromkeys(line.text for edge in edges for line in _blocks(edge, _Aside()))
        yield from (Line(text, 1, "boilerplate") for text in texts)


def _said(meta: etree._Element | None) -> Header:
    if meta is None:
        return Header()
    title, by, first, made = (
        " ".join((meta.findtext(f".//{tag}") or "").split()) or None
        for tag in (f"{DC}title", f"{DC}creator", f"{META}initial-creator", f"{META}creation-date")
    )
    return Header(title=title, author=first or by, published=made[:10] if made else None)
