"""Templates: autoescaped, with the users' words as filters."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from rashomon.present.desk.live import Live
from rashomon.present.words import (
    KIND,
    PROPERTY,
    chain_words,
    date_words,
    day_words,
    incident_words,
    stance_words,
    value_words,
)


@cache
def templates() -> Environment:
    """The template environment; every value is escaped, an unknown name is an error."""
    environment = Environment(
        loader=PackageLoader("rashomon", "data/desk/templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(PROPERTY=PROPERTY, KIND=KIND)
    for function in (chain_words, date_words, day_words, incident_words, stance_words, value_words):
        environment.globals[function.__name__] = function
    return environment


def live(request: Request) -> Live:
    """The case behind a request."""
    found: Live = request.app.state.live
    return found


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page from a template; `case` (the whole build) and `here` (the path) are always there."""
    values.setdefault("case", live(request).resolved)
    values.setdefault("here", request.url.path)
    values.setdefault("progress", live(request).progress)
    return HTMLResponse(templates().get_template(template).render(**values), status)
