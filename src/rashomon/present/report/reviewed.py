"""What may be printed: an accusation of a named person only once a person has accepted it, in whatever words it comes.

An accusation can stand in a claim, in a statement, a role ("alleged mastermind"), a quote beside a figure, a title, a
finding's sentence. Where one is withheld, all of these are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from importlib.resources import files
from itertools import pairwise

from rashomon.model.annotation import Mention
from rashomon.model.claim import ACCUSATIONS, Claim
from rashomon.model.document import Document
from rashomon.model.finding import Finding
from rashomon.model.link import Incident
from rashomon.present.report.sheet import Options
from rashomon.present.resolve import Resolved
from rashomon.present.words import date_words, incident_words
from rashomon.text.fold import fold_words

GUARDED = ACCUSATIONS | {"conviction", "wanted"}
"""Properties that say something grave of somebody."""
HELD_BACK = "The quote holds an accusation that nobody has reviewed and is not printed."
_SUFFERED = re.compile(
    r"\b(?:was|were|been|being|is|are|be|got) (?:also |then |later )?(?:\w+ly )?(?:killed|shot|stabbed|kidnapped|abducted|tortured|murdered|assassinated|executed|raped|arrested)\b"
)


@cache
def accusing_words() -> frozenset[str]:
    """Words that make a sentence about somebody an accusation."""
    lines: list[str] = []
    for folder, name in (("report", "accusing_words.txt"), ("accusations", "armed_groups.txt")):
        text = (files("rashomon") / "data" / folder / name).read_text(encoding="utf-8")
        lines += [line for line in text.splitlines() if line and not line.startswith("#")]
    return frozenset(" ".join(fold_words(line).split()) for line in lines) - {"is"}


def accuses(text: str) -> bool:
    """Whether words say something grave of whoever they name."""
    folded = fold_words(_SUFFERED.sub(" ", text))
    words = folded.split()
    pairs = (" ".join(p) for p in pairwise(words))
    return not accusing_words().isdisjoint(words) or not accusing_words().isdisjoint(pairs)


class Reviewed:
    """A case, and what of it may be printed under some options."""

    def __init__(self, case: Resolved, options: Options) -> None:
        self.case, self.options = case, options
        self._names = self._name_mentions()
        self._bodies = self._accused_bodies()
        grave = [c for c in case.claims.values() if self.is_grave(c)]
        self._cleared = {e for c in grave if case.reviews.get(c.id) == "accept" and (e := self.accused(c))}
        self.withheld = frozenset(c.id for c in grave if not self._may_stand(c))
        self._spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for claim in (case.claims[c] for c in self.withheld):
            self._spans[claim.document].append((claim.start, claim.end))
        self._hidden = {e for c in self.withheld if (e := self.accused(case.claims[c]))} - self._cleared
        self._hidden_names = self._forms(self._hidden)

    def _name_mentions(self) -> dict[str, list[Mention]]:
        """Where named people are mentioned by name, by document."""
        found: dict[str, list[Mention]] = defaultdict(list)
        for document, mention in self.case.mentions.values():
            entity = self.case.entities.get(self.case.entity(mention.referent) or "")
            if mention.form == "name" and (entity.type if entity else mention.type) == "person":
                found[document].append(mention)
        return found

    def _accused_bodies(self) -> set[str]:
        """Bodies that are accused of something: to belong to one is no small thing."""
        found = {self.accused(c) for c in self.case.claims.values() if c.property in ("perpetrator", "responsibility")}
        return {e for e in found if e and self.case.entities[e].type == "organization"}

    def _forms(self, entities: set[str]) -> frozenset[str]:
        """The folded words of the names of some people."""
        mentions = (m for found in self._names.values() for m in found if self.case.entity(m.referent) in entities)
        return frozenset(fold_words(m.quote) for m in mentions) | {
            fold_words(self.case.entities[e].name) for e in entities
        }

    def _named_in(self, claim: Claim) -> bool:
        """Whether a named person's name stands in the words of a claim."""
        return any(claim.start <= m.start and m.end <= claim.end for m in self._names.get(claim.document, ()))

    def accused(self, claim: Claim) -> str | None:
        """The entity a guarded claim is about."""
        case = self.case
        if claim.property in ACCUSATIONS:
            return case.entity(claim.value.referent) or case.entity(claim.subject.referent)
        return case.entity(claim.subject.referent) or case.entity(claim.value.referent)

    def _is_somebody(self, entity: str | None) -> bool:
        found = self.case.entities.get(entity or "")
        return bool(found and found.type == "person" and any(self.case.referents[r].named for r in found.referents))

    def is_grave(self, claim: Claim) -> bool:
        """Whether a claim accuses a named person: by its property, or by its words."""
        if claim.property in GUARDED:
            return self._is_somebody(self.accused(claim)) or self._named_in(claim)
        if claim.property in ("role", "affiliation", "alias"):
            body = self.case.entity(claim.value.referent)
            words = f"{claim.value.text or ''} {self.case.entity_name(claim.value.referent) or ''}"
            return self._is_somebody(self.case.entity(claim.subject.referent)) and (
                body in self._bodies or accuses(words)
            )
        return claim.property == "statement" and self._named_in(claim) and accuses(claim.quote)

    def _may_stand(self, claim: Claim) -> bool:
        review = self.case.reviews.get(claim.id)
        if review or self.options.unreviewed:
            return review != "reject"
        # A denial is printed beside what it denies; alone it would spread the accusation.
        return claim.stance == "denied" and self.accused(claim) in self._cleared

    def printed(self, claim: Claim) -> bool:
        """Whether a claim may stand in the report."""
        if self.case.reviews.get(claim.id) == "reject" or claim.id in self.withheld:
            return False
        if self.case.reviews.get(claim.id) == "accept":
            return True
        return claim.property != "statement" or not (self._touches(claim) or self._tells_on_itself(claim))

    def _tells_on_itself(self, claim: Claim) -> bool:
        """Whether grave words are put into the mouth of somebody whose accusation is withheld."""
        speaker = self.case.entity(claim.chain[-1].referent) if claim.chain else None
        return speaker in self._hidden and accuses(claim.quote)

    def mark(self, claim: Claim) -> str:
        """What stands behind an accusation that is printed though nobody has reviewed it."""
        grave = claim.property in GUARDED or self.is_grave(claim)
        return " [not reviewed]" if grave and claim.id not in self.case.reviews else ""

    def quote(self, claim: Claim) -> str:
        """The words of a claim in quotation marks, unless an accusation that is withheld stands in them."""
        if self._touches(claim) and self._holds_hidden(claim.quote):
            return HELD_BACK
        return f"“{claim.quote}”"

    def _touches(self, claim: Claim) -> bool:
        return any(start < claim.end and claim.start < end for start, end in self._spans.get(claim.document, ()))

    def _holds_hidden(self, text: str) -> bool:
        folded = f" {fold_words(text)} "
        return any(f" {name} " in folded for name in self._hidden_names)

    def clean(self, text: str) -> bool:
        """Whether a sentence says nothing grave of somebody whose accusation is withheld."""
        return not (self._holds_hidden(text) and accuses(text))

    def finding(self, finding: Finding) -> bool:
        """Whether a finding may be printed: its sentence names who is accused."""
        claims = self.case.claims_of_finding(finding)
        return all(self.printed(c) for c in claims) and self.clean(finding.reason)

    def incident(self, incident: Incident) -> str:
        """An incident in a line; without its title where that names somebody whose accusation is withheld."""
        words = incident_words(self.case, incident)
        return f"{incident.type.capitalize()}, {date_words(incident.date)}" if self._holds_hidden(words) else words

    def link(self, claim: Claim, at: int) -> str:
        """The name of a link of a claim's chain; a paper without an outlet is known by its title, which may accuse."""
        link = claim.chain[at]
        name = self.case.entity_name(link.referent) or link.name
        return name if self.clean(name) else self.paper(claim.document)

    def paper(self, document: str) -> str:
        """What a report is called: its outlet, else its file, else its number."""
        found = self.case.documents[document]
        name = found.publisher or found.file
        return name if self.clean(name) else f"report {list(self.case.documents).index(document) + 1}"

    def title(self, document: Document) -> str:
        """A report's title, unless it accuses somebody whose accusation is withheld."""
        text = document.title or ""
        return text if self.clean(text) else "(title not printed: it holds an accusation that nobody has reviewed)"
