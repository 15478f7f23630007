"""Which tables of a page hold data: many pages of old lay out their text by them."""

from __future__ import annotations

from lxml import etree

_LONGEST, _MOST_ROWS = 80, 2000


def is_data(table: etree._Element) -> bool:
    """Whether a table has rows of two short cells or more, heads or figures among them, and none in another."""
    rows = [_cells(row) for row in table.iter("tr")][:_MOST_ROWS]
    filled = [row for row in rows if len(row) > 1]
    if len(filled) < 2 or next(table.iterdescendants("table"), None) is not None:
        return False
    cells = [cell for row in rows for cell in row]
    if any(len(cell) > _LONGEST for cell in cells):
        return False
    headed = next(table.iter("th"), None) is not None
    figured = sum(any(map(str.isdigit, "".join(row))) for row in filled)
    return headed or figured * 2 >= len(filled)


def _cells(row: etree._Element) -> list[str]:
    return [" ".join("".join(cell.itertext()).split()) for cell in row if cell.tag in ("td", "th")]
