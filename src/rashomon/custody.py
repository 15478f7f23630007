"""Whether a case still is what was written, and how something leaves it for good: `verify`, `repair`, `purge`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from rashomon.errors import CaseDamaged, RashomonError, SetAside, UsageFault
from rashomon.model.case_settings import Hints
from rashomon.model.document import Document, Original
from rashomon.model.identity import make_id
from rashomon.model.link import Signed
from rashomon.pipeline import Progress, case_hints, derive
from rashomon.reading import acquire_apart, eyes_for, originals_of
from rashomon.reading_calls import altered_rows, document_anew, forget_rows
from rashomon.runners.local import Broken, map_items
from rashomon.settings import Settings
from rashomon.store.additions import open_additions
from rashomon.store.answers import open_answers, open_sent
from rashomon.store.chain import Entry
from rashomon.store.checking import check_logs, check_tables, unchained
from rashomon.store.decisions import Decisions
from rashomon.store.erasing import Erasing
from rashomon.store.forgetting import Forgotten, clear_caches, forget, naming, written
from rashomon.store.journal import Journal, read_journal
from rashomon.store.lock import hold
from rashomon.store.log import Log
from rashomon.store.mending import mend
from rashomon.store.notes import open_notes
from rashomon.store.originals import Originals
from rashomon.store.parses import forget_parses
from rashomon.store.private import is_ours
from rashomon.store.proposals import open_proposals, standing_proposals
from rashomon.store.reading_key import reading_key
from rashomon.store.register import Arrival
from rashomon.store.replies import open_replies
from rashomon.store.showings import open_showings
from rashomon.store.unpacking import around
from rashomon.store.view import CaseView, stamp
from rashomon.store.writer import FILE as TABLES

BEYOND = (
    "out of reach: exports, reports and copies of the case that were given away; backups; what a desk that is open "
    "still holds; and the disk, which keeps deleted bytes until it writes over them (keep cases on an encrypted one)"
)
"""What no purge of this program reaches."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What `verify` found: every fault in words; what is no fault and worth knowing; the head to be written down."""

    faults: tuple[str, ...]
    notes: tuple[str, ...]
    head: str | None


@dataclass(frozen=True, slots=True)
class Purged:
    """What a purge took away, and what it could not reach, in words."""

    files: tuple[str, ...]
    gone: tuple[str, ...]
    left: tuple[str, ...]


def verify(case: Path, settings: Settings, *, head: str | None = None) -> Verified:
    """Check a case: its logs and tables against its journal, its originals, and every quote against them, read anew.

    With a `head` that was kept elsewhere every edit of what stood then is found; without one, every edit by somebody who
    works out no hashes. Raises UsageFault where there is no case, CaseNewer.
    """
    if not (case / "originals").is_dir():
        raise UsageFault(f"{case} is no case")
    try:
        journal = read_journal(case)
    except CaseDamaged as fault:
        return Verified((str(fault),), (), None)
    faults = list(check_logs(case, journal))
    notes = list(unchained(case))
    if head:
        _against(head.strip().lower(), journal, faults, notes)
    for check in (_originals, _records, _tables, _readings):
        try:
            faults += check(case, journal, settings)
        except (CaseDamaged, UsageFault) as fault:
            faults.append(str(fault))
    return Verified(tuple(dict.fromkeys(faults)), tuple(notes), journal.head)


def _against(head: str, journal: Journal, faults: list[str], notes: list[str]) -> None:
    later = journal.after(head)
    if later is None:
        faults.append(f"the head {head} is none of this case's: what it stood for was changed, or it is another case's")
    elif later:
        logs = ", ".join(f"{sum(r.log == log for r in later)} in {log}" for log in dict.fromkeys(r.log for r in later))
        notes.append(f"written after that head, and not covered by it: {logs}")


def _originals(case: Path, _: Journal, __: Settings) -> Iterable[str]:
    return Originals(case).verify()


