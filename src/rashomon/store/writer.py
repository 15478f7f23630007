"""The derived tables of one build: written beside the old ones, renamed over them when whole.

One SQLite file. Accounts, entities ... are kept as JSON of the records, each with its hash; a folded full-text index
stands beside them. The hash of the whole file goes to the case's journal.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable
from hashlib import file_digest, sha256
from pathlib import Path

import msgspec

from rashomon.errors import Stop
from rashomon.model.account import Account
from rashomon.model.document import Rejected
from rashomon.model.finding import Weighed
from rashomon.model.link import Attached, Linked
from rashomon.store.journal import writing
from rashomon.store.private import flush, open_handle
from rashomon.text.fold import fold_words

FILE = "case.db"
VERSION = 2
"""Of the tables. Those of a higher one are refused; those of a lower one are read, and made anew by the next build."""
SCHEMA = f"""
pragma user_version = {VERSION};
create table account (document text primary key, key text not null, digest text not null, body blob not null)
    without rowid;
create table record (name text primary key, digest text not null, body blob not null) without rowid;
create virtual table words using fts5(kind unindexed, id unindexed, document unindexed, folded, tokenize='ascii');
"""


def pack(record: object) -> bytes:
    """A record as compressed JSON; the same record gives the same bytes."""
    return zlib.compress(msgspec.json.encode(record), 1)


def tables_hash(case: Path) -> str | None:
    """The hash of the whole file of derived tables; None where there is none."""
    try:
        with (case / FILE).open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None


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
        os.close(open_handle(fresh, os.O_WRONLY))
        _write(fresh, accounts, rejected, results, step)
        flush(fresh)
        _put(case, fresh)
    except (sqlite3.Error, OSError) as fault:
        fresh.unlink(missing_ok=True)
        raise Stop(f"{fresh} cannot be written: {fault}; the case is as it was") from fault
    flush(case)


def _put(case: Path, fresh: Path) -> None:
    """The journal first: of tables that it does not name nothing would be kept by the next build."""
    with fresh.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    with writing(case) as journal:
        if journal.journal.of(FILE)[-1:] != (digest,):
            journal.add(FILE, [digest])
        fresh.replace(case / FILE)


def _write(
    fresh: Path,
    accounts: Iterable[tuple[str, Account]],
    rejected: tuple[Rejected, ...],
    results: tuple[Linked, tuple[Attached, ...], Weighed],
    step: Callable[[str], None],
) -> None:
    base = sqlite3.connect(fresh, isolation_level=None)
    try:
        base.executescript("pragma journal_mode=off; pragma synchronous=off; pragma temp_store=memory;" + SCHEMA)
        base.execute("begin")
        for key, account in accounts:
            body = pack(account)
            base.execute("insert into account values (?, ?, ?, ?)", (account.document.id, key, _digest(body), body))
            base.executemany("insert into words values (?, ?, ?, ?)", _words(account))
            step(account.document.file)
        linked, attached, weighed = results
        names = {"linked": linked, "attached": attached, "weighed": weighed, "rejected": rejected}
        rows = [(name, pack(record)) for name, record in names.items()]
        base.executemany("insert into record values (?, ?, ?)", [(k, _digest(body), body) for k, body in rows])
        base.execute("commit")
    finally:
        base.close()


def _digest(body: bytes) -> str:
    return sha256(body).hexdigest()


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
