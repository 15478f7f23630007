"""Read-only queries on the derived tables, for present/ and for the next build."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec

from rashomon.errors import CaseDamaged, CaseNewer, UsageFault
from rashomon.model.account import Account
from rashomon.model.case_settings import CaseSettings
from rashomon.model.document import Rejected
from rashomon.model.finding import Weighed
from rashomon.model.link import Attached, Linked
from rashomon.store.case_file import read_case_settings
from rashomon.store.writer import FILE, VERSION
from rashomon.text.fold import fold_words

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where searched words stand: a text, a claim or a name, with its id and document id."""

    kind: str
    id: str
    document: str


class CaseView:
    """One build of a case. It goes on reading that build while a next one is being made."""

    def __init__(self, case: Path) -> None:
        """Open a case's derived tables; raises UsageFault when the folder holds no built case."""
        path = case / FILE
        if not path.is_file():
            raise UsageFault(f"{case} holds no built case; make one with: rashomon build {case} FILE...")
        self.case = case
        # Written once and renamed into its place: SQLite need not look for a journal that somebody put beside it.
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._base = sqlite3.connect(address, uri=True, check_same_thread=False)
        self.version = self._version()

    def _version(self) -> int:
        """The schema of the tables; those of a version before schemas are 0. 0 too where the file is damaged."""
        with suppress(sqlite3.DatabaseError):
            self._base.execute("pragma temp_store = memory")
            version = int(self._base.execute("pragma user_version").fetchone()[0])
            if version > VERSION:
                self._base.close()
                raise CaseNewer(
                    f"{self.case / FILE} was written by a newer version of this program (its tables are of schema {version}, "
                    f"this version knows {VERSION}); read the case with that one"
                )
            return version
        return 0

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    def case_settings(self) -> CaseSettings:
        """What `case.toml` says now, built or not. Raises UsageFault where it cannot be meant."""
        return read_case_settings(self.case)

    def keys(self) -> dict[str, str]:
        """Document id by reading key: what a next build need not read again."""
        rows = self._ask("select key, document from account")
        return {row[0]: row[1] for row in rows}

    def account(self, document: str) -> Account | None:
        """One document as read, by its id."""
        rows = self._ask("select body from account where document = ?", document)
        return _unpack(rows[0][0], Account) if rows else None

    def altered(self) -> Iterator[str]:
        """The names of records, and the ids of documents whose accounts, are not what their hashes say."""
        if self.version:
            for table, name in (("account", "document"), ("record", "name")):
                for ident, digest, body in self._ask(f"select {name}, digest, body from {table} order by {name}"):
                    if not isinstance(body, bytes) or sha256(body).hexdigest() != digest:
                        yield str(ident)

    def accounts(self) -> Iterator[Account]:
        """Every document as read, by document id."""
        for (ident,) in self._ask("select document from account order by document"):
            account = self.account(ident)
            if account:
                yield account

    def linked(self) -> Linked:
        """Entities, incidents and matches."""
        return self._record("linked", Linked)

    def attached(self) -> tuple[Attached, ...]:
        """Decisions, as laid on this build."""
        return self._record("attached", tuple[Attached, ...])

    def weighed(self) -> Weighed:
        """Origins and findings."""
        return self._record("weighed", Weighed)

    def rejected(self) -> tuple[Rejected, ...]:
        """Files that could not be read, with the reason."""
        return self._record("rejected", tuple[Rejected, ...])

    def search(self, words: str, *, limit: int = 50) -> list[Hit]:
        """Where words stand, folded (sengul finds Şengül), best first; "quoted words" are a phrase, a final * a prefix."""
        query = match_query(words)
        if not query:
            return []
        rows = self._ask(
            "select kind, id, document from words where words match ? order by rank, id limit ?", query, limit
        )
        return [Hit(*row) for row in rows]

    def _ask(self, query: str, *values: object) -> list[tuple[str, ...]]:
        try:
            return self._base.execute(query, values).fetchall()
        except sqlite3.DatabaseError as fault:
            raise CaseDamaged(f"{self.case / FILE}: {fault}; `rashomon build` makes it again") from fault

    def _record(self, name: str, kind: type[Record]) -> Record:
        rows = self._ask("select body from record where name = ?", name)
        if not rows:
            raise CaseDamaged(f"{self.case / FILE} lacks {name}; `rashomon build` makes it again")
        return _unpack(rows[0][0], kind)


def match_query(words: str) -> str:
    """A full-text query from what a person typed: folded words, phrases in quotation marks, prefixes with *."""
    terms = []
    for n, part in enumerate(words.replace("“", '"').replace("”", '"').split('"')):
        if n % 2:
            terms += [f'"{fold_words(part)}"'] if fold_words(part) else []
        else:
            terms += [_term(word) for word in part.split() if fold_words(word)]
    return " AND ".join(terms)


def _term(word: str) -> str:
    return f'"{fold_words(word)}"' + ("*" if word.endswith("*") else "")


def _unpack(body: object, kind: type[Record]) -> Record:
    if not isinstance(body, bytes):
        raise CaseDamaged("a derived record is not what was written; `rashomon build` makes it again")
    try:
        return msgspec.json.decode(zlib.decompress(body), type=kind)
    except (zlib.error, msgspec.MsgspecError) as fault:
        raise CaseDamaged(f"a derived record cannot be read ({fault}); `rashomon build` makes it again") from fault


def stamp(case: Path) -> tuple[int, int]:
    """What changes when a new build stands: the derived file's inode and time. Raises UsageFault without a build."""
    try:
        found = (case / FILE).stat()
    except FileNotFoundError as fault:
        raise UsageFault(f"{case} holds no built case; make one with: rashomon build {case} FILE...") from fault
    return found.st_ino, found.st_mtime_ns
