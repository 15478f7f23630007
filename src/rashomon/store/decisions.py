"""The decision log: append-only JSON lines, each with who, when and why; on disk before anyone is told "saved".

A withdrawal is a later line that names the decision; nothing is ever rewritten.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from rashomon.errors import CaseDamaged, UsageFault
from rashomon.model.identity import make_id
from rashomon.model.link import Decision, Signed, Target, Verdict

FILE = "decisions.jsonl"


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A line that takes a decision back."""

    withdraws: str
    signed: Signed


def make_decision(verdict: Verdict, target: Target, signed: Signed, *, grade: str | None = None) -> Decision:
    """A decision with its id: a hash over what was seen, what was said, by whom and when."""
    origin = target.selectors[0].sha256 if target.selectors else "outlet"
    return Decision(make_id("k", origin, verdict, target, signed, grade), verdict, target, signed, grade=grade)


class Decisions:
    """The log of one case."""

    def __init__(self, case: Path) -> None:
        self._path = case / FILE

    def read(self) -> tuple[Decision, ...]:
        """Every decision, oldest first, the withdrawn ones marked. Raises CaseDamaged on a line that is no decision.

        A last line without its end is what a crash leaves: it was never called saved, and is not read.
        """
        found: dict[str, Decision] = {}
        for number, line in enumerate(self._lines(), 1):
            record = self._decode(line, number)
            if isinstance(record, Withdrawal):
                if record.withdraws in found:
                    found[record.withdraws] = replace(found[record.withdraws], withdrawn=record.signed)
            else:
                found[record.id] = record
        return tuple(found.values())

    def append(self, decision: Decision) -> None:
        """Write a decision; returns once it is on the disk."""
        self._write(msgspec.json.encode(decision))

    def withdraw(self, ident: str, signed: Signed) -> None:
        """Take a decision back; raises UsageFault when there is none of that id, or it is withdrawn already."""
        known = {d.id: d for d in self.read()}
        if ident not in known:
            raise UsageFault(f"no decision {ident} in this case")
        if known[ident].withdrawn:
            raise UsageFault(f"decision {ident} is withdrawn already")
        self._write(msgspec.json.encode(Withdrawal(ident, signed)))

    def _lines(self) -> list[bytes]:
        if not self._path.exists():
            return []
        return [line for line in self._path.read_bytes().split(b"\n")[:-1] if line.strip()]

    def _decode(self, line: bytes, number: int) -> Decision | Withdrawal:
        try:
            if line.startswith(b'{"withdraws"'):
                return msgspec.json.decode(line, type=Withdrawal)
            return msgspec.json.decode(line, type=Decision)
        except msgspec.MsgspecError as fault:
            raise CaseDamaged(f"{self._path}: line {number} is not a decision ({fault})") from fault

    def _write(self, line: bytes) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab+") as handle:
            handle.seek(0, os.SEEK_END)
            if handle.tell():
                handle.seek(-1, os.SEEK_END)
                if handle.read(1) != b"\n":
                    handle.write(b"\n")
            handle.write(line + b"\n")
            handle.flush()
            os.fsync(handle.fileno())
