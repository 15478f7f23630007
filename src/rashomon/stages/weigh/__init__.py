"""Claims + incidents -> findings: where accounts come from, agree, differ, depend on one another."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.account import Account
from rashomon.model.finding import Finding, FindingKind, Weighed
from rashomon.model.link import Linked
from rashomon.stages.weigh.ask import ask_questions
from rashomon.stages.weigh.beside import beside, find_beside
from rashomon.stages.weigh.calendar_checks import check_calendar
from rashomon.stages.weigh.clash import find_clashes
from rashomon.stages.weigh.credits import find_credits
from rashomon.stages.weigh.dating import Clock
from rashomon.stages.weigh.drift import between_speakers, find_drift
from rashomon.stages.weigh.gaps import find_gaps
from rashomon.stages.weigh.layout import lay_out
from rashomon.stages.weigh.lineage import (
    find_carried,
    find_citations,
    find_common_roots,
    find_revised,
    find_shared_wording,
    fold_copies,
)
from rashomon.stages.weigh.origins import count_origins
from rashomon.stages.weigh.passages import find_copies
from rashomon.stages.weigh.question import answer
from rashomon.stages.weigh.roots import Roots, affiliated
from rashomon.stages.weigh.scanned import without_scans
from rashomon.stages.weigh.sums import find_sums

__all__ = ["weigh"]

_KINDS: tuple[FindingKind, ...] = (
    "conflict", "inconsistency", "update", "scope", "rounding", "sum", "drift", "clash", "agreement",
    "dependence", "gap",
)  # fmt: skip


def weigh(accounts: Sequence[Account], linked: Linked, rejected: frozenset[str] = frozenset()) -> Weighed:
    """Origins of every incident and all findings, the gravest kinds first; `rejected` claims are not weighed.

    The same accounts in any order give the same result. Nothing is raised.
    """
    layout = lay_out(accounts, linked, rejected)
    copies = find_copies(layout.accounts)
    roots, folded = Roots(affiliated(layout)), fold_copies(layout, copies)
    clock = Clock(carried=find_carried(layout, folded), revised=find_revised(layout, copies))
    asked = ask_questions(layout, roots, folded, clock)
    laid_beside = beside(layout)
    contrasts = [contrast for question in asked for contrast in question.contrasts]
    between = (between_speakers(layout, question) for question in asked)
    findings = [
        *(answer(layout, question) for question in between if question.contrasts),
        *check_calendar(layout),
        *find_sums(layout),
        *find_drift(layout, contrasts),
        *find_clashes(layout),
        *find_citations(layout),
        *find_common_roots(layout, roots),
        *find_shared_wording(layout, copies),
        *find_credits(layout),
        *find_gaps(layout),
        *find_beside(layout, laid_beside),
    ]
    ordered = _ordered(list(without_scans(layout, findings, _KINDS)))
    return Weighed(count_origins(layout, roots, folded), ordered, laid_beside)


def _ordered(findings: list[Finding]) -> tuple[Finding, ...]:
    def rank(f: Finding) -> tuple[int, str, str, str]:
        return _KINDS.index(f.kind), f.incident or "~", f.property or "", f.id

    return tuple(sorted({f.id: f for f in findings}.values(), key=rank))
