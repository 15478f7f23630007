"""What people write at the desk: decisions, grades, notes, replies, added claims. Nothing said to be saved is lost."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

from starlette.testclient import TestClient

from rashomon.present.desk.queue import queue_items
from rashomon.present.resolve import Resolved
from rashomon.store.additions import open_additions
from rashomon.store.decisions import Decisions
from rashomon.store.notes import open_notes
from rashomon.store.replies import open_replies

from .conftest import build_again, open_client

SIGNED = {"by": "Ana Öz", "why": "as its words stand"}


def resolved(client: TestClient) -> Resolved:
    found: Resolved = client.app.state.live.resolved  # type: ignore[attr-defined]
    return found


def test_a_decision_keeps_name_time_and_reason_and_leaves_the_queue(client: TestClient, case: Path) -> None:
    item = queue_items(resolved(client))[0]
    assert item.kind == "accusation"
    answer = client.post("/decide", data={**SIGNED, "claim": item.key, "verdict": "accept", "back": "/decide?after=x"})
    assert answer.status_code == 303
    (decision,) = Decisions(case).read()
    assert (decision.verdict, decision.signed.by, decision.signed.at) == (
        "accept",
        "Ana Öz",
        "2024-05-06T07:08:09+00:00",
    )
    assert decision.target.property == resolved(client).claims[item.key].property
    shown = client.get(answer.headers["location"]).text
    assert "Saved: accept" in shown
    assert f'value="{item.key}"' in client.get(f"/decide/{item.key}").text
    assert f'value="{item.key}"' not in client.get("/decide").text
    assert "1 decision waits" in shown


def test_a_decision_without_name_or_reason_is_refused(client: TestClient, case: Path) -> None:
    claim = queue_items(resolved(client))[0].key
    for form in ({"by": "", "why": "x"}, {"by": "Ana", "why": " "}):
        answer = client.post("/decide", data={**form, "claim": claim, "verdict": "accept"})
        assert answer.status_code == 422
    assert Decisions(case).read() == ()


def test_two_mentions_can_be_said_to_differ_and_that_be_undone(client: TestClient, case: Path) -> None:
    match = next(m for m in resolved(client).linked.matches if m.kind == "entity")
    client.post("/decide", data={**SIGNED, "a": match.a, "b": match.b, "verdict": "different"})
    (decision,) = Decisions(case).read()
    assert len(decision.target.selectors) == 2
    client.post(f"/decisions/{decision.id}/withdraw", data=SIGNED)
    (decision,) = Decisions(case).read()
    assert decision.withdrawn is not None
    assert "withdrawn" in client.get("/decisions").text


def test_the_next_build_follows_a_decision(client: TestClient, case: Path) -> None:
    before = resolved(client)
    claim = next(c for c in before.claims.values() if c.property == "killed" and before.findings_of_claim.get(c.id))
    finding = before.findings_of_claim[claim.id][0]
    client.post("/decide", data={**SIGNED, "claim": claim.id, "verdict": "reject"})
    client.post("/build")
    wait_for_build(client)
    after = resolved(client)
    assert after.reviews[claim.id] == "reject"
    assert all(claim.id not in f.claims for f in after.findings.values() if f.kind == finding.kind)
    assert "waits for the next build" not in client.get("/decisions").text


def wait_for_build(client: TestClient) -> None:
    live = client.app.state.live  # type: ignore[attr-defined]
    for _ in range(1200):
        if not live.progress.running:
            assert live.progress.fault == ""
            return
        time.sleep(0.05)
    raise AssertionError("the build did not end")


def test_two_browsers_on_one_case_lose_nothing(case: Path) -> None:
    clients = [open_client(case), open_client(case)]
    claims = list(resolved(clients[0]).claims)[:40]

    def work(number: int) -> None:
        for claim in claims:
            form = {"by": f"reader {number}", "why": "read", "claim": claim, "verdict": "accept"}
            assert clients[number].post("/decide", data=form).status_code == 303

    threads = [threading.Thread(target=work, args=(n,)) for n in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = Decisions(case).read()
    assert len(kept) == 80
    assert {(d.signed.by, d.target.selectors[0].start, d.target.property) for d in kept} == {
        (f"reader {n}", resolved(clients[0]).claims[c].start, resolved(clients[0]).claims[c].property)
        for n in (0, 1)
        for c in claims
    }
    assert "80 decisions wait" in clients[1].get("/").text


def test_what_the_screen_called_saved_is_there_after_a_kill(client: TestClient, case: Path) -> None:
    claim = queue_items(resolved(client))[0].key
    desk = subprocess.Popen(
        [str(Path(sys.executable).parent / "rashomon"), "desk", str(case), "--no-browser"],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    try:
        assert desk.stdout is not None
        address = re.search(r"http://\S+", desk.stdout.readline())
        assert address is not None
        host = address[0].partition("/?")[0]
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        open_soon(opener, address[0])
        form = urlencode({**SIGNED, "claim": claim, "verdict": "reject", "back": "/decisions"}).encode()
        request = urllib.request.Request(f"{host}/decide", form, {"origin": host})
        assert "as its words stand" in opener.open(request).read().decode()
    finally:
        os.kill(desk.pid, signal.SIGKILL)
        desk.wait()
    (decision,) = Decisions(case).read()
    assert decision.verdict == "reject"


def open_soon(opener: urllib.request.OpenerDirector, address: str) -> None:
    for _ in range(100):
        try:
            opener.open(address)
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the desk did not answer")


def test_an_outlet_is_graded_by_a_person(client: TestClient, case: Path) -> None:
    client.post("/outlets", data={**SIGNED, "outlet": "Harbour Post", "grade": "B"})
    (decision,) = Decisions(case).read()
    assert (decision.verdict, decision.grade, decision.target.outlet) == ("grade", "B", "Harbour Post")
    assert "usually reliable" in client.get("/outlets").text
    assert client.post("/outlets", data={**SIGNED, "outlet": "Harbour Post", "grade": "Z"}).status_code == 422
    assert client.post("/outlets", data={**SIGNED, "outlet": "Nobody's", "grade": "A"}).status_code == 422


def test_a_finding_is_looked_at_and_remarked_on(client: TestClient, case: Path) -> None:
    finding = next(iter(resolved(client).findings))
    client.post(f"/findings/{finding}/notes", data={"by": "Ana", "why": "asked the outlet", "looked": "yes"})
    assert [n.looked for n in open_notes(case).read()] == [True]
    assert "asked the outlet" in client.get(f"/findings/{finding}").text
    assert finding in client.get("/findings?looked=yes").text
    assert finding not in client.get("/findings?looked=no").text
    note = open_notes(case).read()[0]
    client.post(f"/findings/{finding}/notes/{note.id}/withdraw", data=SIGNED)
    assert finding in client.get("/findings?looked=no").text


def test_who_was_asked_for_comment_is_written_down(client: TestClient, case: Path) -> None:
    person = next(e for e in resolved(client).entities.values() if e.name == "İlker Barlas")
    page = f"/people/{person.id}"
    assert "No request for comment is recorded." in client.get(page).text
    form = {"by": "Ana", "asked": "2024-05-01", "way": "through a lawyer", "answer": ""}
    assert client.post(f"{page}/replies", data={**form, "asked": "May"}).status_code == 422
    assert client.post(f"{page}/replies", data=form).status_code == 303
    shown = client.get(page).text
    assert "through a lawyer" in shown
    assert "no answer yet" in shown
    assert "No request for comment is recorded." not in shown
    (reply,) = open_replies(case).read()
    client.post(f"{page}/replies/{reply.id}/withdraw", data=SIGNED)
    assert "No request for comment is recorded." in client.get(page).text


def test_a_reader_adds_a_claim_by_its_words(client: TestClient, case: Path) -> None:
    document = next(d for d in resolved(client).documents.values() if d.file == "halk-sesi.txt")
    words = document.text.split("\n")[2][:30]
    start = document.text.index(words)
    form = {**SIGNED, "words": words, "start": str(start), "property": "killed", "value": "41", "subject": "",
            "said_by": "", "stance": "asserted"}  # fmt: skip
    answer = client.post(f"/documents/{document.id}/additions", data=form)
    (addition,) = open_additions(case).read()
    assert document.text[addition.words.start : addition.words.end] == words
    assert answer.headers["location"].endswith(addition.id)
    assert "added by" in client.get(f"/documents/{document.id}").text
    refused = client.post(f"/documents/{document.id}/additions", data={**form, "words": "words that stand nowhere"})
    assert refused.status_code == 422
    client.post(f"/documents/{document.id}/additions/{addition.id}/withdraw", data=SIGNED)
    assert "added by" not in client.get(f"/documents/{document.id}").text


def test_an_added_claim_stands_beside_the_others_after_the_next_build(client: TestClient, case: Path) -> None:
    told = next(o for o in resolved(client).occurrences.values() if resolved(client).incident(o.id))
    document = resolved(client).documents[told.document]
    form = {**SIGNED, "words": document.text[:20], "start": "0", "property": "killed", "value": "at least 977",
            "subject": told.id, "said_by": "", "stance": "asserted"}  # fmt: skip
    page = f"/documents/{document.id}"
    for wrong in ({"value": "many"}, {"property": "date", "value": "yesterday"}):
        assert client.post(f"{page}/additions", data={**form, **wrong}).status_code == 422
    client.post(f"{page}/additions", data=form)
    assert "1 decision waits" in client.get(page).text
    build_again(case)(lambda *_: None)
    client.app.state.live.load()  # type: ignore[attr-defined]
    (claim,) = (c for c in resolved(client).claims.values() if c.value.number == 977)
    shown = client.get(f"/claims/{claim.id}").text
    assert "<bdi>Ana Öz</bdi>, a person" in shown
    assert "977" in client.get(f"/incidents/{resolved(client).incident(told.id)}").text
    assert f'href="/claims/{claim.id}"' in client.get(page).text
    assert "waits" not in client.get(page).text


def test_a_correction_starts_from_the_claim_and_puts_it_aside(client: TestClient, case: Path) -> None:
    claim = next(c for c in resolved(client).claims.values() if c.property == "killed" and not c.repeats)
    page = f"/documents/{claim.document}"
    opened = client.get(f"{page}?correct={claim.id}").text
    assert f'name="corrects" value="{claim.id}"' in opened
    assert f'<option value="{claim.subject.occurrence}" selected>' in opened
    form = {**SIGNED, "words": claim.quote, "start": str(claim.start), "property": "killed", "value": "977",
            "subject": str(claim.subject.occurrence), "said_by": "", "stance": "asserted", "corrects": claim.id}  # fmt: skip
    client.post(f"{page}/additions", data=form)
    build_again(case)(lambda *_: None)
    client.app.state.live.load()  # type: ignore[attr-defined]
    assert resolved(client).reviews[claim.id] == "reject"
    assert "corrected" in client.get(page).text
