"""Reports are hostile: what they hold is shown, and does nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon.pipeline import build

from .conftest import SETTINGS, open_client

SCRIPT = "<script>alert(1)</script>"
OVERRIDE = "\u202e"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """The desk over reports that mean harm."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "script.txt").write_text(
        f"{SCRIPT} in Tarnak\n\nA bomb exploded in Tarnak on May 3, 2021, killing five people, {SCRIPT} said.\n"
        'Prosecutors charged Omar "><img src=x onerror=alert(2)> Levent with the bombing.\n'
    )
    (folder / "override.txt").write_text(
        f"Police named Kemal{OVERRIDE}rasak Duman as the suspect in the bombing in Tarnak on May 3, 2021.\n"
    )
    (folder / "word.txt").write_text("Police said. " + "x" * 4_900_000 + " Five people were killed in Tarnak.\n")
    (folder / "sources.csv").write_text(
        "file,title,publisher,published,url\n"
        f"script.txt,{SCRIPT},<b>Daily</b>,2021-05-04,javascript:alert(3)\n"
        f"override.txt,{OVERRIDE}evil title,Post{OVERRIDE},2021-05-04,\n",
        encoding="utf-8",
    )
    build(folder / "case", [folder], SETTINGS)
    return open_client(folder / "case")


PATHS = (
    "/", "/incidents", "/people", "/documents", "/findings", "/decide", "/timeline", "/network", "/lineage", "/map",
    "/search?q=script", "/unread", "/outlets", "/whom", "/timeline.json", "/network.json", "/lineage.json",
)  # fmt: skip


def every_page(client: TestClient) -> list[str]:
    case = client.app.state.live.resolved  # type: ignore[attr-defined]
    own = [f"/documents/{d}" for d in case.documents] + [f"/incidents/{i}" for i in case.incidents]
    own += [f"/people/{e}" for e in case.entities] + [f"/claims/{c}" for c in case.claims]
    return [*PATHS, *own]


def test_no_page_runs_what_a_report_says(hostile: TestClient) -> None:
    for path in every_page(hostile):
        answer = hostile.get(path)
        assert answer.status_code == 200, path
        if not path.endswith(".json"):
            assert "<script>alert" not in answer.text, path
            assert "<img" not in answer.text, path
            assert "<b>Daily" not in answer.text, path
            assert 'href="javascript' not in answer.text, path


def test_a_forced_direction_is_never_obeyed(hostile: TestClient) -> None:
    texts = [hostile.get(path).text for path in every_page(hostile)]
    assert not any(OVERRIDE in text for text in texts)
    assert any("evil title" in text for text in texts)
    asked = hostile.get("/search?q=%E2%80%AEevil").text
    assert OVERRIDE not in asked
    assert "\ufffdevil" in asked


def test_a_word_of_nearly_five_million_letters_is_shown_in_parts(hostile: TestClient) -> None:
    case = hostile.app.state.live.resolved  # type: ignore[attr-defined]
    long = next(d for d in case.documents.values() if d.file == "word.txt")
    first = hostile.get(f"/documents/{long.id}")
    assert first.status_code == 200
    assert len(first.text) < 200_000
    assert "part 1 of" in first.text
    assert all(len(hostile.get(path).text) < 400_000 for path in every_page(hostile))


def test_strange_questions_have_an_answer(hostile: TestClient) -> None:
    for path in (
        "/search?q=%22", "/search?q=%22%22*", "/search?q=AND%20OR%20NOT", "/search?q=(", "/incidents?page=99999999999",
        "/incidents?page=-1", "/incidents?page=%F0%9F%A6%8A", "/timeline?from=2021-99-99&to=x", "/timeline.json?lane=no",
        "/network?who=nobody&kind=nothing", "/lineage?incident=nothing", "/findings?kind=no", "/decide?after=no&kind=no",
        "/documents?page=٣", "/people?type=nothing",
    ):  # fmt: skip
        assert hostile.get(path).status_code == 200, path


def test_a_report_is_found_by_its_hostile_title_in_the_file_list(hostile: TestClient, tmp_path: Path) -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in hostile.get("/documents").text
