"""Which of a document's occurrences a claim is about: the one its own words lead to, or the only one there is."""

from __future__ import annotations

from bisect import bisect_left

from rashomon.model.claim import IncidentType
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.view import SentenceView
from rashomon.text.calendar import Interval, days_between, overlaps
from rashomon.text.places import lookup

VIOLENT: frozenset[IncidentType] = frozenset({"attack", "killing", "abduction"})
_OTHER_DEEDS: frozenset[IncidentType] = frozenset({"other", "disaster"})
TALKS: frozenset[IncidentType] = frozenset({"contact", "meeting"})


class Occasions:
    """The occurrences of some types, by where their words stand."""

    def __init__(self, told: Told, types: frozenset[IncidentType]) -> None:
        kept = [o for o in told.occurrences if o.type in types]
        placed = sorted(((m.start, m.end, n) for n, o in enumerate(kept) for m in o.mentions))
        self._kept = kept
        self._starts = [start for start, _, _ in placed]
        self._placed = placed
        self._others = sorted(m.start for o in told.occurrences if o.type in _OTHER_DEEDS for m in o.mentions)
        certain = [o for o in kept if not o.generic]
        self._only = certain[0].id if len(certain) == 1 else None
        own = [d for d in told.drafts if self._only and d.subject.occurrence == self._only]
        self._where = {d.value.referent for d in own if d.property == "place"}
        self._when: list[Interval] = [(d.value.earliest, d.value.latest) for d in own if d.property == "date"]

    def within(self, start: int, end: int) -> list[str]:
        """The occurrences with a word inside a range, in text order, each once."""
        found: dict[str, None] = {}
        for _, last, n in self._placed[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if last <= end:
                found[self._kept[n].id] = None
        return list(found)

    def of(self, sentence: SentenceView, at: int, *, deed: bool = False) -> str | None:
        """The occurrence told at a token, below it, or in the sentence where that has one; else the only one, if that may be.

        A deed that is told in its own words and opens no occurrence is another than the only one; so is what a sentence
        with a day or a town of its own tells.
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
        return None if deed or self._is_elsewhere(sentence) else self._only

    def _is_elsewhere(self, sentence: SentenceView) -> bool:
        """Whether a sentence tells of a deed of another kind, or gives a day or a town that the only occurrence does not have."""
        start, end = sentence.sentence.start, sentence.sentence.end
        if bisect_left(self._others, start) != bisect_left(self._others, end):
            return True
        towns = {m.referent for m in sentence.mentions if m.type == "place" and m.form == "name" and is_town(m.quote)}
        days = [(t.earliest, t.latest) for t in sentence.times if t.type == "DATE" and t.earliest and t.latest]
        narrow = [d for d in days if days_between(*d) == 0]
        of_court = any(is_a(t.lemma.lower(), "court_word") for t in sentence.tokens)  # whose day it then is
        other_day = bool(self._when and narrow) and not any(overlaps(a, b) for a in self._when for b in narrow)
        other_day = other_day and not of_court
        return other_day or bool(self._where and towns and towns.isdisjoint(self._where))

    def here(self, sentence: SentenceView, at: int) -> str | None:
        """The occurrence told at the token itself, or None."""
        token = sentence.tokens[at]
        found = self.within(token.start, token.end)
        return found[0] if found else None


def is_town(name: str) -> bool:
    """Whether a name is not known as a country's or a region's."""
    found = lookup(name)
    return not found or found[0].kind == "settlement"
