"""Whether a case's logs and tables are what was written: each line against its chain, all of them against the journal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from rashomon.store import writer
from rashomon.store.chain import Entry
from rashomon.store.journal import FILE, HEAD, Journal
from rashomon.store.log import Content, old_hash
from rashomon.store.logs import logs_of

_NAMED = 5
"""Lines that are missing are named one by one, up to so many."""
_AS_A_CRASH = "half a line, as a crash leaves it; `rashomon repair` sets it aside"


def check_logs(case: Path, journal: Journal) -> Iterator[str]:
    """A sentence for every line of a log that is not what was written, is missing, or stands elsewhere."""
    chained = False
    for log in logs_of(case):
        content = log.read()
        chained = chained or bool(content.hashes)
        yield from (f"{log.name}: {fault}" for fault in _check_log(content))
        yield from (f"{log.name}: {fault}" for fault in _check_order(content, journal.of(log.name)))
    yield from _check_journal(journal, chained)


def unchained(case: Path) -> Iterator[str]:
    """A sentence for every log that an older version wrote and no chain holds yet."""
    for log in logs_of(case):
        content = log.read()
        if content.old and not content.hashes:
            yield f"{log.name}: an older version wrote it, and nothing shows an edit yet; the next build chains it"


def check_tables(case: Path, journal: Journal) -> Iterator[str]:
    """A sentence where the derived tables are not those that the last build wrote."""
    built = journal.of(writer.FILE)
    found = writer.tables_hash(case)
    again = f"`rashomon build {case}` makes it again"
    if built and found is None:
        yield f"{writer.FILE} is missing; {again}"
    elif built and found != built[-1]:
        stale = found in built
        yield (f"{writer.FILE} is that of an earlier build; {again}" if stale
               else f"{writer.FILE} is not what the last build wrote; {again}")  # fmt: skip


def _check_log(content: Content) -> Iterator[str]:
    if content.torn:
        yield f"the last line is {_AS_A_CRASH}"
    elif not content.ended:
        yield "the end of the last line is cut off; nothing of it is lost, and `rashomon repair` mends it"
    seen: dict[str, Entry] = {}
    for entry in content.entries:
        twice = seen.get(entry.hash or "")
        if twice:
            yield f"line {entry.number} is line {twice.number} again; `rashomon repair` takes it out"
            continue
        yield from (f"line {entry.number} {fault}" for fault in _check_line(entry, seen, content))
        if entry.hash:
            seen[entry.hash] = entry
    yield from _check_old(content)


def _check_line(entry: Entry, seen: dict[str, Entry], content: Content) -> Iterator[str]:
    if entry.broken:
        yield f"is {_AS_A_CRASH}"
    elif entry.fault:
        yield f"is {entry.fault}; `rashomon repair` sets it aside"
    elif entry.head is None:
        if seen:
            yield "carries no chain, and stands behind lines that do"
    else:
        by = entry.head.by
        if any(prev not in seen or _author(seen[prev]) != by for prev in entry.head.prev):
            yield f"does not go on from a line of {by} that stands before it"
        yield from _check_record(entry, content)


def _check_record(entry: Entry, content: Content) -> Iterator[str]:
    if entry.record is None:
        if entry.hash not in content.purged:
            yield "was emptied, and no purge says so"
    elif entry.hash in content.purged:
        yield "was purged and has its words again; `rashomon repair` takes them out"
    elif entry.raw != _written(entry):
        yield "is not as this program writes lines"


def _written(entry: Entry) -> bytes:
    return msgspec.json.encode({"chain": entry.head, "salt": entry.salt, "record": msgspec.Raw(entry.record or b"")})


def _author(entry: Entry) -> str | None:
    return entry.head.by if entry.head else None


def _check_old(content: Content) -> Iterator[str]:
    """The lines of before chains against what the chained ones say of them: a purge says it anew."""
    said = [e.head.before for e in content.first if e.head and e.head.before]
    if said and said[-1] != old_hash(content.old):
        yield "the lines that an older version wrote are not those that the chain goes on from"
    elif content.old and content.hashes and not said:
        yield "lines of an older version stand before a chain that knows of none"


def _check_order(content: Content, journal: tuple[str, ...]) -> Iterator[str]:
    there = set(content.hashes)
    missing = [n for n, digest in enumerate(journal, 1) if digest not in there]
    if len(missing) > _NAMED:
        yield f"{len(missing)} lines that were written are not there, the first as number {missing[0]}"
    else:
        yield from (f"the line written as number {place} is not there" for place in missing)
    if not missing and content.hashes[: len(journal)] != journal:
        yield "lines stand in another order than they were written in"


def _check_journal(journal: Journal, chained: bool) -> Iterator[str]:
    if journal.start is None:
        if chained or journal.noted:
            yield f"{FILE} is missing: whether lines were cut off cannot be told"
        return
    if journal.torn:
        yield f"{FILE}: the last line is half a line, as a crash leaves it; the next line that is written mends it"
    if journal.noted is None:
        yield f"{HEAD} is missing: whether lines were cut off cannot be told"
    elif not journal.leads_to(journal.noted):
        yield f"{FILE} does not lead to the head that is kept beside it, {journal.noted}: lines were cut off or edited"
    for head in journal.lost:
        yield f"{FILE}: the head {head} was kept once and is led to no more: lines were cut off, or it was begun anew"
