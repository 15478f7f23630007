"""The log of claims that a person read and the machine did not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from rashomon.model.addition import Addition
from rashomon.model.claim import Property, Stance
from rashomon.model.identity import make_id
from rashomon.model.link import Selector, Signed
from rashomon.store.lines import Lines

FILE = "additions.jsonl"


@dataclass(frozen=True, slots=True)
class Entered:
    """What a reader entered for a new claim."""

    property: Property
    value: str
    about: str
    said_by: str
    stance: Stance
    corrects: str | None = None
    subject: Selector | None = None


def make_addition(words: Selector, entered: Entered, signed: Signed) -> Addition:
    """An addition with its id."""
    e = entered
    ident = make_id("j", words.sha256, words.start, words.end, e, signed)
    return Addition(ident, words, e.property, e.value, e.about, e.said_by, e.stance, signed, e.corrects,
                    subject=e.subject)  # fmt: skip


def open_additions(case: Path) -> Lines[Addition]:
    """The claims that readers added to one case."""
    return Lines(case, FILE, Addition, lambda addition, signed: replace(addition, withdrawn=signed))
