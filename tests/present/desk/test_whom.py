"""The desk asks whom to show: nothing is answered before a press, and a press is signed."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from rashomon.store.showings import open_showings


def test_the_question_is_answered_by_a_press_and_kept(client: TestClient, case: Path) -> None:
    page = client.get("/whom").text
    assert "Haldun Evrenos" in page
    assert "nobody answered" in page
    entities = client.app.state.live.resolved.entities.values()  # type: ignore[attr-defined]
    ident = next(e.id for e in entities if e.name == "Haldun Evrenos")
    assert client.post(f"/whom/{ident}", data={"by": "", "answer": "mask"}).status_code == 422
    assert client.post(f"/whom/{ident}", data={"by": "Ana Öz", "answer": ""}).status_code == 422
    assert client.post("/whom/e000", data={"by": "Ana Öz", "answer": "mask"}).status_code == 422
    assert open_showings(case).read() == ()
    assert client.post(f"/whom/{ident}", data={"by": "Ana Öz", "answer": "mask"}).status_code == 303
    (line,) = open_showings(case).read()
    assert (line.name, line.shown, line.signed.by) == ("Haldun Evrenos", False, "Ana Öz")
    assert "<td>masked</td>" in client.get("/whom").text.replace("\n", "")


def test_enter_in_the_name_answers_nothing(client: TestClient) -> None:
    page = client.get("/whom").text
    for form in page.split('<form method="post" action="/whom/')[1:]:
        first = form.split("<button")[1]
        assert "disabled" in first.partition(">")[0]  # a browser presses a form's first button on Enter
