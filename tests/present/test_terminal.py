from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from rashomon.present import terminal
from rashomon.present.lookup import look_up
from rashomon.present.resolve import Resolved
from rashomon.present.terminal_matrix import cut_words
from rashomon.store.view import CaseView


@pytest.fixture(scope="module")
def case(example_case: Path) -> Resolved:
    return Resolved.of(CaseView(example_case))


def drawn(page: object, width: int) -> str:
    console = Console(width=width, record=True, file=StringIO())
    console.print(page)
    return console.export_text()


def main_incident(case: Resolved) -> str:
    return max(case.incidents, key=lambda i: len({c.document for c in case.claims_of_incident.get(i, ())}))


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(case: Resolved, width: int) -> None:
    for page in (terminal.overview(case), terminal.incident_page(case, main_incident(case), width)):
        assert max(map(len, drawn(page, width).splitlines())) <= width


def test_the_incident_that_most_reports_tell_of_comes_first_and_none_without_a_claim(case: Resolved) -> None:
    lines = [
        line
        for line in drawn(terminal.overview(case), 200).splitlines()
        if line.startswith(" i") and line.split()[0] != "id"
    ]
    told = [len({c.document for c in case.claims_of_incident[look_up(case, line.split()[0]).id]}) for line in lines]
    assert told == sorted(told, reverse=True)
    assert all(told)


def test_findings_come_by_gravity(case: Resolved) -> None:
    kinds = [f.kind for f in terminal.by_gravity(case.findings.values())]
    assert kinds[0] in ("conflict", "inconsistency")
    assert kinds.index("agreement" if "agreement" in kinds else "gap") > kinds.index("update")


def test_a_copy_stands_in_the_column_of_what_it_copies_with_what_it_changed(case: Resolved) -> None:
    words = " ".join(drawn(terminal.incident_page(case, main_incident(case), 600), 600).split())
    assert "and a copy of it: Velmara Daily" in words
    assert "Velmara Daily: at least 34" in words


def test_a_person_is_shown_on_the_word_of_others(case: Resolved) -> None:
    words = drawn(terminal.thing(case, look_up(case, "Haldun Evrenos")), 100)
    assert "Haldun Evrenos (person)" in words


def test_long_words_are_cut_at_a_word_with_a_mark() -> None:
    assert cut_words("a  short\nline", 20) == "a short line"
    assert cut_words("one two three four five", 14) == "one two …"
    assert len(cut_words("x" * 100, 20)) <= 20


def test_a_finding_unfolds_its_pairs_where_it_has_several(case: Resolved) -> None:
    several = next(f for f in case.findings.values() if len(f.pairs) > 1)
    page = " ".join(drawn(terminal.finding_page(case, several.id), 2000).split())
    assert all(pair.reason in page for pair in several.pairs)
    line = " ".join(drawn(terminal.finding_lines([several]), 2000).split())
    assert several.reason in line and several.pairs[0].reason not in line
