"""The case at a glance."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from rashomon.present.desk.render import page


def overview(request: Request) -> Response:
    """What is in the case."""
    return page(request, "overview.html")
