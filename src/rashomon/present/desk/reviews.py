"""What stands decided now, by the words it was said of: a build may not have followed it yet."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.claim import Claim
from rashomon.model.link import Decision, Selector
from rashomon.present.resolve import Resolved

ClaimKey = tuple[str, int, int, str | None]
Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Reviews:
    """The log, and its standing decisions by claim, by pair of mentions, by outlet; the last one counts.

    Several claims can stand on the same words (two people in one sentence): which of them was meant, what was seen says.
    """

    decisions: tuple[Decision, ...]
    claims: dict[ClaimKey, tuple[Decision, ...]]
    pairs: dict[frozenset[Place], Decision]
    outlets: dict[str, Decision]

    @classmethod
    def of(cls, decisions: tuple[Decision, ...]) -> Reviews:
        """From the log, oldest first."""
        claims: dict[ClaimKey, tuple[Decision, ...]] = {}
        pairs: dict[frozenset[Place], Decision] = {}
        outlets: dict[str, Decision] = {}
        for decision in decisions:
            if decision.withdrawn:
                continue
            selectors = decision.target.selectors
            if decision.target.kind == "claim" and selectors:
                key = (*place(selectors[0]), decision.target.property)
                claims[key] = (decision, *claims.get(key, ()))
            elif len(selectors) == 2:
                pairs[frozenset(place(s) for s in selectors)] = decision
            elif decision.target.outlet:
                outlets[decision.target.outlet] = decision
        return cls(decisions, claims, pairs, outlets)

    def of_claim(self, case: Resolved, claim: Claim) -> Decision | None:
        """What stands decided on a claim as it is read now; None for one that was decided on when it was read otherwise."""
        found = self._near(case, claim)
        if not found:
            return None
        now = case.seen(claim)
        return next((d for d in found if d.seen is None or d.seen == now), None)

    def of_pair(self, case: Resolved, places: frozenset[Place]) -> Decision | None:
        """What stands decided on two names or incidents, unless either is called otherwise now."""
        found = self.pairs.get(places)
        stale = {a.decision.id for a in case.stale}
        return None if found is None or found.id in stale else found

    def _near(self, case: Resolved, claim: Claim) -> tuple[Decision, ...]:
        sha256 = case.documents[claim.document].sha256
        return self.claims.get((sha256, claim.start, claim.end, claim.property), ())


def place(selector: Selector) -> Place:
    """Where a selector's words stand."""
    return selector.sha256, selector.start, selector.end
