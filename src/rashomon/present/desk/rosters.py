"""Who and what is in the case, in the order in which a reader wants it; worked out once a build."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rashomon.model.claim import ACCUSATIONS, Claim, Unread
from rashomon.model.document import Document
from rashomon.model.finding import Finding, Origins
from rashomon.model.link import Entity, Incident
from rashomon.present.desk.marks import GRADES, RANK
from rashomon.present.desk.once import once_a_build
from rashomon.present.resolve import Resolved

NOT_SAID = ("denied", "undetermined")
"""Stances of claims that accuse nobody: a denial, and what the program could not tell."""


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident with how much stands on it; `roots` counts separately named sources."""

    incident: Incident
    claims: int
    reports: int
    origins: Origins | None
    kinds: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class EntityRow:
    """Somebody or something with how much stands on it; `written` are its other spellings."""

    entity: Entity
    written: tuple[str, ...]
    claims: int
    reports: int
    accusations: int
    statements: int


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet, its reports, and on how many separately named roots their claims rest."""

    name: str
    reports: int
    claims: int
    roots: int
    not_recorded: int


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A sentence that was not read, or not wholly, in its report."""

    document: Document
    unread: Unread


@once_a_build
def incident_rows(case: Resolved) -> tuple[IncidentRow, ...]:
    """Incidents, those with the most claims first."""
    rows = [_incident_row(case, i) for i in case.incidents.values()]
    return tuple(sorted(rows, key=lambda r: (-r.claims, r.incident.title, r.incident.id)))


def _incident_row(case: Resolved, incident: Incident) -> IncidentRow:
    claims = case.claims_of_incident.get(incident.id, [])
    kinds = Counter(f.kind for f in case.findings_of_incident.get(incident.id, ()) if f.incident == incident.id)
    ordered = tuple(sorted(kinds.items(), key=lambda k: RANK[k[0]]))
    return IncidentRow(incident, len(claims), len({c.document for c in claims}), case.origins.get(incident.id), ordered)


@once_a_build
def entity_rows(case: Resolved) -> tuple[EntityRow, ...]:
    """Everybody and everything with a name, those with the most claims first."""
    rows = [
        _entity_row(case, e) for e in case.entities.values() if any(case.referents[r].named for r in e.referents)
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda r: (-r.accusations, -r.claims, r.entity.name, r.entity.id)))


def _entity_row(case: Resolved, entity: Entity) -> EntityRow:
    claims = case.claims_of_entity.get(entity.id, [])
    written = {n for r in entity.referents for n in written_names(case, r)} - {entity.name}
    accusations = sum(is_accused(case, entity.id, c) and c.stance not in NOT_SAID for c in claims)
    reports = {case.referents[r].document for r in entity.referents}
    said = len(case.said_by_entity.get(entity.id, ()))
    return EntityRow(entity, tuple(sorted(written)), len(claims), len(reports), accusations, said)


def is_accused(case: Resolved, entity: str, claim: Claim) -> bool:
    """True where the claim says something of this entity that could be held against it."""
    if claim.property not in GRADES:
        return False
    if claim.property in ACCUSATIONS:
        return entity == (case.entity(claim.value.referent) or case.entity(claim.subject.referent))
    return entity == case.entity(claim.subject.referent)


def written_names(case: Resolved, referent: str) -> set[str]:
    """The names that one report uses for somebody."""
    record = case.referents[referent]
    mentions = (case.mentions[m][1] for m in record.mentions if m in case.mentions)
    return {m.quote for m in mentions if m.form == "name"} | {a.name for a in record.aliases} | {record.name}


@once_a_build
def outlet_rows(case: Resolved) -> tuple[OutletRow, ...]:
    """Outlets, those with the most reports first; reports that name none are not among them."""
    reports = Counter(d.publisher for d in case.documents.values() if d.publisher)
    roots: dict[str, set[str]] = {name: set() for name in reports}
    claims: Counter[str] = Counter()
    bare: Counter[str] = Counter()
    for claim in case.claims.values():
        name = case.documents[claim.document].publisher
        if not name:
            continue
        claims[name] += 1
        if claim.root is None:
            bare[name] += 1
        else:
            link = claim.chain[claim.root]
            roots[name].add(case.entity(link.referent) or link.name)
    return tuple(OutletRow(n, count, claims[n], len(roots[n]), bare[n]) for n, count in reports.most_common())


@once_a_build
def finding_rows(case: Resolved) -> tuple[Finding, ...]:
    """Findings, what a reader should see first first."""
    weight = {r.incident.id: n for n, r in enumerate(incident_rows(case))}
    last = len(weight)
    return tuple(sorted(case.findings.values(), key=lambda f: (RANK[f.kind], weight.get(f.incident or "", last), f.id)))


@once_a_build
def unread_rows(case: Resolved) -> tuple[UnreadRow, ...]:
    """Sentences with a figure, an accusation or a contact that were not read, or not wholly."""
    return tuple(UnreadRow(a.document, u) for a in case.accounts for u in a.reading.unread)


@once_a_build
def period(case: Resolved) -> tuple[str | None, str | None]:
    """The first and the last day on which a report was published."""
    days = sorted(d.published[:10] for d in case.documents.values() if d.published)
    return (days[0], days[-1]) if days else (None, None)
