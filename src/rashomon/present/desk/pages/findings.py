"""Findings: the register, and one with its claims; marks and notes beside them."""

from __future__ import annotations

import re

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import UsageFault
from rashomon.model.finding import Finding
from rashomon.present.desk.once import once_a_build
from rashomon.present.desk.paging import turn
from rashomon.present.desk.places import paragraph, place_of
from rashomon.present.desk.remarks import looked_at, notes_by_finding
from rashomon.present.desk.render import back, live, page
from rashomon.present.desk.rosters import finding_rows
from rashomon.present.desk.signing import local, read_form, sign
from rashomon.present.resolve import Resolved
from rashomon.store.notes import make_note, open_notes
from rashomon.text.fold import fold, fold_words

MOST = 40
"""Claims of one finding that its page shows in their paragraphs."""


def findings(request: Request) -> Response:
    """The register, filtered."""
    behind = live(request)
    case = behind.resolved
    wanted = {k: request.query_params.get(k, "") for k in ("q", "kind", "incident", "looked")}
    notes = notes_by_finding(behind.case)
    looked = looked_at(notes)
    rows = [f for f in _chosen(case, wanted) if _looked(f.id, wanted["looked"], looked)]
    gone = [n for ident, of in notes.items() if ident not in case.findings for n in of]
    kinds = list(dict.fromkeys(f.kind for f in finding_rows(case)))
    return page(request, "findings.html", sheet=turn(request, rows), wanted=wanted, kinds=kinds, notes=notes, gone=gone)


def _chosen(case: Resolved, wanted: dict[str, str]) -> list[Finding]:
    words = fold_words(wanted["q"])
    ids = None
    if wanted["incident"]:
        ids = {f.id for f in case.findings_of_incident.get(wanted["incident"], ())}
    return [
        f
        for f in finding_rows(case)
        if (not wanted["kind"] or f.kind == wanted["kind"])
        and (ids is None or f.id in ids)
        and (not words or words in folded_reasons(case)[f.id])
    ]


@once_a_build
def folded_reasons(case: Resolved) -> dict[str, str]:
    """Each finding's sentence as it is searched."""
    between = re.compile(r"[\W_]+")
    return {f.id: between.sub(" ", fold(f.reason).replace("'", "")) for f in case.findings.values()}


def _looked(ident: str, wanted: str, looked: frozenset[str]) -> bool:
    return not wanted or (ident in looked) == (wanted == "yes")


def finding(request: Request) -> Response:
    """One finding: its sentence, and each claim behind it in its paragraph."""
    found = _finding(request)
    case = live(request).resolved
    claims = case.claims_of_finding(found)
    shown = [(c, case.documents[c.document], *paragraph(case, c)) for c in claims[:MOST]]
    notes = notes_by_finding(live(request).case)
    return page(
        request, "finding.html", finding=found, shown=shown, more=len(claims) - len(shown),
        notes=notes.get(found.id, []), place_of=place_of,
    )  # fmt: skip


def _finding(request: Request) -> Finding:
    found = live(request).resolved.findings.get(request.path_params["ident"])
    if found is None:
        raise UsageFault("this finding no longer stands: a report or a decision changed since")
    return found


async def add_note(request: Request) -> Response:
    """Keep a remark, or that the finding was looked at."""
    form = await read_form(request)
    found = _finding(request)
    looked = "looked" in form
    signed = sign(request, form, why_needed=not looked)
    note = make_note(found.id, found.reason, looked, signed)
    await run_in_threadpool(open_notes(live(request).case).append, note)
    return back(local(form.get("back", ""), f"/findings/{found.id}"), name=signed.by)


async def withdraw_note(request: Request) -> Response:
    """Take a note or a mark back."""
    form = await read_form(request)
    signed = sign(request, form)
    log = open_notes(live(request).case)
    await run_in_threadpool(log.withdraw, request.path_params["note"], signed)
    return back(f"/findings/{request.path_params['ident']}", name=signed.by)
