"""One claim of a built case, its report read again to show by which words and rules: no case keeps frames."""

from __future__ import annotations

from pathlib import Path

from rashomon.errors import SetAside
from rashomon.model.claim import Claim
from rashomon.model.ledger import ReadAnew, RuleEntry
from rashomon.pipeline import case_hints
from rashomon.reading import Job, originals_of, reread
from rashomon.settings import Settings
from rashomon.stages.claims.rules.ledger import entries
from rashomon.stages.claims.shown import show_claim


def read_anew(case: Path, claim: Claim, sha256: str, settings: Settings) -> ReadAnew | None:
    """What the report of a claim shows of it, read again; from its kept parse where there is one.

    None for a claim that a person entered, for one that this version does not read so, and where the report is gone.
    Raises CaseDamaged, UsageFault.
    """
    original = next((o for o in originals_of(str(case)).originals() if o.sha256 == sha256), None)
    if original is None or claim.reader.startswith("person/"):
        return None
    try:
        document, annotations = reread(Job(str(case), original, settings.model, case_hints(case, settings)))
    except SetAside:
        return None
    return show_claim(document, annotations, claim)


def rule_entries() -> tuple[RuleEntry, ...]:
    """Every typed rule, in words."""
    return entries()
