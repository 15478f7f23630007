"""A claim before anybody has asked on whose word it stands: what the readers of this room hand to `assemble`."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from rashomon.model.claim import Attribution, ChainLink, Occurrence, Property, Stance, Subject, Value
from rashomon.model.span import Quote

RULES, VERSION = "rules", "1"


@dataclass(frozen=True, slots=True)
class Draft:
    """One value of one property, with the words that carry it.

    `at` is the offset of the word that makes the claim (a verb, a noun): the attribution over that offset governs it.
    `stance` is what the clause's own words give it ("may have", "alleged", "did not"); the attribution's is laid over
    it later. `links` are speakers that the clause itself names outside any attribution ("held responsible by
    prosecutors for"), outermost first. `reader` is the rule that read it; `by` and `version` are whose rule it is.
    """

    property: Property
    quote: Quote
    at: int
    subject: Subject
    value: Value
    reader: str
    stance: Stance = "asserted"
    links: tuple[ChainLink, ...] = ()
    attribution: Attribution | None = None
    by: str = RULES
    version: str = VERSION


@dataclass(frozen=True, slots=True)
class Told:
    """The incidents of one document, and what is said of them: counts, dates, places, victims, targets, weapons."""

    occurrences: tuple[Occurrence, ...]
    drafts: tuple[Draft, ...]
    _placed: list[tuple[int, int, int]] = field(init=False, compare=False, repr=False)
    """Where each trigger word stands, in text order, and whose it is."""

    def __post_init__(self) -> None:
        placed = ((m.start, m.end, n) for n, one in enumerate(self.occurrences) for m in one.mentions)
        object.__setattr__(self, "_placed", sorted(placed))

    def occurrence_at(self, start: int, end: int) -> Occurrence | None:
        """The first occurrence one of whose trigger words lies in a range, or None."""
        at, found = bisect_left(self._placed, (start,)), len(self.occurrences)
        while at < len(self._placed) and self._placed[at][0] <= end:
            _, stop, n = self._placed[at]
            found = min(found, n) if stop <= end else found
            at += 1
        return self.occurrences[found] if found < len(self.occurrences) else None
