"""Pairs of invented claims with the finding a careful reader would make of them, scored for each label.

Half of the pairs are marked `test`: they were written before the rules were tuned. "unrelated" means no finding.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from .builders import Case

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "gold" / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
]
LABELS = ("conflict", "update", "scope", "rounding", "agreement")
FLOOR = 0.95
TUPLES = ("includes", "excludes")


def found_label(row: dict[str, Any]) -> str:
    """The kind of the one finding between the two claims, or "unrelated"."""
    case = Case()
    for side in (row["a"], row["b"]):
        side = dict(side)
        report = case.report(side.pop("outlet"), side["words"] + ".", side.pop("published", None))
        by = side.pop("by", None)
        values = {k: tuple(v) if k in TUPLES else v for k, v in side.items() if k != "words"}
        case.claim(report, side["words"], row["property"], incident="mill", by=(tuple(by),) if by else (), **values)
    found = [f.kind for f in case.weigh().findings if f.kind in LABELS and len(f.claims) == 2]
    assert len(found) <= 1, (row["id"], found)
    return found[0] if found else "unrelated"


def test_the_gold_has_its_pairs() -> None:
    assert len(ROWS) >= 120
    assert {row["label"] for row in ROWS} == {*LABELS, "unrelated"}


@pytest.mark.parametrize("split", ["dev", "test"])
def test_pairs_are_told_apart(split: str) -> None:
    rows = [row for row in ROWS if row["split"] == split]
    right, gold, found, wrong = Counter[str](), Counter[str](), Counter[str](), []
    for row in rows:
        label = found_label(row)
        gold[row["label"]] += 1
        found[label] += 1
        if label == row["label"]:
            right[label] += 1
        else:
            wrong.append((row["id"], row["label"], label, row["a"]["words"], row["b"]["words"]))
    for label in gold:
        assert right[label] / max(1, found[label]) >= FLOOR, (f"precision of {label}", wrong)
        assert right[label] / gold[label] >= FLOOR, (f"recall of {label}", wrong)
