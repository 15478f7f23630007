"""Claims + incidents -> findings: where accounts come from, agree, differ, depend on one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rashomon.model.account import Account
from rashomon.model.claim import COUNTS
from rashomon.model.finding import Finding, Weighed
from rashomon.model.link import Incident, Linked
from rashomon.stages.weigh.agreement import find_agreements
from rashomon.stages.weigh.calendar_checks import check_calendar
from rashomon.stages.weigh.clash import find_clashes
from rashomon.stages.weigh.compare_dates import compare_dates
from rashomon.stages.weigh.compare_places import compare_places
from rashomon.stages.weigh.contradictions import find_contradictions
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.denials import find_denials
from rashomon.stages.weigh.drift import find_drift
from rashomon.stages.weigh.gaps import find_gaps
from rashomon.stages.weigh.layout import Laid, Layout, lay_out
from rashomon.stages.weigh.lineage import find_citations, find_common_roots, find_shared_wording, fold_copies
from rashomon.stages.weigh.origins import count_origins
from rashomon.stages.weigh.pairs import compare_figures
from rashomon.stages.weigh.passages import find_copies
from rashomon.stages.weigh.reasons import contrast_finding
from rashomon.stages.weigh.roots import Roots, affiliated
from rashomon.stages.weigh.sums import find_sums

__all__ = ["weigh"]

_KINDS = (
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
    contrasts = _contrasts(layout)
    findings = [
        *(contrast_finding(layout, contrast) for contrast in contrasts),
        *find_denials(layout),
        *check_calendar(layout),
        *find_sums(layout),
        *find_drift(layout, contrasts),
        *find_contradictions(layout),
        *find_clashes(layout),
        *find_agreements(layout, roots, folded),
        *find_citations(layout),
        *find_common_roots(layout, roots),
        *find_shared_wording(layout, copies),
        *find_gaps(layout),
    ]
    return Weighed(count_origins(layout, roots, folded), _ordered(findings))


def _contrasts(layout: Layout) -> list[Contrast]:
    """Every two values of one property of one incident, or of one entity, held against one another."""
    incidents: dict[tuple[str, str], list[Laid]] = defaultdict(list)
    entities: dict[tuple[str, str], list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        prop = laid.claim.property
        if laid.claim.subject.total:
            continue
        if laid.incident and (prop in COUNTS or prop in ("date", "place")):
            incidents[(laid.incident, prop)].append(laid)
        elif laid.entity and prop in ("birth_date", "birth_place", "dated", "wanted"):
            entities[(laid.entity, prop)].append(laid)
    told = [(laids, matter, layout.incidents[incident]) for (incident, matter), laids in incidents.items()]
    held = [(laids, matter, None) for (_, matter), laids in entities.items()]
    return [found for laids, matter, incident in (*told, *held) for found in _compare(layout, laids, matter, incident)]


def _compare(layout: Layout, laids: list[Laid], matter: str, incident: Incident | None) -> list[Contrast]:
    if matter in COUNTS or matter == "wanted":
        return compare_figures(laids, incident)
    if matter in ("place", "birth_place"):
        return compare_places(layout, laids, incident)
    return compare_dates(laids, incident)


def _ordered(findings: list[Finding]) -> tuple[Finding, ...]:
    def rank(f: Finding) -> tuple[int, str, str, str]:
        return _KINDS.index(f.kind), f.incident or "~", f.property or "", f.id

    return tuple(sorted({f.id: f for f in findings}.values(), key=rank))
