"""Which of a document's occurrences a claim is about: the one its own words lead to, or the only one there is."""

from __future__ import annotations

from bisect import bisect_left

from rashomon.model.claim import IncidentType
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.view import SentenceView

VIOLENT: frozenset[IncidentType] = frozenset({"attack", "killing", "abduction"})
TALKS: frozenset[IncidentType] = frozenset({"contact", "meeting"})


class Occasions:
    """The occurrences of some types, by where their words stand."""

    def __init__(self, told: Told, types: frozenset[IncidentType]) -> None:
        kept = [o for o in told.occurrences if o.type in types]
        placed = sorted(((m.start, m.end, n) for n, o in enumerate(kept) for m in o.mentions))
        self._kept = kept
        self._starts = [start for start, _, _ in placed]
        self._placed = placed
        certain = [o for o in kept if not o.generic]
        self._only = certain[0].id if len(certain) == 1 else None

    def within(self, start: int, end: int) -> list[str]:
        """The occurrences with a word inside a range, in text order, each once."""
        found: dict[str, None] = {}
        for _, last, n in self._placed[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if last <= end:
                found[self._kept[n].id] = None
        return list(found)

    def of(self, sentence: SentenceView, at: int, *, deed: bool = False) -> str | None:
        """The occurrence told at a token, below it, or in the sentence where that has one; else the only one.

        A deed that is told in its own words and opens no occurrence is another than the only one.
        """
        token = sentence.tokens[at]
        here = self.within(token.start, token.end)
        if here:
            return here[0]
        below = sentence.phrase(at)
        for start, end in ((below.start, below.end), (sentence.sentence.start, sentence.sentence.end)):
            found = self.within(start, end)
            if len(found) == 1:
                return found[0]
            if found:
                return None
        return None if deed else self._only

    def here(self, sentence: SentenceView, at: int) -> str | None:
        """The occurrence told at the token itself, or None."""
        token = sentence.tokens[at]
        found = self.within(token.start, token.end)
        return found[0] if found else None
