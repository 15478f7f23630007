"""The order of the stages, as a table; the only file that opens a stage, a runner or the writer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Literal, NamedTuple

from rashomon.errors import CaseDamaged, SetAside, UsageFault
from rashomon.model.account import Account
from rashomon.model.case_settings import Hints
from rashomon.model.document import Appearance, Original, Rejected
from rashomon.model.finding import Weighed
from rashomon.model.link import Attached, Linked
from rashomon.runners.local import Broken, map_items
from rashomon.settings import Settings
from rashomon.stages.acquire import acquire
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.claims import read_claims
from rashomon.stages.claims.entered import enter_claims
from rashomon.stages.link import link
from rashomon.stages.weigh import weigh
from rashomon.store.additions import open_additions
from rashomon.store.case_file import read_case_settings
from rashomon.store.decisions import Decisions
from rashomon.store.journal import read_journal
from rashomon.store.lock import hold
from rashomon.store.logs import adopt_all
from rashomon.store.originals import IntakeReport, Originals
from rashomon.store.reading_key import reading_key
from rashomon.store.unfinished import Unfinished
from rashomon.store.view import CaseView
from rashomon.store.writer import FILE as TABLES
from rashomon.store.writer import tables_hash, write_case


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
    Stage("claims", "document", ("documents", "sentences", "mentions", "referents", "times", "quantities", "phones"),
          ("attributions", "occurrences", "claims", "unread")),
    Stage("link", "case", ("documents", "mentions", "referents", "occurrences", "claims", "decisions"),
          ("entities", "incidents", "matches", "attached")),
    Stage("weigh", "case", ("documents", "sentences", "times", "claims", "entities", "incidents", "attached"),
          ("origins", "findings")),
)  # fmt: skip
OUTSIDE = ("originals", "decisions")


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


class Job(NamedTuple):
    """One original to be read, and where the originals lie."""

    case: str
    original: Original
    model: str
    hints: Hints


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
        intake = Originals(case).take(sources, day_first=hints.day_first)
        return derive(case, intake, hints, settings, progress)


def remove(case: Path, document: str, settings: Settings, progress: Progress = lambda *_: None) -> Built:
    """Withdraw a document (its id, sha256 or file name) and build again; `fallen` says which findings fell.

    Its original stays until it is purged. Raises UsageFault when the case has no such document.
    """
    with hold(case):
        before, hints = _findings(case), case_hints(case, settings)
        originals = Originals(case)
        originals.withdraw(document)
        built = derive(case, originals.take(()), hints, settings, progress)
        after = set(_findings(case))
        return replace(built, fallen=tuple(reason for ident, reason in before.items() if ident not in after))


def _findings(case: Path) -> dict[str, str]:
    """Findings of the last build by id; none where it cannot be read, as this one makes it again."""
    with suppress(CaseDamaged):
        return {f.id: f.reason for f in CaseView(case).weighed().findings}
    return {}


def derive(case: Path, intake: IntakeReport, hints: Hints, settings: Settings, progress: Progress) -> Built:
    """Read, link and weigh what is in a case, and write its tables anew. The caller holds the case."""
    store = Originals(case)
    originals = store.originals()
    old = _open(case)
    keys = {o.sha256: reading_key(o, settings.model, hints) for o in originals}
    kept = _kept(old, set(keys.values())) if old else {}
    unfinished = Unfinished(case)
    kept |= unfinished.read(set(keys.values()) - kept.keys())
    fresh = [o for o in originals if keys[o.sha256] not in kept]
    jobs = [Job(str(case), o, settings.model, hints) for o in fresh]
    results = _read_on(jobs, settings, progress, unfinished)
    accounts = {a.document.id: a for a in (*kept.values(), *results) if isinstance(a, Account)}
    rejected = (*store.rejected(), *(r for r in results if isinstance(r, Rejected)))
    additions = open_additions(case).read()
    ordered = [enter_claims(accounts[ident], additions) for ident in sorted(accounts)]
    linked, attached, weighed = _compare(ordered, case, progress)
    progress("write", 0, len(ordered))
    write_case(case, ((keys[a.document.sha256], a) for a in ordered), rejected, (linked, attached, weighed))
    unfinished.clear()
    if old:
        old.close()
    return Built(case, intake, len(ordered), len(fresh), tuple(sorted(rejected, key=lambda r: r.file)))


def _kept(old: CaseView, wanted: set[str]) -> dict[str, Account]:
    """What the last build read and this one need not, by reading key; what cannot be read there is left out."""
    found = {}
    for key, document in old.keys().items():
        if key in wanted:
            with suppress(CaseDamaged):
                account = old.account(document)
                found.update({key: account} if account else {})
    return found


def _open(case: Path) -> CaseView | None:
    """The last build, where it is what was written and can be read; else all is made again from the originals."""
    with suppress(CaseDamaged, UsageFault):
        view = CaseView(case)
        view.keys()
        return view if tables_hash(case) in read_journal(case).of(TABLES) else None
    return None


def _compare(
    accounts: Sequence[Account], case: Path, progress: Progress
) -> tuple[Linked, tuple[Attached, ...], Weighed]:
    progress("link", 0, len(accounts))
    linked, attached = link(accounts, Decisions(case).read())
    progress("weigh", 0, len(accounts))
    refused = {a.a for a in attached if a.a and a.found and a.decision.verdict == "reject" and not a.decision.withdrawn}
    refused |= {c.corrects for a in accounts for c in a.reading.claims if c.corrects}
    return linked, attached, weigh(accounts, linked, frozenset(refused))


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
                unfinished.keep(reading_key(job.original, job.model, job.hints), result)
            found.append(result)
    finally:
        unfinished.close()
    return found


def _read(jobs: Sequence[Job], settings: Settings, progress: Progress) -> Iterator[Account | Rejected]:
    progress("read", 0, len(jobs))
    if not jobs:
        return
    for done, result in enumerate(
        map_items(read_original, jobs, processes=settings.processes, prepare=load_parser, given=(settings.model,)), 1
    ):
        yield _broken(jobs, result) if isinstance(result, Broken) else result
        progress("read", done, len(jobs))


_loaded: dict[str, Parser] = {}
"""This process's parser, by the name of its model: loading one takes seconds."""


