"""The words of incidents: what kind each tells of, and whom a figure beside it counts. Tables in `data/events/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from rashomon.model.claim import IncidentType

_KEPT = 1 << 15
"""Words with a class of which it is remembered whether the one is of the other: it is asked of nearly every word."""
Harm = Literal["killed", "injured", "missing", "detained", "kidnapped", "shot", "hospital", "none"]
Frame = Literal["obj", "subj", "of", "self", "pred", "bearer", "target", "refer", "bare", "none"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of the trigger table."""

    word: str
    pos: str
    type: IncidentType
    harm: Harm
    frame: Frame


@cache
def entries() -> dict[tuple[str, str], Entry]:
    """(word, part of speech) -> its entry."""
    table: dict[tuple[str, str], Entry] = {}
    for word, pos, kind, harm, frame in (row.split("\t") for row in _rows("triggers.tsv")):
        found = Entry(word, pos, kind, "none" if harm == "-" else harm, "none" if frame == "-" else frame)  # type: ignore[arg-type]
        table[word, pos] = found
    return table


@cache
def people() -> frozenset[str]:
    """Nouns for people, singular, lower case."""
    return frozenset(_rows("people.txt"))


@cache
def weapon_nouns() -> frozenset[str]:
    """Nouns for weapons, lower case."""
    return frozenset(_rows("weapons.txt"))


@cache
def phrases() -> dict[str, frozenset[str]]:
    """Small closed classes of words, by name."""
    table: dict[str, set[str]] = {}
    for name, word in (row.split("\t") for row in _rows("classes.tsv")):
        table.setdefault(name, set()).add(word)
    return {name: frozenset(words) for name, words in table.items()}


@lru_cache(maxsize=_KEPT)
def is_a(word: str, name: str) -> bool:
    """Whether a lower-case word belongs to a closed class."""
    return word in phrases().get(name, ())


def _rows(name: str) -> Iterator[str]:
    text = files("rashomon.data").joinpath(f"events/{name}").read_text(encoding="utf-8")
    return (row for row in text.splitlines() if row and not row.startswith("#"))
