"""How surprising it is that two spellings are of one word: the cheapest edit of one sound into the other.

A letter that another alphabet or outlet would write differently costs little (v/w, c/j, k/q, e/i), any other costs 1. The
algorithm is Wagner and Fischer's (1974), with swapped neighbours as in Damerau (1964).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

from rapidfuzz.distance import OSA

from rashomon.text.names.sounds import sound

HABIT, SLIP = 0.09, 0.21
_ONE_SLIP = 1.75
_VOWELS = frozenset("aeiouEO")
_PAIRS = (
    "ae.2 ei.25 ou.2 iE.25 eE.2 aE.3 uO.3 oO.25 aO.35 io.7 iu.45 eu.6 ao.4 au.5 ai.6 eo.5 yi.1 yj.4 "
    "ck.2 cj.15 cC.15 cs.25 cz.3 cx.5 cS.3 Cj.3 CS.25 Ck.35 Cx.25 Ss.15 Sx.3 Sz.4 Sj.3 sx.3 sz.3 sT.25 Tt.1 Dd.15 Dz.2 "
    "Tz.4 TD.3 dt.35 bp.45 vf.35 vb.6 kq.05 kg.45 qg.2 Gg.1 qG.3 xh.15 xk.25 Gh.6 Gv.5 Gk.5 zj.45 gj.3 mn.7 lr.8"
)
_SWAP = {pair[i] + pair[1 - i]: float(pair[2:]) for pair in _PAIRS.split() for i in (0, 1)}
_VOWEL_SWAP, _ODD_SWAP = 0.65, 1.0
_DROP = {"h": 0.35, "y": 0.3, "G": 0.25, "E": 0.7, "O": 0.7, "v": 0.8}


def _swap(a: str, b: str) -> float:
    cost = _SWAP.get(a + b)
    if cost is not None:
        return cost
    if a == b:
        return 0.0
    if a in _VOWELS and b in _VOWELS:
        return _VOWEL_SWAP
    return 1.2 if a in _VOWELS or b in _VOWELS else _ODD_SWAP


def _drop(word: str, at: int) -> float:
    char = word[at]
    if char not in _VOWELS:
        return _DROP.get(char, 1.0)
    if at == len(word) - 1:
        return 0.3 if char in "ea" else 0.6
    # A helping vowel inside a cluster (Bakr, Bekir) is a habit; one that opens the word is not.
    return _DROP.get(char, 0.5 if at else 0.7)


class _Swaps(dict[str, float]):
    """The cost of every two letters (one string of both), each worked out when it is first met."""

    def __missing__(self, pair: str) -> float:
        cost = self[pair] = _swap(pair[0], pair[1])
        return cost


_COST = _Swaps()


@lru_cache(maxsize=65536)
def _drops(word: str) -> tuple[float, ...]:
    return tuple(_drop(word, at) for at in range(len(word)))


def _edit(a: str, b: str) -> float:
    """The cheapest edit. Plain comparisons and no calls: a large case comes here a million times."""
    drops = _drops(b)
    before: list[float] = []
    row = list(accumulate(drops, initial=0.0))
    above = ""
    for char, cost in zip(a, _drops(a), strict=True):
        left = row[0] + cost
        line = [left]
        behind = ""
        for j, other in enumerate(b):
            best = row[j] if char == other else row[j] + _COST[char + other]
            if (dropped := row[j + 1] + cost) < best:
                best = dropped
            if (added := left + drops[j]) < best:
                best = added
            if char == behind and above == other and char != other and (swapped := before[j - 1] + 0.9) < best:
                best = swapped
            line.append(best)
            left, behind = best, other
        before, row, above = row, line, char
    return row[-1]


_DERIVED = re.compile(r"(?:ov|ev)?(?:ic|ich|ych|enko|son|sen|yan|ian|oglu|zade)")


def _another_gender(a: str, b: str) -> bool:
    """Mario and Maria, Angelo and Angela."""
    return len(a) == len(b) and a[:-1] == b[:-1] and {a[-1], b[-1]} == {"a", "o"}


def _derived(short: str, long: str) -> bool:
    """Petrov and Petrovich, Oleksandr and Oleksandrovych: the second is a child's or another family's name."""
    return long.startswith(short) and bool(_DERIVED.fullmatch(long[len(short) :]))


@lru_cache(maxsize=200_000)
def word_distance(a: str, b: str) -> float:
    """The cost of reading folded word `a` as `b`, per letter of the longer: 0 alike, above .21 another word, 1 at most."""
    one, two = sound(a), sound(b)
    if one == two:
        return 0.0
    length = max(len(one), len(two))
    if (
        not one
        or not two
        or 2 * abs(len(one) - len(two)) > length
        or OSA.distance(one, two, score_cutoff=length) > 0.6 * length
    ):
        return 1.0
    cost = _edit(one, two)
    per_letter = cost / max(len(a), len(b), 3)
    if _another_gender(a, b) or _derived(a, b) or _derived(b, a):
        return max(SLIP + 0.01, min(1.0, per_letter))
    # Beyond a habit of spelling a word may hold one slip, however long it is.
    return min(1.0, per_letter) if per_letter <= HABIT or cost <= _ONE_SLIP else max(SLIP + 0.01, min(1.0, per_letter))