def load_parser(model: str) -> None:
    """Make this process ready to read: loads the parser unless it is there."""
    if model not in _loaded:
        _loaded[model] = Parser(model)


def _broken(jobs: Sequence[Job], fault: Broken) -> Rejected:
    reason = f"this program broke over it ({fault.what}); please report that"
    return Rejected(jobs[fault.place].original.appearances[0].file, reason)


@cache
def originals_of(case: str) -> Originals:
    """The originals of a case, opened once a process: to be read from only."""
    return Originals(Path(case))


def read_original(job: Job) -> Account | Rejected:
    """The three document stages over one original: acquire, annotate, claims."""
    return _read_bytes(originals_of(job.case).read(job.original.sha256), job)


def _read_bytes(data: bytes, job: Job) -> Account | Rejected:
    try:
        document = acquire(data, job.original, job.hints)
    except SetAside as fault:
        return Rejected(job.original.appearances[0].file, str(fault))
    annotations = annotate(document, _loaded[job.model].parse(document), job.hints)
    reading = read_claims(document, annotations)
    bare = tuple(replace(s, tokens=(), frames=(), governance=()) for s in annotations.sentences)
    return Account(document, replace(annotations, sentences=bare), reading)


def read_alone(data: bytes, came: Appearance, settings: Settings) -> tuple[Account | Rejected, Linked, Weighed]:
    """One report read, linked and weighed by itself: no case is made, and nothing is written."""
    original = Original(sha256(data).hexdigest(), (came,))
    job = Job("", original, settings.model, Hints(region=settings.region))
    read = map_items(partial(_read_bytes, data), [job], processes=1, prepare=load_parser, given=(job.model,))
    (found,) = (_broken([job], result) if isinstance(result, Broken) else result for result in read)
    accounts = [found] if isinstance(found, Account) else []
    linked, _ = link(accounts, ())
    return found, linked, weigh(accounts, linked, frozenset())


def case_hints(case: Path, settings: Settings) -> Hints:
    """What `case.toml` says of how the case is read; its region goes before the environment's. Raises UsageFault."""
    hints = read_case_settings(case).hints
    return replace(hints, region=hints.region or settings.region)
