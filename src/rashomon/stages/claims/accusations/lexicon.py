"""The word lists of accusation, as the rules look them up."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rashomon.model.claim import Property
from rashomon.stages.claims.wordlists import rows, word_list

AREA = "accusations"


class Deed(NamedTuple):
    """What a verb of doing needs to be one: a particle ("" for none) and a kind of object."""

    particle: str
    object: str


class Label(NamedTuple):
    """What a noun beside a name accuses of, and whether a crime must be named with it."""

    property: Property
    needs_crime: bool


_GRADES: dict[str, Property] = {
    "perpetrator": "perpetrator", "organizer": "organizer", "suspect": "suspect", "charge": "charge",
}  # fmt: skip


def words(name: str) -> frozenset[str]:
    """The words of one list."""
    return word_list(AREA, name)


@cache
def deeds() -> dict[str, tuple[Deed, ...]]:
    """Verbs of doing by lemma."""
    found: dict[str, tuple[Deed, ...]] = {}
    for lemma, particle, kind in rows(AREA, "deeds.tsv"):
        found[lemma] = (*found.get(lemma, ()), Deed("" if particle == "-" else particle, kind))
    return found


@cache
def labels() -> dict[str, Label]:
    """Nouns that accuse, by lemma."""
    return {lemma: Label(_GRADES[grade], crime == "crime") for lemma, grade, crime in rows(AREA, "labels.tsv")}


@cache
def other_acts() -> dict[str, frozenset[str]]:
    """Acts without violence by lemma, with the words of which one must stand beside; none where it is one by itself."""
    return {lemma: frozenset(beside.split()) - {"-"} for lemma, beside in rows(AREA, "other_acts.tsv")}


@cache
def devices(kind: str) -> frozenset[str]:
    """What is set off ("bomb"), or what is fired ("fire")."""
    found = rows(AREA, "devices.tsv")
    return frozenset(word for word, use in found if kind == "fire" or use == "bomb")
