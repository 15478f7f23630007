"""The order of the stages, as a table; with `reading.py`, the only file that opens a stage, a runner or the writer."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Literal

from rashomon.errors import UsageFault
from rashomon.model.account import Account
from rashomon.model.case_settings import Hints
from rashomon.model.document import Appearance, Original, Rejected
from rashomon.model.fault import Fault
from rashomon.model.finding import Weighed
from rashomon.model.link import Attached, Linked
from rashomon.reading import RARELY, Job, begin, eyes_for, open_box, parse_ahead, read_bytes, read_original
from rashomon.reading_calls import Found, find_records, numbers_named, read_record
from rashomon.runners.comparing import Comparison, compare_all
from rashomon.runners.local import Broken, map_items
from rashomon.settings import Settings
from rashomon.stages.claims.entered import enter_claims
from rashomon.stages.claims.gate.settled import settle
from rashomon.stages.link import link
from rashomon.stages.weigh import weigh
from rashomon.store.additions import open_additions
from rashomon.store.case_file import read_case_settings
from rashomon.store.decisions import Decisions
from rashomon.store.last_build import LastBuild, last_findings
from rashomon.store.lock import hold
from rashomon.store.logs import adopt_all
from rashomon.store.originals import IntakeReport, Originals
from rashomon.store.proposals import standing_proposals
from rashomon.store.reading_key import reading_key
from rashomon.store.unfinished import Unfinished
from rashomon.store.writer import write_case


@dataclass(frozen=True, slots=True)
class Stage:
    """One room: over which scope it works, what it reads and what it writes."""

    name: str
    scope: Literal["document", "case"]
    reads: tuple[str, ...]
    writes: tuple[str, ...]


STAGES = (
    Stage("acquire", "document", ("originals",), ("documents", "rejected")),
    Stage("annotate", "document", ("documents",),
          ("sentences", "mentions", "referents", "times", "quantities", "phones")),
    Stage("claims", "document", ("documents", "sentences", "mentions", "referents", "times", "quantities", "phones", "proposals"),
          ("attributions", "occurrences", "claims", "unread", "outcomes")),
    Stage("link", "case", ("documents", "mentions", "referents", "occurrences", "claims", "decisions"),
          ("entities", "incidents", "matches", "attached")),
    Stage("weigh", "case", ("documents", "sentences", "times", "claims", "entities", "incidents", "attached"),
          ("origins", "findings")),
)  # fmt: skip
OUTSIDE = ("originals", "proposals", "decisions")


def check_stages(stages: Sequence[Stage]) -> None:
    """Raise ValueError unless each stage reads only what stands before it and each table has one writer."""
    known = set(OUTSIDE)
    for stage in stages:
        if missing := set(stage.reads) - known:
            raise ValueError(f"{stage.name} reads {sorted(missing)} before anything wrote them")
        if again := set(stage.writes) & known:
            raise ValueError(f"{stage.name} writes {sorted(again)}, which has a writer already")
        known.update(stage.writes)


check_stages(STAGES)

Progress = Callable[[str, int, int], None]
_WORTH_KEEPING = 50  # With fewer reports to be read a build that is broken off loses seconds.


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the intake's report, how many documents are in the case, how many were read afresh."""

    case: Path
    intake: IntakeReport
    documents: int
    read: int
    rejected: tuple[Rejected, ...]
    fallen: tuple[str, ...] = ()
    faults: tuple[tuple[str, Fault], ...] = ()


def build(case: Path, sources: Sequence[Path], settings: Settings, progress: Progress = lambda *_: None) -> Built:
    """Take sources into a case and read, link and weigh all that is in it.

    Only documents that are new, or whose reader changed, are read again; claims that people added are entered anew. Raises CaseLocked, CaseDamaged or
    UsageFault; the old derived tables stand until the new ones are whole.
    """
    if not sources and not case.is_dir():
        raise UsageFault(f"{case}: there is no such case; name the files or folders it shall be built from")
    with hold(case):
        adopt_all(case)
        hints = case_hints(case, settings)
        intake = Originals(case).take(sources, day_first=hints.day_first, opens=open_box)
        return derive(case, intake, hints, settings, progress)


def remove(case: Path, document: str, settings: Settings, progress: Progress = lambda *_: None) -> Built:
    """Withdraw a document (its id, sha256 or file name) and build again; `fallen` says which findings fell.

    Its original stays until it is purged. Raises UsageFault when the case has no such document.
    """
    with hold(case):
        before, hints = last_findings(case), case_hints(case, settings)
        originals = Originals(case)
        originals.withdraw(document)
        built = derive(case, originals.take(()), hints, settings, progress)
        after = set(last_findings(case))
        return replace(built, fallen=tuple(reason for ident, reason in before.items() if ident not in after))


def derive(case: Path, intake: IntakeReport, hints: Hints, settings: Settings, progress: Progress) -> Built:
    """Read, link and weigh what is in a case, and write its tables anew. The caller holds the case."""
    before = gc.get_threshold()
    gc.set_threshold(*RARELY)
    try:
        return _derive(case, intake, hints, settings, progress)
    finally:
        gc.set_threshold(*before)


