from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.model.document import Document
from rashomon.present.report import Options, make_report, write_report
from rashomon.present.report.write import plain_markdown, typst_string
from rashomon.present.resolve import Resolved
from rashomon.store.view import CaseView


@pytest.fixture(scope="module")
def case(example_case: Path) -> Resolved:
    return Resolved.of(CaseView(example_case))


def suspects(case: Resolved) -> list[str]:
    return [c.id for c in case.claims.values() if c.property == "suspect"]


def test_an_accusation_of_a_named_person_is_printed_only_once_accepted(case: Resolved) -> None:
    text = write_report(make_report(case, Options(masked=False)), "md").decode()
    assert "named as suspect, says" not in text
    assert re.search(r"\d+ claims? of what named persons", text)
    marked = write_report(make_report(case, Options(masked=False, unreviewed=True)), "md").decode()
    assert "named as suspect, says" in marked
    assert "not reviewed" in marked


def test_an_accepted_accusation_is_printed_and_a_rejected_claim_is_not(example_case: Path) -> None:
    case = Resolved.of(CaseView(example_case))
    accepted = suspects(case)[0]
    quotes = Counter(c.quote for c in case.claims.values())
    rejected = next(
        c for c in case.claims.values()
        if c.property == "killed" and case.incident(c.subject.occurrence) and quotes[c.quote] == 1
    )  # fmt: skip
    case.__dict__["reviews"] = {accepted: "accept", rejected.id: "reject"}
    text = write_report(make_report(case, Options(masked=False)), "md").decode()
    assert "named as suspect, says" in text
    assert f"“{rejected.quote}”" not in text.replace("\\", "")


def test_every_footnote_that_is_called_exists_and_holds_its_quote(case: Resolved) -> None:
    body = write_report(make_report(case, Options(masked=False)), "html").decode()
    called = set(re.findall(r'href="#n(\d+)"', body))
    there = set(re.findall(r'id="n(\d+)"', body))
    assert called == there
    assert len(called) > 30
    assert html.unescape(body).count("“") >= len(called)


def test_the_report_needs_no_other_file_and_no_script(case: Resolved) -> None:
    body = write_report(make_report(case, Options()), "html").decode()
    assert "<script" not in body
    assert "http" not in re.sub(r"http-equiv|http://www\.w3\.org/2000/svg", "", body)


def test_hostile_text_stays_text(case: Resolved) -> None:
    bad = '<script>alert(1)</script> | #eval(1) `x` \u202e $x$ \\ "'
    accounts = [replace(a, document=_titled(a.document, bad)) for a in case.accounts]
    hostile = Resolved(accounts, case.linked, case.weighed, case.attached, case.rejected)
    report = make_report(hostile, Options())
    assert "<script" not in write_report(report, "html").decode()
    assert "<script" not in write_report(report, "md").decode()
    assert write_report(report, "pdf").startswith(b"%PDF")


def _titled(document: Document, title: str) -> Document:
    return replace(document, title=title, publisher=title)


def test_markdown_and_typst_escape_what_they_would_read() -> None:
    assert plain_markdown("a*b|c\nd") == r"a\*b\|c d"
    assert typst_string('a"b\\c') == r'"a\"b\\c"'


def test_the_pdf_is_a_pdf(case: Resolved) -> None:
    assert write_report(make_report(case, Options()), "pdf").startswith(b"%PDF")


def test_the_pairs_of_a_question_stand_under_it_and_not_those_with_a_claim_that_is_withheld(example_case: Path) -> None:
    case = Resolved.of(CaseView(example_case))
    several = next(f for f in case.findings.values() if f.property == "killed" and len(f.pairs) > 2)
    text = plain(write_report(make_report(case, Options(masked=False)), "md"))
    assert all(plain(pair.reason.encode()) in text for pair in several.pairs)
    case.__dict__["reviews"] = {several.pairs[0].a[0]: "reject"}
    less = plain(write_report(make_report(case, Options(masked=False)), "md"))
    assert plain(several.reason.encode()) not in less and plain(several.pairs[0].reason.encode()) not in less
    assert any(plain(pair.reason.encode()) in less for pair in several.pairs)


def plain(text: bytes) -> str:
    return re.sub(r"\W+", " ", text.decode())
