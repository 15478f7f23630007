"""The journal of a case: which lines were written to which log, and which tables the last builds made, in their order.

`CASE/journal` has a line for each, `decisions.jsonl <hash>`, and no word of what they hold. The *head* is the running
hash over the journal: it stands for all that was written so far, and for the order. `CASE/head` keeps the last one, so
that whoever cuts lines off at the end has to work out a hash; a head that is kept elsewhere shows every edit. What a
crash left out of the journal is added when the next line is written. The journal never forgets: a head that it does not
lead to is written down in it as lost.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from rashomon.errors import CaseDamaged, CaseNewer
from rashomon.store.private import make_folder, open_handle, replace_file

FILE, HEAD = "journal", "head"
VERSION = 1
_TITLE = "rashomon-journal"
_FIRST = f"{_TITLE} {VERSION}".encode()
_START = sha256(_FIRST).hexdigest()
_LOST = "lost"
_ENOUGH = 32
"""Hexadecimal digits of a head that nobody can hit by trying."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the journal: a log (or the derived tables) and a hash; and the head that it led to."""

    log: str
    hash: str
    head: str


@dataclass(frozen=True, slots=True)
class Journal:
    """A case's journal as it was read. `noted` is the head that was kept beside it; both None where there is none."""

    start: str | None
    rows: tuple[Row, ...]
    noted: str | None
    torn: bytes = b""

    @property
    def head(self) -> str | None:
        """The running hash over all of it."""
        return self.rows[-1].head if self.rows else self.start

    def of(self, log: str) -> tuple[str, ...]:
        """The hashes of one log's lines, oldest first."""
        return tuple(row.hash for row in self.rows if row.log == log)

    @property
    def lost(self) -> tuple[str, ...]:
        """Heads that were kept and that the journal does not lead to: it was cut, and has been written to since."""
        return self.of(_LOST)

    def leads_to(self, head: str) -> bool:
        """Whether a head is one of those that this journal went through."""
        return head == self.start or any(row.head == head for row in self.rows)

    def after(self, head: str) -> tuple[Row, ...] | None:
        """What was written after a head, of which the beginning will do; None where this journal does not lead to it."""
        if self.start is None or len(head) < _ENOUGH:
            return None
        heads = (self.start, *(row.head for row in self.rows))
        place = next((n for n, known in enumerate(heads) if known.startswith(head)), None)
        return None if place is None else self.rows[place:]


def read_journal(case: Path) -> Journal:
    """The journal of a case; an empty one where there is none. Raises CaseDamaged, CaseNewer."""
    path = case / FILE
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Journal(None, (), _noted(case))
    if b"\n" not in data:
        return Journal(None, (), _noted(case), data)
    title, *lines = data.split(b"\n")
    tail = lines.pop()
    if _is_row(tail):
        lines.append(tail)
        tail = b""
    return _run(path, title, lines, _noted(case), tail)


def _run(path: Path, title: bytes, lines: Sequence[bytes], noted: str | None, tail: bytes) -> Journal:
    _check_title(path, title)
    for number, line in enumerate(lines, 2):
        if not _is_row(line):
            raise CaseDamaged(f"{path}: line {number} is no line of a journal; `rashomon repair` writes it anew")
    return replace(_grown(Journal(sha256(title).hexdigest(), (), noted), lines), torn=tail)


def _grown(journal: Journal, lines: Sequence[bytes]) -> Journal:
    """The journal with further lines."""
    head, rows = str(journal.head), []
    for line in lines:
        log, _, digest = line.decode().rpartition(" ")
        head = sha256(head.encode() + b"\n" + line).hexdigest()
        rows.append(Row(log, digest, head))
    return replace(journal, rows=(*journal.rows, *rows), torn=b"")


def _is_row(line: bytes) -> bool:
    log, _, digest = line.rpartition(b" ")
    return line.isascii() and bool(log) and (len(digest) == 64 or digest == b"-") and b"\n" not in line


def _check_title(path: Path, title: bytes) -> None:
    name, _, version = title.decode("ascii", "replace").partition(" ")
    if name != _TITLE or not version.isdecimal():
        raise CaseDamaged(f"{path} is no journal of a case; `rashomon repair` writes it anew")
    if int(version) > VERSION:
        raise CaseNewer(
            f"{path} was written by a newer version of this program (schema {version}, this version knows {VERSION}); "
            "read the case with that one"
        )


def _noted(case: Path) -> str | None:
    try:
        return (case / HEAD).read_text("ascii", "replace").strip()
    except FileNotFoundError:
        return None


@contextmanager
def writing(case: Path) -> Iterator[Writer]:
    """Hold all logs of a case for writing, for as long as it takes to write some lines; others wait."""
    make_folder(case)
    handle = open_handle(case / FILE, os.O_RDWR)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield Writer(case, handle)
    finally:
        os.close(handle)


class Writer:
    """The journal while it is held. Whoever writes lines to a log adds their hashes here, behind the lines."""

    def __init__(self, case: Path, handle: int) -> None:
        self._case, self._handle = case, handle
        self.journal = read_journal(case)
        lost = self._lost()
        if self.journal.start is None:
            replace_file(case / HEAD, _START.encode() + b"\n")
            self._append([_FIRST])
        if lost:
            self.add(_LOST, [lost])

    def add(self, log: str, hashes: Sequence[str]) -> None:
        """Add lines' hashes; on the disk when this returns. Raises OSError where it can't: then none is added."""
        if not hashes:
            return
        end = os.fstat(self._handle).st_size
        self._append([f"{log} {digest}".encode() for digest in hashes])
        try:
            replace_file(self._case / HEAD, str(self.journal.head).encode() + b"\n")
        except OSError:
            os.truncate(self._handle, end)
            self.journal = read_journal(self._case)
            raise

    def cut(self) -> None:
        """Take off half a line at the end."""
        self._append([])

    def _lost(self) -> str | None:
        """The head that was kept and is led to no more; "-" where none is kept though one should be."""
        journal = self.journal
        if journal.noted is None:
            return "-" if journal.start or _begun(self._case) else None
        if journal.start:
            return None if journal.leads_to(journal.noted) else journal.noted
        return None if journal.noted == _START and not _begun(self._case) else journal.noted

    def _append(self, rows: list[bytes]) -> None:
        end = os.fstat(self._handle).st_size
        whole = end - len(self.journal.torn)
        data = b"".join(row + b"\n" for row in rows)
        if whole and os.pread(self._handle, 1, whole - 1) != b"\n":
            data = b"\n" + data
        write_behind(self._handle, whole, data)
        self.journal = _grown(self.journal, rows) if self.journal.start else read_journal(self._case)


def _begun(case: Path) -> bool:
    """Whether a log of the case has chained lines, so that there has been a journal."""
    logs = (*case.glob("*.jsonl"), *case.glob("originals/*.jsonl"))
    return any(line.startswith(b'{"chain":') for log in logs for line in log.read_bytes().split(b"\n"))


def write_behind(handle: int, whole: int, data: bytes) -> None:
    """Write the data at an offset of a file and end it there: all of it, on the disk, or nothing. Raises OSError."""
    os.truncate(handle, whole)
    os.lseek(handle, whole, os.SEEK_SET)
    view = memoryview(data)
    try:
        while view:
            view = view[os.write(handle, view) :]
        os.fsync(handle)
    except OSError:
        os.truncate(handle, whole)
        raise
