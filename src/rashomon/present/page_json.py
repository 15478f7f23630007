"""One thing of the case, or hits of a search, as rows for scripts: the rows of the whole export, cut to it."""

from __future__ import annotations

from typing import Any

from rashomon.model.link import Incident
from rashomon.present.exports.json_format import claim_row, document_row, entity_row, finding_row, incident_row
from rashomon.present.exports.proposals import proposal_rows
from rashomon.present.lookup import Found, label
from rashomon.present.resolve import Resolved
from rashomon.store.view import Hit


def thing_rows(case: Resolved, found: Found) -> dict[str, Any]:
    """The row of one thing, with the rows of the claims that stand on its page."""
    if found.kind in ("incident", "occurrence"):
        return _incident(case, case.incidents.get(found.id) or case.incidents[str(case.incident(found.id))])
    if found.kind in ("entity", "referent"):
        ident = found.id if found.kind == "entity" else str(case.entity(found.id))
        return {"entity": entity_row(case, case.entities[ident]),
                "claims": [claim_row(case, c) for c in case.claims_of_entity.get(ident, ())]}  # fmt: skip
    if found.kind == "document":
        claims = [c for c in case.claims.values() if c.document == found.id]
        return {
            "document": document_row(case.documents[found.id]),
            "claims": [claim_row(case, c) for c in claims],
        }
    if found.kind == "finding":
        finding = case.findings[found.id]
        return {
            "finding": finding_row(finding),
            "claims": [claim_row(case, case.claims[c]) for c in finding.claims],
        }
    if found.kind == "proposal":
        return {"proposal": next((r for r in proposal_rows(case, claim_row) if r["id"] == found.id), {"id": found.id})}
    return {"claim": claim_row(case, case.claims[found.id])}


def _incident(case: Resolved, incident: Incident) -> dict[str, Any]:
    return {
        "incident": incident_row(case, incident),
        "claims": [claim_row(case, c) for c in case.claims_of_incident.get(incident.id, ())],
        "findings": [finding_row(f) for f in case.findings.values() if f.incident == incident.id],
    }


def hit_rows(case: Resolved, hits: list[Hit]) -> list[dict[str, str]]:
    """Each hit with its kind, id, document and the words found."""
    rows = []
    for hit in hits:
        if hit.kind == "name":
            entity = case.entity(hit.id)
            rows.append({"kind": "name", "id": entity or hit.id, "document": hit.document,
                         "words": case.referents[hit.id].name})  # fmt: skip
        else:
            words = case.claims[hit.id].quote if hit.kind == "claim" else label(case, Found("document", hit.id))
            rows.append({"kind": hit.kind, "id": hit.id, "document": hit.document, "words": words})
    return rows