def _derive(case: Path, intake: IntakeReport, hints: Hints, settings: Settings, progress: Progress) -> Built:
    store = Originals(case)
    everything = store.originals()
    calls = find_records(case, everything, hints)
    originals = [o for o in everything if o.sha256 not in calls.files and o.sha256 not in calls.rejected]
    last = LastBuild(case)
    given = standing_proposals(case)
    keys = {o.sha256: reading_key(o, settings.model, hints, given.get(o.sha256, ()), eyes_for(o)) for o in originals}
    kept = last.accounts(set(keys.values()))
    unfinished = Unfinished(case)
    kept |= unfinished.read(set(keys.values()) - kept.keys())
    hung = [] if settings.retry else last.hung(set(keys.values()))
    known = {*kept, *(r.key for r in hung)}
    fresh = [o for o in originals if keys[o.sha256] not in known]
    jobs = [Job(str(case), o, settings.model, hints, settings.strict, given.get(o.sha256, ())) for o in fresh]
    results = _read_on(jobs, settings, progress, unfinished)
    accounts = {a.document.id: a for a in (*kept.values(), *results) if isinstance(a, Account)}
    rowed = {o.sha256: o for o in everything if o.sha256 in calls.files}
    keys |= {sha: reading_key(o, settings.model, hints, given.get(sha, ()), eyes_for(o)) for sha, o in rowed.items()}
    accounts |= _records(case, rowed.values(), calls, numbers_named(list(accounts.values())))
    ordered = _with_entries(case, [accounts[ident] for ident in sorted(accounts)])
    made = _compare(ordered, case, progress, strict=settings.strict)
    rejected = (
        *store.rejected(),
        *calls.rejected.values(),
        *hung,
        *(r for r in results if isinstance(r, Rejected)),
        *made.set_aside,
    )
    progress("write", 0, len(made.accounts))
    rows = ((keys[a.document.sha256], a) for a in made.accounts)
    write_case(case, rows, rejected, (made.linked, made.attached, made.weighed))
    unfinished.clear()
    last.close()
    faults = tuple((a.document.file, fault) for a in made.accounts for fault in a.faults)
    rejected = tuple(sorted(rejected, key=lambda r: r.file))
    intake = replace(intake, notes=(*intake.notes, *calls.notes))
    return Built(case, intake, len(made.accounts), len(fresh), rejected, faults=faults)


def _records(case: Path, originals: Iterable[Original], calls: Found, named: Sequence[str]) -> dict[str, Account]:
    """The accounts of files of telephone records, beside the numbers that the other reports name."""
    found = (read_record(case, o, calls.files[o.sha256], named) for o in originals)
    return {account.document.id: account for account in found}


def _with_entries(case: Path, accounts: Sequence[Account]) -> list[Account]:
    """The accounts with what people entered, and what other readers proposed and the case or a person lets stand."""
    additions, decisions = open_additions(case).read(), Decisions(case).read()
    trust = dict(read_case_settings(case).trust)
    return [settle(enter_claims(account, additions), decisions, trust) for account in accounts]


def _compare(accounts: Sequence[Account], case: Path, progress: Progress, *, strict: bool) -> Comparison:
    decisions = Decisions(case).read()

    def weigh_all(kept: Sequence[Account], linked: Linked, attached: Sequence[Attached]) -> Weighed:
        refused = {
            a.a for a in attached if a.a and a.found and a.decision.verdict == "reject" and not a.decision.withdrawn
        }
        refused |= {c.corrects for a in kept for c in a.reading.claims if c.corrects}
        return weigh(kept, linked, frozenset(refused))

    return compare_all(accounts, lambda some: link(some, decisions), weigh_all, progress, strict=strict)


def _read_on(
    jobs: Sequence[Job], settings: Settings, progress: Progress, unfinished: Unfinished
) -> list[Account | Rejected]:
    """What was read; a build that is broken off after this many need not read them again."""
    keep = len(jobs) > _WORTH_KEEPING
    found: list[Account | Rejected] = []
    try:
        for result in _read(jobs, settings, progress):
            if keep and isinstance(result, Account):
                job = jobs[len(found)]
                unfinished.keep(
                    reading_key(job.original, job.model, job.hints, job.proposals, eyes_for(job.original)), result
                )
            found.append(result)
    finally:
        unfinished.close()
    return found


def _read(jobs: Sequence[Job], settings: Settings, progress: Progress) -> Iterator[Account | Rejected]:
    progress("read", 0, len(jobs))
    if not jobs:
        return
    read = partial(map_items, read_original, jobs, prepare=begin, ahead=parse_ahead)
    for done, result in enumerate(read(processes=settings.processes, strict=settings.strict), 1):
        yield _broken(jobs, result) if isinstance(result, Broken) else result
        progress("read", done, len(jobs))


def _broken(jobs: Sequence[Job], fault: Broken) -> Rejected:
    job = jobs[fault.place]
    file = job.original.appearances[0].file
    if not fault.hung:
        return Rejected(file, f"this program broke over it ({fault.what}); please report that")
    reason = f"{fault.what}; it is left out until it is tried again: rashomon build CASE --retry"
    return Rejected(
        file, reason, reading_key(job.original, job.model, job.hints, job.proposals, eyes_for(job.original))
    )


def read_alone(data: bytes, came: Appearance, settings: Settings) -> tuple[Account | Rejected, Linked, Weighed]:
    """One report read, linked and weighed by itself: no case is made, and nothing is written."""
    original = Original(sha256(data).hexdigest(), (came,))
    job = Job("", original, settings.model, Hints(region=settings.region), settings.strict)
    read = partial(map_items, partial(read_bytes, data), [job], prepare=begin)
    (found,) = (
        _broken([job], result) if isinstance(result, Broken) else result
        for result in read(processes=1, strict=job.strict)
    )
    accounts = [found] if isinstance(found, Account) else []
    linked, _ = link(accounts, ())
    return found, linked, weigh(accounts, linked, frozenset())


def case_hints(case: Path, settings: Settings) -> Hints:
    """What `case.toml` says of how the case is read; its region goes before the environment's. Raises UsageFault."""
    hints = read_case_settings(case).hints
    return replace(hints, region=hints.region or settings.region)
