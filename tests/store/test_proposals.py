"""The form in which other readers hand over claims, and the log that keeps them."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from rashomon.model.link import Signed
from rashomon.model.span import Quote
from rashomon.store.proposals import keep_proposals, make_proposal, open_proposals, read_line, schema_json

ROOT = Path(__file__).resolve().parents[2]
SIGNED = Signed("a reader", "2026-01-02T10:00:00+00:00", "given.jsonl")
LINE = (
    b'{"document": "a.txt", "reader": "my-script", "version": "3", "property": "killed", "quote": "claimed 17 lives",'
    b' "value": "17 lives", "means": {"number": 17, "bound": "exact"}, "incident": "blast",'
    b' "parties": [{"words": "Ilse Tornow", "role": "with"}]}'
)


def test_the_kept_schema_is_that_of_the_form() -> None:
    kept = (ROOT / "docs/reference/proposals.schema.json").read_bytes()
    assert kept == schema_json(), "write rashomon.store.proposals.schema_json() there"


def test_every_field_stands_in_the_reference() -> None:
    text = (ROOT / "docs/reference/proposals.md").read_text(encoding="utf-8")
    for field in read_line(LINE).__struct_fields__:
        assert f"`{field}`" in text


def test_a_line_is_kept_once_and_reads_back(tmp_path: Path) -> None:
    one = make_proposal(read_line(LINE), "ab" * 32, Quote(4, 9, "blast"), SIGNED)
    later = make_proposal(read_line(LINE), "ab" * 32, Quote(4, 9, "blast"), Signed("b", "2027-01-01", "again"))
    assert one.id == later.id
    assert len(keep_proposals(tmp_path, [one, later])) == 1
    assert keep_proposals(tmp_path, [one]) == ()
    (kept,) = open_proposals(tmp_path).read()
    assert kept.means.number == 17
    assert kept.parties[0].role == "with"


@pytest.mark.parametrize(
    "line",
    [
        b"{}",
        b"not json",
        b'{"document": "a", "reader": "r", "version": "1", "property": "guilty", "quote": "x"}',
        b'{"document": "a", "reader": "r", "version": "1", "property": "killed", "quote": ""}',
        b'{"document": "a", "reader": "r", "version": "1", "property": "killed", "quote": "x", "verdict": "admitted"}',
        b'{"document": "a", "reader": "r", "version": "1", "property": "killed", "quote": "' + b"x" * 2001 + b'"}',
        b'{"document": "a", "reader": "r", "version": "1", "property": "killed", "quote": "x", "stance": "sure"}',
    ],
)
def test_what_is_not_of_the_form_is_refused(line: bytes) -> None:
    with pytest.raises(msgspec.MsgspecError):
        read_line(line)
