"""What a file tells beside its text: who wrote, changed, printed and sent it, with which program; and a copy that no longer does.

Both run in the cage, like every reader of strangers' files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, NameObject

from rashomon.errors import SetAside
from rashomon.model.hidden import Stripped, Told
from rashomon.stages.acquire.mail.heads import open_mail
from rashomon.stages.acquire.zipped import DAMAGED, open_zip

_PARTS = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "meta.xml", "word/people.xml")
"""What holds properties and nothing of the text."""
_SIGNING = frozenset({"author", "initials", "userId", "displayName", "lastEditedBy"})
"""Attributes that name who changed or remarked something, in Word and Excel."""
_SIGNED = frozenset({"creator", "creator-initials", "author", "initials"})
"""Elements that do, in LibreOffice's changes and notes and in Excel's lists of authors."""
_NAMED = {
    "creator": "author",
    "initial-creator": "author",
    "lastmodifiedby": "last changed by",
    "manager": "manager",
    "company": "company",
    "printed-by": "printed by",
    "template": "template",
    "application": "program",
    "generator": "program",
    "created": "made",
    "creation-date": "made",
    "modified": "last changed",
}
_PDF = {
    "/Author": "author",
    "/Creator": "program",
    "/Producer": "program",
    "/CreationDate": "made",
    "/ModDate": "last changed",
    "/Company": "company",
}
_MAIL = (
    "Received",
    "X-Originating-IP",
    "X-Sender-IP",
    "User-Agent",
    "X-Mailer",
    "Message-ID",
    "Return-Path",
    "Delivered-To",
)
_EMPTY = b'<?xml version="1.0" encoding="UTF-8"?>\n<%s xmlns="%s"/>'
_ROOTS = {
    "docProps/core.xml": (
        b"coreProperties",
        b"http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    ),
    "docProps/app.xml": (b"Properties", b"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"),
    "docProps/custom.xml": (b"Properties", b"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"),
    "word/people.xml": (b"people", b"http://schemas.microsoft.com/office/word/2012/wordml"),
}
_META = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<o:document-meta xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" o:version="1.2">'
    b"<o:meta/></o:document-meta>"
)
_LONGEST_PART, _LONGEST_VALUE, _MOST = 64 * 1024**2, 200, 60
_WHAT_BREAKS = (*DAMAGED, PyPdfError, etree.XMLSyntaxError, RecursionError, TypeError, AttributeError, IndexError)


def properties_of(data: bytes) -> tuple[Told, ...]:
    """What a file tells of those who made, changed or sent it, each once; nothing of a kind that is not looked into.

    Looked into: office documents, PDF, mail. A damaged file tells what could be read of it.
    """
    found: dict[Told, None] = {}
    try:
        for kind, value in _tells(data):
            words = " ".join(value.split())[:_LONGEST_VALUE]
            if words and len(found) < _MOST:
                found[Told(kind, words)] = None
    except (SetAside, *_WHAT_BREAKS):
        pass  # what was found is worth saying, and what is damaged is read, and told, elsewhere
    return tuple(found)


def without_properties(data: bytes) -> Stripped:
    """A copy that tells nothing of those who made or changed it; the text stays as it is.

    Raises SetAside where it cannot be written.
    """
    write = _stripping(data)
    try:
        return Stripped(write(data) if write else None)
    except _WHAT_BREAKS as fault:
        raise SetAside(f"it cannot be written without its properties: {type(fault).__name__}") from fault


def _tells(data: bytes) -> Iterator[tuple[str, str]]:
    if data.startswith(b"PK"):
        yield from _of_office(data)
    elif data[:1024].lstrip().startswith(b"%PDF"):
        yield from _of_pdf(data)
    else:
        yield from _of_mail(data)


def _stripping(data: bytes) -> Callable[[bytes], bytes] | None:
    if data.startswith(b"PK"):
        with open_zip(data) as box:
            office = not {"[Content_Types].xml", "mimetype"}.isdisjoint(box.namelist())
        return _bare_office if office else None
    return _bare_pdf if data[:1024].lstrip().startswith(b"%PDF") else None


def _of_office(data: bytes) -> Iterator[tuple[str, str]]:
    with open_zip(data) as box:
        for info in box.infolist():
            if not info.filename.endswith(".xml") or info.file_size > _LONGEST_PART:
                continue
            root = _parsed(box.read(info))
            if info.filename in _PARTS:
                named = ((_local(node), node.text) for node in root.iter() if isinstance(node.tag, str))
                yield from ((_NAMED[name.lower()], text) for name, text in named if name.lower() in _NAMED and text)
            yield from (("changed or remarked by", value) for _, _, value in _signs(root))


def _signs(root: etree._Element) -> Iterator[tuple[etree._Element, str | None, str]]:
    """Who a part of a document says changed or remarked something: the element, its attribute or None for its own text, the name."""
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        yield from ((node, key, value) for key, value in node.attrib.items() if value and _local(key) in _SIGNING)
        if _local(node) in _SIGNED and node.text and node.text.strip():
            yield node, None, node.text


def _local(name: etree._Element | str) -> str:
    return str(etree.QName(name).localname)


def _parsed(data: bytes) -> etree._Element:
    return etree.fromstring(
        data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    )


def _of_pdf(data: bytes) -> Iterator[tuple[str, str]]:
    reader = PdfReader(BytesIO(data))
    said = reader.metadata
    for key, kind in _PDF.items():
        if said and (value := said.get(key)):
            yield kind, str(value)
    if reader.xmp_metadata is not None:
        yield from (("author", str(name)) for name in reader.xmp_metadata.dc_creator or ())
    for page in reader.pages:
        for remark in _remarks(page):
            if name := remark.get("/T"):
                yield "changed or remarked by", str(name)


def _remarks(page: PageObject) -> Iterator[DictionaryObject]:
    for one in page.get("/Annots") or ():
        held = one.get_object()
        if isinstance(held, DictionaryObject):
            yield held


def _of_mail(data: bytes) -> Iterator[tuple[str, str]]:
    head = open_mail(data)
    for name in _MAIL:
        for value in head.get_all(name) or ():
            yield f"mail: {name}", str(value)


def _bare_office(data: bytes) -> bytes:
    out = BytesIO()
    with open_zip(data) as box, ZipFile(out, "w", ZIP_DEFLATED) as bare:
        for info in box.infolist():
            entry = ZipInfo(info.filename, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = info.compress_type
            bare.writestr(entry, _bare_part(info.filename, box.read(info)))
    return out.getvalue()


def _bare_part(name: str, data: bytes) -> bytes:
    if name == "meta.xml":
        return _META
    if name in _ROOTS:
        return _EMPTY % _ROOTS[name]
    if not name.endswith(".xml"):
        return data
    if len(data) > _LONGEST_PART:
        raise SetAside("a part of it is too large to be looked through")
    root = _parsed(data)
    signs = list(_signs(root))
    for node, key, _ in signs:
        if key is None:
            node.text = ""
        else:
            node.set(key, "")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) if signs else data


def _bare_pdf(data: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.metadata = None
    writer._root_object.pop(NameObject("/Metadata"), None)
    for page in writer.pages:
        for key in ("/Metadata", "/PieceInfo", "/LastModified"):
            page.pop(NameObject(key), None)
        for remark in _remarks(page):
            remark.pop(NameObject("/T"), None)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
