"""The rows of telephone records: `CASE/calls/<sha256>`, one SQLite file an original, written beside its place and renamed into it.

Nothing of it is precious: it is read from the original again where it is missing, was read by another version, or is no
longer what its hash says it was. A file that holds no telephone records has one too, which says so.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import msgspec

from rashomon.errors import CaseDamaged, Stop
from rashomon.model.calls import Asked, CallFile, CallRow, NumberSeen
from rashomon.store.private import flush, make_folder, open_handle

FOLDER = "calls"
_COLUMNS = CallRow._fields
_SURE = _COLUMNS.index("sure")
_NAMES = ", ".join(f'"{name}"' for name in _COLUMNS)
_SCHEMA = f"""
create table about (key text not null, file text not null);
create table call (id integer primary key, {_NAMES});
"""
_INDEXES = """
create index by_caller on call (caller, at);
create index by_called on call (called, at);
create index by_time on call (at);
"""
_SPEED = "pragma journal_mode = off; pragma synchronous = off; pragma temp_store = memory; pragma cache_size = -64000;"
_MOST_NAMED = 400
"""Numbers of one question to SQLite."""


class CallRows:
    """The rows of the files of telephone records of one case."""

    def __init__(self, case: Path) -> None:
        self._folder = case / FOLDER

    def file(self, digest: str, key: str | None = None) -> tuple[bool, CallFile | None]:
        """Whether an original was read, under a key where one is given; and what it is, None where it holds no telephone records."""
        with (
            suppress(sqlite3.DatabaseError, msgspec.MsgspecError, FileNotFoundError),
            closing(self._open(digest)) as base,
        ):
            held, file = base.execute("select key, file from about").fetchone()
            if key in (None, held):
                return True, msgspec.json.decode(file, type=CallFile | None)
        return False, None

    def keep(self, digest: str, key: str, file: CallFile | None, rows: Iterable[CallRow]) -> None:
        """Keeps what was read of an original. Raises Stop where it cannot be written."""
        make_folder(self._folder)
        fresh = self._folder / f"{digest}.new"
        fresh.unlink(missing_ok=True)
        try:
            os.close(open_handle(fresh, os.O_WRONLY))
            _write(fresh, key, file, rows)
            flush(fresh)
            fresh.replace(self._folder / digest)
        except (sqlite3.Error, OSError) as fault:
            fresh.unlink(missing_ok=True)
            raise Stop(f"{fresh} cannot be written: {fault}; the case is as it was") from fault

    def find(self, digest: str, asked: Asked) -> Iterator[CallRow]:
        """The rows of one original that are asked for, in the order of their times. Raises CaseDamaged."""
        where, values = _where(asked)
        limit = f" limit {asked.most}" if asked.most is not None else ""
        for row in self._ask(digest, f"select {_NAMES} from call {where} order by at, id{limit}", values):
            yield CallRow._make(row)._replace(sure=bool(row[_SURE]))

    def all_rows(self, digest: str) -> Iterator[CallRow]:
        """All rows of one original, in the order of the file. Raises CaseDamaged."""
        for row in self._ask(digest, f"select {_NAMES} from call order by id", ()):
            yield CallRow._make(row)._replace(sure=bool(row[_SURE]))

    def count(self, digest: str, asked: Asked) -> int:
        """How many rows of one original are asked for, whatever the most is that is wanted."""
        where, values = _where(asked)
        return int(next(self._ask(digest, f"select count(*) from call {where}", values))[0])

    def seen(self, digest: str, numbers: Sequence[str]) -> tuple[NumberSeen, ...]:
        """Of each of these numbers that the file has how many rows stand on which day."""
        query = (
            "select substr(at, 1, 10) as day, count(*) from (select id, at from call where caller = ? union "
            "select id, at from call where called = ?) group by day order by day"
        )
        found = []
        for number in numbers:
            days = [(day, int(rows)) for day, rows in self._ask(digest, query, [number, number])]
            if days:
                dated = tuple((day, rows) for day, rows in days if day)
                found.append(NumberSeen(number, sum(rows for _, rows in days), dated))
        return tuple(found)

    def forget(self, digests: Iterable[str]) -> None:
        """Deletes the rows of some originals."""
        for digest in digests:
            for name in (digest, f"{digest}.new"):
                (self._folder / name).unlink(missing_ok=True)

    def _open(self, digest: str) -> sqlite3.Connection:
        path = self._folder / digest
        if not path.is_file():
            raise FileNotFoundError(path)
        base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        base.execute("pragma temp_store = memory")
        return base

    def _ask(self, digest: str, query: str, values: Sequence[object]) -> Iterator[tuple[Any, ...]]:
        try:
            with closing(self._open(digest)) as base:
                yield from base.execute(query, values)
        except (sqlite3.DatabaseError, FileNotFoundError) as fault:
            raise CaseDamaged(f"{self._folder / digest}: {fault}; `rashomon build` makes it again") from fault


def _write(fresh: Path, key: str, file: CallFile | None, rows: Iterable[CallRow]) -> None:
    base = sqlite3.connect(fresh, isolation_level=None)
    with closing(base):
        base.executescript(_SPEED + _SCHEMA)
        base.execute("begin")
        base.execute("insert into about values (?, ?)", (key, msgspec.json.encode(file).decode()))
        marks = ", ".join("?" * len(_COLUMNS))
        base.executemany(f"insert into call ({_NAMES}) values ({marks})", rows)
        base.execute("commit")
        base.executescript(_INDEXES)


def _where(asked: Asked) -> tuple[str, list[object]]:
    """The condition of a question, and its values. A number is matched whole; one end of a call is enough unless both are asked for."""
    parts: list[str] = []
    values: list[object] = []
    numbers = asked.numbers[:_MOST_NAMED]
    if numbers:
        marks = ", ".join("?" * len(numbers))
        parts.append(f"caller in ({marks}) {'and' if asked.both else 'or'} called in ({marks})")
        values += [*numbers, *numbers]
    if asked.earliest:
        parts.append("at >= ?")
        values.append(asked.earliest)
    if asked.latest:
        # "2021-05-12" holds every time of that day: what is written after it sorts behind it.
        parts.append("at <= ?")
        values.append(f"{asked.latest}~")
    return ("where " + " and ".join(f"({part})" for part in parts) if parts else ""), values
