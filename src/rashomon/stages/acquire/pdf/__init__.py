"""The reader of PDF files: columns in reading order, running heads and page numbers apart, footnotes behind their page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from pypdfium2 import PdfDocument, PdfiumError

from rashomon.errors import SetAside
from rashomon.stages.acquire.draft import Draft, Line
from rashomon.stages.acquire.pdf.about import carried, read_said
from rashomon.stages.acquire.pdf.columns import in_columns
from rashomon.stages.acquire.pdf.edges import (
    find_furniture,
    marks_of,
    part_notes,
    printed_address,
    without_line_numbers,
)
from rashomon.stages.acquire.pdf.flow import Flow
from rashomon.stages.acquire.pdf.glyphs import read_sheet
from rashomon.stages.acquire.pdf.scans import draw_all
from rashomon.stages.acquire.pdf.sheet import Sheet, rows_of, usual_size
from rashomon.stages.acquire.properties import borne_out

MOST_PAGES = 5_000
_FEW_LETTERS = 60


def read_pdf(data: bytes) -> Draft:
    """The paragraphs of a PDF, each with its pages, and what the file says of itself as far as its text bears that out.

    Raises `SetAside` for a file that is damaged, locked, endless or without text.
    """
    return _read(data, pictures=False)


def read_pdf_and_pictures(data: bytes) -> Draft:
    """The same with the pages that are pictures without text, drawn for a program that reads words off them. Raises `SetAside`."""
    return _read(data, pictures=True)


def _read(data: bytes, *, pictures: bool) -> Draft:
    file = _open(data)
    try:
        if len(file) > MOST_PAGES:
            raise SetAside(
                f"the PDF has {len(file):,} pages, more than the {MOST_PAGES:,} that are read as one report; split it"
            )
        sheets = [_sheet(file, at) for at in range(len(file))]
        lines = _lines(sheets)
        header, proposed = borne_out(read_said(file), lines)
        remarks = tuple(carried(file))
        drawn = tuple(draw_all(file, scans_of(sheets))) if pictures else ()
    finally:
        file.close()
    unread = unread_pages(sheets, {picture.page for picture in drawn})
    if not lines and not drawn:
        raise SetAside("; ".join(unread) or "the PDF has no text")
    return Draft(lines, replace(header, url=printed_address(sheets)), (*unread, *remarks), proposed, pictures=drawn)


def _open(data: bytes) -> PdfDocument:
    try:
        file = PdfDocument(data)
    except PdfiumError as fault:
        if "password" in str(fault).lower():
            raise SetAside("the PDF is locked with a password; save a copy of it without one") from fault
        raise SetAside("the PDF cannot be opened: it is damaged, cut off, or no PDF") from fault
    if len(file) == 0:
        raise SetAside("the PDF has no pages that can be read: it is damaged or cut off")
    return file


def _sheet(file: PdfDocument, at: int) -> Sheet:
    try:
        page = file[at]
        try:
            return read_sheet(page, at + 1)
        finally:
            page.close()
    except PdfiumError:
        return Sheet(at + 1, 0.0, (), True, "cannot be opened: it is damaged")


def scans_of(sheets: Sequence[Sheet]) -> list[int]:
    """The numbers of the pages that are pictures without text."""
    return [s.number for s in sheets if s.fault is None and s.pictured and s.letters < _FEW_LETTERS]


def unread_pages(sheets: Sequence[Sheet], drawn: Collection[int] = ()) -> list[str]:
    """A sentence for each kind of page that was not read, with the numbers of the pages; those drawn are another's to read."""
    scans = [number for number in scans_of(sheets) if number not in drawn]
    layered = [s.number for s in sheets if s.fault is None and s.pictured and s.letters >= _FEW_LETTERS]
    told = [f"{named(scans)} not read: a picture without text, such as a scan"] if scans else []
    told += [f"page {s.number} not read: it {s.fault}" for s in sheets if s.fault]
    hidden = [s.number for s in sheets if s.hidden]
    if hidden:
        told.append(f"{named(hidden)}: text outside of what the page shows was not read")
    if layered:
        told.append(
            f"{named(layered)}: a picture with text laid over it; where a program read it off the picture, letters may be wrong"
        )
    return told


def named(pages: Sequence[int]) -> str:
    """ "page 3", "pages 3-5, 9"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    words = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return f"page {words}" if len(pages) == 1 else f"pages {words}"


def _lines(sheets: Sequence[Sheet]) -> tuple[Line, ...]:
    usual, furniture = usual_size(sheets), find_furniture(sheets)
    flow = Flow()
    for sheet in sheets:
        running = furniture[sheet.number]
        own = without_line_numbers(replace(sheet, pieces=tuple(p for p in sheet.pieces if p not in running))).pieces
        columns = [part_notes(rows_of(column), usual) for column in in_columns(own)]
        notes = [row for _, found in columns for row in found]
        for rows, _ in columns:
            flow.read_column(rows, sheet.number, marks_of(notes))
        flow.end_page(notes, rows_of(running), sheet.number)
    return flow.end()
