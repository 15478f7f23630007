"""Whom a word means by what the encoder hears: of each who may be meant how much speaks for one of their standings, against nobody of them.

The encoder has learned on labelled reports which earlier words a word takes up (`tools/fit_encoder.py`). It hears a passage at a time:
who stands before the passage alone gets what nobody gets, as there the encoder can't tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

import numpy as np

from rashomon.stages.annotate.who.page import Line
from rashomon.stages.annotate.who.speech import Seen
from rashomon.text.encoder import Array, weights

_FAR = 31
"""From so many standings back on it is all one how many they are."""
_LEAST = 1e-9
_KEYS = np.float32(np.sqrt(128))


def heard(
    lines: Sequence[Line], number: int, words: tuple[int, int], those: Sequence[Sequence[Seen]]
) -> list[float] | None:
    """Of each of those whom the words of a line, from a token up to another, may mean, by their standings, the log-odds against nobody of them.

    None where the words can't be heard.
    """
    first, last = words
    word = lines[number].mean(first, last - 1)
    if word is None:
        return None
    known = weights()
    asked = word @ known["head.cq"] + known["head.cqb"]
    nobody = float(word @ known["head.cn"][:, 0] + known["head.cnb"][0])
    among = sorted({(s.line, s.head) for theirs in those for s in theirs}, reverse=True)
    back = {place: n + 1 for n, place in enumerate(among)}
    passage = lines[number].passage
    found = []
    for theirs in those:
        near = [s for s in theirs if lines[s.line].passage == passage]
        told = [_spoken(lines, s, asked, back[s.line, s.head]) for s in near]
        sums = [one for one in told if one is not None]
        found.append(_together(sums) - nobody if sums else 0.0)
    return found


def weighed(chances: Sequence[float], told: Sequence[float] | None, share: float) -> list[float]:
    """The likelihoods by the tables with those by the encoder: log-odds against nobody of them, of the latter a share, added."""
    if told is None or not chances:
        return list(chances)
    nobody = max(1 - sum(chances), _LEAST)
    sums = [log(max(c, _LEAST)) - log(nobody) + share * one for c, one in zip(chances, told, strict=True)]
    most = max(0.0, *sums)
    shares = [exp(one - most) for one in (*sums, 0.0)]
    return [one / sum(shares) for one in shares[:-1]]


def _spoken(lines: Sequence[Line], s: Seen, asked: Array, back: int) -> float | None:
    """How much speaks for it that a standing is taken up."""
    known, there = weights(), lines[s.line].mean(s.head, max(s.head, s.last - 1))
    if there is None:
        return None
    matched = float(asked @ (there @ known["head.ck"]) / _KEYS)
    return matched + float(known["head.cd"][min(back, _FAR)]) + float(there @ known["head.cu"][:, 0])


def _together(sums: Sequence[float]) -> float:
    most = max(sums)
    return most + log(sum(exp(one - most) for one in sums))
