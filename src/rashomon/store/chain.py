"""One line of a log as it is written: a head that is chained, and behind it what can be taken away.

    {"chain":{"v":1,"by":"A. Reader","prev":["<hash>"],"held":"<hash>"},"salt":"<hex>","record":{...}}

A line's hash is over its head alone. `prev` names the line, or lines, in which its author's chain ended when it was
written: several where two copies of a log were put together. `held` is a hash over the salt and the record, so that both
can be taken away and the chain still holds; without the salt nobody can try what the record was. `before` stands in the
first chained line of a log that older versions began: a hash over the lines that they wrote.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from hashlib import sha256

import msgspec

from rashomon.errors import CaseDamaged, CaseNewer

VERSION = 1
"""Of the lines of all logs. A higher one is refused, never guessed at."""
BROKEN = b"\x18"
"""The control character CAN, put behind a line that a crash broke off, so that the next one stands by itself."""
PROGRAM = "rashomon"
"""Who signs lines that no person wrote: what came in, what an older version had written before chains."""


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What of a line is chained."""

    v: int
    by: str
    prev: tuple[str, ...]
    held: str
    before: str | None = None


class _Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    chain: Head
    salt: str | None = None
    record: msgspec.Raw = msgspec.Raw()


class _Version(msgspec.Struct, frozen=True):
    v: int


class _Outline(msgspec.Struct, frozen=True):
    chain: _Version


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a log: its number, its bytes, its head (None where an older version wrote it), its salt and record.

    `record` is None in a line that was emptied, and in one that is broken; `fault` says in words what is wrong with it.
    """

    number: int
    raw: bytes
    head: Head | None = None
    record: bytes | None = None
    salt: str | None = None
    fault: str | None = None

    @property
    def hash(self) -> str | None:
        """The line's hash; None where it is not chained."""
        return sha256(msgspec.json.encode(self.head)).hexdigest() if self.head else None

    @property
    def broken(self) -> bool:
        """Whether it is half a line, as a crash leaves it, with others written behind it."""
        return self.raw.endswith(BROKEN)

    @property
    def emptied(self) -> bool:
        """Whether its record was taken away."""
        return self.head is not None and self.record is None and self.fault is None


def seal(record: bytes, by: str, prev: tuple[str, ...], before: str | None = None) -> bytes:
    """A line that holds a record, without its end."""
    salt = secrets.token_hex(16)
    return msgspec.json.encode(_Line(Head(VERSION, by, prev, hold(salt, record), before), salt, msgspec.Raw(record)))


def empty(entry: Entry) -> bytes:
    """The same line without what it held."""
    if entry.head is None:
        raise ValueError("only a chained line can be emptied")
    return msgspec.json.encode({"chain": entry.head})


def hold(salt: str, record: bytes) -> str:
    """The hash by which a head holds on to its record."""
    return sha256(salt.encode() + b"\n" + record).hexdigest()


def parse(number: int, raw: bytes, name: str) -> Entry:
    """A line as it is read; what is no line of this program comes back with its fault. Raises CaseNewer."""
    if raw.endswith(BROKEN):
        return Entry(number, raw, fault="half a line, as a crash leaves it")
    if not raw.startswith(b'{"chain":'):
        return Entry(number, raw, record=raw, fault=None if _is_object(raw) else "no line of this program")
    try:
        version = msgspec.json.decode(raw, type=_Outline).chain.v
        if version > VERSION:
            raise CaseNewer(
                f"{name}: line {number} was written by a newer version of this program (its lines are of schema {version}, "
                f"this version knows {VERSION}); read the case with that one"
            )
        line = msgspec.json.decode(raw, type=_Line)
        bytes(line.record).decode()
    except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
        return Entry(number, raw, fault=f"no line of this program ({fault})")
    record = bytes(line.record) or None
    whole = (record is None) == (line.salt is None) and (
        record is None or hold(line.salt or "", record) == line.chain.held
    )
    return Entry(number, raw, line.chain, record, line.salt, None if whole else "not what was written, by its own hash")


def _is_object(raw: bytes) -> bool:
    try:
        return isinstance(msgspec.json.decode(raw), dict)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return False


def is_whole(raw: bytes) -> bool:
    """Whether a last line that lacks its end lacks nothing else."""
    return _is_object(raw)


def damaged(name: str, entry: Entry, noun: str, why: str) -> CaseDamaged:
    """The fault of a line that cannot be read."""
    return CaseDamaged(f"{name}: line {entry.number} is no {noun} ({why}); `rashomon repair` sets it aside")
