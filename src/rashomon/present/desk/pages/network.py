"""Who was in contact with whom, and who cites whom: drawn, and as tables; a tie opens its claims."""

from __future__ import annotations

from dataclasses import asdict

from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import UsageFault
from rashomon.present.desk.drawn import drawn_lineage
from rashomon.present.desk.paging import turn
from rashomon.present.desk.render import as_json, live, page
from rashomon.present.desk.ties import ASIDE, accepted_edges, draw_contacts, draw_lineage, edges_of, find_tie
from rashomon.present.exports.graphml import node_name


def network(request: Request) -> Response:
    """The page of contacts."""
    case = live(request).resolved
    who, kind = request.query_params.get("who", ""), request.query_params.get("kind", "")
    edges = [e for e in edges_of(case) if (not kind or e.kind == kind) and (not who or who in (e.a, e.b))]
    kinds = sorted({e.kind for e in edges_of(case)})
    every = request.query_params.get("every") == "yes"
    drawn = draw_contacts(case, who=who, kind=kind, every=every)
    accepted = {(e.a, e.b, e.kind) for e in accepted_edges(case)}
    open_ties = sum((e.a, e.b, e.kind) not in accepted for e in edges)
    not_told = sum(c.property == "contact" and c.stance == "undetermined" for c in case.claims.values())
    return page(request, "network.html", left_out=drawn.left_out, drawn=len(drawn.edges), sheet=turn(request, edges),
                who=who, kind=kind, kinds=kinds, aside=ASIDE, node_name=node_name, accepted=accepted, open_ties=open_ties,
                every=every, not_told=not_told)  # fmt: skip


def network_json(request: Request) -> Response:
    """Nodes and edges of contacts."""
    case = live(request).resolved
    who, kind = request.query_params.get("who", ""), request.query_params.get("kind", "")
    every = request.query_params.get("every") == "yes"
    return as_json(asdict(draw_contacts(case, who=who, kind=kind, every=every)))


def tie(request: Request) -> Response:
    """The claims of one tie: a page, or the piece that a click on an edge opens."""
    case = live(request).resolved
    names = [request.query_params.get(n, "") for n in ("a", "b", "kind")]
    found = find_tie(case, *names)
    if found is None:
        raise UsageFault("there is no such tie in this case")
    template = "tie_piece.html" if request.headers.get("hx-request") else "tie.html"
    claims = [case.claims[c] for c in found.claims[:60]]
    return page(request, template, tie=found, claims=claims, node_name=node_name, aside=ASIDE)


def lineage(request: Request) -> Response:
    """The page of who cites whom."""
    case = live(request).resolved
    incident = request.query_params.get("incident", "")
    drawing = draw_lineage(case, incident)
    names = {n["id"]: n for n in drawing.nodes}
    edges = turn(request, drawing.edges)
    return page(request, "lineage.html", sheet=edges, names=names, incident=incident, left_out=drawing.left_out)


def lineage_json(request: Request) -> Response:
    """Nodes and edges of who cites whom."""
    case = live(request).resolved
    return as_json(asdict(drawn_lineage(case, draw_lineage(case, request.query_params.get("incident", "")))))
