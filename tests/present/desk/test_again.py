"""Decisions that no longer fit what is read: said on every window, not applied, asked again."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon.cli import cli
from rashomon.model.claim import Governor
from rashomon.model.link import Decision, Signed
from rashomon.present.deciding import decide_claim, decide_pair
from rashomon.present.desk.happenings import happenings
from rashomon.present.desk.queue import accused, accusing_of, queue_items
from rashomon.present.desk.rosters import entity_rows, incident_rows
from rashomon.present.desk.toll import draw_toll
from rashomon.present.exports.graphml import is_drawn
from rashomon.present.exports.json_format import export_rows
from rashomon.present.lookup import Found
from rashomon.present.report import Options, make_report, write_report
from rashomon.present.resolve import Resolved, open_build
from rashomon.store.decisions import Decisions, make_decision

from .conftest import build_again

SIGNED = {"by": "Ana Öz", "why": "as its words stand"}
BEFORE = Signed("Bram", "2023-01-02T03:04:05+00:00", "read in the paper")


def resolved(client: TestClient) -> Resolved:
    found: Resolved = client.app.state.live.resolved  # type: ignore[attr-defined]
    return found


def reload(client: TestClient, case: Path) -> Resolved:
    build_again(case)(lambda *_: None)
    client.app.state.live.load()  # type: ignore[attr-defined]
    return resolved(client)


def suspect_of(case: Resolved) -> str:
    return next(c.id for c in case.claims.values() if c.property == "suspect" and accusing_of(case).is_asked(c))


def old_decision(case: Resolved) -> Decision:
    """An acceptance of what was read as a charge against somebody else by another version of the program."""
    claim = suspect_of(case)
    made = decide_claim(case, claim, "accept", BEFORE)
    assert made.seen == case.seen(case.claims[claim])
    seen = replace(made.seen, value="Somebody Else", stance="alleged")
    return make_decision("accept", made.target, BEFORE, seen=seen)


@pytest.fixture
def stale(client: TestClient, case: Path) -> Resolved:
    Decisions(case).append(old_decision(resolved(client)))
    return reload(client, case)


def test_a_stale_decision_is_not_applied_and_is_asked_first(client: TestClient, case: Path, stale: Resolved) -> None:
    assert stale.reviews == {}
    item = queue_items(stale)[0]
    assert (item.kind, item.a) == ("again", suspect_of(stale))
    shown = client.get("/decide").text
    assert "Decided before: accept" in shown
    assert "was “Somebody Else”, now" in shown.replace("&#34;", '"')
    answer = client.post("/decide", data={**SIGNED, "claim": item.a, "verdict": "accept", "back": "/decide?after=x"})
    assert answer.status_code == 303
    assert f'value="{item.a}"' not in client.get("/decide").text
    again = reload(client, case)
    assert again.reviews == {item.a: "accept"}
    assert again.stale == ()


def test_a_stale_decision_is_said_on_every_window(
    client: TestClient, case: Path, stale: Resolved, capsys: pytest.CaptureFixture[str]
) -> None:
    (row,) = export_rows(stale)["decisions"]
    assert (row["attached"], row["stale"]) == (False, True)
    assert any("Somebody Else" in c for c in row["changed"])
    assert row["seen"]["stance"] == "alleged"
    assert "stale, not applied, asked again" in client.get("/decisions").text
    assert "Stale: accept" in client.get(f"/claims/{suspect_of(stale)}").text
    for command in (["show", str(case)], ["show", str(case), suspect_of(stale)], ["decide", str(case), "list"]):
        cli.main(command, standalone_mode=False)
        assert "stale" in capsys.readouterr().out.casefold(), command
    cli.main(["show", str(case), "--json"], standalone_mode=False)
    assert json.loads(capsys.readouterr().out)
    report = write_report(make_report(stale, Options()), "md").decode()
    assert "1 decision made on what is read otherwise now" in report.replace("\\", "")


def test_a_pair_that_is_called_otherwise_now_is_asked_again(client: TestClient, case: Path) -> None:
    match = next(m for m in resolved(client).linked.matches if m.kind == "entity")
    pair = (Found("referent", match.a), Found("referent", match.b))
    made = decide_pair(resolved(client), pair, "same", BEFORE)
    assert made.seen is not None
    seen = replace(made.seen, pair=("the Barlas trust (organization)", made.seen.pair[1]))
    Decisions(case).append(replace(made, seen=seen))
    now = reload(client, case)
    item = next(i for i in queue_items(now) if i.kind == "again")
    assert item.about == "identity"
    page = client.get(f"/decide/{item.key}").text
    assert "the Barlas trust" in page
    client.post("/decide", data={**SIGNED, "a": item.a, "b": item.b, "verdict": "different"})
    assert not [i for i in queue_items(reload(client, case)) if i.kind == "again"]


def test_two_people_on_one_sentence_are_decided_each_for_themselves(client: TestClient, case: Path) -> None:
    behind = resolved(client)
    claim = behind.claims[suspect_of(behind)]
    made = decide_claim(behind, claim.id, "accept", BEFORE)
    other = make_decision("reject", made.target, BEFORE, seen=replace(made.seen, value="Somebody Else"))
    assert made.id != other.id
    Decisions(case).append(made)
    Decisions(case).append(other)
    reviews = client.app.state.live.reviews()  # type: ignore[attr-defined]
    found = reviews.of_claim(behind, claim)
    assert found is not None
    assert found.verdict == "accept"


def test_a_denial_accuses_nobody(client: TestClient) -> None:
    case = resolved(client)
    claim = case.claims[suspect_of(case)]
    denial = replace(claim, id="c-denial", stance="denied")
    accounts = [
        replace(a, reading=replace(a.reading, claims=(*a.reading.claims, denial)))
        if a.document.id == claim.document
        else a
        for a in case.accounts
    ]
    told = Resolved(accounts, case.linked, case.weighed, case.attached, case.rejected)
    assert "c-denial" not in {i.a for i in queue_items(told)}
    assert claim.id in {i.a for i in queue_items(told)}
    counts = [{r.entity.id: r.accusations for r in entity_rows(c)} for c in (case, told)]
    assert counts[0] == counts[1]
    client.app.state.live._shown = replace(client.app.state.live._shown, resolved=told)  # type: ignore[attr-defined]
    page = client.get(f"/decide/{claim.id}").text
    others = page[page.index("Others who say") :] if "Others who say" in page else ""
    assert 'href="/claims/c-denial"' not in others
    assert 'href="/claims/c-denial"' in page


def test_the_words_that_govern_a_claim_stand_beside_it(client: TestClient, case: Path) -> None:
    behind = resolved(client)
    ident = suspect_of(behind)
    governed = (Governor(0, 2, "if", "condition"), Governor(3, 9, "frobbed", "unknown"))
    accounts = [
        replace(a, reading=replace(a.reading, claims=tuple(
            replace(c, governors=governed, stance="undetermined") if c.id == ident else c for c in a.reading.claims)))
        for a in behind.accounts
    ]  # fmt: skip
    told = Resolved(accounts, behind.linked, behind.weighed, behind.attached, behind.rejected)
    client.app.state.live._shown = replace(client.app.state.live._shown, resolved=told)  # type: ignore[attr-defined]
    for address in (f"/decide/{ident}", f"/claims/{ident}"):
        page = client.get(address).text
        assert "“if” (condition)" in page
        assert "the program does not know what it does" in page
        assert "the program could not tell how surely" in page
    assert (
        "the program could not tell"
        not in client.get(f"/documents/{told.claims[ident].document}?correct=").text.split("How surely")[-1]
    )


def test_contacts_wait_in_the_queue_and_a_drawing_leaves_them_out(client: TestClient, case: Path) -> None:
    behind = resolved(client)
    contacts = [i.a for i in queue_items(behind) if behind.claims.get(i.a) and behind.claims[i.a].property == "contact"]
    assert contacts
    assert client.get("/network.json").json()["edges"] == []
    assert client.get("/network.json?every=yes").json()["edges"]
    timeline = client.get("/timeline.json?lane=said").json()["items"]
    assert not {r["id"] for r in timeline} & {i.a for i in queue_items(behind)}
    client.post("/decide", data={**SIGNED, "claim": contacts[0], "verdict": "accept"})
    reload(client, case)
    (edge, *_) = client.get("/network.json").json()["edges"]
    assert edge["accepted"] == 1
    assert edge["says"]


def test_the_program_never_says_that_there_is_no_reply(client: TestClient) -> None:
    case = resolved(client)
    for item in queue_items(case):
        assert "No reply stands" not in client.get(f"/decide/{item.key}").text
    suspect = next(e.id for e in case.entities.values() if e.name == "İlker Barlas")
    page = client.get(f"/people/{suspect}").text
    assert "Perhaps a reply" in page
    assert "her client was innocent" in page


def test_a_denial_near_one_accusation_is_offered_beside_every_other_of_the_same_person(client: TestClient) -> None:
    case = resolved(client)
    suspect = next(e.id for e in case.entities.values() if e.name == "İlker Barlas")
    keys = [i.key for i in queue_items(case) if i.a in case.claims and accused(case, case.claims[i.a]) == suspect]
    assert len({case.claims[i.a].document for i in queue_items(case) if i.key in keys}) > 1
    assert all("her client was innocent" in client.get(f"/decide/{key}").text for key in keys)


def test_an_incident_of_which_nothing_is_claimed_is_not_counted_as_told(client: TestClient) -> None:
    rows = incident_rows(resolved(client))
    bare = [r for r in rows if not r.claims]
    told = re.search(r"incidents</a></dt><dd>(\d+)</dd>", client.get("/").text)
    assert told
    assert int(told[1]) == len(rows) - len(bare)
    assert (f"{len(bare)} of which nothing is claimed" in client.get("/incidents").text) == bool(bare)


def test_open_build_reads_what_was_seen(case: Path) -> None:
    behind = open_build(case)
    made = decide_claim(behind, suspect_of(behind), "reject", BEFORE)
    Decisions(case).append(made)
    assert Decisions(case).read() == (made,)


def test_what_the_program_could_not_tell_is_no_figure_and_says_so_on_the_timeline(client: TestClient) -> None:
    case = resolved(client)
    incident = max(case.incidents, key=lambda i: len(case.claims_of_incident.get(i, ())))
    claims = [replace(c, stance="undetermined") for c in case.claims_of_incident[incident]]
    assert draw_toll(case, case.claims_of_incident[incident]) is not None
    assert draw_toll(case, claims) is None
    said = next(h for h in happenings(case) if h.lane == "said")
    accounts = [
        replace(a, reading=replace(a.reading, claims=tuple(
            replace(c, stance="undetermined") if c.id == said.id else c for c in a.reading.claims)))
        for a in case.accounts
    ]  # fmt: skip
    told = Resolved(accounts, case.linked, case.weighed, case.attached, case.rejected)
    assert "the program could not tell how surely" not in said.title
    assert next(h for h in happenings(told) if h.id == said.id).title.endswith(
        "(the program could not tell how surely)"
    )


def test_a_contact_of_which_nothing_is_told_for_sure_is_no_tie(client: TestClient) -> None:
    case = resolved(client)
    claims = [c for c in case.claims.values() if c.property == "contact"]
    assert any(is_drawn(case, c) for c in claims)
    assert not any(is_drawn(case, replace(c, stance=s)) for c in claims for s in ("denied", "undetermined"))


def test_a_claim_says_why_it_was_read_without_its_report_being_read_again(client: TestClient) -> None:
    case = resolved(client)
    claim = next(c for c in case.claims.values() if c.attribution and c.subject.occurrence)
    shown = client.get(f"/claims/{claim.id}").text
    assert 'id="why"' in shown
    assert f"rashomon explain CASE {claim.id}" in shown
    assert claim.readers[0].rule in shown
    assert "chain: " in shown
    assert f'/claims/{claim.id}#why"' in client.get(f"/claims/{claim.id}/quote").text
