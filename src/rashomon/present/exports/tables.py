"""The case as flat tables, and those as CSV and XLSX: what people keep working in.

Every row of every table has an id of its own, and the ids of what it speaks of, so that tables can be joined.

A cell that a spreadsheet would run (it begins with = + - @, a tab or a line end) gets an apostrophe before it, as OWASP
advises against CSV injection; numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from rashomon.model.claim import Claim
from rashomon.present.exports.workbook import begin_sheet, book_bytes
from rashomon.present.resolve import Resolved
from rashomon.present.words import PROPERTY, chain_words, date_words, party_words, value_words

Cell = str | int | float | None
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
LONGEST = 32_000
"""Characters of a cell: XLSX allows 32,767."""
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
WIDTHS = {"quote": 60, "sentence": 60, "reason": 80, "value": 40, "title": 40, "incident": 32, "said by": 32, "report": 24,
          "file": 24, "also written": 32, "why": 32, "who": 24, "name": 24, "place": 20, "party": 24}  # fmt: skip
"""Characters across of the columns that hold more than a word."""
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*<")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: a name, the heads of its columns, its rows."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def make_sheets(case: Resolved) -> tuple[Sheet, ...]:
    """One sheet a table of the case, and a flat timeline first."""
    return (
        _timeline(case), _documents(case), _incidents(case), _entities(case), _claims(case), _contacts(case),
        _findings(case), _pairs(case), _unread(case), _rejected(case),
    )  # fmt: skip


def _timeline(case: Resolved) -> Sheet:
    heads = ("earliest", "latest", "what", "value", "who", "incident", "place", "said by", "stance", "quote", "report",
             "outlet", "published", "claim", "incident id", "place id", "report id")  # fmt: skip
    rows = [_moment(case, c) for c in case.claims.values() if _dated(case, c) and c.repeats is None]
    rows.sort(key=lambda r: (str(r[0] or r[1] or "9999"), str(r[heads.index("claim")])))
    return Sheet("timeline", heads, tuple(rows))


def _dated(case: Resolved, claim: Claim) -> bool:
    incident = case.incidents.get(case.incident(claim.subject.occurrence) or "")
    return bool(claim.value.earliest or claim.value.latest or (incident and incident.date))


def _moment(case: Resolved, claim: Claim) -> tuple[Cell, ...]:
    incident = case.incidents.get(case.incident(claim.subject.occurrence) or "")
    document = case.documents[claim.document]
    own = (claim.value.earliest, claim.value.latest)
    date = own if any(own) else (incident.date.earliest, incident.date.latest) if incident and incident.date else own
    place = case.entities.get(incident.place or "") if incident else None
    who = case.entity_name(claim.subject.referent) or case.entity_name(claim.value.referent)
    return (
        *date, PROPERTY[claim.property], value_words(case, claim), who, incident.title if incident else None,
        place.name if place else None, chain_words(case, claim.chain), claim.stance, claim.quote, document.file,
        document.publisher, document.published, claim.id, incident.id if incident else None,
        place.id if place else None, document.id,
    )  # fmt: skip


def _documents(case: Resolved) -> Sheet:
    heads = ("id", "file", "kind", "title", "outlet", "author", "published", "url", "language", "claims read", "claims")
    rows = [
        (d.id, d.file, d.kind, d.title, d.publisher, d.author, d.published, d.url, d.language,
         "yes" if d.claims_read else "no", len(a.reading.claims))
        for a in case.accounts for d in (a.document,)
    ]  # fmt: skip
    return Sheet("reports", heads, tuple(rows))


def _incidents(case: Resolved) -> Sheet:
    heads = ("id", "type", "title", "date", "disputed", "place", "claims", "reports", "named roots", "not recorded",
             "place id")  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for item in case.incidents.values():
        claims, origins = case.claims_of_incident.get(item.id, []), case.origins.get(item.id)
        place = case.entities.get(item.place or "")
        rows.append((
            item.id, item.type, item.title, date_words(item.date), "yes" if item.date and item.date.disputed else "no",
            place.name if place else None, len(claims), len({c.document for c in claims}),
            origins.named if origins else 0, origins.not_recorded if origins else 0, place.id if place else None,
        ))  # fmt: skip
    return Sheet("incidents", heads, tuple(rows))


def _entities(case: Resolved) -> Sheet:
    heads = ("id", "type", "name", "also written", "reports", "claims")
    rows: list[tuple[Cell, ...]] = []
    for entity in case.entities.values():
        names = {case.referents[r].name for r in entity.referents} - {entity.name}
        reports = {case.referents[r].document for r in entity.referents}
        claims = len(case.claims_of_entity.get(entity.id, ()))
        rows.append((entity.id, entity.type, entity.name, "; ".join(sorted(names)), len(reports), claims))
    return Sheet("entities", heads, tuple(rows))


def _claims(case: Resolved) -> Sheet:
    heads = ("id", "report", "outlet", "property", "value", "number", "bound", "of", "who", "incident", "earliest",
             "latest", "said by", "basis", "stance", "repeats", "quote", "page", "start", "end", "review", "report id",
             "incident id", "subject id", "value id")  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for c in case.claims.values():
        document, incident = case.documents[c.document], case.incidents.get(case.incident(c.subject.occurrence) or "")
        rows.append((
            c.id, document.file, document.publisher, c.property, value_words(case, c), c.value.number, c.value.bound,
            c.value.of, case.entity_name(c.subject.referent) or case.entity_name(c.value.referent),
            incident.title if incident else None, c.value.earliest, c.value.latest,
             chain_words(case, c.chain), c.basis, c.stance,
            c.repeats, c.quote, document.leaf_at(c.start), c.start, c.end, case.reviews.get(c.id), c.document, incident.id if incident else None,
            case.entity(c.subject.referent), case.entity(c.value.referent),
        ))  # fmt: skip
    return Sheet("claims", heads, tuple(rows))


def _contacts(case: Resolved) -> Sheet:
    heads = ("id", "claim", "kind", "earliest", "latest", "party", "role", "said by", "stance", "quote", "report",
             "party id", "report id")  # fmt: skip
    rows = [
        (f"{c.id}:{n}", c.id, c.value.kind, c.value.earliest, c.value.latest, party_words(case, p), p.role,
         chain_words(case, c.chain), c.stance, c.quote, case.documents[c.document].file, case.entity(p.referent),
         c.document)
        for c in case.claims.values() if c.property == "contact" for n, p in enumerate(c.value.parties, 1)
    ]  # fmt: skip
    return Sheet("contacts", heads, tuple(rows))


def _findings(case: Resolved) -> Sheet:
    heads = (
        "id",
        "kind",
        "property",
        "incident",
        "reason",
        "reports",
        "claims",
        "incident id",
        "entity id",
        "report ids",
    )
    rows: list[tuple[Cell, ...]] = []
    for f in case.findings.values():
        incident = case.incidents.get(f.incident or "")
        files = "; ".join(case.documents[d].file for d in f.documents if d in case.documents)
        rows.append((
            f.id, f.kind, f.property, incident.title if incident else None, f.reason, files, "; ".join(f.claims),
            f.incident, f.entity, "; ".join(f.documents),
        ))  # fmt: skip
    return Sheet("findings", heads, tuple(rows))


def _pairs(case: Resolved) -> Sheet:
    heads = ("id", "kind", "reason", "claims of one side", "claims of the other", "finding")
    rows = [
        (f"{f.id}:{n}", pair.kind, pair.reason, "; ".join(pair.a), "; ".join(pair.b), f.id)
        for f in case.findings.values() for n, pair in enumerate(f.pairs, 1)
    ]  # fmt: skip
    return Sheet("pairs", heads, tuple(rows))


def _unread(case: Resolved) -> Sheet:
    heads = ("id", "report", "why", "sentence", "start", "end", "score", "report id")
    rows = [
        (f"{a.document.id}:{n}", a.document.file, u.why, u.quote, u.start, u.end, u.score,
         a.document.id)
        for a in case.accounts for n, u in enumerate(a.reading.unread, 1)
    ]  # fmt: skip
    return Sheet("unread", heads, tuple(rows))


def _rejected(case: Resolved) -> Sheet:
    # A number: an id made from a file's name could be guessed.
    rows = [(f"x{n}", r.file, r.reason) for n, r in enumerate(case.rejected, 1)]
    return Sheet("could not be read", ("id", "file", "reason"), tuple(rows))


def safe_cell(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs, without control characters, cut to what a cell may hold."""
    if not isinstance(cell, str):
        return cell
    text = ILLEGAL_CHARACTERS_RE.sub("", cell)[:LONGEST]
    return f"'{text}" if text.startswith(RISKY) else text


