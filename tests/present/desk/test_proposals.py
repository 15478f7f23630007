"""The list of what other readers proposed: a press each, undone as fast, nothing before a name and a reason are given."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from starlette.testclient import TestClient

from rashomon.model.link import Signed
from rashomon.pipeline import build
from rashomon.present.resolve import open_build
from rashomon.store.decisions import Decisions
from rashomon.store.proposals import ProposalLine, keep_proposals, make_proposal

from .conftest import SETTINGS, Visit, open_client, run_desk, start_visit
from .test_browser import faults

SIGNED = Signed("propose", "2026-01-01T00:00:00+00:00", "found.jsonl")


@pytest.fixture
def proposed(case: Path) -> Path:
    """A copy of the example for which another reader proposed a claim in each sentence, and something that stands nowhere."""
    document = next(d for d in open_build(case).documents.values() if d.file == "deniz-gazette-8-june.txt")
    sentences = [s for s in open_build(case).account_of[document.id].annotations.sentences if s.block == "body"][:12]
    lines = [
        ProposalLine("a.txt", "a-model", "1", "statement", " ".join(words.split()), value=" ".join(words.split()))
        for words in (document.text[s.start : s.end] for s in sentences)
    ]
    lines += [ProposalLine("a.txt", "a-model", "1", "perpetrator", "words of nobody", value="Nobody Atall")]
    lines += [ProposalLine("a.txt", "another", "1", "weapon", lines[0].quote, value=lines[0].quote.split()[1])]
    keep_proposals(case, [make_proposal(line, document.sha256, None, SIGNED) for line in lines])
    build(case, [], SETTINGS)
    return case


def picked(case: Path) -> list[tuple[str, bool]]:
    return [(d.verdict, d.withdrawn is not None) for d in Decisions(case).read()]


def test_the_list_shows_words_reason_and_reader(proposed: Path) -> None:
    client = open_client(proposed)
    page = client.get("/proposals").text
    assert "read by <bdi>a-model</bdi>" in page
    assert "nothing speaks against it" in page
    assert "words of nobody" not in page
    assert "words of nobody" in client.get("/proposals?state=refused").text
    only = client.get("/proposals?reader=another").text
    assert "read by <bdi>a-model</bdi>" not in only
    assert client.get("/proposals?kind=charge").text.count("<article") == 0
    assert "of other readers</a>" in client.get("/decide").text


def test_nothing_is_written_without_a_name_a_reason_and_a_proposal(proposed: Path) -> None:
    client: TestClient = open_client(proposed)
    waits = next(o.proposal.id for o in open_build(proposed).proposals.values() if o.verdict == "to_check")
    gone = next(o.proposal.id for o in open_build(proposed).proposals.values() if o.verdict == "refused")
    good: dict[str, Any] = {"by": "Ana", "why": "it says so", "pick": f"accept {waits}"}
    for wrong in (
        {"by": ""},
        {"why": ""},
        {"pick": ""},
        {"pick": "accept"},
        {"pick": f"grade {waits}"},
        {"pick": f"accept {gone}"},
    ):
        assert client.post("/proposals", data={**good, **wrong}).status_code == 422
    assert picked(proposed) == []
    assert client.post("/proposals", data=good).status_code == 303
    assert picked(proposed) == [("accept", False)]
    build(proposed, [], SETTINGS)
    assert any(c.reader == "a-model/proposed" for c in open_build(proposed).claims.values())


@pytest.fixture
def visit_list(browser: Browser, proposed: Path) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1360, "height": 900})
    for desk in run_desk(proposed):
        yield start_visit(context, desk)
    context.close()


def test_one_key_each_undone_and_thirty_a_minute(visit_list: Visit) -> None:
    page = visit_list.go("/proposals?kind=statement")
    page.keyboard.press("a")
    assert picked(visit_list.desk.case) == [], "no name, no reason: nothing is written"
    page.get_by_label("Your name").fill("Ana")
    page.get_by_label("Reason").fill("as printed")
    page.get_by_label("Reason").press("Enter")
    assert picked(visit_list.desk.case) == [], "Enter in a field writes nothing"
    page.get_by_role("heading", name="Proposals of other readers").click()
    first = page.locator("article").first.inner_text()
    begun = time.monotonic()
    for done in range(1, 6):
        with page.expect_navigation():
            page.keyboard.press("r" if done == 2 else "a")
        expect(page.locator(".saved")).to_contain_text("Saved: " + ("reject" if done == 2 else "accept"))
    assert time.monotonic() - begun < 10, "five in ten seconds are thirty a minute"
    assert page.get_by_label("Reason").input_value() == "as printed"
    assert page.locator("article").first.inner_text() != first
    with page.expect_navigation():
        page.keyboard.press("z")
    assert picked(visit_list.desk.case) == [
        ("accept", False),
        ("reject", False),
        ("accept", False),
        ("accept", False),
        ("accept", True),
    ]
    assert visit_list.complaints == []
    assert faults(page) == []
    page.set_viewport_size({"width": 400, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 400
