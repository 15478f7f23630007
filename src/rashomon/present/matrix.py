"""The account matrix of an incident: one column an account, one row a fact, each cell what that account says."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from rashomon.model.claim import ACCUSATIONS, Claim
from rashomon.model.document import Document
from rashomon.model.finding import Finding
from rashomon.present.resolve import Resolved
from rashomon.present.words import ORDER, PROPERTY, value_words

Row = tuple[str, dict[str, list[Claim]], list[Finding]]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Columns are documents; `copies` maps a document to those it shares a text or a root with, by finding.

    Each row has a heading, the claims by document id, and the findings between them. `folded` maps a report that
    shares its wording with earlier ones to the earliest of them, in whose column it can be shown.
    """

    columns: tuple[Document, ...]
    copies: dict[str, tuple[str, ...]]
    rows: tuple[Row, ...]
    folded: dict[str, str] = field(default_factory=dict)


def make_matrix(case: Resolved, incident: str) -> Matrix:
    """The matrix of an incident, facts in a fixed order, a row for each person an accusation names."""
    claims = [c for c in case.claims_of_incident.get(incident, []) if c.repeats is None]
    found: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in sorted(claims, key=lambda c: (ORDER[c.property], c.start)):
        found[_heading(case, claim)][claim.document].append(claim)
    findings = [f for f in case.findings_of_incident.get(incident, ()) if f.incident == incident]
    rows = [(_denied(head, cells), dict(cells), _between(cells, findings)) for head, cells in found.items()]
    wanted = {c.document for c in claims}
    columns = tuple(
        sorted((d for d in case.documents.values() if d.id in wanted), key=lambda d: (d.published or "9999", d.file))
    )
    return Matrix(columns, _copies(case, wanted), tuple(rows), _folded(case, incident, wanted))


def _heading(case: Resolved, claim: Claim) -> str:
    head = PROPERTY[claim.property]
    return f"{head}: {value_words(case, claim)}" if claim.property in ACCUSATIONS else head


def _denied(head: str, cells: dict[str, list[Claim]]) -> str:
    """A row's heading; where an accusation is only denied, the heading says so and accuses nobody."""
    claims = [c for of in cells.values() for c in of]
    return f"denied: {head}" if all(c.stance == "denied" and c.property in ACCUSATIONS for c in claims) else head


def _between(cells: dict[str, list[Claim]], findings: list[Finding]) -> list[Finding]:
    ids = {c.id for claims in cells.values() for c in claims}
    return [f for f in findings if f.kind != "dependence" and ids.intersection(f.claims)]


def _copies(case: Resolved, wanted: set[str]) -> dict[str, tuple[str, ...]]:
    linked: dict[str, set[str]] = defaultdict(set)
    for finding in case.findings.values():
        if finding.kind == "dependence":
            for document in wanted.intersection(finding.documents):
                linked[document] |= wanted.intersection(finding.documents) - {document}
    return {k: tuple(sorted(v)) for k, v in linked.items()}


def _folded(case: Resolved, incident: str, wanted: set[str]) -> dict[str, str]:
    """Reports with shared wording on this incident, each mapped to the earliest; one without a date comes last."""
    found: dict[str, str] = {}
    for finding in case.findings_of_incident.get(incident, ()):
        if finding.tie == "wording":
            group = sorted(
                wanted.intersection(finding.documents), key=lambda d: (case.documents[d].published or "~", d)
            )
            for copy in group[1:]:
                found.setdefault(copy, found.get(group[0], group[0]))
    return {copy: head for copy, head in found.items() if copy != head and head not in found}
