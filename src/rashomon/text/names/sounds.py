"""How a folded word sounds, whatever alphabet or habit of spelling it came through.

Digraphs become one sign (sh, kh, ou ...), so that the distance of two spellings counts sounds, not letters. Signs: C as in
church, S as in shoe, j as in jam, x for kh, G for gh and the soft g, T and D for th and dh, E for ei/ai, O for au/aw.
"""

from __future__ import annotations

import re
from functools import lru_cache

_DIGRAPHS = {
    "tsch": "C", "dsch": "j", "tch": "C", "sch": "S", "dzh": "j", "iyy": "i", "sh": "S", "ch": "C", "cz": "C", "dj": "j",
    "zh": "j", "kh": "x", "gh": "G", "ph": "f", "th": "T", "dh": "D", "ck": "k", "tz": "z", "ts": "z", "hs": "S",
    "ou": "u", "oo": "u", "ee": "i", "aa": "a", "ii": "i", "uu": "u", "ei": "E", "ey": "E", "ai": "E", "ay": "E",
    "aw": "O", "au": "O", "oe": "o", "ue": "u", "ae": "e", "yy": "i", "iy": "i", "ij": "i", "yi": "i", "w": "v",
}  # fmt: skip
# Between vowels w and y are consonants: Hawar, Bayar.
_GLIDES = {d: d + "(?![aeiou])" for d in ("aw", "ay", "ey", "iy", "yi")}
_DIGRAPH = re.compile("|".join(_GLIDES.get(d, d) for d in sorted(_DIGRAPHS, key=lambda d: (-len(d), d))))
_GOD = re.compile(r"(?<=..)[aeou]ll?ah?$")
_FAITH = re.compile(r"(?<=..)[aeu]?(?:u?dd|u?tt|ud)[aei]?[iey]e?ne?$")
_DOUBLE = re.compile(r"(.)\1+")
_VOWEL_Y = re.compile(r"(?<![aeiouEO])y|y(?![aeiouEO])")
_MIDDLE_X = re.compile(r"(?<=[aeiouEO])x(?=[aeiou]|$)")
_HARD_C = re.compile(r"c(?![hk])")
_MUTE_H = re.compile(r"(?<=[aeiouEO])h$")


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The signs for a folded word's sounds; '' for a word without letters."""
    # -ullah, -allah and -uddin, -ettin are one word each under many vowels.
    word = _FAITH.sub("ed!in", _GOD.sub("ala", word))
    word = _MIDDLE_X.sub("ks", word)
    word = _DIGRAPH.sub(lambda m: _DIGRAPHS[m.group()], word).replace("!", "")
    word = _VOWEL_Y.sub("i", _DOUBLE.sub(r"\1", word))
    return _MUTE_H.sub("", _DOUBLE.sub(r"\1", word))


def turkish_c(word: str) -> str:
    """The folded word with c written j, as Turkish speaks it."""
    return _HARD_C.sub("j", word)


def skeleton(word: str) -> str:
    """The consonants of a folded word: what a script without vowels has of it."""
    return "".join(c for c in sound(word).replace("y", "").replace("v", "") if c not in "aeiouEO")
