"""Claims that people enter: values as they may be written, and the claim that comes of them in the next build."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from rashomon.model.addition import Addition
from rashomon.model.claim import Claim
from rashomon.model.link import Signed
from rashomon.pipeline import build
from rashomon.present.exports.json_format import export_json
from rashomon.present.lookup import Found, cut_selector, select
from rashomon.present.masking.apply import mask_case
from rashomon.present.masking.plan import Wishes, make_plan
from rashomon.present.resolve import Resolved, open_build
from rashomon.settings import Settings
from rashomon.stages.claims.entered import entered_id, read_value
from rashomon.store.additions import Entered, make_addition, open_additions

SIGNED = Signed("Ana Öz", "2024-05-06T07:08:09+00:00", "the machine missed it")
SETTINGS = Settings(processes=1)


@pytest.mark.parametrize(
    ("written", "number", "bound"),
    [("12", 12, "exact"), ("at least 12", 12, "at_least"), ("About 1,200", 1200, "about"), ("up to 40", 40, "at_most")],
)
def test_a_count_is_digits_with_its_bound(written: str, number: int, bound: str) -> None:
    value = read_value("killed", written, "words")
    assert value is not None
    assert (value.number, value.bound) == (number, bound)


@pytest.mark.parametrize("written", ["", "twelve", "12 or 13", "roughly like 12", "1,20"])
def test_what_is_no_count_is_refused(written: str) -> None:
    assert read_value("injured", written, "words") is None


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2019-02-28", "2019-02-28", "2019-02-28"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("2019-12/2020-01-03", "2019-12-01", "2020-01-03"),
    ],
)
def test_a_day_is_iso(written: str, earliest: str, latest: str) -> None:
    value = read_value("date", written, "words")
    assert value is not None
    assert (value.earliest, value.latest) == (earliest, latest)


@pytest.mark.parametrize("written", ["", "yesterday", "2019-02-30", "2019-13", "2020/2019", "2019/2020/2021"])
def test_what_is_no_day_is_refused(written: str) -> None:
    assert read_value("birth_date", written, "words") is None


def test_a_text_is_what_was_written_or_the_words() -> None:
    assert read_value("weapon", " a  rifle ", "x").text == "a rifle"  # type: ignore[union-attr]
    assert read_value("statement", "", "he saw nothing").text == "he saw nothing"  # type: ignore[union-attr]


@pytest.fixture
def case(example_case: Path, tmp_path: Path) -> Path:
    """A copy of the built example."""
    return Path(shutil.copytree(example_case, tmp_path / "case"))


def toll(case: Resolved) -> Claim:
    """A toll that is no repeat, of an incident that several reports tell of."""
    shared = {i.id for i in case.incidents.values() if len({case.occurrences[o].document for o in i.occurrences}) > 2}
    return next(
        c for c in case.claims.values()
        if c.property == "killed" and not c.repeats and not c.value.part and case.incident(c.subject.occurrence) in shared
        and case.documents[c.document].claims_read
    )  # fmt: skip


def add(case: Path, value: str, *, corrects: bool, said_by: str = "") -> tuple[Addition, Claim]:
    """An addition beside the first shared toll, entered with another value."""
    before = open_build(case)
    claim = toll(before)
    words = select(before, Found("claim", claim.id))
    subject = select(before, Found("occurrence", str(claim.subject.occurrence)))
    entered = Entered("killed", value, "x", said_by, "asserted", claim.id if corrects else None, subject)
    addition = make_addition(words, entered, SIGNED)
    open_additions(case).append(addition)
    build(case, (), SETTINGS)
    return addition, claim


def test_an_added_claim_is_compared_and_goes_when_it_is_taken_back(case: Path) -> None:
    addition, beside = add(case, "977", corrects=False)
    after = open_build(case)
    claim = after.claims[entered_id(addition)]
    assert (claim.value.number, claim.reader) == (977, "person/Ana Öz")
    assert after.incident(claim.subject.occurrence) == after.incident(beside.subject.occurrence)
    assert any(f.kind in ("conflict", "inconsistency", "update") for f in after.findings_of_claim[claim.id])
    assert all(a.document.text[c.start : c.end] == c.quote for a in after.accounts for c in a.reading.claims)
    open_additions(case).withdraw(addition.id, SIGNED)
    build(case, (), SETTINGS)
    assert claim.id not in open_build(case).claims


def test_building_twice_enters_a_claim_once(case: Path) -> None:
    addition, _ = add(case, "977", corrects=False)
    build(case, (), SETTINGS)
    claims = [c.id for a in open_build(case).accounts for c in a.reading.claims]
    assert claims.count(entered_id(addition)) == 1


def test_what_a_person_corrected_is_seen_and_no_longer_compared(case: Path) -> None:
    addition, wrong = add(case, "977", corrects=True)
    after = open_build(case)
    assert after.claims[wrong.id].value == wrong.value
    assert after.reviews[wrong.id] == "reject"
    assert not [f for f in after.findings.values() if wrong.id in f.claims]
    rows = {c["id"]: c for c in json.loads(export_json(after))["claims"]}
    assert rows[entered_id(addition)]["corrects"] == wrong.id


def test_a_known_speaker_brings_the_chain_that_the_report_gives_him(case: Path) -> None:
    before = open_build(case)
    claim = toll(before)
    told = next(
        c for c in before.claims.values() if c.document == claim.document and len(c.chain) > 1 and c.root is not None
    )
    addition, _ = add(case, "977", corrects=False, said_by=told.chain[-1].name)
    made = open_build(case).claims[entered_id(addition)]
    assert (made.chain[-1].name, made.root is not None) == (told.chain[-1].name, True)


def test_words_that_are_gone_give_no_claim(case: Path) -> None:
    before = open_build(case)
    claim = toll(before)
    words = cut_selector(before, claim.document, before.occurrences[str(claim.subject.occurrence)].mentions[0])
    gone = type(words)(words.sha256, "words that never stood there", "", "", 4, 9)
    addition = make_addition(gone, Entered("killed", "3", "", "", "asserted"), SIGNED)
    open_additions(case).append(addition)
    build(case, (), SETTINGS)
    assert entered_id(addition) not in open_build(case).claims


def test_who_entered_a_claim_stays_in_the_case(case: Path) -> None:
    add(case, "977", corrects=True)
    after = open_build(case)
    masked = export_json(mask_case(after, make_plan(after, Wishes())))
    assert "Ana Öz" in export_json(after).decode()
    assert "Ana Öz" not in masked.decode()
    assert b'"person"' in masked
