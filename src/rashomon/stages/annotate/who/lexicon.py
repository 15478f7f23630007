"""The word lists of data/who, each loaded once; every key is folded."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from rashomon.lexicon.nouns import is_person_word
from rashomon.text.fold import fold, fold_words

_NO_TITLES = frozenset({"national", "native", "citizen", "head", "chair", "contact", "patient", "minor", "guard"})


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of one list, as (word, further columns ...)."""
    text = files("rashomon").joinpath("data/who", name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and line[0] != "#")


@cache
def words(name: str) -> frozenset[str]:
    """The folded first column of one list."""
    return frozenset(fold(row[0]) for row in rows(name))


@cache
def table(name: str, column: int = 1) -> dict[str, str]:
    """Folded first column -> another column, "" where a row has none."""
    return {fold(row[0]): row[column] if len(row) > column else "" for row in rows(name)}


@cache
def given() -> dict[str, str]:
    """Given name -> "m", "f" or "" (borne by both, or not known)."""
    return {**table("given.tsv"), **table("given_more.tsv")}


@cache
def signs(kind: str) -> frozenset[str]:
    """One row of signs.tsv."""
    return frozenset(table("signs.tsv")[kind].split())


@cache
def heads() -> dict[str, str]:
    """Last word of a name -> "o" (an organization), "p" (a place) or "e" (an event)."""
    return {word: row[0] for row in rows("heads.tsv") for word in row[1].split()}


@cache
def bodies() -> frozenset[str]:
    """Common nouns for a body of people."""
    return frozenset(word for row in rows("bodies.tsv") for word in row[1].split())


@cache
def outlets() -> frozenset[str]:
    """Words that stand in the names of outlets, and short names of agencies."""
    text = files("rashomon").joinpath("data/acquire/outlets.txt").read_text(encoding="utf-8")
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())


@cache
def known_bodies() -> frozenset[tuple[str, ...]]:
    """Well-known bodies as tuples of folded words."""
    return frozenset(tuple(fold_words(row[0]).split()) for row in rows("bodies_known.txt"))


@cache
def postal_codes() -> frozenset[str]:
    """The two letters of a US state or Canadian province, as written: "CA"."""
    return frozenset(row[2] for row in rows("states.tsv"))


@cache
def speech_forms() -> frozenset[str]:
    """Verbs of saying in their third person and past forms, which open a sentence before their subject."""
    said = {"said", "told", "wrote", "thought", "knew", "replies", "replied", "cries", "testified", "denied", "added"}
    return frozenset(said | {v + end for v in words("speech.txt") for end in ("s", "d", "ed", "es")})


@cache
def titles() -> dict[str, str]:
    """What may stand before a name: titles and roles -> gender or ""."""
    known = {**table("roles.tsv"), **table("titles.tsv")}
    return {word: gender for word, gender in known.items() if word not in _NO_TITLES}


@cache
def person_nouns() -> dict[str, str]:
    """Common nouns for persons -> gender or ""."""
    return {**table("people.tsv"), **table("roles.tsv")}


def is_persons(word: str) -> bool:
    """Whether a common noun is a person's, by the lists of offices and trades or by the broad one of the lexicon; no body's."""
    return word in person_nouns() or (is_person_word(word) and word not in bodies())


def bare_title(word: str) -> str:
    """A title in its bare singular: "gen." is gen, "senators" senator; other words without their full stop."""
    bare = word.rstrip(".")
    return bare[:-1] if len(bare) > 5 and bare.endswith("s") and bare[:-1] in titles() else bare
