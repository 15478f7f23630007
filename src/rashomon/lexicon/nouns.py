"""Nouns that stand for somebody: people, bodies that act as one, groups of people."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from rashomon.model.annotation import Token

GROUPS = frozenset({"group", "gang", "band", "number", "dozen", "couple", "pair", "handful", "crowd", "mob"})


@cache
def _listed(name: str) -> frozenset[str]:
    text = files("rashomon").joinpath("data/accusations", name).read_text(encoding="utf-8")
    return frozenset(line.split("\t")[0] for line in text.splitlines() if line and not line.startswith("#"))


def is_person_noun(token: Token) -> bool:
    """True for a noun that stands for a person or a body, by the word list."""
    lemma = token.lemma.lower()
    return lemma in _listed("people.txt") or lemma in _listed("victims.txt")


def is_body_noun(token: Token) -> bool:
    """True for a noun that stands for a body that acts as one, by the word list."""
    return token.lemma.lower() in _listed("bodies.txt")
