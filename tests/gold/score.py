"""The project's own gold sets, scored: `python tests/gold/score.py NAME` prints the figures of both halves as JSON.

The scoring itself is that of the tests, which hold the same halves against floors of their own.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from rashomon.model.case_settings import Hints
from rashomon.model.document import Block, Document
from rashomon.settings import DEFAULT_MODEL
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.claims.view import View

HERE = Path(__file__).resolve().parent
STAGES = HERE.parent / "stages"
sys.path[:0] = [str(STAGES), str(STAGES / "claims")]

Rows = list[dict[str, Any]]
Figures = dict[str, float]


@cache
def _parser() -> Parser:
    return Parser(DEFAULT_MODEL)


def read(text: str, region: str | None = None) -> View:
    """A text, one block a line, as the readers of claims see it."""
    sha = sha256(text.encode()).hexdigest()
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), "body"))
        at += len(line) + 1
    unsaid = (None,) * 5
    document = Document("d", sha, "a.txt", "text/plain", "article", *unsaid, "en", text, tuple(blocks), True)
    return View(document, annotate(document, _parser().parse(document), Hints(region=region)))


def ratio(part: int, whole: int) -> float:
    """A share; 1 of nothing."""
    return part / whole if whole else 1.0


def agreement(
    rows: Rows, key: str, find: Callable[[str], Sequence[Any]], agrees: Callable[[Any, Any], bool]
) -> Figures:
    """Precision over what was found, recall over what the gold holds."""
    right = found = got = wanted = 0
    for row in rows:
        gold = [g for g in row[key] if g.get("property") != "conviction"]
        drafts = [d for d in find(row["text"]) if getattr(d, "property", "") != "conviction"]
        right += sum(any(agrees(g, d) for g in gold) for d in drafts)
        got += sum(any(agrees(g, d) for d in drafts) for g in gold)
        found, wanted = found + len(drafts), wanted + len(gold)
    return {"p": ratio(right, found), "r": ratio(got, wanted)}


def accusations(rows: Rows, split: str) -> Figures:
    """Person, grade and stance right."""
    import test_accusations as test

    return agreement(rows, "claims", lambda t: test.find_accusations(read(t), test.NOTHING), test._agrees)


def contacts(rows: Rows, split: str) -> Figures:
    """Kind and every party with its role right."""
    import test_contacts as test

    return agreement(
        rows, "contacts", lambda t: test.find_contacts(read(t), test.NOTHING), lambda g, d: test._agrees(g, d.value)
    )


def attributions(rows: Rows, split: str) -> Figures:
    """Source, cue and content; parents, stance and kind among the found."""
    from reading_gold import score_attributions

    return score_attributions(split)


def stance(rows: Rows, split: str) -> Figures:
    """The share of sentences with the right stance, "no event" among them."""
    from test_stance import stance_at

    return {"accuracy": ratio(sum(stance_at(r["text"], r["word"]) == r["stance"] for r in rows), len(rows))}


def roles(rows: Rows, split: str) -> Figures:
    """Roles with their period, stance and body."""
    from persons_gold import score_roles

    return score_roles(read, split)


def phones(rows: Rows, split: str) -> Figures:
    """Numbers with holder and period."""
    from persons_gold import score_phones

    return score_phones(read, split)


def pairs(rows: Rows, split: str) -> Figures:
    """The share of pairs of claims that are told apart as the gold has them."""
    from weigh.test_pairs_gold import found_label

    return {"accuracy": ratio(sum(found_label(r) == r["label"] for r in rows), len(rows))}


SCORERS: dict[str, Callable[[Rows, str], Figures]] = {
    "accusations": accusations, "attributions": attributions, "contacts": contacts, "pairs": pairs,
    "phones": phones, "roles": roles, "stance": stance,
}  # fmt: skip


def score(name: str) -> Figures:
    """Both halves of a set: figures named dev_... and test_..."""
    rows = [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines() if line]
    figures = {}
    for split in ("dev", "test"):
        part = [r for r in rows if r["split"] == split]
        figures.update({f"{split}_{k}": round(v, 4) for k, v in SCORERS[name](part, split).items()})
    return figures


if __name__ == "__main__":
    print(json.dumps(score(Path(sys.argv[1]).stem)))
