"""The pages of PDFs in the desk: drawn, with a claim's words marked. All texts are invented."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import typst
from playwright.sync_api import Browser
from pypdfium2 import PdfDocument
from starlette.testclient import TestClient

from rashomon.model.claim import Claim
from rashomon.picturing import pages_of
from rashomon.pipeline import build
from rashomon.present.desk.app import create_app
from rashomon.present.resolve import Resolved, open_build
from rashomon.runners.tesseract import installed
from rashomon.stages.acquire.pdf.scans import draw

from .conftest import HOST, SETTINGS, TOKEN, Desk, build_again, clock, open_client, run_desk, start_visit

WORDS = "Nine people were killed in an explosion in Karsova on 5 May 2021, the harbour police said."
SCANNED = "Seven sailors were wounded in Orvel on 6 May 2021, the harbour police said."


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built case of one PDF: a page of text, a page that is a picture."""
    folder = tmp_path_factory.mktemp("paper")
    (folder / "scan.typ").write_text(f"#set text(size: 14pt)\n{SCANNED}", encoding="utf-8")
    file = PdfDocument(typst.compile(folder / "scan.typ"))
    (folder / "page.png").write_bytes(draw(file, 1).data)
    file.close()
    source = f'#set page(columns: 2)\n{WORDS}\n#page(margin: 0pt, columns: 1)[#image("page.png", width: 100%)]'
    (folder / "paper.typ").write_text(source, encoding="utf-8")
    reports = folder / "reports"
    reports.mkdir()
    (reports / "paper.pdf").write_bytes(typst.compile(folder / "paper.typ"))
    (reports / "note.txt").write_text(WORDS, encoding="utf-8")
    build(folder / "case", (reports,), SETTINGS, lambda *_: None)
    return folder / "case"


@pytest.fixture
def drawing(paper: Path, tmp_path: Path) -> Iterator[Path]:
    yield Path(shutil.copytree(paper, tmp_path / "case"))


def figure(case: Resolved, prop: str, file: str = "paper.pdf") -> Claim:
    found = (c for c in case.claims.values() if c.property == prop and case.documents[c.document].file == file)
    return next(found)


def drawn_client(case: Path) -> TestClient:
    app = create_app(case, build_again(case), TOKEN, frozenset({HOST}), clock=clock, draw=pages_of(case))
    client = TestClient(app, base_url=f"http://{HOST}", follow_redirects=False)
    client.get(f"/?token={TOKEN}")
    return client


def test_a_claim_of_a_pdf_leads_to_its_page_and_one_of_a_text_does_not(drawing: Path) -> None:
    case, client = open_build(drawing), drawn_client(drawing)
    killed, other = figure(case, "killed"), figure(case, "killed", "note.txt")
    assert f"/claims/{killed.id}/page" in client.get(f"/claims/{killed.id}").text
    page = client.get(f"/claims/{killed.id}/page").text
    assert "Page 1 of paper.pdf" in page
    assert "with these words framed" in page
    picture = client.get(f"/claims/{killed.id}/page.png")
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert "/page" not in client.get(f"/claims/{other.id}").text
    assert client.get(f"/claims/{other.id}/page").status_code == 404
    assert client.get("/claims/c00/page.png").status_code == 404


def test_without_what_draws_pages_no_link_is_shown(drawing: Path) -> None:
    client, killed = open_client(drawing), figure(open_build(drawing), "killed")
    assert "/page" not in client.get(f"/claims/{killed.id}").text
    assert "draws no pages" in client.get(f"/claims/{killed.id}/page").text


def test_an_original_that_was_altered_is_told_and_not_shown(drawing: Path) -> None:
    case, client = open_build(drawing), drawn_client(drawing)
    killed = figure(case, "killed")
    digest = case.documents[killed.document].sha256
    file = drawing / "originals" / digest[:2] / digest
    file.chmod(0o600)
    file.write_bytes(file.read_bytes() + b"%")
    answer = client.get(f"/claims/{killed.id}/page")
    assert answer.status_code == 500
    assert "no longer what came in" in answer.text


@pytest.mark.skipif(installed() is None, reason="Tesseract is not installed: no page that is a picture can be read")
def test_words_read_off_a_picture_are_marked_on_it(drawing: Path) -> None:
    case, client = open_build(drawing), drawn_client(drawing)
    hurt = figure(case, "injured")
    page = client.get(f"/claims/{hurt.id}/page").text
    assert "Page 2 of paper.pdf" in page
    assert "with these words framed" in page
    assert "letters may be wrong" in page


def test_the_browser_shows_the_page_with_the_words_in_yellow(drawing: Path, browser: Browser) -> None:
    killed = figure(open_build(drawing), "killed")
    for desk in run_drawing(drawing):
        context = browser.new_context(viewport={"width": 1360, "height": 900})
        visit = start_visit(context, desk)
        visit.go(f"/claims/{killed.id}").get_by_role("link", name="The page as it is").click()
        visit.page.wait_for_load_state("networkidle")
        yellow = visit.page.evaluate(YELLOW)
        assert visit.complaints == []
        assert yellow["wide"] > 1000
        assert 100 < yellow["count"] < 20_000
        assert visit.page.get_by_role("img").get_attribute("alt") == "Page 1 of the original, with these words framed"
        context.close()


YELLOW = """() => {
  const image = document.querySelector('figure.leaf img'), canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth; canvas.height = image.naturalHeight;
  const pen = canvas.getContext('2d'); pen.drawImage(image, 0, 0);
  const dots = pen.getImageData(0, 0, canvas.width, canvas.height).data;
  let count = 0;
  for (let n = 0; n < dots.length; n += 4) count += dots[n] > 200 && dots[n + 1] > 200 && dots[n + 2] < 120;
  return {wide: image.naturalWidth, count};
}"""


def run_drawing(case: Path) -> Iterator[Desk]:
    yield from run_desk(case, draw=pages_of(case))
