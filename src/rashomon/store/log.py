"""An append-only log of a case: chained lines, on the disk before anyone is told "saved", in the case's journal.

A withdrawal is a later line; nothing is rewritten but by `erase`, which empties lines and says so in a further one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import msgspec

from rashomon.errors import Stop
from rashomon.store.chain import BROKEN, PROGRAM, Entry, empty, is_whole, parse, seal
from rashomon.store.journal import Writer, write_behind, writing
from rashomon.store.private import make_folder, open_handle, replace_file

PURGES = b'{"purges":'
OWN = (PURGES, b'{"adopts":')
"""How the records begin that a log writes about itself."""


class Purge(msgspec.Struct, frozen=True):
    """The record that says which lines were emptied: by whom, when and why, and no word of what they held.

    `old` counts those that were not chained: they were taken out whole.
    """

    purges: tuple[str, ...]
    old: int
    by: str
    at: str
    why: str


@dataclass(frozen=True)
class Content:
    """A log as it stands. `torn` is what a crash left of a last line; `ended` is False where a whole one lacks its end."""

    entries: tuple[Entry, ...]
    torn: bytes = b""
    ended: bool = True

    @cached_property
    def first(self) -> tuple[Entry, ...]:
        """Every line once, and without its record where it was purged, as other copies of the log may still hold it.

        Where two copies of a log were put together, the same line may stand twice.
        """
        seen: dict[str, Entry] = {}
        once = [e for e in self.entries if e.hash is None or seen.setdefault(e.hash, e) is e]
        return tuple(replace(e, record=None, salt=None) if e.hash in self.purged else e for e in once)

    @cached_property
    def purged(self) -> frozenset[str]:
        """The hashes of the lines that purges emptied."""
        said = (e.record for e in self.entries if e.head and not e.fault and e.record and e.record.startswith(PURGES))
        return frozenset(digest for record in said for digest in _purges(record))

    @cached_property
    def hashes(self) -> tuple[str, ...]:
        """The hashes of the chained lines, each once."""
        return tuple(e.hash for e in self.first if e.hash)

    @property
    def old(self) -> tuple[Entry, ...]:
        """The lines that versions before chains wrote."""
        return tuple(e for e in self.entries if e.head is None and e.fault is None)

    def tips(self, by: str) -> tuple[str, ...]:
        """Where an author's chain ends: once, or more often where copies of a log were put together."""
        own = [(e.hash, e.head) for e in self.first if e.head and e.head.by == by]
        followed = {prev for _, head in own for prev in head.prev}
        return tuple(str(digest) for digest, _ in own if digest not in followed)


def _purges(record: bytes) -> tuple[str, ...]:
    with suppress(msgspec.MsgspecError):
        return msgspec.json.decode(record, type=Purge).purges
    return ()


def old_hash(entries: Iterable[Entry]) -> str:
    """What the first chained line says of those before it."""
    digest = sha256()
    for entry in entries:
        digest.update(entry.raw + b"\n")
    return digest.hexdigest()


class Log:
    """One log file of a case, by its name in the case's folder."""

    def __init__(self, case: Path, name: str) -> None:
        self.case, self.name, self.path = case, name, case / name

    def read(self) -> Content:
        """The log, none of its lines checked. Raises CaseNewer for a line of a newer version."""
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return Content(())
        *rows, tail = data.split(b"\n")
        whole = bool(tail.strip()) and is_whole(tail)
        if whole:
            rows.append(tail)
        entries = tuple(parse(n, row, str(self.path)) for n, row in enumerate(rows, 1) if row.strip())
        return Content(entries, tail if tail.strip() and not whole else b"", not whole)

    def append(self, records: Sequence[tuple[str, bytes]]) -> tuple[str, ...]:
        """Write records, each with its author; their hashes. They are on the disk when this returns.

        Raises Stop where they cannot be written: then none of them is in the log.
        """
        if not records:
            return ()
        try:
            make_folder(self.path.parent)
            with writing(self.case) as journal:
                return self._append(journal, records)
        except OSError as fault:
            raise Stop(f"{self.path} cannot be written: {fault.strerror}; the case is as it was") from fault

    def adopt(self) -> None:
        """Begin the chain of a log that an older version wrote, so that its lines are held too."""
        content = self.read()
        if content.old and not content.hashes:
            self.append([(PROGRAM, msgspec.json.encode({"adopts": len(content.old)}))])

    def erase(self, doomed: Sequence[Entry], by: str, at: str, why: str) -> None:
        """Empty lines, and write down that it was done. What a crash broke off goes too: nobody can tell what it holds.

        Raises Stop where it cannot be written.
        """
        content = self.read()
        if not doomed and not content.torn and not any(e.broken for e in content.entries):
            return
        self.adopt()
        try:
            with writing(self.case) as journal:
                self._erase(journal, {e.raw for e in doomed}, Purge((), 0, by, at, why))
        except OSError as fault:
            raise Stop(f"{self.path} cannot be written: {fault.strerror}; the case is as it was") from fault

    def _append(self, journal: Writer, records: Sequence[tuple[str, bytes]]) -> tuple[str, ...]:
        content = self.read()
        before = old_hash(content.old) if content.old and not content.hashes else None
        fresh = _sealed(content, records, before)
        handle = open_handle(self.path, os.O_RDWR)
        try:
            end = os.fstat(handle).st_size
            gap = b"" if content.ended and not content.torn else (BROKEN if content.torn else b"") + b"\n"
            write_behind(handle, end, gap + b"".join(line + b"\n" for line in fresh))
            hashes = tuple(str(parse(0, line, self.name).hash) for line in fresh)
            try:
                journal.add(self.name, _missing(journal, self.name, (*content.hashes, *hashes)))
            except OSError:
                os.truncate(handle, end)
                raise
        finally:
            os.close(handle)
        return hashes

    def _erase(self, journal: Writer, doomed: set[bytes], purge: Purge) -> None:
        content = self.read()
        kept = [e for e in content.entries if (e.head or e.raw not in doomed) and not e.fault]
        rows = [empty(e) if e.raw in doomed else e.raw for e in kept]
        after = Content(tuple(parse(n, row, self.name) for n, row in enumerate(rows, 1)))
        gone = tuple(e.hash for e in content.first if e.raw in doomed and e.hash)
        said = msgspec.structs.replace(purge, purges=gone, old=len(content.old) - len(after.old))
        restated = old_hash(after.old) if content.old else None
        line = _sealed(after, [(purge.by, msgspec.json.encode(said))], restated)[0]
        replace_file(self.path, b"".join(row + b"\n" for row in (*rows, line)))
        journal.add(self.name, _missing(journal, self.name, (*content.hashes, str(parse(0, line, "").hash))))


def _sealed(content: Content, records: Sequence[tuple[str, bytes]], before: str | None) -> list[bytes]:
    tips: dict[str, tuple[str, ...]] = {}
    lines = []
    for by, record in records:
        line = seal(record, by, tips[by] if by in tips else content.tips(by), before)
        tips[by], before = (str(parse(0, line, "").hash),), None
        lines.append(line)
    return lines


def _missing(journal: Writer, name: str, hashes: Iterable[str]) -> tuple[str, ...]:
    known = set(journal.journal.of(name))
    return tuple(digest for digest in hashes if digest not in known)
