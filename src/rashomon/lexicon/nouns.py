"""Nouns that stand for somebody: people, bodies that act as one, groups of people."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from rashomon.lexicon import words
from rashomon.model.annotation import Token

GROUPS = frozenset({"group", "gang", "band", "number", "dozen", "couple", "pair", "handful", "crowd", "mob"})


@cache
def _listed(name: str) -> frozenset[str]:
    text = files("rashomon").joinpath("data/accusations", name).read_text(encoding="utf-8")
    return frozenset(line.split("\t")[0] for line in text.splitlines() if line and not line.startswith("#"))


def is_person_noun(token: Token) -> bool:
    """True for a noun that stands for a person, or for people as a body, by the word lists."""
    return is_person_word(token.lemma.lower())


@cache
def is_person_word(lemma: str) -> bool:
    """The same of a bare lemma in lower case; "trawlerman" is one as its last part is."""
    if lemma in _listed("people.txt") or lemma in _listed("victims.txt"):
        return True
    return lemma in words("en-persons.txt") or (len(lemma) > 6 and lemma.endswith(("man", "woman", "men", "women")))


def is_body_noun(token: Token) -> bool:
    """True for a noun that stands for a body that acts as one, by the word list."""
    return token.lemma.lower() in _listed("bodies.txt")
