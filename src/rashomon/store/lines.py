"""Append-only JSON lines: what people write beside the decisions, with the same care for it.

A line is on the disk before anyone is told "saved"; a withdrawal is a later line; nothing is ever rewritten. Two
processes may append at once: each line is one write under the file's lock.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import msgspec

from rashomon.errors import CaseDamaged, UsageFault
from rashomon.model.link import Signed

BROKEN = b"\x18"
"""The control character CAN, put behind a line that a crash broke off, so that the next one stands by itself."""


class Written(Protocol):
    """A record of such a log: it has an id and says whether it was taken back."""

    @property
    def id(self) -> str:
        """The record's id."""
        ...

    @property
    def withdrawn(self) -> Signed | None:
        """By whom, when and why it was taken back."""
        ...


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A line that takes an earlier one back."""

    withdraws: str
    signed: Signed


Record = TypeVar("Record", bound=Written)


class Lines(Generic[Record]):
    """One log file of one kind of record. `mark` gives the record with its withdrawal; `noun` is what faults call it."""

    def __init__(
        self, path: Path, kind: type[Record], mark: Callable[[Record, Signed], Record], *, noun: str = "line"
    ) -> None:
        self._path, self._kind, self._mark, self._noun = path, kind, mark, noun

    def read(self) -> tuple[Record, ...]:
        """Every record, oldest first, the withdrawn ones marked. Raises CaseDamaged on a line that is none.

        A last line without its end is what a crash leaves: it was never called saved, and is not read.
        """
        found: dict[str, Record] = {}
        for number, line in enumerate(self._lines(), 1):
            record = self._decode(line, number)
            if not isinstance(record, Withdrawal):
                found[record.id] = record
            elif record.withdraws in found:
                found[record.withdraws] = self._mark(found[record.withdraws], record.signed)
        return tuple(found.values())

    def append(self, record: Record) -> None:
        """Write a record; returns once it is on the disk."""
        self._write(msgspec.json.encode(record))

    def withdraw(self, ident: str, signed: Signed) -> None:
        """Take a record back; raises UsageFault when there is none of that id, or it is withdrawn already."""
        known = {r.id: r for r in self.read()}
        if ident not in known:
            raise UsageFault(f"no {self._noun} {ident} in this case")
        if known[ident].withdrawn:
            raise UsageFault(f"{self._noun} {ident} is withdrawn already")
        self._write(msgspec.json.encode(Withdrawal(ident, signed)))

    def _lines(self) -> list[bytes]:
        if not self._path.exists():
            return []
        lines = self._path.read_bytes().split(b"\n")[:-1]
        return [line for line in lines if line.strip() and not line.endswith(BROKEN)]

    def _decode(self, line: bytes, number: int) -> Record | Withdrawal:
        try:
            if line.startswith(b'{"withdraws"'):
                return msgspec.json.decode(line, type=Withdrawal)
            return msgspec.json.decode(line, type=self._kind)
        except msgspec.MsgspecError as fault:
            raise CaseDamaged(f"{self._path}: line {number} is no {self._noun} ({fault})") from fault

    def _write(self, line: bytes) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab+") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            handle.seek(0, os.SEEK_END)
            if handle.tell():
                handle.seek(-1, os.SEEK_END)
                if handle.read(1) != b"\n":
                    line = BROKEN + b"\n" + line
            handle.write(line + b"\n")
            handle.flush()
            os.fsync(handle.fileno())
