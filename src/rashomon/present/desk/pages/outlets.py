"""Outlets: on how many named roots their claims rest, and the grade that a person gives."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from rashomon.present.deciding import ADMIRALTY, grade_outlet
from rashomon.present.desk.paging import turn
from rashomon.present.desk.render import back, live, page
from rashomon.present.desk.rosters import outlet_rows
from rashomon.present.desk.signing import read_form, sign


def outlets(request: Request) -> Response:
    """The list; no grade is computed."""
    case = live(request).resolved
    bare = sum(not d.publisher for d in case.documents.values())
    return page(request, "outlets.html", sheet=turn(request, outlet_rows(case)), grades=ADMIRALTY, bare=bare)


async def save_grade(request: Request) -> Response:
    """Write a grade down."""
    form = await read_form(request)
    behind = live(request)
    signed = sign(request, form)
    decision = grade_outlet(behind.resolved, form.get("outlet", ""), form.get("grade", ""), signed)
    await run_in_threadpool(behind.log().append, decision)
    return back("/outlets", name=signed.by)
