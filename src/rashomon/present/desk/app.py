"""The desk as one ASGI application: the table of its pages, behind the guard."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from rashomon.errors import RashomonError, UsageFault
from rashomon.model.pictured import Draw
from rashomon.present.desk.guard import Guard
from rashomon.present.desk.live import Build, Clock, Live
from rashomon.present.desk.pages import ROUTES, warm
from rashomon.present.desk.render import page


async def _no_views(scope: Scope, receive: Receive, send: Send) -> None:
    """The answer for the drawing libraries where this installation has none."""
    words = (
        "The desk's drawing libraries are not in this installation; python tools/vendor.py of its source brings them."
    )
    await PlainTextResponse(words, status_code=404)(scope, receive, send)


def create_app(
    case: Path, build: Build, token: str, hosts: frozenset[str], *, clock: Clock, draw: Draw | None = None
) -> Starlette:
    """The application over one built case; `draw` gives pages of originals. Raises UsageFault when the folder holds none."""
    behind = Live(case, build, clock, warm, draw)
    behind.load()
    static = Path(str(files("rashomon") / "data" / "desk" / "static"))
    vendor = Path(str(files("rashomon") / "data" / "desk" / "vendor"))
    routes = [
        *(Route(path, endpoint, methods=[method]) for method, path, endpoint in ROUTES),
        Mount("/static", StaticFiles(directory=static)),
        Mount("/vendor", StaticFiles(directory=vendor) if vendor.is_dir() else _no_views),
    ]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, token=token, hosts=hosts, cookie=cookie_name(hosts))],
        exception_handlers={RashomonError: _refuse, 404: _missing},
    )
    app.state.live = behind
    return app


def cookie_name(hosts: frozenset[str]) -> str:
    """The name of the token's cookie: one a port."""
    return "rashomon-desk-" + "-".join(sorted({h.rpartition(":")[2] for h in hosts}))


async def _refuse(request: Request, fault: Exception) -> Response:
    """A fault that can be told in a sentence, told on a page."""
    status = 500 if not isinstance(fault, UsageFault) else 404 if request.method == "GET" else 422
    return page(request, "fault.html", status=status, reason=str(fault))


async def _missing(request: Request, fault: Exception) -> Response:
    return page(request, "fault.html", status=404, reason="there is no such page in this case")
