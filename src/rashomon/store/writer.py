"""The derived tables of one build: written beside the old ones, renamed over them when whole.

One SQLite file. Accounts, entities ... are kept as JSON of the records; a folded full-text index stands beside them.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from rashomon.errors import Stop
from rashomon.model.account import Account
from rashomon.model.document import Rejected
from rashomon.model.finding import Weighed
from rashomon.model.link import Attached, Linked
from rashomon.text.fold import fold_words

FILE = "case.db"
SCHEMA = """
create table account (document text primary key, key text not null, body blob not null) without rowid;
create table record (name text primary key, body blob not null) without rowid;
create virtual table words using fts5(kind unindexed, id unindexed, document unindexed, folded, tokenize='ascii');
"""


def pack(record: object) -> bytes:
    """A record as compressed JSON; the same record gives the same bytes."""
    return zlib.compress(msgspec.json.encode(record), 1)


def write_case(
    case: Path,
    accounts: Iterable[tuple[str, Account]],
    rejected: tuple[Rejected, ...],
    results: tuple[Linked, tuple[Attached, ...], Weighed],
    *,
    step: Callable[[str], None] = lambda _: None,
) -> None:
    """Write all derived tables and put them in place of the old ones in one step. Accounts come with their keys.

    Raises Stop where they cannot be written; the old ones stand.
    """
    fresh = case / f"{FILE}.new"
    fresh.unlink(missing_ok=True)
    try:
        _write(fresh, accounts, rejected, results, step)
        _flush(fresh)
    except (sqlite3.Error, OSError) as fault:
        fresh.unlink(missing_ok=True)
        raise Stop(f"{fresh} cannot be written: {fault}; the case is as it was") from fault
    fresh.replace(case / FILE)
    _flush(case)


def _write(
    fresh: Path,
    accounts: Iterable[tuple[str, Account]],
    rejected: tuple[Rejected, ...],
    results: tuple[Linked, tuple[Attached, ...], Weighed],
    step: Callable[[str], None],
) -> None:
    base = sqlite3.connect(fresh, isolation_level=None)
    try:
        base.executescript("pragma journal_mode=off; pragma synchronous=off;" + SCHEMA)
        base.execute("begin")
        for key, account in accounts:
            base.execute("insert into account values (?, ?, ?)", (account.document.id, key, pack(account)))
            base.executemany("insert into words values (?, ?, ?, ?)", _words(account))
            step(account.document.file)
        linked, attached, weighed = results
        names = {"linked": linked, "attached": attached, "weighed": weighed, "rejected": rejected}
        base.executemany("insert into record values (?, ?)", [(k, pack(v)) for k, v in names.items()])
        base.execute("commit")
    finally:
        base.close()


def _flush(path: Path) -> None:
    """Returns once a file, or the names in a folder, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _words(account: Account) -> Iterable[tuple[str, str, str, str]]:
    document = account.document
    yield "text", document.id, document.id, fold_words(f"{document.title or ''} {document.text}")
    for claim in account.reading.claims:
        yield (
            "claim",
            claim.id,
            document.id,
            fold_words(f"{claim.property} {claim.quote} {claim.value.text or ''}"),
        )
    for referent in account.annotations.referents:
        if referent.named:
            names = [referent.name, *(a.name for a in referent.aliases)]
            yield "name", referent.id, document.id, fold_words(" ".join(names))
