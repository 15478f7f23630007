"""The case at a glance: what is in it, what matters most, what was not read, or not wholly."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from rashomon.present.desk import rosters
from rashomon.present.desk.places import place_of
from rashomon.present.desk.render import as_json, live, page
from rashomon.present.resolve import Resolved
from rashomon.present.words import is_read_in_part

SHOWN = 10
NEW = 20_000
"""Ids that a browser is asked to keep; above that it is told only the number."""


def overview(request: Request) -> Response:
    """What is in the case."""
    case = live(request).resolved
    people = [r for r in rosters.entity_rows(case) if r.entity.type == "person"]
    told = [r for r in rosters.incident_rows(case) if r.claims]
    return page(
        request,
        "overview.html",
        outlets=len(rosters.outlet_rows(case)),
        people_count=len(people),
        people=people[:SHOWN],
        incidents=told[:SHOWN],
        told=len(told),
        findings=rosters.finding_rows(case)[:SHOWN],
        period=rosters.period(case),
        undated=_undated(case),
        other_language=sum(not d.claims_read for d in case.documents.values()),
        in_part=sum(map(is_read_in_part, case.accounts)),
        unread=rosters.unread_rows(case)[:6],
        unread_count=len(rosters.unread_rows(case)),
        place_of=place_of,
    )


def _undated(case: Resolved) -> int:
    return sum(not d.published for d in case.documents.values())


def contents(request: Request) -> Response:
    """The ids of reports and findings: the browser compares them with those of the last visit."""
    case = live(request).resolved
    return as_json({"documents": list(case.documents)[:NEW], "findings": list(case.findings)[:NEW]})
