"""What people note beside a finding: that they looked at it, and remarks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from rashomon.model.identity import make_id
from rashomon.model.link import Signed
from rashomon.store.lines import Lines

FILE = "notes.jsonl"


@dataclass(frozen=True, slots=True)
class Note:
    """One remark on a finding, with the finding's sentence as it was seen. `looked` marks it as looked at."""

    id: str
    finding: str
    sentence: str
    looked: bool
    signed: Signed
    withdrawn: Signed | None = None


def make_note(finding: str, sentence: str, looked: bool, signed: Signed) -> Note:
    """A note with its id; the remark itself is the signature's `why`, which may be empty for a mere mark."""
    return Note(make_id("n", finding, sentence, looked, signed), finding, sentence, looked, signed)


def open_notes(case: Path) -> Lines[Note]:
    """The notes of one case."""
    return Lines(case, FILE, Note, lambda note, signed: replace(note, withdrawn=signed))
