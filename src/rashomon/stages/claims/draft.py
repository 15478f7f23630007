"""A claim before anybody has asked on whose word it stands: what the readers of this room hand to `assemble`."""

from __future__ import annotations

from dataclasses import dataclass

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

    def occurrence_at(self, start: int, end: int) -> Occurrence | None:
        """The occurrence one of whose trigger words lies in a range, or None."""
        for occurrence in self.occurrences:
            if any(start <= m.start and m.end <= end for m in occurrence.mentions):
                return occurrence
        return None
