"""The page of telephone records."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from starlette.testclient import TestClient

from rashomon.pipeline import build

from .conftest import SETTINGS, open_client, run_desk, start_visit

ARTICLE = (
    "The following numbers were used by Orhan Vask: +90 532 111 02 03 in 2021. Leyla Deren used +90 542 221 03 04 in 2021.\n"
    "Orhan Vask phoned Leyla Deren on 3 May 2021.\n"
)
HEAD = "Arayan Numara;Aranan Numara;Tarih;Saat;Süre (sn);Tip;Baz İstasyonu\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("calls")
    (folder / "in").mkdir()
    (folder / "in" / "article.txt").write_text(ARTICLE, encoding="utf-8")
    rows = "".join(
        f"0532 111 02 03;05{n:02} 331 04 05;03.05.2021;{n % 24:02}:04:11;{n};Sesli;<script>alert({n})</script>\n"
        for n in range(10, 75)
    )
    rows += "0532 111 02 03;0542 221 03 04;03.05.2021;21:04:11;65;Sesli;LİMAN\n"
    (folder / "in" / "hts.csv").write_text(HEAD + rows, encoding="utf-8")
    (folder / "case").mkdir()
    (folder / "case" / "case.toml").write_text('region = "TR"\n', encoding="utf-8")
    return build(folder / "case", [folder / "in"], SETTINGS).case


@pytest.fixture
def desk(made: Path) -> TestClient:
    return open_client(made)


def test_the_page_tells_files_holders_and_what_was_told(desk: TestClient) -> None:
    text = desk.get("/calls").text
    assert "66 rows, 2021-05-03 to 2021-05-03" in text
    assert "Orhan Vask" in text
    assert "a row agrees" in text
    assert "a person are three things" in text
    assert '<a href="/calls" aria-current="page">Calls</a>' in text


def test_rows_are_asked_for_and_turned_through(desk: TestClient) -> None:
    text = desk.get("/calls?number=0532+111+02+03&page=2").text
    assert "66 rows" in text
    assert text.count("As written") == 16
    both = desk.get("/calls?number=0532+111+02+03&other=%2B905422210304&first=2021-05-03&last=2021-05").text
    assert both.count("As written") == 1
    assert "said to be" in both
    assert (
        "no row for this number in this file and period"
        in desk.get("/calls?number=0532+111+02+03&other=05&first=2021-05-03").text
    )
    assert "outside what the file covers" in desk.get("/calls?number=0532+111+02+03&first=2023").text


def test_what_a_cell_says_is_text(desk: TestClient) -> None:
    text = desk.get("/calls?number=0532+111+02+03").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


def test_a_time_that_is_none_is_told(desk: TestClient) -> None:
    answer = desk.get("/calls?first=yesterday")
    assert answer.status_code == 404
    assert "is no time" in answer.text


def test_every_page_of_a_case_with_records_opens(desk: TestClient) -> None:
    record = next(line for line in desk.get("/calls").text.splitlines() if "hts.csv" in line and "/documents/" in line)
    address = record.split('href="')[1].split('"')[0]
    assert desk.get(address).status_code == 200
    claim = next(p for p in desk.get(address).text.split('"') if p.startswith("/claims/"))
    assert "row of telephone records" in desk.get(claim).text
    for path in ("/", "/findings", "/unread", "/timeline", "/network", "/people?type=person", "/documents"):
        assert desk.get(path).status_code == 200


def test_a_case_without_records_and_numbers_has_no_such_entry(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(
        "Nine people were killed at the gate of Dunmere on 12 March 2019.", encoding="utf-8"
    )
    client = open_client(build(tmp_path / "case", [tmp_path / "in"], SETTINGS).case)
    assert ">Calls</a>" not in client.get("/").text
    assert "no report names a number" in client.get("/calls").text


def test_in_a_browser_the_form_asks_and_nothing_complains(browser: Browser, made: Path) -> None:
    for desk in run_desk(made):
        context = browser.new_context(viewport={"width": 1200, "height": 900})
        visit = start_visit(context, desk)
        page = visit.go("/calls")
        page.get_by_label("Number", exact=True).fill("0532 111 02 03")
        page.get_by_label("and number").fill("0542 221 03 04")
        page.get_by_role("button", name="Show rows").click()
        page.wait_for_load_state("networkidle")
        assert page.get_by_role("region", name="Rows").get_by_role("row").count() == 2
        assert visit.complaints == []
        context.close()
