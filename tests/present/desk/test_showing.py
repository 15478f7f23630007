"""What pages show: words of the users, folds, parts, sheets, drawings; never more than the build found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from rashomon.errors import UsageFault
from rashomon.model.claim import Claim, Subject, Value
from rashomon.pipeline import build
from rashomon.present.desk.marking import mark_text
from rashomon.present.desk.pages.documents import find_words
from rashomon.present.desk.places import PART, cut_parts
from rashomon.present.desk.profile import period_words
from rashomon.present.desk.rosters import incident_rows
from rashomon.present.desk.snippets import find_snippet
from rashomon.present.desk.ties import draw_contacts, draw_lineage
from rashomon.present.desk.toll import draw_toll
from rashomon.present.matrix import make_matrix
from rashomon.present.resolve import Resolved
from rashomon.store.view import CaseView

from .conftest import SETTINGS, open_client


@pytest.fixture(scope="module")
def example(example_case: Path) -> Resolved:
    return Resolved.of(CaseView(example_case))


def market(case: Resolved) -> str:
    return incident_rows(case)[0].incident.id


def claim(**value: str) -> Claim:
    return Claim("c1", "d1", 0, 1, "x", Subject(), "phone", Value(**value), (), None, "own", "asserted", None, None,
                 None, "test/1")  # fmt: skip


def test_a_number_never_stands_without_its_period() -> None:
    assert period_words(claim(text="+61491570156")) == "period not given"
    assert period_words(claim(text="+61491570156", earliest="2019-01-01", latest="2019-12-31")) == "2019"


def test_reports_with_shared_wording_fold_under_the_earliest(example: Resolved) -> None:
    folded = make_matrix(example, market(example)).folded
    names = {(example.documents[a].publisher, example.documents[b].publisher) for a, b in folded.items()}
    assert names == {("Velmara Daily", "Meridian News Agency")}


def test_what_a_copy_changed_is_shown_beside_what_it_copies(example_case: Path, example: Resolved) -> None:
    shown = open_client(example_case).get(f"/incidents/{market(example)}").text
    column = shown[shown.index("<tbody>") :]
    assert re.search(r"Velmara Daily</bdi> has instead</p>\s*<p class=\"value\"[^>]*>at least 34", column)


def test_no_figure_is_called_true(example_case: Path, example: Resolved) -> None:
    shown = open_client(example_case).get(f"/incidents/{market(example)}").text
    for figure in ("at least 31", "at least 34", "41", "43"):
        assert figure in shown
    assert "No figure here is “the” figure" in shown


def test_the_toll_draws_every_dated_figure_and_counts_the_others(example: Resolved) -> None:
    claims = example.claims_of_incident[market(example)]
    toll = draw_toll(example, claims)
    assert toll is not None
    figures = [c for c in claims if c.property in ("killed", "injured") and c.value.number and not c.repeats]
    assert len(toll.dots) + toll.undated == len(figures)
    assert {d.bound for d in toll.dots} >= {"low", "exact"}
    assert all(toll.left <= d.x <= toll.right and 0 <= d.y <= toll.height for d in toll.dots)


def test_one_who_was_present_is_not_drawn_as_in_contact(example: Resolved) -> None:
    assert draw_contacts(example).edges == ()  # nobody has accepted one yet
    drawing = draw_contacts(example, every=True)
    aside = {e["kind"] for e in drawing.edges if e["aside"]}
    assert aside <= {"present", "asked by", "about"}
    assert "present" in aside


def test_the_lineage_merges_copies_and_points_at_whom_is_cited(example: Resolved) -> None:
    drawing = draw_lineage(example)
    names = {n["id"]: str(n["name"]) for n in drawing.nodes}
    assert any("Meridian News Agency" in n and "1 with its text" in n for n in names.values())
    assert not any(n.startswith("Velmara Daily") for n in names.values())
    cites = {(names[str(e["source"])][:12], names[str(e["target"])][:8]) for e in drawing.edges}
    assert ("Harbour Post", "Meridian") in cites


@given(st.text(alphabet=st.sampled_from("ab \n"), max_size=40).map(lambda s: s * 4000))
def test_parts_cover_a_text_without_a_gap(text: str) -> None:
    parts = cut_parts.__wrapped__("d", text)  # type: ignore[attr-defined]
    assert "".join(text[a:b] for a, b in parts) == text
    assert all(b - a <= PART for a, b in parts)


def test_marks_keep_every_letter_of_a_report(example: Resolved) -> None:
    for account in example.accounts:
        text = account.document.text
        for paragraph in mark_text(example, account, (0, len(text)), []):
            for stretch in paragraph.stretches:
                assert text[stretch.start : stretch.start + len(stretch.text)] == stretch.text
        joined = "".join(s.text for p in mark_text(example, account, (0, len(text)), []) for s in p.stretches)
        assert joined.replace(" ", "") == text.replace("\n", "").replace(" ", "")
        anchors = {a for p in mark_text(example, account, (0, len(text)), []) for s in p.stretches for a in s.anchors}
        assert {c.id for c in account.reading.claims} <= anchors


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Tolga met Şengül in Kaş.", "sengul", "Şengül"),
        ("İlker was there.", "ilker", "İlker"),
        ("The POLICE, said one.", '"police said"', "POLICE, said"),
        ("a bombing there", "bomb*", "bombing"),
        ("a bombing there", "bomb", None),
        ("nothing", "", None),
        ("a (b", "(", None),
    ],
)
def test_a_snippet_finds_what_the_search_finds(text: str, words: str, found: str | None) -> None:
    snippet = find_snippet(text, words)
    assert (snippet and snippet.found) == found
    if snippet:
        assert snippet.before + snippet.found + snippet.after == text


def test_added_words_are_found_at_their_place_or_refused() -> None:
    text = "two men. two men."
    assert find_words(text, "two men", "9").start == 9
    assert find_words(text, "men. two", "").start == 4
    with pytest.raises(UsageFault, match="2 times"):
        find_words(text, "two men", "")
    with pytest.raises(UsageFault, match="do not stand"):
        find_words(text, "three men", "0")


def test_names_that_run_right_to_left_stand_apart(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text("Police named Kemal Duman (كمال دومان) as the suspect in the bombing in Tarnak on May 3, 2021.\n")
    (tmp_path / "sources.csv").write_text("file,title,publisher\na.txt,تقرير,وكالة\n", encoding="utf-8")
    build(tmp_path / "case", [tmp_path], SETTINGS)
    shown = open_client(tmp_path / "case").get("/documents").text
    assert "<bdi>وكالة</bdi>" in shown
    assert re.search(r'<a [^>]*dir="auto">تقرير</a>', shown)


def test_a_list_is_turned_a_sheet_at_a_time(example_case: Path) -> None:
    client: TestClient = open_client(example_case)
    shown = client.get("/timeline?q=&page=1").text
    assert "When it was reported" in shown
    assert client.get("/people?page=7").status_code == 200


def test_one_line_a_question_with_its_pairs_to_unfold(example_case: Path, example: Resolved) -> None:
    several = next(f for f in example.findings.values() if len(f.pairs) > 1)
    listed = open_client(example_case).get("/findings").text
    assert f"<summary>{len(several.pairs)} pairs of accounts</summary>" in listed
    page = open_client(example_case).get(f"/findings/{several.id}").text
    assert '<details class="pairs" open>' in page


def test_a_claim_bears_the_kinds_of_its_pairs_and_not_that_of_the_whole_question(example: Resolved) -> None:
    several = next(f for f in example.findings.values() if len({pair.kind for pair in f.pairs}) > 1)
    kinds = {claim: several.kinds_of(claim) for claim in several.claims}
    assert all(kind in {p.kind for p in several.pairs} for found in kinds.values() for kind in found)
    assert len(set(kinds.values())) > 1