def _records(case: Path, _: Journal, __: Settings) -> Iterator[str]:
    """Logs whose lines cannot be read; decisions that the last build has not followed."""
    decided = {d.id for d in Decisions(case).read()}
    opened = (open_additions, open_answers, open_sent, open_notes, open_proposals, open_replies, open_showings)
    for log in (each(case) for each in opened):
        log.read()
    view = CaseView(case)
    listed = {a.decision.id for a in view.attached()}
    view.close()
    yield from (f"decision {d} is not in the last build; run: rashomon build {case}" for d in sorted(decided - listed))


def _tables(case: Path, journal: Journal, _: Settings) -> Iterator[str]:
    yield from check_tables(case, journal)
    view = CaseView(case)
    for name in view.altered():
        yield f"case.db: what stands for {name} is not what was written; `rashomon build {case}` makes it again"
    view.close()


class Check(NamedTuple):
    """An original whose reading is to be checked, and whether this very version, with these settings, made that."""

    case: str
    stamp: tuple[int, int]
    original: Original
    document: str
    hints: Hints
    current: bool


def _readings(case: Path, _: Journal, settings: Settings) -> Iterator[str]:
    """Every original read anew, and every quote of its account against that text."""
    hints, given = case_hints(case, settings), standing_proposals(case)
    view = CaseView(case)
    keys = {document: key for key, document in view.keys().items()}
    refused = {r.file for r in view.rejected()}
    view.close()
    checks, now = [], stamp(case)
    for original in Originals(case).originals():
        ident = make_id("d", original.sha256)
        if key := keys.pop(ident, None):
            current = key == reading_key(
                original, settings.model, hints, given.get(original.sha256, ()), eyes_for(original)
            )
            checks.append(Check(str(case), now, original, ident, hints, current))
        elif not {seen.file for seen in original.appearances} & refused:
            yield f"{original.appearances[0].file} is not in the last build; run: rashomon build {case}"
    yield from (f"{ident} is in case.db and not among the originals; run: rashomon build {case}" for ident in keys)
    for done in map_items(check_reading, checks, processes=settings.processes, prepare=_nothing):
        yield from (f"this program broke over a report ({done.what})",) if isinstance(done, Broken) else done


def _nothing() -> None:
    """To acquire needs nothing that has to be loaded."""


@lru_cache(maxsize=1)
def _opened(case: str, _: tuple[int, int]) -> CaseView:
    """A build, opened once a process."""
    return CaseView(Path(case))


def check_reading(check: Check) -> tuple[str, ...]:
    """The faults of one account against its original's bytes, read anew."""
    name, again = check.original.appearances[0].file, f"run: rashomon build {check.case}"
    account = _opened(check.case, check.stamp).account(check.document)
    if account is None:
        return (f"{name} is not in the last build; {again}",)
    held = account.document
    try:
        fresh = document_anew(originals_of(check.case).read(check.original.sha256), check.original, check.hints, held)
    except CaseDamaged:
        return ()
    except SetAside as fault:
        return (f"{name}: read anew it is set aside ({fault}), and case.db has a reading of it; {again}",)
    if not check.current and fresh.text != held.text:
        return (f"{name}: another version, or other settings, read it; {again}",)
    if check.current and fresh != held:
        parts = ", ".join(part for part in Document.__slots__ if getattr(fresh, part) != getattr(held, part))
        return (f"{name}: case.db does not hold what its original says ({parts}); {again}",)
    if held.calls is not None and altered_rows(Path(check.case), check.original, check.hints):
        return (f"{name}: the rows kept in calls/ are not what its original says; delete that folder and {again}",)
    wrong = [q for q in _quotes(msgspec.to_builtins(account)) if fresh.text[q[0] : q[1]] != q[2]]
    return tuple(f"{name}: the quote {quote!r} does not stand at {start} in its original" for start, _, quote in wrong)


def _quotes(record: Any) -> Iterator[tuple[int, int, str]]:
    """Every range with its words, however deep it stands in a record."""
    if isinstance(record, dict):
        if isinstance(record.get("quote"), str) and "start" in record and "end" in record:
            yield record["start"], record["end"], record["quote"]
        record = list(record.values())
    if isinstance(record, list | tuple):
        for part in record:
            if isinstance(part, dict | list | tuple):
                yield from _quotes(part)


