"""The decision log: append-only JSON lines, each with who, when and why; on disk before anyone is told "saved".

A withdrawal is a later line that names the decision; nothing is ever rewritten.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rashomon.model.identity import make_id
from rashomon.model.link import Decision, Seen, Signed, Target, Verdict
from rashomon.store.lines import Lines

FILE = "decisions.jsonl"


def make_decision(
    verdict: Verdict, target: Target, signed: Signed, *, grade: str | None = None, seen: Seen | None = None
) -> Decision:
    """A decision with its id: a hash over where it points, what was seen and said, by whom and when."""
    origin = target.selectors[0].sha256 if target.selectors else "outlet"
    ident = make_id("k", origin, verdict, target, signed, grade, *([seen] if seen else []))
    return Decision(ident, verdict, target, signed, grade=grade, seen=seen)


class Decisions(Lines[Decision]):
    """The log of one case."""

    def __init__(self, case: Path) -> None:
        super().__init__(case, FILE, Decision, _withdrawn, noun="decision")


def _withdrawn(decision: Decision, signed: Signed) -> Decision:
    return replace(decision, withdrawn=signed)
