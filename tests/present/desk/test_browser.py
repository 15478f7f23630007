"""The desk in a real browser: pages load clean, can be reached by everybody, and do what their buttons say."""

from __future__ import annotations

import os
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from rashomon.pipeline import build
from rashomon.present.desk.rosters import entity_rows, incident_rows
from rashomon.present.desk.serve import door
from rashomon.present.resolve import Resolved
from rashomon.store.additions import open_additions
from rashomon.store.decisions import Decisions
from rashomon.store.view import CaseView

from .conftest import SETTINGS, Desk, Visit, run_desk, start_visit

SHOTS = os.environ.get("RASHOMON_SCREENSHOTS")
"""A folder for pictures of the main pages; none are taken without it."""
SHOWN = ("case", "incident", "person", "report", "decide", "timeline", "network", "lineage", "map")
AXE = files("rashomon") / "data" / "desk" / "vendor" / "axe.min.js"


def read(desk: Desk) -> Resolved:
    return Resolved.of(CaseView(desk.case))


def main_pages(case: Resolved) -> dict[str, str]:
    incident = incident_rows(case)[0].incident.id
    person = next(r.entity.id for r in entity_rows(case) if r.entity.name == "İlker Barlas")
    document = next(d.id for d in case.documents.values() if d.file == "deniz-gazette-8-june.txt")
    claim = next(c.id for c in case.claims.values() if c.property == "charge")
    finding = next(f.id for f in case.findings.values() if f.kind == "conflict")
    return {
        "case": "/", "incidents": "/incidents", "incident": f"/incidents/{incident}", "people": "/people",
        "person": f"/people/{person}", "reports": "/documents", "report": f"/documents/{document}",
        "claim": f"/claims/{claim}", "findings": "/findings", "finding": f"/findings/{finding}", "decide": "/decide",
        "conflict": "/decide?kind=conflict", "decisions": "/decisions", "outlets": "/outlets", "unread": "/unread",
        "search": "/search?q=barlas", "timeline": "/timeline", "network": "/network", "lineage": "/lineage",
        "map": "/map", "missing": "/people?q=nobody+of+that+name",
    }  # fmt: skip


