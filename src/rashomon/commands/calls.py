"""`rashomon calls` and `rashomon map-columns`: the rows of telephone records, and the mapping of a file's columns."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rashomon.command_words import CASE, JSON, Examples
from rashomon.errors import UsageFault
from rashomon.settings import read_settings

if TYPE_CHECKING:
    from rashomon.model.calls import Asked
    from rashomon.model.document import Document
    from rashomon.present.calls import Tenure
    from rashomon.present.resolve import Resolved

_SHOWN = 200
"""Rows that are printed where nobody says how many."""


@click.command("calls", cls=Examples)
@CASE
@click.option("--number", "numbers", multiple=True, metavar="NUMBER", help="Rows of this number; of any of several.")
@click.option("--both", is_flag=True, help="Only rows between two of these numbers.")
@click.option("--between", nargs=2, metavar="FROM TO", help="From one day or time to another, both inclusive.")
@click.option("--file", "file", metavar="NAME", help="Only rows of this file.")
@click.option("--most", type=click.IntRange(min=1), help=f"At most so many rows; printed are {_SHOWN} unless told.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, all rows.")
@JSON
def calls_command(
    case: Path, numbers: tuple[str, ...], both: bool, between: tuple[str, str] | None, file: str | None, most: int | None,
    as_csv: bool, as_json: bool,
) -> int:  # fmt: skip
    """Show the telephone records of CASE: its files, whose each number is said to be, and rows.

    Without --number and --between: what files there are, and who is said to have had which number when. A row names numbers: whose
    hand held the telephone it does not say, and where somebody was neither. A row that is not there contradicts nobody.
    """
    from rashomon.present.calls import asked_number, asked_time, call_files, tenures
    from rashomon.present.resolve import open_build

    opened = open_build(case)
    files = [d for d in call_files(opened) if file is None or file in d.goes_by()]
    if not files and (file or numbers or between):
        raise UsageFault(f"{case} holds no file of telephone records" + (f" named {file}" if file else ""))
    held = tenures(opened)
    if not numbers and not between and not as_csv:
        return _tell_files(opened, files, held, as_json=as_json)
    asked = _asked([asked_number(n, _region(case)) for n in numbers], [asked_time(t) for t in between or ()], both=both)
    return _tell_rows(case, files, held, replace(asked, most=most), as_json=as_json, as_csv=as_csv)


def _region(case: Path) -> str | None:
    from rashomon.pipeline import case_hints

    return case_hints(case, read_settings()).region


def _asked(numbers: list[str], times: list[str], *, both: bool) -> Asked:
    from rashomon.model.calls import Asked

    if both and len(numbers) < 2:
        raise UsageFault("--both needs two numbers or more: give --number twice")
    earliest, latest = times or (None, None)
    return Asked(tuple(numbers), earliest, latest, both=both)


def _tell_files(opened: Resolved, files: list[Document], held: list[Tenure], *, as_json: bool) -> int:
    from dataclasses import asdict

    beside = opened.weighed.beside
    if as_json:
        rows = {
            "files": [_file_row(d) for d in files], "numbers": [_tenure_row(t) for t in held], "beside": [asdict(b) for b in beside],
        }  # fmt: skip
        click.echo(json.dumps(rows, ensure_ascii=False))
        return 0 if files or held else 1
    parts = [
        [line for d in files for line in _file_lines(d)] or ["no file of telephone records is in the case"],
        [line for t in held for line in _tenure_lines(t)],
        [f"{b.verdict}: {b.reason}" for b in beside],
    ]
    click.echo("\n\n".join("\n".join(part) for part in parts if part))
    return 0 if files or held else 1


def _file_row(document: Document) -> dict[str, Any]:
    calls = document.calls
    assert calls is not None
    return {
        "file": document.file, "document": document.id, "rows": calls.file.rows, "first": calls.file.first, "last": calls.file.last,
        "numbers": list(calls.file.numbers), "touching": calls.touching, "claims": calls.held, "remarks": list(calls.file.remarks),
    }  # fmt: skip


def _file_lines(document: Document) -> Iterator[str]:
    row = _file_row(document)
    yield f"{row['file']}: {row['rows']:,} rows, {row['first']} to {row['last']}; {row['touching']:,} touch a number that the reports name"
    if row["numbers"]:
        yield f"  in half of its rows or more: {', '.join(row['numbers'])}"
    yield from (f"  {remark}" for remark in row["remarks"])


def _tenure_row(tenure: Tenure) -> dict[str, Any]:
    holders = [
        {"holder": h.name, "earliest": h.earliest, "latest": h.latest, "said_by": h.said_by, "claim": h.claim.id, "quote": h.quote}
        for h in tenure.holders
    ]  # fmt: skip
    return {"number": tenure.number, "holders": holders, "open": list(tenure.open)}


def _tenure_lines(tenure: Tenure) -> Iterator[str]:
    yield tenure.number
    for h in tenure.holders:
        yield f"  {h.name or 'nobody named'}, {h.days}: {h.said_by} “{h.quote}” ({h.claim.id[:8]})"
    yield from (f"  {line}" for line in tenure.open)


def _tell_rows(
    case: Path, files: list[Document], held: list[Tenure], asked: Asked, *, as_json: bool, as_csv: bool
) -> int:
    from rashomon.present.calls import HEADS, count_rows, find_rows, none_words, row_cells, said_to_hold
    from rashomon.present.exports.tables import safe_cell

    total = count_rows(case, files, asked)
    if as_csv:
        click.echo(_csv_line(HEADS), nl=False)
        for document, row in find_rows(case, files, asked):
            click.echo(_csv_line([safe_cell(cell) for cell in row_cells(document, row)]), nl=False)
    elif as_json:
        for document, row in find_rows(case, files, asked):
            click.echo(json.dumps(dict(zip(HEADS, row_cells(document, row), strict=True)), ensure_ascii=False))
    else:
        for document, row in find_rows(case, files, replace(asked, most=asked.most or _SHOWN)):
            click.echo(_row_line(document, row, [said_to_hold(held, n, row.at) for n in (row.caller, row.called)]))
        if total > (asked.most or _SHOWN):
            click.echo(f"{asked.most or _SHOWN:,} of {total:,} rows; --most shows more, --csv all")
        for document in files:
            if not count_rows(case, [document], asked):
                click.echo(none_words(document, asked))
    return 0 if total else 1


def _csv_line(cells: Any) -> str:
    into = StringIO()
    csv.writer(into).writerow("" if cell is None else cell for cell in cells)
    return into.getvalue()


def _row_line(document: Document, row: Any, sides: list[list[Any]]) -> str:
    names = [
        f" (said to be {' or '.join(sorted({h.name for h in holders}))}'s)" if holders else "" for holders in sides
    ]
    joint = "→" if row.sure else "–"
    length = f", {row.seconds:g} s" if row.seconds is not None and row.kind == "call" else ""
    when = f"{(row.at or 'no time').replace('T', ' ')}{f' {row.zone}' if row.zone else ''}"
    where = f"; cell {row.cell}" if row.cell else ""
    place = f"{row.sheet}, row {row.row}" if row.sheet else f"row {row.row}"
    return f"{when}  {row.kind}  {row.caller or 'no number'}{names[0]} {joint} {row.called or 'no number'}{names[1]}{length}{where}  [{document.file}, {place}]"


@click.command("map-columns", cls=Examples)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Where to write it; beside FILE unless told, - prints it."
)
@click.option("--force", is_flag=True, help="Write over a mapping that is there.")
def map_columns_command(file: Path, output: Path | None, force: bool) -> int:
    """Write a mapping of the columns of FILE, a table of telephone records, to be edited.

    It is a small text file, FILE.columns.toml, that says what each column holds, as far as that was found, with what stands in it. Correct
    it, leave it beside FILE, and build: the case keeps it with the file.
    """
    from rashomon.model.case_settings import Hints
    from rashomon.reading_calls import columns_of

    text = columns_of(file, Hints(region=read_settings().region))
    place = output or file.with_name(f"{file.name}.columns.toml")
    if str(place) == "-":
        click.echo(text, nl=False)
        return 0
    if place.exists() and not force:
        raise UsageFault(f"{place} is there already; --force writes over it")
    place.write_text(text, encoding="utf-8")
    click.echo(f"written: {place}; correct it, and build the case again")
    return 0
