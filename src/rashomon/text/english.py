"""Which English words are common ones, and as what: the measure of what a capital letter tells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

_ENDINGS = {"ies": "y", "ied": "y", "es": "", "ed": "", "ing": "", "s": "", "d": ""}
_VERBAL = ("ies", "ied", "es", "ed", "ing", "s", "d")
_SHORTEST = 3


@cache
def _rows(name: str) -> dict[str, str]:
    text = files("rashomon").joinpath("data/words", name).read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in text.splitlines() if line and line[0] != "#")
    return {row[0]: row[1] if len(row) > 1 else "" for row in pairs}


def is_closed(word: str) -> bool:
    """True for "of", "his", "after": a folded word of a closed class."""
    return word in _rows("closed.txt")


@lru_cache(maxsize=32768)
def parts_of_speech(word: str) -> str:
    """Of a folded word, in any form: letters out of n, v, a, r; "" for one that is no common word."""
    own = _rows("english.tsv").get(word, "")
    return "".join(sorted({*own, *_inflected(word)}))


def is_common(word: str) -> bool:
    """Whether a folded word is an ordinary one of the language."""
    return is_closed(word) or bool(parts_of_speech(word))


def is_listed(word: str) -> bool:
    """Whether a folded word is an ordinary one as it stands, not as a form of another: "nil", not "nils"."""
    return is_closed(word) or word in _rows("english.tsv")


def is_verb_form(word: str) -> bool:
    """ "denies", "ordered", "struck": a form that ends as verbs do, not a bare infinitive."""
    return word in _rows("irregular.tsv") or (word.endswith(_VERBAL) and "v" in _inflected(word))


def is_compound(word: str) -> bool:
    """ "redbeard": two common words written as one."""
    cuts = range(_SHORTEST, len(word) - _SHORTEST + 1)
    return any(parts_of_speech(word[:n]) and parts_of_speech(word[n:]) for n in cuts)


def _inflected(word: str) -> str:
    """What the words are of which this is an inflected form."""
    if word in _rows("irregular.tsv"):
        return "v"
    known = _rows("english.tsv")
    found = "".join(known.get(stem, "") for stem in _stems(word))
    return "".join(p for p in found if p in "nv")


def _stems(word: str) -> Iterator[str]:
    for ending, instead in _ENDINGS.items():
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORTEST - 1:
            continue
        yield stem + instead
        if ending == "ing":
            yield stem + "e"
        if ending in ("ed", "ing") and stem[-1:] == stem[-2:-1]:
            yield stem[:-1]
