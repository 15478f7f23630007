"""Files of telephone records of a case: read once, kept as rows; of each a document with the rows that touch the case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

from rashomon.errors import SetAside, UsageFault
from rashomon.model.account import Account
from rashomon.model.calls import Asked, CallFile, CallRecord, CallRow, Options, Touched
from rashomon.model.case_settings import Hints
from rashomon.model.document import Document, Original, Rejected
from rashomon.reading import acquire_apart, originals_of, read_apart
from rashomon.runners.cage import DIED, ENDLESS, NO_ROOM, TOO_MUCH
from rashomon.stages.acquire.calls.document import document_of, row_name
from rashomon.stages.acquire.calls.reader import pack_order, unpack
from rashomon.stages.claims.call_rows import annotate_rows, read_call_rows
from rashomon.store.call_rows import CallRows
from rashomon.store.reading_key import calls_key
from rashomon.store.regular import read_regular

SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm")
MAPPING = "columns.toml"
"""Under which name an appearance keeps the mapping that lay beside its file."""
MOST_CLAIMS = 2_000
"""Rows of one file that are claims; the others are rows all the same."""
_READER = "rashomon.stages.acquire.calls.reader"
_MONTH_FIRST = frozenset({"US"})


@dataclass(frozen=True, slots=True)
class Found:
    """Which originals are files of telephone records, which of them could not be read, with the reason, and what may be one."""

    files: dict[str, CallFile]
    rejected: dict[str, Rejected]
    notes: tuple[str, ...] = ()


def options_of(original: Original, hints: Hints) -> Options:
    """What the reading of a file's rows depends on: its name, the case's settings, and its mapping."""
    came = original.appearances[0]
    day_first = True if hints.day_first else False if hints.region in _MONTH_FIRST else None
    return Options(came.file, day_first, hints.region, dict(came.other).get(MAPPING))


def find_records(case: Path, originals: Sequence[Original], hints: Hints) -> Found:
    """The files of telephone records among originals; those not read yet, or by another version, are read. Raises Stop."""
    files: dict[str, CallFile] = {}
    rejected: dict[str, Rejected] = {}
    notes: list[str] = []
    store = CallRows(case)
    for original in originals:
        if not original.appearances[0].file.lower().endswith(SUFFIXES):
            continue
        try:
            file = _read(case, store, original, hints)
        except SetAside as fault:
            if str(fault) in (ENDLESS, TOO_MUCH, NO_ROOM, DIED):
                notes.append(f"{original.appearances[0].file}: not read as telephone records: {fault}")
            if options_of(original, hints).mapping:
                rejected[original.sha256] = Rejected(original.appearances[0].file, str(fault))
            continue
        if file is not None and file.rows:
            files[original.sha256] = file
        elif file is not None:
            notes += (f"{original.appearances[0].file}: {remark}" for remark in file.remarks)
    return Found(files, rejected, tuple(notes))


def _read(case: Path, store: CallRows, original: Original, hints: Hints) -> CallFile | None:
    options = options_of(original, hints)
    key = calls_key(options)
    known, file = store.file(original.sha256, key)
    if known:
        return file
    answer = read_apart(f"{_READER}:read_calls", pack_order(options, originals_of(str(case)).read(original.sha256)))
    file, rows = unpack(answer)
    store.keep(original.sha256, key, file, rows)
    return file


def numbers_named(accounts: Sequence[Account]) -> tuple[str, ...]:
    """The numbers that the reports of a case name, in E.164."""
    return tuple(sorted({phone.e164 for account in accounts for phone in account.annotations.phones}))


def read_record(case: Path, original: Original, file: CallFile, named: Sequence[str]) -> Account:
    """The account of a file of telephone records beside the numbers that the reports name. Raises CaseDamaged."""
    store, digest = CallRows(case), original.sha256
    seen = store.seen(digest, named)
    here = tuple(one.number for one in seen)
    rows: list[CallRow] = []
    touching = 0
    if here:
        touching = store.count(digest, Asked(here))
        rows = list(store.find(digest, Asked(here, both=True, most=MOST_CLAIMS)))
        rows += _one_sided(store, digest, here, rows)
    record = CallRecord(file, tuple(named), seen, touching, len(rows))
    return account_of(*document_of(original, record, sorted(rows, key=_in_order)))


def _in_order(row: CallRow) -> tuple[str, int]:
    """As the rows of a document stand: by sheet and number."""
    return row.sheet or "", row.row


def _one_sided(store: CallRows, digest: str, here: tuple[str, ...], both: Sequence[CallRow]) -> list[CallRow]:
    """Rows of one number of the case and one that nobody names, the earliest first, as many as there is room for."""
    left = MOST_CLAIMS - len(both)
    held = {(row.sheet, row.row) for row in both}
    found = store.find(digest, Asked(here, most=left + len(both)))
    return [row for row in found if (row.sheet, row.row) not in held][:left]


def document_anew(data: bytes, original: Original, hints: Hints, held: Document) -> Document:
    """A document of a case, read again from its original's bytes; of telephone records the same rows. Raises SetAside."""
    if held.calls is None:
        return acquire_apart(data, original, hints)
    file, rows = unpack(read_apart(f"{_READER}:read_calls", pack_order(options_of(original, hints), data)))
    if file is None or not file.rows:
        raise SetAside("it holds no telephone records")
    wanted = {leaf.name for leaf in held.leaves}
    kept = sorted((row for row in rows if row_name(row) in wanted), key=_in_order)
    return document_of(original, replace(held.calls, file=file), kept)[0]


def forget_rows(case: Path, digests: Iterable[str]) -> None:
    """Delete the rows of some originals."""
    CallRows(case).forget(digests)


def altered_rows(case: Path, original: Original, hints: Hints) -> bool:
    """Whether the rows that a case keeps of an original are not those of its bytes, read again. Raises SetAside, CaseDamaged."""
    data = originals_of(str(case)).read(original.sha256)
    _, rows = unpack(read_apart(f"{_READER}:read_calls", pack_order(options_of(original, hints), data)))
    held = CallRows(case).all_rows(original.sha256)
    return any(one != other for one, other in zip_longest(held, rows))


def account_of(document: Document, touched: Sequence[Touched]) -> Account:
    """A document of rows with its claims."""
    return Account(document, annotate_rows(document), read_call_rows(document, touched))


def columns_of(path: Path, hints: Hints) -> str:
    """The mapping of a file, to be edited: what each column was found to hold. Raises UsageFault for a file that is no table."""
    try:
        order = pack_order(Options(path.name, hints.day_first or None, hints.region), read_regular(path))
        return read_apart(f"{_READER}:columns_words", order).decode()
    except OSError as fault:
        raise UsageFault(f"{path}: cannot be read: {fault.strerror}") from fault
    except SetAside as fault:
        raise UsageFault(f"{path}: {fault}") from fault
