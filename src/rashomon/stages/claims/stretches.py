"""The stretch of words that stands for a claim, of those that tell of it."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.stages.claims.view import SentenceView


def stretch(sentence: SentenceView, tokens: Iterable[int], *, limit: int = 16, must: int = 1) -> tuple[int, int]:
    """First and last of the given tokens; those furthest from the first are left out beyond `limit` words.

    The first `must` of them are held whatever stands between, up to three times the limit.
    """
    given = list(tokens)
    first = last = given[0]
    for k, n in enumerate(given[1:], 1):
        low, high = min(first, n), max(last, n)
        if high - low < (3 * limit if k < must else limit) or (first <= n <= last):
            first, last = low, high
    return first, last