def _safe(rows: Iterable[tuple[Cell, ...]]) -> Iterator[list[Cell]]:
    return ([safe_cell(c) for c in row] for row in rows)


def csv_files(case: Resolved) -> dict[str, bytes]:
    """One UTF-8 CSV a table, by file name."""
    return {f"{sheet.name}.csv": _csv(sheet) for sheet in make_sheets(case)}


def export_csv(case: Resolved) -> bytes:
    """A zip of these files; the same case gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in csv_files(case).items():
            archive.writestr(zipfile.ZipInfo(name, ZIP_TIME), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _csv(sheet: Sheet) -> bytes:
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(sheet.heads)
    table.writerows(_safe(sheet.rows))
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def export_xlsx(case: Resolved) -> bytes:
    """A workbook of one sheet a table, heads frozen, with filters; text cells are text, never formulas.

    The same case gives the same bytes: the workbook's own times of making are set to a fixed day.
    """
    book = Workbook(write_only=True)
    for sheet in make_sheets(case):
        _write_sheet(book.create_sheet(sheet.name), sheet)
    return _without_times(book_bytes(book))


def _write_sheet(page: Any, sheet: Sheet) -> None:
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.heads))}{len(sheet.rows) + 1}"
    for n, head in enumerate(sheet.heads, 1):
        page.column_dimensions[get_column_letter(n)].width = WIDTHS.get(head, 16)
    begin_sheet(page)
    page.append([_head(page, head) for head in sheet.heads])
    for row in _safe(sheet.rows):
        page.append(row)


def _head(page: Any, head: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, value=head)
    cell.font = Font(bold=True)
    return cell


def _without_times(workbook: bytes) -> bytes:
    """The workbook with the times of its parts, and those in its properties, set to one day."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            body = old.read(part.filename)
            if part.filename == "docProps/core.xml":
                body = _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z<", body)
            new.writestr(zipfile.ZipInfo(part.filename, ZIP_TIME), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()
