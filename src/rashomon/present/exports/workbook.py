"""A workbook that is written in memory: openpyxl itself keeps each sheet, in the clear, in a temporary file."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


def begin_sheet(page: Any) -> None:
    """Have a sheet's rows written in memory; to be called when its columns are set and before its first row."""
    page._writer = WorksheetWriter(page, out=io.BytesIO())
    page._writer.write_top()


def book_bytes(book: Workbook) -> bytes:
    """The workbook, all of whose sheets were begun so."""
    out = io.BytesIO()
    _Writer(book, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED)).save()
    return out.getvalue()


class _Writer(ExcelWriter):  # type: ignore[misc]  # openpyxl carries no types
    def write_worksheet(self, page: Any) -> None:
        page._drawing = SpreadsheetDrawing()
        page._drawing.charts, page._drawing.images = page._charts, page._images
        if not page.closed:
            page.close()
        page._rels = page._writer._rels
        self._archive.writestr(page.path[1:], page._writer.out.getvalue())
        self.manifest.append(page)
