"""Whom to show in what is shared: asked once a case, answered by a press a person, never part of a report."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import UsageFault
from rashomon.present.asking import Answer, questions, write_answers
from rashomon.present.desk.render import back, live, page
from rashomon.present.desk.signing import read_form, sign
from rashomon.present.masking import Wishes


def whom(request: Request) -> Response:
    """The list, and the phrases that identify somebody by relation."""
    behind = live(request)
    found = questions(behind.case, behind.resolved, Wishes())
    return page(request, "whom.html", candidates=found.candidates, relations=found.relations)


async def answer_whom(request: Request) -> Response:
    """Write down that a name stays or goes."""
    form = await read_form(request)
    behind, signed = live(request), sign(request, form, why_needed=False)
    if form.get("answer") not in ("show", "mask"):
        raise UsageFault("say whether the name is shown or masked")
    answer = Answer(request.path_params["ident"], form["answer"] == "show")
    await run_in_threadpool(write_answers, behind.case, [answer], signed.by, signed.at, behind.resolved)
    return back("/whom", name=signed.by)
