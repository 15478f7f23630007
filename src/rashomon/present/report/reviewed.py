"""What may be printed: what accuses a named person only once a person has accepted it, in whatever words it comes.

An accusation can stand in a claim, in a statement, a role ("alleged mastermind"), a quote beside a figure, a title, a
finding's sentence. Where one is withheld, all of these are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property

from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.finding import Finding
from rashomon.model.link import Incident
from rashomon.present.accusing import CUSTODY, GUARDED, Accusing, accuses, group_of
from rashomon.present.report.names import holds, holds_grave, name_parts
from rashomon.present.report.sheet import Options
from rashomon.present.resolve import Resolved
from rashomon.present.words import date_words, incident_words
from rashomon.text.fold import fold_words

HELD_BACK = "The quote holds an accusation that nobody has reviewed and is not printed."
NO_TITLE = "(title not printed: it holds an accusation that nobody has accepted)"
_HURT = frozenset({"victim", "killed", "injured", "missing", "kidnapped", "death"})
_DEEDS = GUARDED | CUSTODY | {"statement", "role", "alias"}


class Reviewed:
    """A case, and what of it may be printed under some options."""

    def __init__(self, case: Resolved, options: Options) -> None:
        self.case, self.options, self.accusing = case, options, Accusing(case)
        self._clean: dict[str, bool] = {}
        grave = [c for c in case.claims.values() if self.is_grave(c)]
        accepted = [c for c in grave if case.reviews.get(c.id) == "accept" and c.stance != "denied"]
        self._cleared = {(e, group_of(c)) for c in accepted for e in self.accusing.persons(c)}
        self.withheld = frozenset(c.id for c in grave if not self._may_stand(c))
        self._spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for claim in (case.claims[c] for c in self.withheld):
            self._spans[claim.document].append((claim.start, claim.end))
        held = (case.claims[c] for c in self.withheld)
        hidden = {e for c in held if c.property in _DEEDS or (c.property == "affiliation" and self.accusing.by_words(c))
                  for e in self._of(c)}  # fmt: skip
        self._hidden = {e for e in hidden if (e, "deed") not in self._cleared}
        self._hidden_names = self._forms(self._hidden)

    def _of(self, claim: Claim) -> tuple[str, ...]:
        """Those whom a grave claim may not be told of: for a statement nobody, as it may name anybody."""
        return () if claim.property == "statement" else self.accusing.persons(claim)

    def _forms(self, entities: set[str]) -> frozenset[str]:
        """The folded words of the names of some people."""
        mentions = (m for found in self.accusing.mentions.values() for m in found)
        names = {m.quote for m in mentions if self.case.entity(m.referent) in entities}
        return frozenset(fold_words(n) for n in names | {self.case.entities[e].name for e in entities})

    @cached_property
    def _hidden_parts(self) -> frozenset[str]:
        return name_parts(self.case, self._hidden)

    @cached_property
    def _open_parts(self) -> frozenset[str]:
        """Parts of the names of all people of whom nobody has accepted that they did anything.

        Without those who were hurt and whom nothing accuses (a report on a murdered journalist has their name in its
        title), and without words that are the name of a place of this case too.
        """
        people = {e for e in self.case.entities if self.accusing.is_somebody(e)}
        held = {e for c in self.case.claims.values() if c.property in _DEEDS for e in self._of(c) if self.is_grave(c)}
        left = {e for e in people if (e, "deed") not in self._cleared} - (self._hurt - held)
        places = {fold_words(e.name) for e in self.case.entities.values() if e.type == "place"}
        return name_parts(self.case, left) - places

    @cached_property
    def _hurt(self) -> set[str]:
        """Those whom a report calls a victim."""
        claims = [c for c in self.case.claims.values() if c.property in _HURT and c.stance != "denied"]
        return {e for c in claims for r in (c.value.referent, c.subject.referent) if (e := self.case.entity(r))}

    def accused(self, claim: Claim) -> str | None:
        """The entity a guarded claim is about."""
        return self.accusing.accused(claim)

    def is_grave(self, claim: Claim) -> bool:
        """Whether a claim accuses a named person: by its property, or by its words."""
        return self.accusing.is_grave(claim)

    def _may_stand(self, claim: Claim) -> bool:
        review = self.case.reviews.get(claim.id)
        if review or self.options.unreviewed:
            return review != "reject"
        # A denial is printed beside what it denies; alone it would spread the accusation.
        cleared = any((e, group_of(claim)) in self._cleared for e in self.accusing.persons(claim))
        return claim.stance == "denied" and cleared

    def printed(self, claim: Claim) -> bool:
        """Whether a claim may stand in the report."""
        if self.case.reviews.get(claim.id) == "reject" or claim.id in self.withheld:
            return False
        if self.case.reviews.get(claim.id) == "accept":
            return True
        return claim.property != "statement" or not (self.touches(claim) or self._tells_on_itself(claim))

    def _tells_on_itself(self, claim: Claim) -> bool:
        """Whether grave words are put into the mouth of somebody whose accusation is withheld."""
        speaker = self.case.entity(claim.chain[-1].referent) if claim.chain else None
        return speaker in self._hidden and accuses(claim.quote)

    def mark(self, claim: Claim) -> str:
        """What stands behind an accusation that is printed though nobody has reviewed it."""
        grave = claim.property in GUARDED or self.is_grave(claim)
        return " [not reviewed]" if grave and claim.id not in self.case.reviews else ""

    def quote(self, claim: Claim) -> str:
        """The words of a claim in quotation marks, unless an accusation that is withheld stands in them.

        Who accepted a claim accepted it with its words: those are never parted.
        """
        if self.case.reviews.get(claim.id) == "accept":
            return f"“{claim.quote}”"
        if self.touches(claim) and (self._holds_hidden(claim.quote) or self._names(claim)):
            return HELD_BACK
        return f"“{claim.quote}”"

    def _names(self, claim: Claim) -> bool:
        """Whether a claim that needs nobody's word names a person in words that a withheld one shares."""
        return not self.is_grave(claim) and self.accusing.named_in(claim.document, claim.start, claim.end)

    def touches(self, claim: Claim) -> bool:
        """Whether an accusation that is withheld stands in a claim's words."""
        return self.in_withheld(claim.document, claim.start, claim.end)

    def in_withheld(self, document: str, start: int, end: int) -> bool:
        """Whether an accusation that is withheld stands in a stretch of a report."""
        return any(first < end and start < last for first, last in self._spans.get(document, ()))

    def _holds_hidden(self, text: str) -> bool:
        folded = f" {fold_words(text)} "
        return any(f" {name} " in folded for name in self._hidden_names)

    def clean(self, text: str) -> bool:
        """Whether a sentence says nothing grave of somebody whose accusation is withheld."""
        return not (self._holds_hidden(text) and accuses(text))

    def clean_name(self, text: str) -> bool:
        """Whether a title or file name holds no accusation that nobody accepted, whatever part of a name it uses."""
        if text not in self._clean:
            grave = holds_grave(text, self._hidden_parts, strict=True)
            open_ = not self.options.unreviewed and holds_grave(text, self._open_parts, strict=False)
            self._clean[text] = not (grave or open_)
        return self._clean[text]

    def finding(self, finding: Finding) -> bool:
        """Whether a finding may be printed: its sentence names who is accused."""
        return self.sentence(finding.reason, self.case.claims_of_finding(finding))

    def sentence(self, reason: str, claims: Iterable[Claim]) -> bool:
        """Whether a sentence over these claims may be printed."""
        return all(self.printed(c) for c in claims) and self.clean(reason)

    def incident(self, incident: Incident) -> str:
        """An incident in a line; without its title where that names somebody whose accusation is withheld."""
        words = incident_words(self.case, incident)
        hidden = holds(words, self._hidden_parts) or not self.clean_name(words)
        return f"{incident.type.capitalize()}, {date_words(incident.date)}" if hidden else words

    def link(self, claim: Claim, at: int) -> str:
        """The name of a link of a claim's chain; a paper without an outlet is known by its title, which may accuse."""
        link = claim.chain[at]
        name = self.case.entity_name(link.referent) or link.name
        return name if self.clean(name) and self.clean_name(name) else self.paper(claim.document)

    def paper(self, document: str) -> str:
        """What a report is called: its outlet, else its file, else its number."""
        found = self.case.documents[document]
        return found.publisher if found.publisher and self.clean_name(found.publisher) else self.file(found)

    def file(self, document: Document) -> str:
        """A report's file name, or its number where that name accuses."""
        if self.clean_name(document.file):
            return document.file
        return f"report {list(self.case.documents).index(document.id) + 1}"

    def other_file(self, name: str) -> str:
        """The name of a file that could not be read, unless it accuses."""
        return name if self.clean_name(name) else "a file whose name is withheld"

    def title(self, document: Document) -> str:
        """A report's title, unless it accuses somebody of what nobody has accepted."""
        text = document.title or ""
        return text if self.clean_name(text) and not self._headed(document) else NO_TITLE

    def _headed(self, document: Document) -> bool:
        """Whether an accusation of somebody by name that is withheld was read in the headline itself."""
        heads = [b for b in document.blocks if b.kind == "headline"]
        named = self._named_spans.get(document.id, ())
        return any(b.start < last and first < b.end for b in heads for first, last in named)

    @cached_property
    def _named_spans(self) -> dict[str, list[tuple[int, int]]]:
        """Where withheld claims stand that accuse somebody by name, by document."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for claim in (self.case.claims[c] for c in self.withheld):
            if self.accusing.persons(claim):
                found[claim.document].append((claim.start, claim.end))
        return found

    @cached_property
    def left_out(self) -> Counter[str]:
        """How many claims, titles, quotes and findings are not printed, by why."""
        case, found = self.case, Counter[str]()
        for ident in self.withheld:
            claim = case.claims[ident]
            found["denied" if claim.stance == "denied" and ident not in case.reviews else "accusation"] += 1
        found["rejected"] = sum(v == "reject" for v in case.reviews.values())
        found["accusation"] -= sum(case.reviews.get(c) == "reject" for c in self.withheld)
        found["claim"] = sum(
            c.id not in self.withheld and c.id not in case.reviews and not self.printed(c) for c in case.claims.values()
        )
        found["quote"] = sum(self.printed(c) and self.quote(c) == HELD_BACK for c in case.claims.values())
        found["title"] = sum(bool(d.title) and self.title(d) == NO_TITLE for d in case.documents.values())
        found["file name"] = sum(not self.clean_name(d.file) for d in case.documents.values())
        found["finding"] = sum(not self.finding(f) for f in case.findings.values())
        found["unread"] = sum(len(a.reading.unread) for a in case.accounts)
        found["stale"] = len(case.stale)
        return found
