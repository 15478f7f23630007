"""Local ids laid over with the case's: which entity a referent is, which incident an occurrence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from rashomon.model.account import Account
from rashomon.model.annotation import Mention, Referent
from rashomon.model.case_settings import CaseSettings
from rashomon.model.claim import Claim, Occurrence
from rashomon.model.document import Document, Rejected
from rashomon.model.finding import Finding, Origins, Weighed
from rashomon.model.link import Attached, Entity, Incident, Linked, Match, Seen
from rashomon.model.proposal import Outcome
from rashomon.model.seeing import see_claim
from rashomon.store.view import CaseView

NO_SETTINGS = CaseSettings()


class Resolved:
    """A whole case in memory, indexed by id: what the windows are drawn from.

    `case_settings` is what its user sets, whom to show and whom to protect among it; a masked case carries none.
    """

    def __init__(
        self,
        accounts: Sequence[Account],
        linked: Linked,
        weighed: Weighed,
        attached: tuple[Attached, ...],
        rejected: tuple[Rejected, ...],
        case_settings: CaseSettings = NO_SETTINGS,
    ) -> None:
        self.accounts = sorted(accounts, key=lambda a: (a.document.file, a.document.id))
        self.linked, self.weighed, self.attached, self.rejected = linked, weighed, attached, rejected
        self.case_settings = case_settings

    @classmethod
    def of(cls, view: CaseView) -> Resolved:
        """Everything a built case holds."""
        settings = view.case_settings()
        return cls(list(view.accounts()), view.linked(), view.weighed(), view.attached(), view.rejected(), settings)

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents by id, by file name."""
        return {a.document.id: a.document for a in self.accounts}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id, in the order of documents and text."""
        return {c.id: c for a in self.accounts for c in a.reading.claims}

    @cached_property
    def referents(self) -> dict[str, Referent]:
        """Local referents by id."""
        return {r.id: r for a in self.accounts for r in a.annotations.referents}

    @cached_property
    def occurrences(self) -> dict[str, Occurrence]:
        """Local occurrences by id."""
        return {o.id: o for a in self.accounts for o in a.reading.occurrences}

    @cached_property
    def mentions(self) -> dict[str, tuple[str, Mention]]:
        """Mentions by id, each with its document's id."""
        return {m.id: (a.document.id, m) for a in self.accounts for m in a.annotations.mentions}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
        return {e.id: e for e in self.linked.entities}

    @cached_property
    def incidents(self) -> dict[str, Incident]:
        """Incidents by id."""
        return {i.id: i for i in self.linked.incidents}

    @cached_property
    def findings(self) -> dict[str, Finding]:
        """Findings by id."""
        return {f.id: f for f in self.weighed.findings}

    @cached_property
    def origins(self) -> dict[str, Origins]:
        """Origins by incident id."""
        return {o.incident: o for o in self.weighed.origins}

    @cached_property
    def _entity_of(self) -> dict[str, str]:
        return {r: e.id for e in self.linked.entities for r in e.referents}

    @cached_property
    def _incident_of(self) -> dict[str, str]:
        return {o: i.id for i in self.linked.incidents for o in i.occurrences}

    def entity(self, referent: str | None) -> str | None:
        """The entity id of a local referent."""
        return self._entity_of.get(referent) if referent else None

    def incident(self, occurrence: str | None) -> str | None:
        """The incident id of a local occurrence; None for a generic one, which is no incident."""
        return self._incident_of.get(occurrence) if occurrence else None

    def entity_name(self, referent: str | None) -> str | None:
        """The case's name for a local referent."""
        ident = self.entity(referent)
        return self.entities[ident].name if ident else None

    @cached_property
    def claims_of_incident(self) -> dict[str, list[Claim]]:
        """Claims by the incident they are about."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            ident = self.incident(claim.subject.occurrence)
            if ident:
                found[ident].append(claim)
        return found

    @cached_property
    def claims_of_entity(self) -> dict[str, list[Claim]]:
        """Claims by every entity in them: subject, value, party of a contact."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            parties = (p.referent for p in claim.value.parties)
            ids = {self.entity(r) for r in (claim.subject.referent, claim.value.referent, *parties)}
            for ident in sorted(i for i in ids if i):
                found[ident].append(claim)
        return found

    @cached_property
    def reviews(self) -> dict[str, str]:
        """ "accept" or "reject" by claim id: the last standing decision of a person; what was corrected is rejected."""
        corrected = {c.corrects: "reject" for c in self.claims.values() if c.corrects in self.claims}
        taken = {
            o.claim.id: "accept" for o in self.proposals.values() if o.decision and o.claim and o.verdict == "admitted"
        }
        return (
            corrected
            | taken
            | {
                a.a: a.decision.verdict
                for a in self.attached
                if a.a and a.found and a.decision.verdict in ("accept", "reject") and not a.decision.withdrawn
            }
        )

    @cached_property
    def proposals(self) -> dict[str, Outcome]:
        """What other readers proposed, with what became of it, by id."""
        return {o.proposal.id: o for a in self.accounts for o in a.outcomes}

    def document_of(self, one: Outcome) -> str:
        """The id of the document that a proposal is for."""
        return next(d.id for d in self.documents.values() if d.sha256 == one.proposal.sha256)

    @cached_property
    def stale(self) -> tuple[Attached, ...]:
        """Standing decisions whose words are read otherwise now, and that nobody has made again."""
        standing = [a for a in self.attached if not a.decision.withdrawn]
        made = {frozenset((a.a, a.b)) for a in standing if a.found}
        return tuple(a for a in standing if a.stale and frozenset((a.a, a.b)) not in made)

    def seen(self, claim: Claim) -> Seen:
        """A claim as a person who decides on it sees it."""
        incident = self.incidents.get(self.incident(claim.subject.occurrence) or "")
        return see_claim(claim, self.entity_name, incident.title if incident else None)

    @cached_property
    def account_of(self) -> dict[str, Account]:
        """Documents as read, by document id."""
        return {a.document.id: a for a in self.accounts}

    @cached_property
    def findings_of_incident(self) -> dict[str, list[Finding]]:
        """Findings by the incident they are about, and by the incidents of the claims they compare."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings.values():
            ids = {self.incident(c.subject.occurrence) for c in self.claims_of_finding(finding)}
            for ident in sorted(i for i in {*ids, finding.incident} if i):
                found[ident].append(finding)
        return found

    @cached_property
    def findings_of_entity(self) -> dict[str, list[Finding]]:
        """Findings by the entity they are about."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings.values():
            if finding.entity:
                found[finding.entity].append(finding)
        return found

    @cached_property
    def findings_of_claim(self) -> dict[str, list[Finding]]:
        """Findings by the claims they compare."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings.values():
            for claim in finding.claims:
                found[claim].append(finding)
        return found

    def claims_of_finding(self, finding: Finding) -> list[Claim]:
        """The claims that a finding compares."""
        return [self.claims[c] for c in finding.claims if c in self.claims]

    @cached_property
    def matches_of_entity(self) -> dict[str, list[Match]]:
        """What was compared and was close, by each of the two entities."""
        found: dict[str, list[Match]] = defaultdict(list)
        for match in self.linked.matches:
            if match.kind == "entity":
                for ident in sorted({e for e in (self.entity(match.a), self.entity(match.b)) if e}):
                    found[ident].append(match)
        return found

    @cached_property
    def said_by_entity(self) -> dict[str, list[Claim]]:
        """Claims by the entity that is their innermost speaker."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            ident = self.entity(claim.chain[-1].referent) if claim.chain else None
            if ident:
                found[ident].append(claim)
        return found

    @cached_property
    def referent_at(self) -> dict[tuple[str, int], str]:
        """Local referents by the original's sha256 and where one of their mentions starts."""
        return {
            (self.documents[document].sha256, mention.start): mention.referent
            for document, mention in self.mentions.values()
            if mention.referent
        }


def open_build(case: Path) -> Resolved:
    """The last build of the case in a folder, whole in memory. Raises UsageFault where there is none."""
    view = CaseView(case)
    try:
        return Resolved.of(view)
    finally:
        view.close()
