"""Claims -> entities and incidents: who could be the same (keys), how much and why (compare), one id each (fold)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from rashomon.model.account import Account
from rashomon.model.link import Attached, Decision, Linked, Match, Verdict
from rashomon.stages.link.decide import attach, contradictions, review_claims, rulings, standing
from rashomon.stages.link.entities import resolve_entities
from rashomon.stages.link.incidents import resolve_incidents


def link(accounts: Sequence[Account], decisions: Sequence[Decision] = ()) -> tuple[Linked, tuple[Attached, ...]]:
    """The case's entities and incidents with every close comparison, and each decision with what it found.

    The result does not depend on the order of the accounts.
    """
    ordered = sorted(accounts, key=lambda a: a.document.sha256)
    attached = attach(ordered, decisions)
    sentences, involved = contradictions(attached)
    resolved = resolve_entities(ordered, rulings(attached, "entity", involved))
    incidents, compared = resolve_incidents(ordered, resolved, rulings(attached, "incident", involved))
    decided = [m for a in standing(attached) if (m := _decided(a, involved)) is not None]
    pairs = {frozenset((m.a, m.b)) for m in decided}
    matches = [m for m in (*resolved.matches, *compared) if frozenset((m.a, m.b)) not in pairs]
    reviewed = review_claims(ordered, attached, resolved.entities, incidents)
    return Linked(resolved.entities, incidents, (*decided, *matches), sentences), reviewed


_VERDICTS: dict[Verdict, tuple[Literal["same", "different", "disputed"], float]] = {
    "same": ("same", 1.0), "different": ("different", 0.0), "unsure": ("disputed", 0.5),
}  # fmt: skip


def _decided(attached: Attached, involved: frozenset[str]) -> Match | None:
    """The match that a standing decision makes; None for one on a claim or an outlet, or in a contradictory set."""
    decision, kind = attached.decision, attached.decision.target.kind
    if decision.verdict not in _VERDICTS or decision.id in involved or attached.a is None or attached.b is None:
        return None
    verdict, score = _VERDICTS[decision.verdict]
    reason = f"{decision.signed.by} decided so: {decision.signed.why}"
    return Match(
        "incident" if kind == "incident" else "entity",
        attached.a,
        attached.b,
        verdict,
        score,
        reason,
        decision.id,
    )
