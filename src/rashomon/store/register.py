"""The register of appearances: append-only lines that say what came in, from where, and what was withdrawn.

It is input, like the originals beside it: never derived, never rewritten. A last line that a crash tore is left out
of what is read, and cut off when the next line is written; it was never confirmed to anybody.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

import msgspec

from rashomon.errors import CaseDamaged, Stop
from rashomon.model.document import Appearance

_PLAIN = tuple(f.name for f in fields(Appearance) if f.name not in ("file", "other"))


@dataclass(frozen=True, slots=True)
class Arrival:
    """One appearance as it came in: the absolute path it came from, and the hash of its bytes."""

    source: str
    sha256: str
    appearance: Appearance


@dataclass(frozen=True, slots=True)
class Departure:
    """The end of an arrival, and why: its file changed, or a person removed or purged the document."""

    source: str
    sha256: str
    why: Literal["changed", "removed", "purged"]


@dataclass(frozen=True, slots=True)
class Refusals:
    """What could not be taken in from one given file or folder, each with its reason: the latest line counts."""

    root: str
    rows: tuple[tuple[str, str], ...]


Line = Arrival | Departure | Refusals


@dataclass(frozen=True, slots=True)
class Register:
    """All lines in the order in which they were written; `torn` when the last one was not whole."""

    lines: tuple[Line, ...]
    torn: bool


def read_register(path: Path) -> Register:
    """The lines of a register, none where there is no file. Raises `CaseDamaged` for a broken line inside it."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Register((), False)
    whole, _, tail = data.rpartition(b"\n")
    rows = [_parse(row, path, number) for number, row in enumerate(whole.split(b"\n"), 1) if row]
    return Register(tuple(rows), bool(tail.strip()))


def append(path: Path, lines: Iterable[Line]) -> None:
    """Writes the lines at the end of a register; they are on the disk when this returns.

    Raises `Stop` where they cannot be written: none of them is then in the register.
    """
    data = b"".join(msgspec.json.encode(_row(line)) + b"\n" for line in lines)
    if not data:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _write_behind(handle, _whole_length(handle), data)
        finally:
            os.close(handle)
    except OSError as fault:
        raise Stop(f"{path} cannot be written: {fault.strerror}; the case is as it was") from fault


def _write_behind(handle: int, whole: int, data: bytes) -> None:
    """Writes the data behind the last whole line, all of it or nothing."""
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


def _whole_length(handle: int) -> int:
    """Where the last whole line ends."""
    end = os.fstat(handle).st_size
    while end:
        start = max(0, end - 65536)
        found = os.pread(handle, end - start, start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        end = start
    return 0


def _row(line: Line) -> dict[str, Any]:
    if isinstance(line, Refusals):
        return {"event": "refused", **_path("root", line.root), "rows": line.rows}
    if isinstance(line, Departure):
        return {"event": line.why, **_path("source", line.source), "sha256": line.sha256}
    seen = line.appearance
    said = {name: getattr(seen, name) for name in _PLAIN if getattr(seen, name) is not None}
    row = {"event": "appeared", "file": seen.file, **_path("source", line.source), "sha256": line.sha256, **said}
    return {**row, "other": dict(seen.other)} if seen.other else row


def _path(name: str, path: str) -> dict[str, str]:
    """A path under its name; one that is not UTF-8 is kept readable, and whole as the hexadecimal of its bytes."""
    if path.isascii() or not any("\ud800" <= mark <= "\udfff" for mark in path):
        return {name: path}
    whole = os.fsencode(path)
    return {name: whole.decode("utf-8", "replace"), f"{name}_bytes": whole.hex()}


def _path_of(record: dict[str, Any], name: str) -> str:
    whole = record.get(f"{name}_bytes")
    return os.fsdecode(bytes.fromhex(whole)) if whole else str(record[name])


def _parse(row: bytes, path: Path, number: int) -> Line:
    try:
        record: dict[str, Any] = msgspec.json.decode(row)
        return _line(record)
    except (msgspec.DecodeError, KeyError, TypeError, ValueError) as fault:
        raise CaseDamaged(f"line {number} of {path} is broken: {fault}") from fault


def _line(record: dict[str, Any]) -> Line:
    event = record["event"]
    if event == "refused":
        return Refusals(_path_of(record, "root"), tuple((file, reason) for file, reason in record["rows"]))
    if event in ("changed", "removed", "purged"):
        return Departure(_path_of(record, "source"), record["sha256"], event)
    if event != "appeared":
        raise ValueError(f"unknown event {event!r}")
    said = {name: record.get(name) for name in _PLAIN}
    other = tuple((record.get("other") or {}).items())
    return Arrival(_path_of(record, "source"), record["sha256"], Appearance(record["file"], **said, other=other))
