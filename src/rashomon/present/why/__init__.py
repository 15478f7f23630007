"""Why a claim, a finding, an incident or an identity stands as it does: by which words, rule and reasons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rashomon.errors import UsageFault
from rashomon.model.ledger import ReadAnew, RuleEntry
from rashomon.model.link import Incident
from rashomon.present.lookup import Found, look_up
from rashomon.present.page_json import thing_rows
from rashomon.present.proposed import proposal_lines
from rashomon.present.resolve import Resolved
from rashomon.present.why.claims import why_claim
from rashomon.present.why.compared import why_finding
from rashomon.present.why.joined import why_entity, why_incident
from rashomon.present.why.section import Section

__all__ = ["Section", "incident_meant", "why", "why_claim", "why_lines", "why_rows"]


def why(case: Resolved, found: Found, anew: ReadAnew | None, rules: Sequence[RuleEntry]) -> tuple[Section, ...]:
    """The sections that explain what was found; `anew` is a claim's report read again, where it was.

    Raises UsageFault for a report: of that every claim can be asked.
    """
    if found.kind == "claim":
        return why_claim(case, case.claims[found.id], anew, rules)
    if found.kind == "finding":
        return why_finding(case, case.findings[found.id])
    if found.kind in ("incident", "occurrence"):
        return why_incident(case, _incident(case, found))
    if found.kind in ("entity", "referent"):
        return why_entity(case, case.entities[found.id if found.kind == "entity" else str(case.entity(found.id))])
    if found.kind == "proposal":
        one = case.proposals[found.id]
        return (Section("proposal", "Proposal", tuple(proposal_lines(case, one))),)
    raise UsageFault("a report is what is read; ask of a claim in it, a finding, an incident or a name")


def incident_meant(case: Resolved, what: str) -> Incident:
    """The incident that an id, the start of one or a part of a title stands for. Raises UsageFault where it stands for none."""
    found = look_up(case, what)
    if found.kind not in ("incident", "occurrence"):
        raise UsageFault(f"{what!r} is no incident; only of two incidents it is told why they are kept apart")
    return _incident(case, found)


def _incident(case: Resolved, found: Found) -> Incident:
    ident = found.id if found.kind == "incident" else case.incident(found.id)
    if ident is None:
        raise UsageFault("events in general: no single incident is made of them")
    return case.incidents[ident]


def why_lines(sections: Sequence[Section]) -> list[str]:
    """The sections for a terminal: each heading, and what stands under it."""
    return [line for s in sections for line in (s.heading, *(f"  {line}" for line in s.lines), "")][:-1]


def why_rows(case: Resolved, found: Found, sections: Sequence[Section]) -> dict[str, Any]:
    """The same for scripts, with the rows of what is explained."""
    told = [{"about": s.about, "heading": s.heading, "lines": list(s.lines)} for s in sections]
    return {"kind": found.kind, "id": found.id, "why": told, **thing_rows(case, found)}
