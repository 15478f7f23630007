"""Telephone records: the files, whose each number is said to be, rows by number and time, and what was told beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from rashomon.model.calls import Asked, CallRow
from rashomon.model.document import Document
from rashomon.present.calls import (
    Holder,
    Tenure,
    asked_number,
    asked_time,
    call_files,
    count_rows,
    find_rows,
    none_words,
    said_to_hold,
    tenures,
)
from rashomon.present.desk.once import once_a_build
from rashomon.present.desk.paging import SIZE, Sheet, turn
from rashomon.present.desk.render import live, page
from rashomon.present.resolve import Resolved

FURTHEST = 20_000
"""Rows that are turned through; whoever wants more takes them as CSV."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One row as the page has it: its file, and who is said to have had either number then."""

    document: Document
    row: CallRow
    ones: tuple[Holder, ...]
    others: tuple[Holder, ...]


@once_a_build
def numbers_of(case: Resolved) -> list[Tenure]:
    """Every number that the reports name, with who is said to have had it when."""
    return tenures(case)


def calls(request: Request) -> Response:
    """The page: without a question files and numbers, with one its rows."""
    behind = live(request)
    case, files = behind.resolved, call_files(behind.resolved)
    asked = _asked(request, case)
    sheet, more, absent = None, False, list[str]()
    if asked:
        (sheet, more), absent = _rows(request, behind.case, case, files, asked), _none(behind.case, files, asked)
    return page(
        request, "calls.html", files=files, numbers=numbers_of(case), beside=case.weighed.beside, sheet=sheet, more=more, absent=absent,
        ask={name: request.query_params.get(name, "") for name in ("number", "other", "first", "last")},
    )  # fmt: skip


def _asked(request: Request, case: Resolved) -> Asked | None:
    """What is asked for; None where nothing is. Raises UsageFault for a time that is none."""
    given = {name: request.query_params.get(name, "").strip() for name in ("number", "other", "first", "last")}
    if not any(given.values()):
        return None
    region = case.case_settings.hints.region
    numbers = tuple(asked_number(given[name], region) for name in ("number", "other") if given[name])
    first, last = (asked_time(given[name]) if given[name] else None for name in ("first", "last"))
    return Asked(numbers, first, last, both=len(numbers) == 2)


def _rows(
    request: Request, folder: Path, case: Resolved, files: list[Document], asked: Asked
) -> tuple[Sheet[Shown], bool]:
    """The sheet of rows that the request names, and whether there are more than are shown; only those up to it are fetched."""
    total = min(count_rows(folder, files, asked), FURTHEST + 1)
    at = turn(request, range(min(total, FURTHEST)))
    found = find_rows(folder, files, replace(asked, most=at.first - 1 + SIZE))
    held = numbers_of(case)
    rows = [
        Shown(document, row, *(tuple(said_to_hold(held, number, row.at)) for number in (row.caller, row.called)))
        for document, row in islice(found, at.first - 1, None)
    ]
    return Sheet(rows, at.number, at.pages, at.total, at.first, at.query), total > FURTHEST


def _none(folder: Path, files: list[Document], asked: Asked) -> list[str]:
    """What the files say that have no such row."""
    return [none_words(d, asked) for d in files if not count_rows(folder, [d], asked)]
