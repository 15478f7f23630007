"""Words that open a frame: their class, and which role stands in which of its places."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from rashomon.lexicon import rows


class Entry(NamedTuple):
    """One sense of a word: its class, the particle it needs ("" for none), and its roles: name -> place.

    A place is `doer`, `undergoer`, `subject`, `recipient`, `possessor`, `clause`, `infinitive`, `beside` (a noun before it or in
    apposition) or one or more prepositions ("of|over"); one with "+ing" is the verb behind them. "undergoer>of" is the place "of" of
    whatever stands in the place "undergoer".
    """

    lemma: str
    pos: str
    particle: str
    cls: str
    roles: dict[str, str]


def lemma_of(word: str, lemma: str, pos: str) -> str:
    """The lemma of a verb as this lexicon has it: forms that taggers lemmatise wrongly ("rang", "texted") are listed."""
    return _forms().get(word.lower(), lemma) if pos == "V" else lemma


@cache
def _forms() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("en-forms.tsv")}


def is_known(word: str, lemma: str) -> bool:
    """Whether any sense of a word, in lower case as its lemma, may be listed here, whatever part of speech it is."""
    return lemma in _lemmas() or word in _forms()


@cache
def _lemmas() -> frozenset[str]:
    return frozenset(lemma for lemma, _ in entries())


@cache
def entries() -> dict[tuple[str, str], tuple[Entry, ...]]:
    """The senses of each lemma and part of speech (V, N, A)."""
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for lemma, pos, particle, cls, roles in rows("en.tsv"):
        named = dict(part.split("=", 1) for part in roles.split() if part != "-")
        found[lemma, pos].append(Entry(lemma, pos, "" if particle == "-" else particle, cls, named))
    return {key: tuple(senses) for key, senses in found.items()}
