"""Incidents: the list, and the account matrix of one."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import UsageFault
from rashomon.model.link import Incident
from rashomon.present.desk.columns import make_columns, make_rows
from rashomon.present.desk.marks import RANK
from rashomon.present.desk.paging import turn
from rashomon.present.desk.render import live, page
from rashomon.present.desk.rosters import IncidentRow, incident_rows
from rashomon.present.desk.sides import make_sides
from rashomon.present.desk.toll import draw_toll
from rashomon.present.matrix import make_matrix
from rashomon.text.fold import fold_words

COLUMNS = 8
"""Accounts side by side on one sheet: more cannot be read."""


def incidents(request: Request) -> Response:
    """The list, filtered and in an order."""
    case = live(request).resolved
    wanted = {name: request.query_params.get(name, "") for name in ("q", "kind", "by")}
    words = fold_words(wanted["q"])
    rows = [
        r
        for r in incident_rows(case)
        if (not wanted["kind"] or r.incident.type == wanted["kind"])
        and (not words or words in fold_words(f"{r.incident.title} {_place(request, r.incident)}"))
    ]
    if wanted["by"] == "date":
        rows.sort(key=_day)
    elif wanted["by"] == "reports":
        rows.sort(key=lambda r: -r.reports)
    kinds = sorted({i.type for i in case.incidents.values()})
    bare = sum(not r.claims for r in rows)
    return page(request, "incidents.html", sheet=turn(request, rows), wanted=wanted, kinds=kinds, bare=bare, asked="")


def _place(request: Request, found: Incident) -> str:
    entity = live(request).resolved.entities.get(found.place or "")
    return entity.name if entity else ""


def _day(row: IncidentRow) -> str:
    date = row.incident.date
    return (date.earliest or date.latest or "~") if date else "~"


def incident(request: Request) -> Response:
    """One incident: accounts side by side, figures over time, what each side says."""
    case = live(request).resolved
    found = case.incidents.get(request.path_params["ident"])
    if found is None:
        raise UsageFault("there is no such incident in this case; a build may have joined it with another")
    matrix = make_matrix(case, found.id)
    unfold = request.query_params.get("unfold") == "yes"
    columns = make_columns(case, matrix, unfold=unfold)
    sheet = turn(request, columns, size=COLUMNS)
    claims = case.claims_of_incident.get(found.id, [])
    findings = sorted(case.findings_of_incident.get(found.id, ()), key=lambda f: (RANK[f.kind], f.id))
    return page(
        request,
        "incident.html",
        incident=found,
        matrix=matrix,
        origins=case.origins.get(found.id),
        folds=0 if unfold else len(matrix.folded),
        unfold=unfold,
        sheet=sheet,
        rows=make_rows(case, matrix, sheet.items),
        findings=findings,
        toll=draw_toll(case, claims),
        sides=make_sides(case, claims),
    )
