"""People, bodies and other named things: the list, the page of one, and the log of who was asked for comment."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import UsageFault
from rashomon.model.link import Entity
from rashomon.present.desk.paging import turn
from rashomon.present.desk.places import place_of
from rashomon.present.desk.profile import make_profile, period_words
from rashomon.present.desk.remarks import replies_of
from rashomon.present.desk.render import back, live, page
from rashomon.present.desk.rosters import entity_rows
from rashomon.present.desk.signing import read_form, sign
from rashomon.present.lookup import Found, select
from rashomon.present.replying import offered
from rashomon.present.resolve import Resolved
from rashomon.store.replies import make_reply, open_replies
from rashomon.text.calendar import parse_day
from rashomon.text.fold import fold_words

TYPES = {
    "person": "people", "organization": "organisations", "place": "places", "document": "cited papers",
    "phone": "telephones", "vehicle": "vehicles", "weapon": "weapons", "bank_account": "bank accounts",
    "other": "other",
}  # fmt: skip
SIDE = 20
"""Sentences that may reply, shown on somebody's page."""
WAYS = ("telephone", "e-mail", "letter", "message", "in person", "through a lawyer", "through a spokesperson")


def people(request: Request) -> Response:
    """The list: people unless another type is asked for."""
    case = live(request).resolved
    kind = request.query_params.get("type", "person")
    q = request.query_params.get("q", "")
    words = fold_words(q)
    rows = [
        r
        for r in entity_rows(case)
        if r.entity.type == kind and (not words or any(words in fold_words(n) for n in (r.entity.name, *r.written)))
    ]
    there = {e.type for e in case.entities.values()} | {"person"}
    types = {k: v for k, v in TYPES.items() if k in there}
    return page(request, "people.html", sheet=turn(request, rows), kind=kind, types=types, q=q)


def person(request: Request) -> Response:
    """One person, body or thing."""
    case = live(request).resolved
    entity = _entity(case, request.path_params["ident"])
    profile = make_profile(case, entity)
    return page(
        request,
        "person.html",
        who=profile,
        replies=replies_of(live(request).case, case, entity.id),
        findings=case.findings_of_entity.get(entity.id, ()),
        period_words=period_words,
        ways=WAYS,
        heading=TYPES[entity.type],
        place_of=place_of,
        offers=offered(case, (c for g in profile.grades for c in g.claims), profile.denials)[:SIDE],
    )


def _entity(case: Resolved, ident: str) -> Entity:
    if ident not in case.entities:
        raise UsageFault("there is nobody of that address in this case; a build may have joined two names into one")
    return case.entities[ident]


async def ask_comment(request: Request) -> Response:
    """Write down that somebody was asked for comment, or the answer that came."""
    form = await read_form(request)
    case = live(request).resolved
    entity = _entity(case, request.path_params["ident"])
    signed = sign(request, form, why_needed=False)
    if parse_day(form.get("asked")) is None:
        raise UsageFault("say on which day they were asked (YYYY-MM-DD)")
    if not form.get("way"):
        raise UsageFault("say by which way they were asked")
    who = select(case, Found("entity", entity.id))
    reply = make_reply(who, entity.name, form["asked"], form["way"], form.get("answer") or None, signed)
    await run_in_threadpool(open_replies(live(request).case).append, reply)
    return back(f"/people/{entity.id}#reply", name=signed.by)


async def withdraw_reply(request: Request) -> Response:
    """Take back a line of that log."""
    form = await read_form(request)
    signed = sign(request, form)
    log = open_replies(live(request).case)
    await run_in_threadpool(log.withdraw, request.path_params["reply"], signed)
    return back(f"/people/{request.path_params['ident']}#reply", name=signed.by)
