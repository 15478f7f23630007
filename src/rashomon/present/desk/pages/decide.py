"""The queue of what a person must decide, one thing at a time; the list of what was decided; the next build."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import UsageFault
from rashomon.model.claim import Claim
from rashomon.model.link import Decision
from rashomon.present.deciding import decide_claim, decide_pair, find_local
from rashomon.present.desk.evidence import Evidence, pair_evidence
from rashomon.present.desk.pages.proposals import waiting as waiting_proposals
from rashomon.present.desk.paging import turn
from rashomon.present.desk.places import paragraph, place_of
from rashomon.present.desk.queue import KINDS, Item, accused, is_open, queue_items
from rashomon.present.desk.remarks import looked_at, notes_by_finding, replies_of
from rashomon.present.desk.render import back, live, page
from rashomon.present.desk.rosters import is_accused
from rashomon.present.desk.signing import local, read_form, sign
from rashomon.present.replying import is_expert, offered
from rashomon.present.resolve import Resolved

SIDE = 8
"""Sentences that may reply, shown beside one accusation: near it first, then near others of the same person."""


def decide(request: Request) -> Response:
    """The first thing that waits, or the first after the one that was decided or skipped."""
    behind = live(request)
    case, reviews = behind.resolved, behind.reviews()
    looked = looked_at(notes_by_finding(behind.case))
    kind = request.query_params.get("kind", "")
    items = [i for i in queue_items(case) if not kind or i.kind == kind]
    places = {i.key: n for n, i in enumerate(items)}
    after = places.get(request.query_params.get("after", ""), -1)
    waiting = [i for i in queue_items(case) if is_open(case, i, reviews, looked)]
    keys = {i.key for i in waiting}
    following = [i for i in (*items[after + 1 :], *items[: after + 1]) if i.key in keys]
    return _show(request, following[0] if following else None, waiting)


def decide_one(request: Request) -> Response:
    """One thing of the queue, at its own address, decided or not."""
    behind = live(request)
    case = behind.resolved
    item = next((i for i in queue_items(case) if i.key == request.path_params["key"]), None)
    if item is None:
        raise UsageFault("that is not, or no longer, a thing to decide in this case")
    looked = looked_at(notes_by_finding(behind.case))
    return _show(request, item, [i for i in queue_items(case) if is_open(case, i, behind.reviews(), looked)])


def _show(request: Request, item: Item | None, waiting: list[Item]) -> Response:
    case = live(request).resolved
    saved = request.query_params.get("saved", "")
    last = next((d for d in live(request).decisions() if d.id == saved and not d.withdrawn), None)
    return page(
        request, "decide.html", proposed=waiting_proposals(case, live(request).decisions()), item=item, counts=Counter(i.kind for i in waiting), kinds=KINDS, last=last,
        kind=request.query_params.get("kind", ""), place_of=place_of, **_evidence(request, case, item),
    )  # fmt: skip


def _evidence(request: Request, case: Resolved, item: Item | None) -> dict[str, Any]:
    if item is None:
        return {}
    if item.about == "accusation":
        claim = case.claims[item.a]
        return {"claim": claim, "shown": _in_paragraph(case, [claim]),
                "replies": replies_of(live(request).case, case, accused(case, claim) or ""), **_sides(case, claim)}  # fmt: skip
    if item.about == "identity":
        pair: tuple[Evidence, Evidence] = pair_evidence(case, item.a, item.b)
        match = next((m for m in case.linked.matches if {m.a, m.b} == {item.a, item.b}), None)
        return {"pair": pair, "match": match, "decided": live(request).reviews().of_pair(case, item.places)}
    finding = case.findings[item.key]
    notes = notes_by_finding(live(request).case).get(finding.id, [])
    return {"finding": finding, "shown": _in_paragraph(case, case.claims_of_finding(finding)[:8]), "notes": notes}


def _in_paragraph(case: Resolved, claims: list[Claim]) -> list[tuple[Any, ...]]:
    return [(c, case.documents[c.document], *paragraph(case, c)) for c in claims]


def _sides(case: Resolved, claim: Claim) -> dict[str, Any]:
    """What else is said of the same, and what the accused says."""
    person = accused(case, claim) or ""
    about = [c for c in case.claims_of_entity.get(person, ()) if c.repeats is None and c.id != claim.id]
    same = [c for c in about if c.property == claim.property and accused(case, c) == person]
    others = [c for c in same if c.stance not in ("denied", "undetermined")]
    said = [c for c in case.said_by_entity.get(person, ()) if c.stance == "denied"]
    denied = [c for c in about if c.stance == "denied" and c.property == claim.property and not is_expert(c)]
    denials = list({c.id: c for c in (*said, *denied)}.values())[:8]
    against = [claim, *(c for c in about if is_accused(case, person, c))]
    offers = offered(case, against, denials)[:SIDE]
    return {"person": person, "others": others[:8], "denials": denials, "offers": offers}


async def save_decision(request: Request) -> Response:
    """Write a decision; what the next page calls saved is on the disk."""
    form = await read_form(request)
    behind = live(request)
    signed = sign(request, form)
    if form.get("claim"):
        decision = decide_claim(behind.resolved, form["claim"], form.get("verdict", ""), signed)
    else:
        pair = find_local(behind.resolved, form.get("a", "")), find_local(behind.resolved, form.get("b", ""))
        decision = decide_pair(behind.resolved, pair, form.get("verdict", ""), signed)
    await run_in_threadpool(behind.log().append, decision)
    address = local(form.get("back", ""), "/decide")
    if address.startswith("/decide?"):
        address += f"&saved={decision.id}"
    return back(address, name=signed.by)


def decisions(request: Request) -> Response:
    """Every decision, newest first, with whether the build follows it."""
    behind = live(request)
    case = behind.resolved
    built = {a.decision.id: a for a in case.attached}
    rows = [(d, _state(d, built)) for d in reversed(behind.decisions())]
    return page(request, "decisions.html", sheet=turn(request, rows), contradictions=case.linked.contradictions)


def _state(decision: Decision, built: dict[str, Any]) -> str:
    attached = built.get(decision.id)
    if decision.withdrawn:
        followed = attached is not None and attached.decision.withdrawn is not None
        return "withdrawn" if followed or attached is None else "withdrawn, followed by the next build"
    if attached is None:
        return "waits for the next build"
    if attached.stale:
        return f"stale, not applied, asked again: {'; '.join(attached.changed)}"
    return "in force" if attached.found or decision.verdict == "grade" else "its words were not found again"


async def withdraw_decision(request: Request) -> Response:
    """Take a decision back."""
    form = await read_form(request)
    signed = sign(request, form)
    log = live(request).log()
    await run_in_threadpool(log.withdraw, request.path_params["ident"], signed)
    return back(local(form.get("back", ""), "/decisions"), name=signed.by)


async def start_build(request: Request) -> Response:
    """Start the next build, unless one runs."""
    form = await read_form(request)
    live(request).start_build()
    return back(local(form.get("back", ""), "/decisions"))


def build_progress(request: Request) -> Response:
    """How far the build is: a piece of each page's head."""
    shown = urlsplit(request.headers.get("hx-current-url", "/"))
    here = local(shown.path + (f"?{shown.query}" if shown.query else ""), "/")
    return page(request, "progress.html", here=here)
