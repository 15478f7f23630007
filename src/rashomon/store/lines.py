"""What people write beside the decisions, and the decisions: records of one kind in a log of their own.

A line is on the disk before anyone is told "saved"; a withdrawal is a later line; nothing is ever rewritten. Two
processes may append at once: they wait for each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import msgspec

from rashomon.errors import UsageFault
from rashomon.model.link import Signed
from rashomon.store.chain import Entry, damaged
from rashomon.store.log import OWN, Log


class Written(Protocol):
    """A record of such a log: it has an id, is signed, and says whether it was taken back."""

    @property
    def id(self) -> str:
        """The record's id."""
        ...

    @property
    def signed(self) -> Signed:
        """By whom, when and why it was written."""
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
    """One log of one kind of record. `mark` gives the record with its withdrawal; `noun` is what faults call it."""

    def __init__(
        self, case: Path, name: str, kind: type[Record], mark: Callable[[Record, Signed], Record], *, noun: str = "line"
    ) -> None:
        self.log = Log(case, name)
        self._kind, self._mark, self._noun = kind, mark, noun

    def read(self) -> tuple[Record, ...]:
        """Every record, oldest first, the withdrawn ones marked. Raises CaseDamaged on a line that is none.

        Half a last line is what a crash leaves: it was never called saved, and is not read. Nor are lines that a purge
        emptied.
        """
        found: dict[str, Record] = {}
        for _, record in self.lines():
            if not isinstance(record, Withdrawal):
                found[record.id] = record
            elif record.withdraws in found:
                found[record.withdraws] = self._mark(found[record.withdraws], record.signed)
        return tuple(found.values())

    def lines(self) -> Iterator[tuple[Entry, Record | Withdrawal]]:
        """Every record and withdrawal with the line that holds it. Raises CaseDamaged, CaseNewer."""
        for entry in self.log.read().first:
            if entry.fault and not entry.broken:
                raise damaged(str(self.log.path), entry, self._noun, entry.fault)
            if entry.record is not None and not entry.broken and not entry.record.startswith(OWN):
                yield entry, self._decode(entry, entry.record)

    def append(self, record: Record) -> None:
        """Write a record; returns once it is on the disk."""
        self.log.append([(record.signed.by, msgspec.json.encode(record))])

    def withdraw(self, ident: str, signed: Signed) -> None:
        """Take a record back; raises UsageFault when there is none of that id, or it is withdrawn already."""
        known = {r.id: r for r in self.read()}
        if ident not in known:
            raise UsageFault(f"no {self._noun} {ident} in this case")
        if known[ident].withdrawn:
            raise UsageFault(f"{self._noun} {ident} is withdrawn already")
        self.log.append([(signed.by, msgspec.json.encode(Withdrawal(ident, signed)))])

    def _decode(self, entry: Entry, record: bytes) -> Record | Withdrawal:
        try:
            if record.startswith(b'{"withdraws"'):
                return msgspec.json.decode(record, type=Withdrawal)
            return msgspec.json.decode(record, type=self._kind)
        except msgspec.MsgspecError as fault:
            raise damaged(str(self.log.path), entry, self._noun, str(fault)) from fault
