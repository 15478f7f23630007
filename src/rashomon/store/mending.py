"""Mending damaged logs: what a crash tore is set aside, what stands twice is taken out, what was purged stays purged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from rashomon.errors import CaseDamaged
from rashomon.store.chain import Entry, empty
from rashomon.store.journal import FILE, read_journal, writing
from rashomon.store.log import Content, Log
from rashomon.store.logs import logs_of
from rashomon.store.private import open_file, replace_file

ASIDE = ".damaged"
"""What the file that takes a log's broken lines is called, behind the log's name."""


def mend(case: Path) -> tuple[str, ...]:
    """Mend the logs of a case; a sentence for each thing done. The caller holds the case's lock."""
    said = list(_mend_journal(case))
    for log in logs_of(case):
        log.path.with_name(f"{log.path.name}.new").unlink(missing_ok=True)
        said += [f"{log.name}: {line}" for line in _mend_log(log)]
    return tuple(said)


def set_aside(case: Path) -> tuple[Path, ...]:
    """The files that hold what repairs took out of logs."""
    names = (*(log.name for log in logs_of(case)), FILE)
    return tuple(path for name in names if (path := case / f"{name}{ASIDE}").exists())


def _mend_journal(case: Path) -> Iterator[str]:
    with suppress(CaseDamaged):
        if torn := read_journal(case).torn:
            with writing(case) as journal:
                journal.cut()
            yield f"{FILE}: half a line at the end was taken out ({len(torn)} bytes)"
        return
    aside = case / f"{FILE}{ASIDE}"
    (case / FILE).replace(aside)
    with writing(case) as journal:
        for log in logs_of(case):
            journal.add(log.name, log.read().hashes)
    yield f"{FILE}: it could not be read, lies at {aside.name}, and was begun anew from the logs"


def _mend_log(log: Log) -> list[str]:
    with writing(log.case):
        content = log.read()
        kept, aside, said = _sort(content)
        if not said:
            return []
        if aside:
            with open_file(log.path.with_name(log.path.name + ASIDE), "ab") as file:
                file.write(b"".join(row + b"\n" for row in aside))
            said.append(f"what was set aside lies at {log.name}{ASIDE}")
        replace_file(log.path, b"".join(row + b"\n" for row in kept))
    return said


def _sort(content: Content) -> tuple[list[bytes], list[bytes], list[str]]:
    """The lines that stay, those that are set aside, and what is to be said."""
    kept, aside, said = [], [], []
    seen: set[str] = set()
    for entry in content.entries:
        if entry.fault:
            aside.append(entry.raw)
            said.append(f"line {entry.number} was set aside: {entry.fault}")
        elif entry.hash in seen:
            said.append(f"line {entry.number} stood twice and was taken out")
        else:
            kept.append(_purged(entry, content, said))
            seen.update({entry.hash} if entry.hash else ())
    if content.torn:
        aside.append(content.torn)
        said.append("the half line at its end was set aside")
    elif not content.ended:
        said.append("the end of the last line was written; nothing of it was lost")
    return kept, aside, said


def _purged(entry: Entry, content: Content, said: list[str]) -> bytes:
    if entry.hash not in content.purged or entry.record is None:
        return entry.raw
    said.append(f"line {entry.number} was purged and had its words again; they were taken out")
    return empty(entry)
