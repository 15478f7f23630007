"""What `bench/model.py` makes of an export before and after a model was asked."""

from __future__ import annotations

from typing import Any

import model as bench_model


def export(claims: list[str], proposals: list[tuple[str, str]] | None = None) -> dict[str, Any]:
    given = [{"id": i, "outcome": o, "code": "grave", "quote": "x", "property": "charge"} for i, o in proposals or []]
    return {"claims": [{"id": c} for c in claims], "proposals": given, "findings": ["f"]}


def test_what_waits_for_a_person_counts_as_accepted_and_what_was_refused_does_not() -> None:
    made = bench_model.ways(export(["r"]), export(["r", "admitted"], [("waits", "to_check"), ("bad", "refused")]))
    ids = {way: [c["id"] for c in rows["claims"]] for way, rows in made.items()}
    assert ids == {"rules": ["r"], "model": ["admitted", "waits"], "both": ["r", "admitted", "waits"]}
    assert made["model"]["findings"] == []
    assert "outcome" not in made["both"]["claims"][-1]


def test_the_page_gives_each_way_its_column_and_every_outcome_its_count() -> None:
    rows = {
        "figures": {"rules": {"checks": [0.5, 10]}, "both": {"checks": [0.6, 10]}},
        "proposals": {"refused/no_words": 3}, "asked": {"passages": 4}, "passages a minute": 2.0,
        "faults": {"rules": [1, 2, 0, 3]},
    }  # fmt: skip
    text = "\n".join(bench_model.page(rows))
    assert "0.600 of 10" in text
    assert "refused/no_words" in text
    assert "faults, rules: found 1 of 2, false 0 of 3" in text
