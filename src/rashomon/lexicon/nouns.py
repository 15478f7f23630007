"""Nouns that stand for somebody: people, bodies that act as one, groups of people."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from rashomon.lexicon import words
from rashomon.model import parts
from rashomon.model.annotation import Token

GROUPS = frozenset({"group", "gang", "band", "number", "dozen", "couple", "pair", "handful", "crowd", "mob"})


@cache
def listed(name: str, area: str = "accusations") -> frozenset[str]:
    """The words of a list of another room: what stands first in each of its lines."""
    text = files("rashomon").joinpath("data", area, name).read_text(encoding="utf-8")
    return frozenset(line.split("\t")[0] for line in text.splitlines() if line and not line.startswith("#"))


def is_person_noun(token: Token) -> bool:
    """True for a noun that stands for a person, or for people as a body, by the word lists; of "Rebels", written as a name, too."""
    lemma = token.lemma.lower()
    return is_person_word(lemma) or (token.is_a(parts.NAME) and lemma.removesuffix("s") in _fighting())


@cache
def _fighting() -> frozenset[str]:
    return listed("fighters.txt") | {"soldier", "troop", "paramilitary", "policeman", "gendarme", "commando"}


@cache
def is_person_word(lemma: str) -> bool:
    """The same of a bare lemma in lower case; "trawlerman" is one as its last part is."""
    if lemma in listed("people.txt") or lemma in listed("victims.txt"):
        return True
    return lemma in words("en-persons.txt") or (len(lemma) > 6 and lemma.endswith(("man", "woman", "men", "women")))


@cache
def is_crime_word(lemma: str) -> bool:
    """True for the bare lemma, in lower case, of a crime or an offence, by the word lists."""
    return lemma in listed("crimes.txt") or lemma in listed("offences.txt")


def is_body_noun(token: Token) -> bool:
    """True for a noun that stands for a body that acts as one, by the word list."""
    return token.lemma.lower() in listed("bodies.txt")


def is_nation(token: Token) -> bool:
    """True for an adjective of a nation ("Norwegian"), not for one of a creed or a wide region, by the word lists."""
    nation = token.text.lower() in listed("demonyms.txt", "who") - listed("creeds.txt", "who") | {"american"}
    return nation and token.is_a(parts.ADJECTIVE | parts.NAME)
