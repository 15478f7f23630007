"""A person's name taken apart: its words without titles, articles and particles, each with what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rashomon.text.fold import fold, fold_words
from rashomon.text.names.sounds import turkish_c
from rashomon.text.names.words import small_words, titles

_ARTICLES = frozenset(small_words("article"))
_FILIAL = frozenset(small_words("filial"))
_PARTICLES = frozenset(small_words("particle"))
_SERVANT = frozenset(small_words("servant"))
_JOINTS = frozenset(small_words("joint"))
_FAITH = frozenset(small_words("faith"))
_PARENT = {w: kind for kind, of in (("abu", "father"), ("umm", "mother")) for w in small_words(of)}
_AFTER_COMMA = frozenset(small_words("suffix"))
_SERVED = re.compile(r"^abd[aeiou](?:l|(r|s|z|t|d|n)(?=\1)|sh(?=sh))?(.{3,})$")
_GOD = re.compile(r"^abd[aou]ll?ah?$")
_LEET = str.maketrans("01345789", "oieasrbg")
_UNVOWELLED = re.compile(r"[֐-ࣿﭐ-﻿]")
_SYLLABIC = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
_TURKISH = re.compile(r"[ışğİŞĞöüÖÜ]")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z][a-z]{2})")
_SPLIT = re.compile(r"[\s\-_/.·]+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name's words in order; `filial` are the places of those that follow bin, ibn ..., `titled` that a title led it."""

    words: tuple[str, ...]
    filial: frozenset[int]
    titled: bool
    comma: bool
    unvowelled: bool
    syllabic: bool

    @property
    def joined(self) -> str:
        """All words as one."""
        return "".join(self.words)


def _plain(word: str) -> str:
    folded = fold_words(word).replace(" ", "")
    if any(c.isdigit() for c in folded) and any(c.isalpha() for c in folded):
        folded = folded.translate(_LEET)
    return folded


def _served(word: str) -> str:
    if _GOD.match(word):
        return "abdullah"
    found = _SERVED.match(word)
    return "abd" + found.group(2) if found else word


def _untitled(words: list[str]) -> list[str]:
    leading, anywhere = titles()
    kept = [w for w in words if w not in anywhere]
    while len(kept) > 1 and kept[0] in leading:
        kept = kept[1:]
    return kept or words[-1:]


def _is_article(words: list[str], at: int) -> bool:
    return words[at] in _ARTICLES and at + 1 < len(words) and len(words) > 2


def _assemble(words: list[str]) -> tuple[list[str], set[int]]:
    """The words with articles gone, compounds joined (Abd al-X, Abu X, X al-Din), and the places after bin, ibn."""
    kept: list[str] = []
    filial: set[int] = set()
    head = ""
    article = False
    for at, word in enumerate(words):
        if _is_article(words, at) or (head and word in _ARTICLES):
            article = True
            continue
        if word in _SERVANT and at + 1 < len(words):
            head = "abd"
            continue
        if word in _PARENT and at + 1 < len(words):
            head = _PARENT[word]
            continue
        if word in _JOINTS and kept and at + 1 < len(words):
            article = True
            continue
        if word in _FAITH and kept and article:
            kept[-1] += "uddin"
        elif word in _FILIAL:
            if word.startswith("og") and kept:
                filial.add(len(kept) - 1)
            else:
                filial.add(len(kept))
        elif word not in _PARTICLES or len(words) == 1:
            kept.append(_served(head + word) if not head else head + word)
            head = ""
        article = False
    if not kept:
        kept = words
    return kept, {place for place in filial if place < len(kept)}


@lru_cache(maxsize=65536)
def person_name(name: str) -> PersonName:
    """The parts of a person's name as a text has it; a comma after the surname turns it round."""
    turkish = bool(_TURKISH.search(name))
    last, _, first = name.partition(",")
    comma = bool(first) and fold_words(first) not in _AFTER_COMMA
    name = f"{first} {last}" if comma else name
    words = [w for w in map(_plain, _SPLIT.split(_CAMEL.sub(" ", name))) if w]
    bare = _untitled(words) if words else [fold(name)]
    if turkish:
        bare = [turkish_c(w) for w in bare]
    kept, filial = _assemble(bare)
    return PersonName(
        words=tuple(kept), filial=frozenset(filial), titled=len(bare) < len(words), comma=comma,
        unvowelled=bool(_UNVOWELLED.search(name)), syllabic=bool(_SYLLABIC.search(name)),
    )  # fmt: skip
