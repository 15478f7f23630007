"""Small invented affairs of one to four reports, read and weighed: findings that must come, and that must not."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from rashomon.case import open_case
from rashomon.pipeline import build
from rashomon.settings import Settings

CASES = [json.loads(line) for line in Path(__file__).with_name("small_cases.jsonl").read_text("utf-8").splitlines()]


def pairs(folder: Path, docs: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Each finding of a case of these reports, and each of its pairs as one."""
    folder.mkdir()
    with (folder / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("file", "publisher", "published"))
        for doc in docs:
            (folder / doc["name"]).write_text(doc["text"], "utf-8")
            rows.writerow((doc["name"], doc["publisher"], doc["published"]))
    build(folder.parent / "case", [folder], Settings(strict=True))
    export = open_case(folder.parent / "case").export
    numbers = {c["id"]: c["value"].get("number") for c in export["claims"]}
    found = []
    for finding in export["findings"]:
        told = [{**finding, **pair, "claims": [*pair["a"], *pair["b"]]} for pair in finding["pairs"]]
        found += [{**one, "values": {numbers.get(c) for c in one["claims"]}} for one in (finding, *told)]
    return found


def many(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def fits(found: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Whether a finding is of a kind and property, holds these numbers, and has these words in its reason."""
    return (
        found["kind"] in many(wanted["kind"])
        and found["property"] in many(wanted.get("property", found["property"]))
        and set(wanted.get("values", ())) <= found["values"]
        and wanted.get("has", "") in found["reason"]
    )


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_findings_of_a_small_affair(case: dict[str, Any], tmp_path: Path) -> None:
    found = pairs(tmp_path / "reports", case["docs"])
    assert [w for w in case["want"] if not any(fits(f, w) for f in found)] == []
    assert [f["reason"] for f in found for w in case["never"] if fits(f, w)] == []
