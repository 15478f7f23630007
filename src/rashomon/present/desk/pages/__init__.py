"""The table of pages: method, path, function. One file a page."""

from __future__ import annotations

from rashomon.present.desk import rosters
from rashomon.present.desk.happenings import happenings
from rashomon.present.desk.pages.calls import calls
from rashomon.present.desk.pages.claims import claim, claim_quote
from rashomon.present.desk.pages.decide import (
    build_progress,
    decide,
    decide_one,
    decisions,
    save_decision,
    start_build,
    withdraw_decision,
)
from rashomon.present.desk.pages.documents import (
    add_claim,
    document,
    documents,
    unread,
    withdraw_addition,
)
from rashomon.present.desk.pages.findings import add_note, finding, findings, folded_reasons, withdraw_note
from rashomon.present.desk.pages.incidents import incident, incidents
from rashomon.present.desk.pages.leaves import claim_page, claim_picture
from rashomon.present.desk.pages.map import map_json, map_page, spots
from rashomon.present.desk.pages.network import lineage, lineage_json, network, network_json, tie
from rashomon.present.desk.pages.outlets import outlets, save_grade
from rashomon.present.desk.pages.overview import contents, overview
from rashomon.present.desk.pages.people import ask_comment, people, person, withdraw_reply
from rashomon.present.desk.pages.proposals import proposals, save_proposal
from rashomon.present.desk.pages.search import search
from rashomon.present.desk.pages.timeline import timeline, timeline_json
from rashomon.present.desk.pages.whom import answer_whom, whom
from rashomon.present.desk.queue import queue_items
from rashomon.present.desk.ties import accepted_edges, edges_of, whole_lineage
from rashomon.present.resolve import Resolved

ROUTES = (
    ("GET", "/", overview),
    ("GET", "/contents.json", contents),
    ("GET", "/incidents", incidents),
    ("GET", "/incidents/{ident}", incident),
    ("GET", "/claims/{ident}", claim),
    ("GET", "/claims/{ident}/quote", claim_quote),
    ("GET", "/claims/{ident}/page", claim_page),
    ("GET", "/claims/{ident}/page.png", claim_picture),
    ("GET", "/people", people),
    ("GET", "/people/{ident}", person),
    ("POST", "/people/{ident}/replies", ask_comment),
    ("POST", "/people/{ident}/replies/{reply}/withdraw", withdraw_reply),
    ("GET", "/whom", whom),
    ("POST", "/whom/{ident}", answer_whom),
    ("GET", "/calls", calls),
    ("GET", "/documents", documents),
    ("GET", "/documents/{ident}", document),
    ("POST", "/documents/{ident}/additions", add_claim),
    ("POST", "/documents/{ident}/additions/{addition}/withdraw", withdraw_addition),
    ("GET", "/unread", unread),
    ("GET", "/findings", findings),
    ("GET", "/findings/{ident}", finding),
    ("POST", "/findings/{ident}/notes", add_note),
    ("POST", "/findings/{ident}/notes/{note}/withdraw", withdraw_note),
    ("GET", "/decide", decide),
    ("GET", "/decide/{key}", decide_one),
    ("POST", "/decide", save_decision),
    ("GET", "/proposals", proposals),
    ("POST", "/proposals", save_proposal),
    ("GET", "/decisions", decisions),
    ("POST", "/decisions/{ident}/withdraw", withdraw_decision),
    ("GET", "/build", build_progress),
    ("POST", "/build", start_build),
    ("GET", "/outlets", outlets),
    ("POST", "/outlets", save_grade),
    ("GET", "/search", search),
    ("GET", "/timeline", timeline),
    ("GET", "/timeline.json", timeline_json),
    ("GET", "/network", network),
    ("GET", "/network.json", network_json),
    ("GET", "/network/tie", tie),
    ("GET", "/lineage", lineage),
    ("GET", "/lineage.json", lineage_json),
    ("GET", "/map", map_page),
    ("GET", "/map.json", map_json),
)


def warm(case: Resolved) -> None:
    """Work out, when a build is loaded, what every page would otherwise wait for."""
    for make in (rosters.incident_rows, rosters.entity_rows, rosters.finding_rows, rosters.outlet_rows,
                 rosters.unread_rows, queue_items, happenings, edges_of, accepted_edges, spots, whole_lineage, folded_reasons):  # fmt: skip
        make(case)
    _ = (case.findings_of_claim, case.findings_of_entity, case.matches_of_entity, case.account_of, case.reviews)
    _ = case.referent_at
