"""Run the desk on this machine: one port of 127.0.0.1, one token a start."""

from __future__ import annotations

import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path

import uvicorn

from rashomon.model.pictured import Draw
from rashomon.present.desk.app import create_app
from rashomon.present.desk.guard import onward
from rashomon.present.desk.live import Build
from rashomon.store.private import replace_file

ADDRESS = "127.0.0.1"


def serve(
    case: Path, build: Build, *, port: int, browser: bool, say: Callable[[str], None], draw: Draw | None = None
) -> None:
    """Serve the desk until interrupted; `port` 0 takes a free one. `say` is told the address to open, `draw` draws pages."""
    token = secrets.token_urlsafe(24)
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((ADDRESS, port))
        taken = listener.getsockname()[1]
        hosts = frozenset({f"{ADDRESS}:{taken}", f"localhost:{taken}"})
        app = create_app(case, build, token, hosts, clock=now, draw=draw)
        address = f"http://{ADDRESS}:{taken}/?token={token}"
        say(address)
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        with door(case, taken, address) if browser else nullcontext() as file:
            if file:
                threading.Timer(0.5, webbrowser.open, (file.resolve().as_uri(),)).start()
            uvicorn.Server(config).run(sockets=[listener])


@contextmanager
def door(case: Path, port: int, address: str) -> Iterator[Path | None]:
    """A file that only its owner may read and that leads to an address, for as long as the desk is open.

    The browser is given the file: what stands in a command line is seen by everybody on the machine. None where the
    case's folder cannot be written to.
    """
    file = case / f"desk-{port}.html"
    try:
        replace_file(file, onward(address).encode())
    except OSError:
        yield None
        return
    try:
        yield file
    finally:
        file.unlink(missing_ok=True)


def now() -> str:
    """The time of a decision: ISO, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
