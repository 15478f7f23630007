"""The export keeps to its schema, and the kept copy of the schema is what the model gives."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

import rashomon
from rashomon.model.claim import Property, Stance
from rashomon.model.link import Signed
from rashomon.pipeline import build
from rashomon.present.choose import Choice, choose
from rashomon.present.exports.schema import make_schema, schema_json
from rashomon.settings import Settings
from rashomon.store.decisions import Decisions

ROOT = Path(__file__).resolve().parent.parent.parent
STRICT = jsonschema.Draft202012Validator(make_schema(strict=True))
PLAIN = jsonschema.Draft202012Validator(make_schema())
TEXTS = (
    "A court in Karsova sentenced Mirel Oskan to twelve years in prison for arson in absentia on 3 May 2019.",
    "The Quay Company paid Ada Vint 40,000 euros on 2 June 2018, the indictment says. She called him twice that night.",
    "Police seek Ilker Barlas, born on 4 May 1971 in Orvela; a warrant was issued. His phone is +90 532 555 12 34.",
    "Nobody was killed, the governor said; as of Monday more than 30 people, dozens of them children, were injured.",
    "Mirel Oskan, alias the Miller, is a member of the Sarn Brotherhood and was released on bail in 2020.",
)


def faults(validator: Any, rows: dict[str, Any]) -> list[str]:
    return [f"{list(f.path)}: {f.message}" for f in validator.iter_errors(json.loads(json.dumps(rows)))]


@pytest.fixture
def rows(example_case: Path) -> dict[str, Any]:
    return deepcopy(rashomon.open_case(example_case).export)


def test_the_schema_is_one_and_the_kept_copy_is_the_same() -> None:
    jsonschema.Draft202012Validator.check_schema(make_schema())
    kept = (ROOT / "docs/reference/export.schema.json").read_bytes()
    assert kept == schema_json(), "rashomon schema > docs/reference/export.schema.json"


def test_the_example_keeps_to_it_without_a_field_too_many(rows: dict[str, Any]) -> None:
    assert not faults(STRICT, rows)


@pytest.mark.parametrize("text", TEXTS)
def test_texts_of_many_kinds_keep_to_it(text: str) -> None:
    found = rashomon.read(text, published="2021-05-12", publisher="The Quay", settings=Settings(processes=1))
    assert found["claims"]
    assert not faults(STRICT, found)


def test_decisions_and_reviews_keep_to_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two dockers were killed in Karsova. Police blamed Ada Vint for the attack.")
    case = tmp_path / "case"
    build(case, [tmp_path / "a.txt"], Settings(processes=1))
    claim = rashomon.open_case(case).export["claims"][0]["id"]
    signed = Signed("A. Reader", "2021-05-12T10:00:00+00:00", "as the paper prints it")
    choose(case, Choice("accept", (claim,), signed.by, signed.at, signed.why))
    build(case, [], Settings(processes=1))
    rows = rashomon.open_case(case).export
    assert rows["decisions"]
    assert "review" in next(c for c in rows["claims"] if c["id"] == claim)
    assert not faults(STRICT, rows)
    (kept,) = Decisions(case).read()
    assert kept.seen
    Decisions(case).append(replace(kept, id="k" + "0" * 16, seen=replace(kept.seen, value="9 dockers")))
    build(case, [], Settings(processes=1))
    rows = rashomon.open_case(case).export
    assert [d.get("stale", False) for d in rows["decisions"]] == [False, True]
    assert not faults(STRICT, rows)


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("claims", "property", "guilt"),
        ("claims", "stance", "certain"),
        ("claims", "start", -1),
        ("claims", "value", {}),
        ("claims", "readers", None),
        ("documents", "published", "12 May 2021"),
        ("documents", "sha256", "abc"),
        ("entities", "type", "human"),
        ("findings", "pairs", [{"kind": "conflict"}]),
        ("unread", "score", 1.5),
        ("times", "earliest", "May"),
    ],
)
def test_what_breaks_the_format_is_refused(rows: dict[str, Any], name: str, field: str, value: object) -> None:
    rows[name][0][field] = value
    assert faults(PLAIN, rows)


def test_a_field_that_is_missing_is_refused_and_one_more_is_not(rows: dict[str, Any]) -> None:
    rows["claims"][0]["later"] = 1
    assert not faults(PLAIN, rows)
    assert faults(STRICT, rows)
    for name in ("proposals", "unread"):
        assert faults(PLAIN, {k: v for k, v in rows.items() if k != name})
    del rows["claims"][0]["governors"]
    assert faults(PLAIN, rows)


def test_a_proposal_is_as_a_claim_with_what_the_gate_said(rows: dict[str, Any]) -> None:
    proposal = {**rows["claims"][0], "outcome": "refused", "code": "quote-not-found", "decision": None}
    assert not faults(STRICT, {**rows, "proposals": [proposal]})
    assert faults(PLAIN, {**rows, "proposals": [{**proposal, "outcome": "admitted"}]})


def test_the_words_are_those_of_the_model() -> None:
    claim = make_schema()["properties"]["claims"]["items"]["properties"]
    assert claim["property"]["enum"] == list(get_args(Property))
    assert claim["stance"]["enum"] == list(get_args(Stance))


@pytest.mark.parametrize("published", ["2021", "2021-05", "2021-05-12", "2021-05-12T08:30:00+02:00"])
def test_a_report_may_be_dated_by_its_month_or_year(rows: dict[str, Any], published: str) -> None:
    rows["documents"][0]["published"] = published
    assert not faults(STRICT, rows)
