"""Templates: autoescaped, with the users' words as functions; and small answers."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import quote, unquote

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from rashomon.present.desk import marks
from rashomon.present.desk.live import Live
from rashomon.present.desk.once import once_a_build
from rashomon.present.replying import NONE_FOUND
from rashomon.present.resolve import Resolved
from rashomon.present.words import (
    CONTACT_ROLE,
    PROPERTY,
    chain_words,
    date_words,
    day_words,
    governor_words,
    incident_words,
    read_words,
    value_words,
)
from rashomon.text.calendar import format_interval

NAME_COOKIE = "rashomon-name"
OVERRIDES = str.maketrans({"\u202d": "\ufffd", "\u202e": "\ufffd"})
"""Characters that turn the direction of what follows by force: shown as what they are, one for one."""
NAV = (
    ("/", "Case"), ("/incidents", "Incidents"), ("/people", "People"), ("/timeline", "Timeline"),
    ("/network", "Network"), ("/map", "Map"), ("/documents", "Reports"), ("/findings", "Findings"),
    ("/decide", "Decide"),
)  # fmt: skip
CALLS = ("/calls", "Calls")
"""The page of telephone records, in the head of each page where a case has some or names a number."""


@once_a_build
def nav_of(case: Resolved) -> tuple[tuple[str, str], ...]:
    """What stands in the head of each page."""
    told = any(d.calls for d in case.documents.values()) or any(c.property == "phone" for c in case.claims.values())
    return (*NAV[:-2], CALLS, *NAV[-2:]) if told else NAV


@cache
def templates() -> Environment:
    """The template environment; every value is escaped, an unknown name is an error."""
    environment = Environment(
        loader=PackageLoader("rashomon", "data/desk/templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=harmless,
    )
    environment.globals.update(
        PROPERTY=PROPERTY, MARKS=marks.MARKS, GRADES=marks.GRADES, GRADE_NOTES=marks.GRADE_NOTES,
        BASIS=marks.BASIS, STANCE=marks.STANCE, DOCUMENT_KIND=marks.DOCUMENT_KIND, accuses=marks.accusers, NONE_FOUND=NONE_FOUND, CONTACT_ROLE=CONTACT_ROLE,
    )  # fmt: skip
    words = (
        chain_words,
        date_words,
        day_words,
        incident_words,
        value_words,
        format_interval,
        counted,
        governor_words,
        read_words,
    )
    for function in words:
        environment.globals[function.__name__] = function
    return environment


def counted(number: int, word: str) -> str:
    """A number with its noun: 1 claim, 2,000 claims."""
    return f"{number:,} {word}" + ("" if number == 1 else "s")


def harmless(value: Any) -> Any:
    """A value without characters that force the direction of what stands after it."""
    return value.translate(OVERRIDES) if isinstance(value, str) else value


def live(request: Request) -> Live:
    """The case behind a request."""
    found: Live = request.app.state.live
    return found


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page from a template; `case` (the whole build) and what the head of each page needs are always there."""
    behind = live(request)
    values.setdefault("case", behind.resolved)
    values.setdefault("nav", nav_of(behind.resolved))
    values.setdefault("here", request.url.path)
    values.setdefault("progress", behind.progress)
    values.setdefault("waiting", behind.waiting())
    values.setdefault("reviews", behind.reviews())
    values.setdefault("me", my_name(request))
    values.setdefault("asked", request.query_params.get("q", ""))
    return HTMLResponse(templates().get_template(template).render(**values), status)


def as_json(rows: Any) -> Response:
    """Rows for a drawing."""
    body = msgspec.json.encode(rows)
    for char in (chr(c) for c in OVERRIDES):
        body = body.replace(char.encode(), "\ufffd".encode())
    return Response(body, media_type="application/json")


def back(address: str, *, name: str | None = None) -> RedirectResponse:
    """After something was written: to a page of the desk, so that a reload writes nothing. Keeps the writer's name."""
    answer = RedirectResponse(address, 303)
    if name is not None:
        answer.set_cookie(NAME_COOKIE, quote(name), max_age=31_536_000, samesite="strict", httponly=True)
    return answer


def my_name(request: Request) -> str:
    """The name that this browser's decisions were last signed with, or ''."""
    return unquote(request.cookies.get(NAME_COOKIE, ""))