def repair(case: Path) -> tuple[str, ...]:
    """Mend what crashes and mergers leave in a case's logs; a sentence for each thing done. Raises UsageFault."""
    if not case.is_dir():
        raise UsageFault(f"{case} is no case")
    with hold(case):
        return mend(case)


def doomed(case: Path, document: str) -> tuple[str, ...]:
    """What a purge of a document, or of what somebody wrote, would take, in words.

    Raises UsageFault where none, or no single one, is meant.
    """
    if not (case / "originals").is_dir():
        raise UsageFault(f"{case} is no case")
    if lines := written(case, document):
        return tuple(f"{document} in {log.name}" for log, _ in lines)
    originals = Erasing(case)
    return tuple(sorted({a.source for a in originals.came(originals.versions(document))}))


def purge(
    case: Path, document: str, signed: Signed, settings: Settings, progress: Progress = lambda *_: None
) -> Purged:
    """Take a document and all that was derived from it out of a case for good, every version of its file where a file
    name is given; the logs keep that something was, not what. Or what somebody wrote, by its id.

    Broken off, it can be run again with the same words. Raises UsageFault where nothing, or no single document, is meant.
    """
    doomed(case, document)
    with hold(case):
        if lines := written(case, document):
            return _unwrite(case, lines, signed, settings, progress)
        originals = Erasing(case)
        found = originals.versions(document)
        came = originals.came(found)
        forgotten = forget(case, found, list(_texts(originals, found)), signed)
        originals.leave(found)
        left = list(_build_without(case, originals, settings, progress))
        clear_caches(case)
        forget_parses(case, (o.sha256 for o in found))
        forget_rows(case, (o.sha256 for o in found))
        originals.purge(found, signed)
        sources, held = sorted({a.source for a in came}), originals.files()
        left += [line for source in sources for line in around(source, held)]
        left += _left(case, came, forgotten)
    files = tuple(sorted({a.appearance.file for a in came}))
    counts = [f"{n} lines of {name}" for name, n in forgotten.emptied if n]
    gone = (f"{len(found)} originals with all that was read from them", *counts)
    return Purged(files, gone, tuple(left))


def _unwrite(
    case: Path, lines: Sequence[tuple[Log, Sequence[Entry]]], signed: Signed, settings: Settings, progress: Progress
) -> Purged:
    for log, entries in lines:
        log.erase(entries, signed.by, signed.at, signed.why)
    left = list(_build_without(case, Originals(case), settings, progress))
    clear_caches(case)
    return Purged((), tuple(f"{len(entries)} lines of {log.name}" for log, entries in lines), (*left, BEYOND))


def _texts(originals: Originals, found: Sequence[Original]) -> Iterator[str]:
    for original in found:
        with suppress(SetAside, CaseDamaged):
            document = acquire_apart(originals.read(original.sha256), original, Hints())
            yield f"{document.title or ''} {document.publisher or ''} {document.text}"


def _build_without(case: Path, originals: Originals, settings: Settings, progress: Progress) -> Iterator[str]:
    """The tables made again; deleted, and that is said, where they cannot be."""
    try:
        derive(case, originals.take(()), case_hints(case, settings), settings, progress)
    except RashomonError as fault:
        (case / TABLES).unlink(missing_ok=True)
        yield f"case.db could not be made again ({fault}) and was deleted; run: rashomon build {case}"


def _left(case: Path, came: Sequence[Arrival], forgotten: Forgotten) -> Iterator[str]:
    """What a purge does not reach."""
    for source in sorted({a.source for a in came}):
        if Path(source).exists():
            yield f"the file itself is untouched, and a build that is given it takes it in again: {source}"
    if forgotten.doubtful:
        told = "; ".join(forgotten.doubtful)
        yield f"what people wrote elsewhere has words that only this report had; purge it by its id if need be: {told}"
    names = {name for a in came for name in (a.sha256, make_id("d", a.sha256), a.appearance.file)}
    yield from (f"{path} still names it" for path in naming(case, names))
    others = sorted(path.name for path in case.iterdir() if path.is_file() and not is_ours(path))
    if others:
        yield "files in the case's folder that are not this program's: " + ", ".join(others)
    yield BEYOND