def faults(page: Page) -> list[Any]:
    """What axe-core finds against WCAG 2.2 A and AA, the serious and the critical."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[Any] = page.evaluate(
        "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', "
        "'best-practice']})).violations.filter(v => ['serious', 'critical'].includes(v.impact))"
        ".map(v => [v.id, v.nodes.slice(0, 3).map(n => n.html.slice(0, 160))])"
    )
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_page_loads_clean_and_is_open_to_everybody(visit: Visit, scheme: Any) -> None:
    visit.page.emulate_media(color_scheme=scheme)
    for name, path in main_pages(read(visit.desk)).items():
        page = visit.go(path)
        for drawing in page.locator(".drawing").all():
            expect(drawing).to_have_attribute("data-ready", "yes")
        if name in SHOWN and (scheme == "light" or name in ("matrix", "decide")):
            take(page, f"{name}-{scheme}")
        if name == "incident" and scheme == "light":
            page.evaluate("document.getElementById('mat').scrollIntoView({behavior: 'instant'})")
            take(page, f"matrix-{scheme}")
        for details in page.locator("details").all():
            details.evaluate("d => { d.open = true }")
        page.wait_for_load_state("networkidle")
        assert visit.complaints == [], name
        assert faults(page) == [], name


def test_no_page_is_broader_than_a_telephone(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 400, "height": 800})
    for name, path in {**main_pages(read(visit.desk)), "whom": "/whom"}.items():
        page = visit.go(path)
        assert page.evaluate("document.documentElement.scrollWidth") == 400, name
        broken = page.evaluate(
            "() => [...document.querySelectorAll('td, th')].filter(c => c.offsetWidth && c.offsetWidth < 40).length"
        )
        assert broken == 0, name


def take(page: Page, name: str) -> None:
    """A picture of what the browser shows, where pictures are wanted."""
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(SHOTS) / f"desk-{name}.png")


def test_a_cell_opens_its_words_in_their_paragraph(visit: Visit) -> None:
    page = visit.go(main_pages(read(visit.desk))["incident"])
    cell = page.locator("td .quote", has_text="killing at least 31 people")
    cell.locator("summary").click()
    expect(cell.locator("blockquote mark")).to_have_text("killing at least 31 people")
    expect(cell.locator("blockquote")).to_contain_text("A bomb exploded at the crowded fish market")
    cell.get_by_role("link", name="In the report").click()
    expect(page).to_have_url(re.compile(r"/documents/d\w+#c\w+"))
    expect(page.locator(":target, :target + [data-start]").first).to_be_in_viewport()


def test_copies_are_folded_and_can_be_unfolded(visit: Visit) -> None:
    page = visit.go(main_pages(read(visit.desk))["incident"])
    own = page.locator(".matrix thead th").filter(has_text=re.compile(r"^\s*Velmara Daily"))
    expect(own).to_have_count(0)
    expect(page.locator(".matrix thead")).to_contain_text("shares its text: Velmara Daily")
    page.get_by_role("link", name="Show each in its own column").click()
    expect(own).to_have_count(1)


def test_a_decision_by_key_is_saved_undone_and_built(visit: Visit) -> None:
    page = visit.go("/decide")
    page.get_by_label("Your name").fill("Ana")
    page.get_by_label("Reason").fill("the words say so")
    page.get_by_role("heading", name="Decide").click()
    address = page.get_by_role("link", name="Address of this page")
    first = address.get_attribute("href")
    page.keyboard.press("r")
    expect(page.locator(".saved")).to_contain_text("Saved: reject")
    assert address.get_attribute("href") != first
    assert page.get_by_label("Your name").first.input_value() == "Ana"
    page.wait_for_load_state("networkidle")
    page.keyboard.press("z")
    expect(page.locator(".progress")).not_to_contain_text("waits")
    assert [d.withdrawn is not None for d in Decisions(visit.desk.case).read()] == [True]
    page = visit.go("/decide")
    page.get_by_label("Reason").fill("the words say so")
    page.get_by_role("heading", name="Decide").click()
    page.keyboard.press("a")
    expect(page.locator(".progress")).to_contain_text("1 decision waits")
    page.get_by_role("button", name="Build now").click()
    expect(page.locator(".progress")).to_contain_text("Build done", timeout=60_000)
    reviewed = read(visit.desk).reviews
    assert list(reviewed.values()) == ["accept"]
    page = visit.go(f"/claims/{next(iter(reviewed))}")
    expect(page.locator("main")).to_contain_text("accepted by Ana")
    assert visit.complaints == []


def test_skipping_goes_round_the_queue(visit: Visit) -> None:
    page = visit.go("/decide")
    waiting = sum(int(n) for n in re.findall(r"\d+", page.locator(".queue").inner_text()))
    seen = []
    for _ in range(waiting + 1):
        seen.append(page.get_by_role("link", name="Address of this page").get_attribute("href"))
        with page.expect_navigation():
            page.keyboard.press("k")
    assert len(set(seen)) == waiting > 2
    assert seen[0] == seen[-1]


@pytest.mark.parametrize("path", ["/decide", "/decide?kind=conflict", "/outlets", "claim", "finding", "person"])
def test_enter_in_a_field_writes_nothing(visit: Visit, path: str) -> None:
    pages = main_pages(read(visit.desk))
    page = visit.go(pages.get(path, path))
    for details in page.locator("details").all():
        details.evaluate("d => { d.open = true }")
    page.evaluate(
        "document.querySelectorAll('main form[method=post] input:not([type=hidden]):not([type=checkbox])')"
        ".forEach(i => { i.value = i.type === 'date' ? '2024-05-01' : 'Ana' });"
        "document.querySelectorAll('main form[method=post] select').forEach(s => { s.selectedIndex = 1 })"
    )
    fields = page.locator("main form[method=post]").get_by_label("Your name")
    assert fields.count() > 0
    before = sorted(p.name for p in visit.desk.case.iterdir())
    for field in fields.all():
        field.press("Enter")
    page.wait_for_load_state("networkidle")
    assert sorted(p.name for p in visit.desk.case.iterdir()) == before
    assert "decisions.jsonl" not in before


def test_no_reason_is_filled_in_and_none_means_no_decision(visit: Visit) -> None:
    page = visit.go("/decide")
    page.get_by_label("Your name").fill("Ana")
    assert page.get_by_label("Reason").input_value() == ""
    page.get_by_role("heading", name="Decide").click()
    page.keyboard.press("a")
    page.get_by_role("button", name="Accept").click()
    assert Decisions(visit.desk.case).read() == ()
    page.get_by_label("Reason").fill("as printed")
    page.get_by_role("button", name="Accept").click()
    expect(page.locator(".saved").first).to_contain_text("Saved: accept")
    assert [d.signed.why for d in Decisions(visit.desk.case).read()] == ["as printed"]


def test_a_key_that_is_held_down_decides_once(visit: Visit) -> None:
    page = visit.go("/decide")
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'k', repeat: true, bubbles: true}))")
    page.wait_for_load_state("networkidle")
    assert page.url.endswith("/decide")
    with page.expect_navigation():
        page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'k', bubbles: true}))")
    assert "after=" in page.url


def test_keys_do_nothing_while_somebody_writes(visit: Visit) -> None:
    page = visit.go("/decide")
    page.get_by_label("Your name").fill("")
    page.get_by_label("Your name").press_sequentially("sara")
    assert page.url.endswith("/decide")
    assert Decisions(visit.desk.case).read() == ()


def test_words_that_are_selected_become_a_claim(visit: Visit) -> None:
    page = visit.go(main_pages(read(visit.desk))["report"])
    page.evaluate(
        """() => {
          const marks = [...document.querySelectorAll('[data-start]')];
          const first = marks.find((m) => m.textContent.includes('deputy governor'));
          const range = document.createRange();
          range.setStart(first.firstChild, first.firstChild.data.indexOf('deputy'));
          range.setEnd(first.firstChild, first.firstChild.data.indexOf('deputy') + 'deputy governor'.length);
          getSelection().removeAllRanges(); getSelection().addRange(range);
          document.dispatchEvent(new Event('mouseup'));
        }"""
    )
    page.locator("#add summary").click()
    expect(page.locator("#add-words")).to_have_value("deputy governor")
    page.locator("#add").get_by_label("It says").select_option("role")
    page.locator("#add").get_by_label("Your name").fill("Ana")
    page.locator("#add").get_by_label("Reason").fill("a role that was not read")
    page.locator("#add").get_by_role("button", name="Save").click()
    expect(page.locator(".report")).to_contain_text("added by Ana")
    (addition,) = open_additions(visit.desk.case).read()
    text = next(d.text for d in read(visit.desk).documents.values() if d.sha256 == addition.words.sha256)
    assert text[addition.words.start : addition.words.end] == "deputy governor"


def test_an_edge_opens_its_claims(visit: Visit) -> None:
    page = visit.go("/network")
    assert page.locator(".drawing").count() == 0
    expect(page.locator(".progress")).not_to_contain_text("wait")
    expect(page.locator("main")).to_contain_text("accepted by nobody yet")
    page.get_by_label("draw also what nobody has accepted").check()
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#network")).to_have_attribute("data-ready", "yes")
    label = page.evaluate("document.getElementById('network').graph.edges('[kind = \"meeting\"]')[0].data('label')")
    assert "says" in label
    assert "(not accepted)" in label
    page.evaluate("document.getElementById('network').graph.edges('[kind = \"meeting\"]')[0].emit('tap')")
    expect(page.locator("#panel")).to_contain_text("Barlas met SGM officer Kemal Barlas")
    assert (
        page.evaluate("document.getElementById('network').graph.edges('[aside = 1]').style('line-style')") == "dashed"
    )
    assert visit.complaints == []


def test_the_timeline_tells_its_three_times_apart(visit: Visit) -> None:
    page = visit.go("/timeline")
    expect(page.locator("#timeline")).to_have_attribute("data-ready", "yes")
    labels = page.locator(".vis-labelset .vis-label").all_inner_texts()
    assert [x.strip() for x in labels] == ["When it was", "When it was said", "When it was reported"]
    assert page.locator(".vis-item.vis-range.happened").count() >= 1
    page.get_by_label("When it was reported").uncheck()
    page.get_by_role("button", name="Show").click()
    page.wait_for_load_state("networkidle")
    assert page.locator(".vis-labelset .vis-label").count() == 2
    assert visit.complaints == []


def test_the_first_key_skips_to_the_page(visit: Visit) -> None:
    page = visit.go("/incidents")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the page"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_what_is_new_is_told_on_the_next_visit(visit: Visit, tmp_path: Path) -> None:
    page = visit.go("/")
    expect(page.locator("#new")).to_be_hidden()
    report = tmp_path / "later.txt"
    report.write_text("A bomb exploded in Tarnak on May 3, 2023, killing five people, police said.\n")
    build(visit.desk.case, [report], SETTINGS)
    for _ in range(100):
        if visit.go("/").locator("#new").is_visible():
            break
    expect(page.locator("#new")).to_contain_text("1 new report")


TOWNS = {
    "a.txt": "A bomb exploded at a market in Marseille on March 3, 2020, killing four people, police said.\n",
    "b.txt": "Gunmen opened fire at a cafe in Genoa on April 9, 2020, killing two people, the mayor said.\n",
    "c.txt": "Attackers struck a police post in Barcelona on May 11, 2020, killing six people.\n",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_places_incidents_and_says_how_precisely(browser: Browser, tmp_path: Path, scheme: Any) -> None:
    for name, text in TOWNS.items():
        (tmp_path / name).write_text(text)
    build(tmp_path / "case", [tmp_path / name for name in TOWNS], SETTINGS)
    for desk in run_desk(tmp_path / "case"):
        context = browser.new_context(color_scheme=scheme, viewport={"width": 1360, "height": 900})
        visit = start_visit(context, desk)
        page = visit.go("/map")
        expect(page.locator("#map")).to_have_attribute("data-ready", "yes")
        assert page.locator("#map .land").count() > 100
        assert page.locator("#map .point").count() == 3
        page.locator("#map .point").first.dispatch_event("click")
        expect(page.locator("#panel")).to_contain_text("not the spot")
        if scheme == "light":
            take(page, "map-light")
        assert faults(page) == []
        assert visit.complaints == []
        context.close()


SURNAMES = {
    "a.txt": "Police named Omar Tekin, a former dock worker, as the suspect in the bombing in Tarnak on May 3, 2021. "
    "Tekin fled the town, police said.\n",
    "b.txt": "Hasan Tekin, a customs clerk, was charged with the bombing in Tarnak on May 3, 2021, which killed five "
    "people, prosecutors said.\n",
    "c.txt": "Tekin planned the bombing in Tarnak on May 3, 2021, which killed six people, a lawyer said. The lawyer "
    "said Tekin was a former dock worker.\n",
}


def test_a_surname_that_could_be_two_is_decided_with_both_sides_in_view(browser: Browser, tmp_path: Path) -> None:
    for name, text in SURNAMES.items():
        (tmp_path / name).write_text(text)
    build(tmp_path / "case", [tmp_path / name for name in SURNAMES], SETTINGS)
    for desk in run_desk(tmp_path / "case"):
        context = browser.new_context(viewport={"width": 1360, "height": 900})
        visit = start_visit(context, desk)
        page = visit.go("/decide?kind=identity")
        expect(page.locator("h2")).to_contain_text("the same as")
        expect(page.locator(".case blockquote mark", has_text="Tekin")).to_have_count(2)
        assert faults(page) == []
        page.get_by_label("Your name").fill("Ana")
        page.get_by_label("Reason").fill("two trades")
        page.get_by_label("Your name").press("Enter")
        assert Decisions(desk.case).read() == ()
        page.locator("h1").click()
        page.keyboard.press("d")
        expect(page.locator(".saved").first).to_contain_text("Saved: different")
        page.wait_for_load_state("networkidle")
        page.get_by_label("Reason").fill("the third report tells too little")
        page.locator("h1").click()
        page.keyboard.press("u")
        expect(page.locator("main")).to_contain_text("Nothing waits of this kind")
        assert [d.verdict for d in Decisions(desk.case).read()] == ["different", "unsure"]
        assert visit.complaints == []
        context.close()


def test_the_file_that_opens_the_desk_leads_into_it(browser: Browser, desk: Desk) -> None:
    context = browser.new_context()
    page = context.new_page()
    with door(desk.case, 1, f"{desk.address}/incidents?token={desk.token}") as file:
        assert file is not None
        page.goto(file.as_uri())
        page.wait_for_url(f"{desk.address}/incidents")
    expect(page.locator("h1")).to_be_visible()
    assert not file.exists()
    context.close()
