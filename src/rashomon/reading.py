"""The document stages over one original, in this process: acquire, parse or a kept parse, annotate, claims."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from rashomon.errors import SetAside
from rashomon.model.account import Account
from rashomon.model.annotation import Annotations, Sentence
from rashomon.model.boxed import Box
from rashomon.model.case_settings import Hints
from rashomon.model.document import Document, Original, Rejected
from rashomon.model.fault import UNWATCHED, Watch, as_unread
from rashomon.model.hidden import Stripped, Told
from rashomon.model.proposal import Proposal
from rashomon.runners.confined import Confined
from rashomon.runners.tesseract import Reading as Looking
from rashomon.runners.tesseract import installed
from rashomon.runners.watch import Catching
from rashomon.stages.acquire import acquire
from rashomon.stages.acquire.boxes import unpacker_of
from rashomon.stages.acquire.media import PICTURED
from rashomon.stages.acquire.scans import Eyes
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser, left_unread, model_version
from rashomon.stages.claims import lay_through, read_claims
from rashomon.store.originals import Originals
from rashomon.store.parses import Parses
from rashomon.store.reading_key import parse_key

SHORT = 4_000
"""Characters of a document that is parsed together with others: what its paragraphs gain by that is soon nothing."""
AT_HAND = 400_000
"""Characters of all documents that a process takes at once."""
_HIDDEN = "rashomon.stages.acquire.hidden"
RARELY = (100_000, 20, 20)
"""How often Python looks for rings of objects: readers make a great many objects and hardly a ring."""


class Job(NamedTuple):
    """One original to be read, what was proposed for it, and where the originals lie; `case` is "" for one in no case."""

    case: str
    original: Original
    model: str
    hints: Hints
    strict: bool = False
    proposals: tuple[Proposal, ...] = ()


_loaded: dict[str, Parser] = {}
"""This process's parser, by the name of its model: loading one takes seconds."""
_ready: dict[Job, tuple[Document, tuple[Sentence, ...] | None]] = {}
"""What was acquired, and where it is short parsed, ahead of being read."""


def parser(model: str) -> Parser:
    """This process's parser, loaded when the first text needs it. Raises Stop where the model is not installed."""
    if model not in _loaded:
        _loaded[model] = Parser(model)
    return _loaded[model]


def begin() -> None:
    """A process before its first item. The parser is loaded by the first text whose parse is not kept."""
    _ready.clear()
    gc.set_threshold(*RARELY)


@cache
def originals_of(case: str) -> Originals:
    """The originals of a case, opened once a process: to be read from only."""
    return Originals(Path(case))


def acquire_apart(data: bytes, original: Original, hints: Hints) -> Document:
    """One original's document; papers are read in a process of their own. Raises SetAside."""
    return acquire(data, original, hints, _apart(), _eyes())


@cache
def _eyes() -> Eyes | None:
    """What reads words off pictures, where it is installed."""
    found = installed()
    return (
        Eyes(f"Tesseract {found.version.removeprefix('tesseract ')}", found.languages, Looking(found))
        if found
        else None
    )


def eyes_for(original: Original) -> str:
    """What an original's reading depends on beside this program: the version and languages of what reads its pictures."""
    seen = any(a.file.lower().endswith(PICTURED) for a in original.appearances)
    found = installed() if seen else None
    return f"{found.version} {' '.join(found.languages)}" if found else ""


def open_box(file: str, data: bytes) -> Box | None:
    """What a file holds, taken apart in a process of its own; None for one that holds no others. Raises SetAside."""
    unpacker = unpacker_of(file, data)
    return msgspec.json.decode(_apart()(unpacker, data), type=Box) if unpacker else None


def read_apart(reader: str, data: bytes) -> bytes:
    """What a reader (`module:function`) gives of bytes, in a process of its own. Raises SetAside."""
    return _apart()(reader, data)


def hidden_in(data: bytes) -> tuple[Told, ...]:
    """What a file tells beside its text, found in a process of its own; nothing where that process could not end."""
    try:
        return msgspec.json.decode(_apart()(f"{_HIDDEN}:properties_of", data), type=tuple[Told, ...])
    except SetAside:
        return ()


def without_hidden(data: bytes) -> bytes | None:
    """A copy of a file without its properties, written in a process of its own; None for kinds that have no such copy. Raises SetAside."""
    return msgspec.json.decode(_apart()(f"{_HIDDEN}:without_properties", data), type=Stripped).data


@cache
def _apart() -> Confined:
    return Confined()


def read_original(job: Job) -> Account | Rejected:
    """The three document stages over one original: acquire, annotate, claims."""
    return read_bytes(originals_of(job.case).read(job.original.sha256), job)


def read_bytes(data: bytes, job: Job) -> Account | Rejected:
    """The same over bytes at hand; what a reader broke over is noted there, or raised where the job is strict."""
    document, sentences = _ready.pop(job, (None, None))
    try:
        document = document or acquire_apart(data, job.original, job.hints)
    except SetAside as fault:
        return Rejected(job.original.appearances[0].file, str(fault))
    catching = Catching(document.id)
    watch: Watch = UNWATCHED if job.strict else catching
    sentences = sentences or _sentences(document, job)
    annotations = annotate(document, sentences, job.hints, watch)
    reading = read_claims(document, annotations, watch)
    outcomes = lay_through(document, annotations, reading, job.proposals, watch)
    lost = (*left_unread(document, sentences), *(as_unread(fault, document.text) for fault in catching.faults))
    reading = replace(reading, unread=(*lost, *reading.unread))
    bare = tuple(replace(s, tokens=(), frames=(), governance=()) for s in annotations.sentences)
    return Account(document, replace(annotations, sentences=bare), reading, tuple(catching.faults), outcomes)


def reread(job: Job) -> tuple[Document, Annotations]:
    """A document of a case with its annotations whole, tokens and frames with them, as no case keeps them.

    Raises SetAside, CaseDamaged.
    """
    document = acquire_apart(originals_of(job.case).read(job.original.sha256), job.original, job.hints)
    return document, annotate(document, _sentences(document, job), job.hints)


def parse_ahead(jobs: Sequence[Job]) -> None:
    """Acquire documents that are to be read next, and parse together those that are short and whose parse is not kept."""
    _ready.clear()
    size = 0
    for job in jobs:
        with suppress(SetAside):
            document = acquire_apart(originals_of(job.case).read(job.original.sha256), job.original, job.hints)
            size += len(document.text)
            _ready[job] = (document, _kept(document, job) if len(document.text) <= SHORT else None)
        if size > AT_HAND:
            break
    short = [(job, one) for job, (one, held) in _ready.items() if held is None and len(one.text) <= SHORT]
    if len(short) > 1:
        parsed = parser(short[0][0].model).parse_all([one for _, one in short])
        for (job, one), sentences in zip(short, parsed, strict=True):
            _keep(one, job, sentences)
            _ready[job] = (one, sentences)


def _sentences(document: Document, job: Job) -> tuple[Sentence, ...]:
    kept = _kept(document, job)
    if kept is None:
        kept = parser(job.model).parse(document)
        _keep(document, job, kept)
    return kept


def _kept(document: Document, job: Job) -> tuple[Sentence, ...] | None:
    version = model_version(job.model)
    return Parses(Path(job.case)).read(document.sha256, parse_key(document, version)) if job.case and version else None


def _keep(document: Document, job: Job, sentences: tuple[Sentence, ...]) -> None:
    version = model_version(job.model)
    if job.case and version:
        Parses(Path(job.case)).keep(document.sha256, parse_key(document, version), sentences)
