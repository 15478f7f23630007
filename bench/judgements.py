"""What people made of lost and changed claims, kept without a word of the texts.

A judgement names a difference by two hashes: of the sentence, and of the sentence with what was claimed and what became of
it. So a claim that changes again, or in another way, is asked again. Verdicts: better, same, worse.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from differences import Difference
from goldsets import ROOT, lines

JUDGED = ROOT / "bench" / "judged.jsonl"
VERDICTS = ("better", "same", "worse")
KEPT = ("sentence", "claim", "property", "change", "verdict", "why")


class Unclear(Exception):
    """A judgement without a verdict, or with more than one word of reason."""


def read_judged(path: Path) -> dict[str, dict[str, str]]:
    """All judgements, by the hash of the claim. A later one stands for an earlier one of the same claim."""
    rows = [json.loads(line) for line in lines(path)] if path.is_file() else []
    return {row["claim"]: row for row in rows}


def needs_judgement(difference: Difference) -> bool:
    """Whether somebody has to look: what is new is measured by the gold sets."""
    return difference.change in ("lost", "changed")


def template(difference: Difference, corpus: str) -> dict[str, Any]:
    """A judgement to be filled in, with the words that a person needs; never to be committed."""
    told = difference.told
    return {
        "sentence": difference.sentence,
        "claim": difference.claim,
        "property": told.property,
        "change": " ".join([difference.change, *difference.fields]),
        "verdict": "",
        "why": "",
        "where": f"{corpus} {told.file}",
        "text": told.sentence,
        "quote": told.quote,
        "old": difference.old.shown if difference.old else None,
        "new": difference.new.shown if difference.new else None,
    }


def settle(rows: Iterable[Mapping[str, Any]], path: Path) -> int:
    """Keep the judgements that have a verdict, without the words; how many. Raises Unclear, and then keeps none."""
    filled = [dict(row) for row in rows if row["verdict"]]
    for row in filled:
        if row["verdict"] not in VERDICTS or len(row["why"].split()) != 1:
            raise Unclear(f"{row['claim']}: a verdict ({', '.join(VERDICTS)}) and one word of reason are wanted")
    known = read_judged(path)
    known.update({row["claim"]: {key: row[key] for key in KEPT} for row in filled})
    write(path, sorted(known.values(), key=lambda row: (row["property"], row["change"], row["claim"])))
    return len(filled)


def write(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """One object a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
