"""How long the desk's pages take over a large case, asked one after another over HTTP, as a browser asks.

    python bench/make_case.py /tmp/large && python bench/desk.py /tmp/large/case

Prints the slower of two requests of each page, in milliseconds; exit code 1 when one takes longer than the floor.
"""

from __future__ import annotations

import argparse
import http.client
import resource
import socket
import sys
import threading
import time
from pathlib import Path

import uvicorn

from rashomon.present.desk.app import cookie_name, create_app
from rashomon.present.desk.rosters import entity_rows, finding_rows, incident_rows
from rashomon.present.desk.serve import now
from rashomon.present.resolve import Resolved

FLOOR = 500
"""Milliseconds that no page may take."""


def pages(case: Resolved) -> list[str]:
    """Every page, over the heaviest incident, person and finding."""
    incident, person = incident_rows(case)[0].incident.id, entity_rows(case)[0].entity.id
    document, claim, finding = next(iter(case.documents)), next(iter(case.claims)), finding_rows(case)[0].id
    return [
        "/", "/contents.json", "/incidents", "/incidents?q=ka&by=date", f"/incidents/{incident}",
        f"/incidents/{incident}?unfold=yes", "/people", "/people?q=selin", f"/people/{person}", "/documents",
        "/documents?q=bel&by=date", f"/documents/{document}", f"/claims/{claim}", f"/claims/{claim}/quote", "/unread",
        "/findings", "/findings?kind=conflict&q=killed&looked=no", f"/findings/{finding}", "/decide",
        "/decide?kind=identity", "/decide?kind=conflict", "/decisions", "/outlets", "/search?q=killed",
        "/search?q=bomb*", "/search?q=%22police+said%22", "/timeline", "/timeline.json",
        "/timeline.json?from=2016-01-01&to=2016-03-01", "/network", "/network.json", "/lineage", "/lineage.json",
        f"/lineage.json?incident={incident}", "/map", "/map.json",
    ]  # fmt: skip


def serve(case: Path) -> tuple[str, str, Resolved]:
    """A desk on a free port: its host, the cookie that lets in, the case."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    host = f"127.0.0.1:{listener.getsockname()[1]}"
    app = create_app(case, lambda tell: None, "token", frozenset({host}), clock=now)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
    threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    return host, f"{cookie_name(frozenset({host}))}=token", app.state.live.resolved


def ask(host: str, cookie: str, path: str) -> tuple[float, int]:
    """Milliseconds and bytes of one request. Raises SystemExit where the page is not there."""
    connection = http.client.HTTPConnection(host)
    start = time.perf_counter()
    connection.request("GET", path, headers={"cookie": cookie})
    answer = connection.getresponse()
    size = len(answer.read())
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status}")
    return (time.perf_counter() - start) * 1000, size


def main() -> int:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path)
    start = time.perf_counter()
    host, cookie, case = serve(parser.parse_args().case)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{len(case.documents):,} reports, {len(case.claims):,} claims, {len(case.findings):,} findings")
    print(f"loaded in {time.perf_counter() - start:.1f} s, {memory} MB")
    slow = 0
    for path in pages(case):
        took = [ask(host, cookie, path) for _ in range(2)]
        slowest = max(t for t, _ in took)
        slow += slowest > FLOOR
        print(f"{slowest:7.0f} ms {took[0][1]:9,} bytes  {path}{'  TOO SLOW' if slowest > FLOOR else ''}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
