"""Lines of the report: claims as a reader reads them, those that say the same as one line with all their footnotes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

from rashomon.model.claim import Claim
from rashomon.model.translated import translation_of
from rashomon.present.replying import OFFERED, is_expert, offered
from rashomon.present.report.reviewed import Reviewed
from rashomon.present.report.sheet import Call, Line, Report
from rashomon.present.words import PROPERTY, STANCE, day_words, stance_words, value_words

_DEFENCE = re.compile(
    r"\b(?:innocent|not guilty|no (?:role|part|hand|involvement)|nothing to do with|not involved|wrongly|false(?:ly)?|fabricated|den(?:y|ies|ied)|rejects?|rejected)\b",
    re.I,
)
LONGEST = 140
"""Characters of a value in a table or list; the whole stands in the footnote."""


class Scribe:
    """Writes claims as lines into one report, with their footnotes."""

    def __init__(self, reviewed: Reviewed, report: Report) -> None:
        self.reviewed, self.report, self.case = reviewed, report, reviewed.case

    def lines(self, claims: Iterable[Claim], words: Callable[[Claim], str] | None = None) -> tuple[Line, ...]:
        """The claims that may be printed as lines, in order; equal ones are one line with several footnotes."""
        found: dict[str, list[Claim]] = {}
        for claim in claims:
            if self.reviewed.printed(claim):
                found.setdefault((words or self.said)(claim), []).append(claim)
        return tuple(Line(text, tuple(self.call(c) for c in group)) for text, group in found.items())

    def call(self, claim: Claim) -> Call:
        """The call of a claim's footnote: outlet, date, chain, quote."""
        return self.report.call(claim.id, self.note(claim))

    def said(self, claim: Claim) -> str:
        """What a claim says, how surely, and whether it was reviewed."""
        how = stance_words(claim)
        words = shorten(value_words(self.case, claim)) + (f" ({how})" if how else "")
        return words + self.word_of(claim) + self.reviewed.mark(claim)

    def word_of(self, claim: Claim) -> str:
        """Who says so, behind whatever accuses a named person; '' for anything else, whose speaker the footnote names."""
        return f", says {self.speaker(claim)}" if self.reviewed.is_grave(claim) else ""

    def speaker(self, claim: Claim) -> str:
        """The last of a claim's chain, by the case's name."""
        if not claim.chain:
            return self.source(claim.document)
        return self.reviewed.link(claim, len(claim.chain) - 1)

    def note(self, claim: Claim) -> str:
        """The footnote of a claim."""
        said = f", said on {claim.said_on.earliest[:10]}" if claim.said_on and claim.said_on.earliest else ""
        how = f" ({STANCE[claim.stance]})" if claim.stance != "asserted" else ""
        leaf = self.case.documents[claim.document].leaf_at(claim.start)
        where, chain = self.source(claim.document) + (f", {leaf}" if leaf else ""), self.chain(claim)
        made = translation_of(self.case.documents[claim.document])
        where += f", translated from {made.file}" if made else ""
        return f"{where}: {PROPERTY[claim.property]}{how}. {chain}{said}. {self.reviewed.quote(claim)}"

    def pleas(self, entity: str) -> list[Claim]:
        """Statements in somebody's defence: those that speak of them and hold a word for it ("innocent")."""
        found = []
        for referent in self.case.entities[entity].referents:
            record = self.case.referents[referent]
            places = [self.case.mentions[m][1] for m in record.mentions if m in self.case.mentions]
            for claim in self._defences.get(record.document, ()):
                about = self.case.entity(claim.subject.referent) == entity
                if about or any(claim.start <= m.start and m.end <= claim.end for m in places):
                    found.append(claim)
        return found

    @cached_property
    def _defences(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.case.claims.values():
            plain = claim.property == "statement" and claim.repeats is None and not is_expert(claim)
            if plain and _DEFENCE.search(claim.quote):
                found[claim.document].append(claim)
        return found

    def offers(self, claims: Iterable[Claim], known: Iterable[Claim]) -> tuple[Line, ...]:
        """Sentences beside these accusations that may reply to them, as they stand; none that is a reply already.

        One that holds what nobody has accepted is counted, not printed.
        """
        found = offered(self.case, claims, known)
        kept = [c for c in found if self.reviewed.clean(c.quote)
                and not self.reviewed.in_withheld(c.document, c.start, c.end)]  # fmt: skip
        lines = [Line(f"{self.source(c.document)}: “{c.quote.strip()}” ({OFFERED})") for c in kept]
        held = len(found) - len(kept)
        rest = Line(f"Withheld beside it: {count_words(held, 'sentence')} that may reply.")
        return (*lines, rest) if held else tuple(lines)

    def source(self, document: str) -> str:
        """A report by outlet and day of publication."""
        return f"{self.reviewed.paper(document)}, {day_words(self.case.documents[document].published)}"

    def chain(self, claim: Claim) -> str:
        """A claim's chain in one line, outermost first."""
        return " ← ".join(self.reviewed.link(claim, n) for n in range(len(claim.chain)))


def count_words(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it is not one."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def shorten(text: str) -> str:
    """A value cut at a word where it is long."""
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + " …"
