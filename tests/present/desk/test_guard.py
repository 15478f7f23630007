"""Who may talk to the desk, and what a page may do."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import unquote, urlsplit

import pytest
from starlette.testclient import TestClient

from rashomon.present.desk import serve

from .conftest import HOST, TOKEN

FORM = {"by": "Ana", "why": "read", "verdict": "accept"}


def test_a_host_that_is_not_ours_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example:8000"}).status_code == 403
    assert client.get("/", headers={"host": "127.0.0.1:9999"}).status_code == 403


def test_without_the_token_nothing_is_shown(client: TestClient) -> None:
    client.cookies.clear()
    for path in ("/", "/static/desk.css", "/documents", "/timeline.json"):
        answer = client.get(path)
        assert answer.status_code == 403
        assert "Karsova" not in answer.text
    assert client.get("/?token=wrong").status_code == 403


def test_the_token_becomes_a_cookie_of_this_port_and_leaves_the_address(client: TestClient) -> None:
    client.cookies.clear()
    answer = client.get(f"/incidents?token={TOKEN}&kind=attack")
    assert answer.headers["location"] == "/incidents?kind=attack"
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("rashomon-desk-8000=")
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()


def test_from_the_file_that_opens_the_desk_a_page_of_ours_leads_on(client: TestClient) -> None:
    client.cookies.clear()
    answer = client.get(f"/incidents?token={TOKEN}&kind=attack", headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 200
    assert 'content="0;url=/incidents?kind=attack"' in answer.text
    assert TOKEN not in answer.text
    assert "samesite=strict" in answer.headers["set-cookie"].lower()


def test_the_browser_is_given_a_file_and_no_token(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened, said = [], []
    monkeypatch.setattr(serve.webbrowser, "open", lambda address: opened.append(address))
    monkeypatch.setattr(serve.threading, "Timer", lambda _, run, words: SimpleNamespace(start=lambda: run(*words)))

    def look(server: object, sockets: object) -> None:
        file = Path(unquote(urlsplit(opened[0]).path))
        assert said[0] in file.read_text()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600

    monkeypatch.setattr(serve.uvicorn.Server, "run", look)
    serve.serve(case, lambda _: None, port=0, browser=True, say=said.append)
    assert opened[0].startswith("file://")
    assert "token" not in opened[0]
    assert not list(case.glob("desk-*"))


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": ""},
        {"origin": "null"},
        {"origin": f"https://{HOST}.evil.example"},
        {"origin": f"http://{HOST}", "sec-fetch-site": "cross-site"},
    ],
)
def test_a_form_from_elsewhere_writes_nothing(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/decide", data=FORM, headers=headers).status_code == 403
    assert client.post("/build", headers=headers).status_code == 403


def test_a_large_body_is_refused_with_and_without_its_length(client: TestClient) -> None:
    assert client.post("/decide", data={"why": "x" * 1_100_000}).status_code == 413

    def endless() -> Iterator[bytes]:
        for _ in range(40):
            yield b"why=" + b"x" * 50_000

    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/decide", content=endless(), headers=kind).status_code == 413


PATHS = (
    "/", "/incidents", "/people", "/documents", "/findings", "/decide", "/decisions", "/timeline", "/network",
    "/lineage", "/map", "/search?q=market", "/unread", "/outlets", "/whom",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_pages_hold_no_inline_script_or_style(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<script(?![^>]*\bsrc=)", answer.text)
    assert not re.search(r"\s(?:style|on\w+)=", answer.text)
    assert "<style" not in answer.text
    assert "http://" not in answer.text.replace("http://www.w3.org", "").replace(f"http://{HOST}", "")


@pytest.mark.parametrize(
    "path",
    [
        "/static/../../../pyproject.toml", "/static/%2e%2e/%2e%2e/__init__.py", "/vendor/..%2f..%2fdesk%2ftemplates%2fbase.html",
        "/documents/..%2f..%2f..%2fetc%2fpasswd", "/documents/%2fetc%2fpasswd", "/claims/....//....//decisions.jsonl/quote",
        "/static//etc/passwd", "/decisions.jsonl", "/originals", "/people/%00",
    ],
)  # fmt: skip
def test_no_path_reaches_the_file_system(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "root:" not in answer.text
    assert "block main" not in answer.text


def test_back_leads_to_the_desk_only(client: TestClient) -> None:
    claim = next(iter(client.app.state.live.resolved.claims))  # type: ignore[attr-defined]
    for address in ("https://evil.example/", "//evil.example", "/\\evil.example"):
        answer = client.post("/decide", data={**FORM, "claim": claim, "back": address})
        assert answer.headers["location"] == "/decide"


def test_a_form_of_the_desk_says_where_it_comes_from(client: TestClient) -> None:
    """Under no-referrer a browser sends `Origin: null` with its own forms, and the guard would refuse them."""
    assert client.get("/").headers["referrer-policy"] == "same-origin"


def test_a_file_is_not_taken(client: TestClient) -> None:
    answer = client.post("/decide", data=FORM, files={"claim": ("x.txt", b"x" * 1000)})
    assert answer.status_code in (400, 422)
