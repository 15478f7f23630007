"""One claim or sentence of a built case, its report read again to show by which words and rules: no case keeps frames; and two incidents, weighed again."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from rashomon.errors import SetAside
from rashomon.model.annotation import Annotations
from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.ledger import PairWeighed, ReadAnew, RuleEntry, SentenceTold
from rashomon.pipeline import case_hints
from rashomon.reading import Job, originals_of, reread
from rashomon.settings import Settings
from rashomon.stages.claims.call_rows import ROW_READER
from rashomon.stages.claims.rules.ledger import entries
from rashomon.stages.claims.shown import show_claim, show_sentence
from rashomon.stages.link.weighed import weigh_pairs
from rashomon.store.decisions import Decisions
from rashomon.store.view import CaseView


def read_anew(case: Path, claim: Claim, sha256: str, settings: Settings) -> ReadAnew | None:
    """What the report of a claim shows of it, read again; from its kept parse where there is one.

    None for a claim that a person entered or that a row of telephone records is, for one that this version does not read so, and where the report is gone.
    Raises CaseDamaged, UsageFault.
    """
    found = (
        None if claim.reader.startswith("person/") or claim.reader == ROW_READER else _reread(case, sha256, settings)
    )
    return None if found is None else show_claim(*found, claim)


def read_sentence(case: Path, sha256: str, at: int, settings: Settings) -> SentenceTold | None:
    """What the sentence at an offset of a report shows, read again: its words, the rules they wake, what those lack.

    None where the report is gone, and outside running text. Raises CaseDamaged, UsageFault.
    """
    found = _reread(case, sha256, settings)
    return None if found is None else show_sentence(*found, at)


def _reread(case: Path, sha256: str, settings: Settings) -> tuple[Document, Annotations] | None:
    original = next((o for o in originals_of(str(case)).originals() if o.sha256 == sha256), None)
    if original is None:
        return None
    try:
        return reread(Job(str(case), original, settings.model, case_hints(case, settings)))
    except SetAside:
        return None


def weigh_two(case: Path, ones: Collection[str], others: Collection[str]) -> tuple[PairWeighed, ...]:
    """The tellings of two incidents, by the ids of their occurrences, held against each other as the last build did. Raises UsageFault."""
    view = CaseView(case)
    try:
        return weigh_pairs(list(view.accounts()), Decisions(case).read(), ones, others)
    finally:
        view.close()


def rule_entries() -> tuple[RuleEntry, ...]:
    """Every typed rule, in words."""
    return entries()
