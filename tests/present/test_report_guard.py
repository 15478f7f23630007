"""Accusations of named persons stay out of a report until a person accepts them, in whatever words they come."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from rashomon.pipeline import build
from rashomon.present.report import Asked, Options, make_report, write_report
from rashomon.present.report.reviewed import Reviewed, accuses
from rashomon.present.report.sheet import Grid, Line
from rashomon.present.resolve import Resolved
from rashomon.settings import Settings
from rashomon.store.view import CaseView

REPORTS = {
    "a.txt": """Jurek Holmgaard bombed the quay, police say

Seven people died in a bombing in Port Varnet on 9 March 2021, police said. Police suspect Jurek Holmgaard of
carrying out the bombing. Mayor Hanna Brenik said Jurek Holmgaard had killed seven people. Jurek Holmgaard denied that he
carried out the bombing. Jurek Holmgaard, the alleged mastermind of the bombing, lives in Port Varnet. The harbour was closed, the
mayor said.
""",
    "b.txt": """Quay reopens

Eight people were killed in the bombing in Port Varnet on 9 March 2021, the harbour office said. Prosecutors charged Silke Maron
with the bombing in Port Varnet.
""",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("accused")
    for name, text in REPORTS.items():
        (made / name).write_text(text, encoding="utf-8")
    build(made / "case", [made], Settings(processes=1))
    return made / "case"


@pytest.fixture
def case(folder: Path) -> Resolved:
    return Resolved.of(CaseView(folder))


def plain(case: Resolved, **options: bool) -> str:
    text = write_report(make_report(case, Options(masked=False, **options)), "md").decode()
    return text.replace("\\", "")


def accusations_of(case: Resolved, name: str) -> list[str]:
    reviewed = Reviewed(case, Options())
    ids = {e.id for e in case.entities.values() if e.name == name}
    return [c.id for c in case.claims.values() if reviewed.is_grave(c) and reviewed.accused(c) in ids]


def test_the_case_holds_accusations_at_all(case: Resolved) -> None:
    assert accusations_of(case, "Jurek Holmgaard")
    assert accusations_of(case, "Silke Maron")


def test_no_words_of_an_accusation_are_printed_before_somebody_accepts_it(case: Resolved) -> None:
    text = plain(case)
    assert "mastermind" not in text
    assert "Silke Maron" not in text
    assert "Holmgaard bombed" not in text
    for line in text.splitlines():
        assert not ("Holmgaard" in line and accuses(line)), line
    assert re.search(r"\d+ claims? of what named persons", text)


def test_what_nobody_has_reviewed_is_marked_where_it_is_asked_for(case: Resolved) -> None:
    text = plain(case, unreviewed=True)
    assert "Silke Maron" in text
    assert "[not reviewed]" in text


def test_an_accepted_accusation_stands_beside_its_denial(case: Resolved) -> None:
    case.__dict__["reviews"] = dict.fromkeys(accusations_of(case, "Jurek Holmgaard"), "accept")
    text = plain(case)
    row = next(line for line in text.splitlines() if line.startswith("| Jurek Holmgaard |"))
    assert "suspect" in row or "having done it" in row
    assert "denies" in row
    assert "Silke Maron" not in text


def test_requests_for_comment_and_their_want_are_said(case: Resolved) -> None:
    case.__dict__["reviews"] = dict.fromkeys(accusations_of(case, "Silke Maron"), "accept")
    assert "The program found no reply in these reports" in plain(case)
    person = next(e.id for e in case.entities.values() if e.name == "Silke Maron")
    report = make_report(case, Options(masked=False), [Asked(person, "2021-04-02", "letter", None)])
    text = write_report(report, "md").decode()
    assert "Asked for comment on 2021-04-02 by letter; no answer recorded." in text
    assert "No request for comment is recorded." not in text


@pytest.mark.parametrize(
    ("text", "grave"),
    [
        ("Orvik Halst killed two people", True), ("the alleged mastermind", True), ("an Islamic State member", True),
        ("Orvik Halst was killed on Monday", False), ("Orvik Halst visited the port", False), ("he is a nurse", False),
    ],
)  # fmt: skip
def test_words_that_accuse(text: str, grave: bool) -> None:
    assert accuses(text) is grave


def test_a_wide_table_is_split_with_its_heading_column_in_each_part() -> None:
    row = ((Line("killed"),), *((Line(str(n)),) for n in range(12)))
    parts = Grid("What", ("Fact", *(f"R{n}" for n in range(12))), (row,)).parts()
    assert [len(p.heads) for p in parts] == [6, 6, 3]
    assert all(p.heads[0] == "Fact" and p.rows[0][0] == (Line("killed"),) for p in parts)


def test_headings_are_in_order_and_tables_say_what_they_are(case: Resolved) -> None:
    body = write_report(make_report(case, Options(masked=False, unreviewed=True)), "html").decode()
    levels = [int(n) for n in re.findall(r"<h(\d)>", body)]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert body.count("<table>") == body.count("<caption>") > 1
    assert body.count('scope="col"') > 3
    assert len(re.findall(r'id="r\d+"', body)) == len(set(re.findall(r'id="r\d+"', body)))
