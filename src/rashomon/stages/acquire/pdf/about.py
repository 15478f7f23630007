"""What a PDF says of itself, and what it carries beside the text of its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument

from rashomon.stages.acquire.draft import Header

_DAY = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")


def read_said(file: PdfDocument) -> Header:
    """Title, author and day of making as the file's properties have them."""
    said = {name: " ".join(_property(file, name).split()) for name in ("CreationDate", "Title", "Author")}
    day = _DAY.match(said.get("CreationDate", ""))
    made = "-".join(filter(None, day.groups())) if day else None
    return Header(title=said.get("Title") or None, author=said.get("Author") or None, published=made)


def _property(file: PdfDocument, name: str) -> str:
    """One property of the file; nothing where its letters are damaged."""
    try:
        return str(file.get_metadata_value(name))
    except UnicodeDecodeError:
        return ""


def carried(file: PdfDocument) -> Iterator[str]:
    """A sentence for each kind of thing beside the text of the pages, none of which is read."""
    attached = pdfium.FPDFDoc_GetAttachmentCount(file)
    if attached > 0:
        yield f"files attached inside the PDF were not read: {attached}"
    notes = sum(max(0, _notes_on(file, at)) for at in range(min(len(file), 500)))
    if notes:
        yield f"notes and filled-in fields laid over the pages were not read: {notes}"


def _notes_on(file: PdfDocument, at: int) -> int:
    page = pdfium.FPDF_LoadPage(file, at)
    if not page:
        return 0
    found = 0
    wanted = {pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_STAMP}
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page), 1000)):
        note = pdfium.FPDFPage_GetAnnot(page, number)
        found += bool(note) and pdfium.FPDFAnnot_GetSubtype(note) in wanted
        if note:
            pdfium.FPDFPage_CloseAnnot(note)
    pdfium.FPDF_ClosePage(page)
    return found
