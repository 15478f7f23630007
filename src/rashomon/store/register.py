"""The register of appearances: append-only lines that say what came in, from where, and what was withdrawn.

It is input, like the originals beside it: never derived, never rewritten but by a purge. A last line that a crash tore is
left out of what is read; it was never confirmed to anybody.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal

import msgspec

from rashomon.model.document import Appearance
from rashomon.store.chain import PROGRAM, Entry, damaged
from rashomon.store.log import OWN, Content, Log

_PLAIN = tuple(f.name for f in fields(Appearance) if f.name not in ("file", "other"))


@dataclass(frozen=True, slots=True)
class Arrival:
    """One appearance as it came in: the absolute path it came from, the hash of its bytes, and when (UTC; None in older registers)."""

    source: str
    sha256: str
    appearance: Appearance
    at: str | None = field(default=None, compare=False)


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


NAME = "originals/appearances.jsonl"


@dataclass(frozen=True, slots=True)
class Register:
    """All lines in the order in which they were written; `torn` when the last one was not whole."""

    lines: tuple[Line, ...]
    torn: bool


def read_register(case: Path) -> Register:
    """The lines of a register, none where there is no file. Raises `CaseDamaged` for a broken line inside it."""
    content = Log(case, NAME).read()
    return Register(tuple(line for _, line in register_lines(content, case / NAME)), bool(content.torn))


def register_lines(content: Content, path: Path) -> Iterator[tuple[Entry, Line]]:
    """Every line of a register with how it is written. Raises `CaseDamaged` for a broken one."""
    for entry in content.first:
        if entry.fault and not entry.broken:
            raise damaged(str(path), entry, "line of the register", entry.fault)
        if entry.record is not None and not entry.broken and not entry.record.startswith(OWN):
            yield entry, _parse(entry, entry.record, path)


def first_arrivals(case: Path) -> dict[str, tuple[int, Arrival]]:
    """Of each original, by sha256, its first arrival and the number of that line in the register, from 1.

    A register only grows, and a purge empties lines without taking them out, so such a number stays what it was; numbers have gaps,
    as a register also tells what left and what was refused. Raises `CaseDamaged`.
    """
    content = Log(case, NAME).read()
    places = {id(entry): n for n, entry in enumerate(content.first, 1)}
    found: dict[str, tuple[int, Arrival]] = {}
    for entry, line in register_lines(content, case / NAME):
        if isinstance(line, Arrival):
            found.setdefault(line.sha256, (places[id(entry)], line))
    return found


def speaks_of(line: Line, digests: frozenset[str], files: frozenset[str], sources: frozenset[str]) -> bool:
    """Whether a line tells of originals: by their hashes, or, where a file was refused, by its name or path."""
    if isinstance(line, Refusals):
        return line.root in sources or any(file in files for file, _ in line.rows)
    return line.sha256 in digests


def without(line: Refusals, files: frozenset[str]) -> Refusals:
    """The same refusals without those of some files."""
    return Refusals(line.root, tuple(row for row in line.rows if row[0] not in files))


def append(case: Path, lines: Iterable[Line]) -> None:
    """Writes the lines at the end of a register; they are on the disk when this returns.

    Raises `Stop` where they cannot be written: none of them is then in the register.
    """
    Log(case, NAME).append([(PROGRAM, msgspec.json.encode(_row(line))) for line in lines])


def _row(line: Line) -> dict[str, Any]:
    if isinstance(line, Refusals):
        return {"event": "refused", **_path("root", line.root), "rows": line.rows}
    if isinstance(line, Departure):
        return {"event": line.why, **_path("source", line.source), "sha256": line.sha256}
    seen = line.appearance
    said = {name: getattr(seen, name) for name in _PLAIN if getattr(seen, name) is not None}
    row = {"event": "appeared", "file": seen.file, **_path("source", line.source), "sha256": line.sha256, **said}
    row |= {"at": line.at} if line.at else {}
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


def _parse(entry: Entry, row: bytes, path: Path) -> Line:
    try:
        record: dict[str, Any] = msgspec.json.decode(row)
        return _line(record)
    except (msgspec.DecodeError, KeyError, TypeError, ValueError) as fault:
        raise damaged(str(path), entry, "line of the register", str(fault)) from fault


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
    return Arrival(
        _path_of(record, "source"), record["sha256"], Appearance(record["file"], **said, other=other), record.get("at")
    )
