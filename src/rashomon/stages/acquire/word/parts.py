"""The parts of a Word file: its body, notes, comments, styles and properties, each as a tree, none of them fetched from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx.opc.exceptions import OpcError
from docx.opc.package import OpcPackage
from docx.oxml import parse_xml
from docx.package import Package
from lxml import etree

from rashomon.errors import SetAside
from rashomon.stages.acquire.zipped import DAMAGED, open_zip

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_OLD = b"\xd0\xcf\x11\xe0"
_BROKEN = (*DAMAGED, OpcError, etree.LxmlError, AttributeError, TypeError, IndexError)


class Parts:
    """A Word file that was opened."""

    def __init__(self, package: OpcPackage) -> None:
        self._package = package
        self._main: Any = package.main_document_part
        self.root = _tree(self._main)

    def styles(self) -> dict[str, str]:
        """The names of styles, in small letters, by their ids."""
        found = {}
        for tree in self._trees("styles"):
            for style in tree.iter(f"{W}style"):
                name = style.find(f"{W}name")
                if name is not None:
                    found[style.get(f"{W}styleId") or ""] = (name.get(f"{W}val") or "").lower()
        return found

    def notes(self, name: str) -> Iterator[tuple[int, etree._Element]]:
        """The footnotes or endnotes that the text calls, numbered from 1 in the order in which it calls them."""
        tag = name.removesuffix("s")
        held = {n.get(f"{W}id"): n for tree in self._trees(name) for n in tree.iter(f"{W}{tag}")}
        called = dict.fromkeys(call.get(f"{W}id") for call in self.root.iter(f"{W}{tag}Reference"))
        for number, ident in enumerate((i for i in called if i in held), 1):
            yield number, held[ident]

    def comments(self) -> Iterator[tuple[str | None, str | None, etree._Element]]:
        """Who commented, on which day, and the comment."""
        for tree in self._trees("comments"):
            for comment in tree.iter(f"{W}comment"):
                yield comment.get(f"{W}author"), (comment.get(f"{W}date") or "")[:10] or None, comment

    def edges(self) -> Iterator[etree._Element]:
        """Running heads and feet."""
        yield from self._trees("header")
        yield from self._trees("footer")

    def said(self, name: str) -> str | None:
        """A property of the file: title, creator, created."""
        for relation in self._package.rels.values():
            if relation.reltype == _CORE and not relation.is_external:
                for element in _tree(relation.target_part).iter():
                    if isinstance(element.tag, str) and element.tag.endswith(f"}}{name}"):
                        return " ".join((element.text or "").split()) or None
        return None

    def _trees(self, kind: str) -> Iterator[etree._Element]:
        for relation in self._main.rels.values():
            if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
                yield _tree(relation.target_part)


def open_parts(data: bytes) -> Parts:
    """The parts of a file. Raises `SetAside` for one that is damaged, locked, too large or of an older kind."""
    if data.startswith(_OLD):
        raise SetAside(
            "the document is locked with a password, or is an old Word file; save a copy of it as .docx without one"
        )
    open_zip(data).close()
    try:
        return Parts(Package.open(BytesIO(data)))
    except _BROKEN as fault:
        raise SetAside("the document cannot be opened: it is damaged, cut off, or no Word file") from fault


def _tree(part: Any) -> etree._Element:
    try:
        element = getattr(part, "element", None)
        return element if element is not None else parse_xml(part.blob)
    except _BROKEN as fault:
        raise SetAside("a part of the document is damaged") from fault
