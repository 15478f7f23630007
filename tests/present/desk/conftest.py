"""The desk over a case that tests may write to: as an application, as a real server, in a real browser."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from starlette.testclient import TestClient

from rashomon.model.pictured import Draw
from rashomon.pipeline import build
from rashomon.present.desk.app import create_app
from rashomon.settings import Settings

TOKEN = "a-token-for-tests"
HOST = "127.0.0.1:8000"
SETTINGS = Settings(processes=1)


def clock() -> str:
    """A time that stands still."""
    return "2024-05-06T07:08:09+00:00"


def build_again(case: Path) -> Callable[..., None]:
    """The background build of a case."""

    def run(tell: Callable[[str, int, int], None]) -> None:
        build(case, (), SETTINGS, tell)

    return run


def open_client(case: Path) -> TestClient:
    """A browser without scripts, let in, that sends what a browser sends with a form."""
    app = create_app(case, build_again(case), TOKEN, frozenset({HOST}), clock=clock)
    client = TestClient(app, base_url=f"http://{HOST}", follow_redirects=False)
    client.get(f"/?token={TOKEN}")
    client.headers["origin"] = f"http://{HOST}"
    return client


@pytest.fixture
def case(example_case: Path, tmp_path: Path) -> Path:
    """A copy of the built example."""
    return Path(shutil.copytree(example_case, tmp_path / "case"))


@pytest.fixture
def client(case: Path) -> TestClient:
    """The desk over that copy."""
    return open_client(case)


@dataclass
class Desk:
    """A running desk."""

    case: Path
    address: str
    token: str = TOKEN


@pytest.fixture
def desk(case: Path) -> Iterator[Desk]:
    """A server of its own over a copy of the example."""
    yield from run_desk(case)


def run_desk(case: Path, draw: Draw | None = None) -> Iterator[Desk]:
    """Serve a case until the test is over."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{listener.getsockname()[1]}"
        app = create_app(case, build_again(case), TOKEN, frozenset({host}), clock=clock, draw=draw)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield Desk(case, f"http://{host}")
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Without one the test is skipped, or fails where RASHOMON_BROWSER=required says that there must be."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    lacking = "Chromium (apt-get install --no-install-recommends chromium)" if found is None else ""
    if not (files("rashomon") / "data" / "desk" / "vendor" / "axe.min.js").is_file():
        lacking = "the desk's libraries (python tools/vendor.py)"
    if lacking and os.environ.get("RASHOMON_BROWSER") == "required":
        pytest.fail(f"lacking: {lacking}")
    if lacking:
        pytest.skip(f"lacking: {lacking}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Visit:
    """A page in the browser and what its console complained of."""

    page: Page
    complaints: list[str]
    desk: Desk

    def go(self, path: str) -> Page:
        """Open a page of the desk and wait until it is quiet."""
        self.page.goto(self.desk.address + path)
        self.page.wait_for_load_state("networkidle")
        return self.page


def start_visit(context: BrowserContext, desk: Desk) -> Visit:
    """A browser let in to the desk."""
    page = context.new_page()
    visit = Visit(page, [], desk)
    page.on("console", lambda m: visit.complaints.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: visit.complaints.append(str(e)))
    page.goto(f"{desk.address}/?token={desk.token}")
    return visit


@pytest.fixture
def visit(browser: Browser, desk: Desk) -> Iterator[Visit]:
    """A browser let in to the desk over a copy of the example."""
    context = browser.new_context(viewport={"width": 1360, "height": 900})
    yield start_visit(context, desk)
    context.close()
