"""The desk as one ASGI application: the table of its pages, behind the guard."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from rashomon.errors import RashomonError, UsageFault
from rashomon.present.desk.guard import Guard
from rashomon.present.desk.live import Build, Live
from rashomon.present.desk.pages import ROUTES
from rashomon.present.desk.render import page


def create_app(case: Path, build: Build, token: str, hosts: frozenset[str]) -> Starlette:
    """The application over one built case. Raises UsageFault when the folder holds none."""
    behind = Live(case, build)
    _ = behind.resolved
    static = Path(str(files("rashomon") / "data" / "desk" / "static"))
    vendor = Path(str(files("rashomon") / "data" / "desk" / "vendor"))
    routes = [
        *(Route(path, endpoint, methods=[method]) for method, path, endpoint in ROUTES),
        Mount("/static", StaticFiles(directory=static)),
        Mount("/vendor", StaticFiles(directory=vendor, check_dir=False)),
    ]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, token=token, hosts=hosts)],
        exception_handlers={RashomonError: _refuse, 404: _missing},
    )
    app.state.live = behind
    return app


async def _refuse(request: Request, fault: Exception) -> Response:
    """A fault that can be told in a sentence, told on a page."""
    return page(request, "fault.html", status=404 if isinstance(fault, UsageFault) else 500, reason=str(fault))


async def _missing(request: Request, fault: Exception) -> Response:
    return page(request, "fault.html", status=404, reason="there is no such page in this case")
