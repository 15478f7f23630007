"""Who may talk to the desk: the browser it was opened in, and nobody else.

A page elsewhere can point a browser at 127.0.0.1 (DNS rebinding) or post a form to it. So: the Host must be ours, a
per-start token in the address becomes a SameSite cookie, what writes must come from our own pages, and no script runs
that is not a file of ours.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from html import escape
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 1_000_000
"""Bytes of a request's body that are taken: decisions and notes are small."""

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Guard:
    """ASGI middleware in front of every page; `hosts` are the Host headers that are ours, with the port.

    `cookie` is the name under which the browser keeps the token: with the port in it, since cookies ignore ports and
    two desks may be open at once.
    """

    app: ASGIApp
    token: str
    hosts: frozenset[str]
    cookie: str = "rashomon-desk"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it with 403, 413 or the redirect that takes the token out of the address."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, _with_headers(send))
            return
        try:
            await self.app(scope, _counting(receive), _with_headers(send))
        except OversizeError:
            await PlainTextResponse("too large", 413)(scope, receive, _with_headers(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host", "") not in self.hosts:
            return PlainTextResponse("this address is not the desk's", 403)
        query = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        if "token" in query and scope["method"] == "GET":
            return self._enter(scope, query, headers.get("sec-fetch-site", "none"))
        cookie = cookie_parser(headers.get("cookie", "")).get(self.cookie, "")
        if not hmac.compare_digest(cookie.encode(), self.token.encode()):
            return PlainTextResponse("open the desk by the address that `rashomon desk` printed", 403)
        if scope["method"] not in ("GET", "HEAD") and not self._own(headers):
            return PlainTextResponse("what writes must come from the desk's own pages", 403)
        length = headers.get("content-length") or "0"
        if not length.isdigit() or int(length) > LARGEST_BODY:
            return PlainTextResponse("too large", 413)
        return None

    def _own(self, headers: Headers) -> bool:
        """True where the browser says that the request comes from a page of ours."""
        origin = headers.get("origin", "")
        return (
            origin.removeprefix("http://") in self.hosts
            and headers.get("sec-fetch-site", "same-origin") == "same-origin"
        )

    def _enter(self, scope: Scope, query: dict[str, str], site: str) -> Response:
        """Lets a browser in. From a page that is not ours, such as the file that opens the desk, it would not bring the
        cookie along on a redirect: a page of ours sends it on."""
        if not hmac.compare_digest(query.pop("token").encode(), self.token.encode()):
            return PlainTextResponse("that is not this start's address; look at what `rashomon desk` printed", 403)
        address = scope["path"] + (f"?{urlencode(query)}" if query else "")
        answer = RedirectResponse(address, 303) if site == "none" else HTMLResponse(onward(address))
        answer.set_cookie(self.cookie, self.token, httponly=True, samesite="strict", path="/")
        return answer


def onward(address: str) -> str:
    """A page that does nothing but go on to an address."""
    return f'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url={escape(address)}"><title>Rashomon</title>'


class OversizeError(Exception):
    """A body without a stated length that grew too large."""


def _counting(receive: Receive) -> Receive:
    """Stop a body that says no length, or a wrong one, when it grows too large."""
    taken = 0

    async def receiving() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST_BODY:
            raise OversizeError
        return message

    return receiving


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(HEADERS)
        await send(message)

    return sending
