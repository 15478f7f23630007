"""A small server on loopback that speaks the protocol of models, with answers that a test gives it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

Reply = Callable[[str], str | dict[str, Any] | int]
"""From a question's text to an answer's text, a whole body, or a status."""


@dataclass
class Served:
    """Where the server listens, and what it was asked."""

    url: str = ""
    questions: list[dict[str, Any]] = field(default_factory=list)
    tags: list[dict[str, Any]] = field(default_factory=list)
    slow: float = 0.0
    endless: bool = False
    elsewhere: str | None = None


def claim(**given: Any) -> dict[str, Any]:
    """A claim of the answer's schema with what a test says, and nothing else."""
    empty: dict[str, Any] = {
        "property": "statement", "quote": "", "value": "", "number": None, "bound": None, "subject": None,
        "person": None, "incident": None, "speaker": None, "speaker_person": None, "cue": None, "stance": "asserted",
        "stance_words": [], "kind": None, "parties": [], "translation": None,
    }  # fmt: skip
    return {**empty, **given}


def answer(*claims: dict[str, Any]) -> str:
    """An answer of the schema."""
    return json.dumps({"claims": list(claims)})


@contextmanager
def serving(
    reply: Reply, *, models: tuple[str, ...] = ("small",), tags: list[dict[str, Any]] | None = None
) -> Iterator[Served]:
    """The server while a test runs."""
    served = Served(tags=tags or [])

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

        def do_GET(self) -> None:
            if self.path == "/v1/models":
                rows = [{"id": m, "object": "model", "created": 7, "owned_by": "test"} for m in models]
                self._send(200, {"object": "list", "data": rows})
            elif self.path == "/api/tags" and served.tags:
                self._send(200, {"models": served.tags})
            else:
                self._send(404, {})

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            served.questions.append(asked)
            if served.elsewhere:
                self.send_response(307)
                self.send_header("Location", served.elsewhere)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            time.sleep(served.slow)
            if served.endless:
                self._forever()
                return
            said = reply(asked["messages"][-1]["content"])
            if isinstance(said, int):
                self._send(said, {"error": {"message": "no"}})
            else:
                self._send(200, said if isinstance(said, dict) else _body(said))

        def _forever(self) -> None:
            self.send_response(200)
            self.send_header("Connection", "close")
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b" " * 65536)
            except OSError:
                self.close_connection = True

        def _send(self, status: int, body: Any) -> None:
            data = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    served.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()


def _body(text: str) -> dict[str, Any]:
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return {
        "id": "x", "object": "chat.completion", "created": 1, "model": "small", "choices": [choice],
        "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
    }  # fmt: skip
