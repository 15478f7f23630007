"""The export keeps to the format: fields, vocabularies, types; on the example case."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any, get_args

import pytest

from rashomon.case import Case
from rashomon.model import annotation, claim, finding

FIELDS = {
    "documents": "id file sha256 media_type kind title publisher author published url language text boilerplate claims_read",
    "entities": "id type name aliases mentions",
    "incidents": "id type title date place places claims documents origins",
    "claims": "id document start end quote subject property value chain root basis stance said_on attribution repeats reader",
    "attributions": "id document source cue content parent",
    "times": "document start end quote earliest latest timex",
    "matches": "kind a b verdict score reason decision",
    "findings": "id kind incident entity property claims documents reason",
    "unread": "document start end quote why",
}
VALUE = set(
    "number bound of part includes excludes as_of earliest latest entity text currency kind parties".split()  # noqa: SIM905
)
ISO = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$")


@pytest.fixture(scope="module")
def rows(example_case: Path) -> dict[str, Any]:
    return Case(example_case).export


@pytest.mark.parametrize("name", FIELDS)
def test_every_row_has_the_fields_of_the_format(rows: dict[str, Any], name: str) -> None:
    assert rows[name], f"the example has no {name}"
    for row in rows[name]:
        assert set(FIELDS[name].split()) <= set(row)


def test_words_are_those_of_the_vocabulary(rows: dict[str, Any]) -> None:
    for row in rows["claims"]:
        assert row["property"] in get_args(claim.Property)
        assert row["basis"] in get_args(claim.Basis)
        assert row["stance"] in get_args(claim.Stance)
        assert row["value"].get("bound") in {None, *get_args(annotation.Bound)}
        assert set(row["value"]) <= VALUE
        assert set(row["subject"]) == {"incident", "entity", "total"}
        for link in row["chain"]:
            assert link["kind"] in get_args(claim.LinkKind)
        for party in row["value"].get("parties", []):
            assert party["role"] in get_args(claim.PartyRole)
    for row in rows["incidents"]:
        assert row["type"] in get_args(claim.IncidentType)
    for row in rows["entities"]:
        assert row["type"] in get_args(annotation.EntityType)
    for row in rows["findings"]:
        assert row["kind"] in get_args(finding.FindingKind)


def test_every_claim_has_a_value_and_a_chain_that_begins_with_its_outlet_or_paper(rows: dict[str, Any]) -> None:
    documents = {d["id"]: d for d in rows["documents"]}
    for row in rows["claims"]:
        assert row["value"], row
        document = documents[row["document"]]
        assert row["chain"][0]["name"] in (document["publisher"], document["title"], document["file"])
        assert row["reader"]


def test_dates_are_iso_and_in_order(rows: dict[str, Any]) -> None:
    spans = [c["value"] for c in rows["claims"]] + [c["said_on"] for c in rows["claims"] if c["said_on"]]
    spans += rows["times"] + [i["date"] for i in rows["incidents"] if i["date"]]
    for span in spans:
        first, last = span.get("earliest"), span.get("latest")
        assert all(ISO.match(x) for x in (first, last) if x), span
        if first and last:
            assert first[:10] <= last[:10], span


def test_ids_are_unique_and_hold_no_name_or_number(rows: dict[str, Any]) -> None:
    for name in ("documents", "entities", "incidents", "claims", "attributions", "findings"):
        counts = Counter(r["id"] for r in rows[name])
        assert max(counts.values()) == 1
        assert all(re.fullmatch(r"[a-z][0-9a-f]{16}", ident) for ident in counts)


def test_phones_are_e164_and_contacts_have_two_parties(rows: dict[str, Any]) -> None:
    phones = [c for c in rows["claims"] if c["property"] == "phone"]
    contacts = [c for c in rows["claims"] if c["property"] == "contact"]
    assert phones
    assert contacts
    assert all(re.fullmatch(r"\+[1-9]\d{6,14}", c["value"]["text"]) for c in phones)
    assert all(len(c["value"]["parties"]) >= 2 for c in contacts)


def test_a_repeat_points_to_a_claim_of_its_own_document_that_is_no_repeat(rows: dict[str, Any]) -> None:
    claims = {c["id"]: c for c in rows["claims"]}
    for row in rows["claims"]:
        if row["repeats"]:
            first = claims[row["repeats"]]
            assert (first["document"], first["property"], first["repeats"]) == (row["document"], row["property"], None)
