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
    """The log, and its standing decisions by claim, by pair of mentions, by outlet; the last one counts."""

    decisions: tuple[Decision, ...]
    claims: dict[ClaimKey, Decision]
    pairs: dict[frozenset[Place], Decision]
    outlets: dict[str, Decision]

    @classmethod
    def of(cls, decisions: tuple[Decision, ...]) -> Reviews:
        """From the log, oldest first."""
        claims: dict[ClaimKey, Decision] = {}
        pairs: dict[frozenset[Place], Decision] = {}
        outlets: dict[str, Decision] = {}
        for decision in decisions:
            if decision.withdrawn:
                continue
            selectors = decision.target.selectors
            if decision.target.kind == "claim" and selectors:
                claims[(*place(selectors[0]), decision.target.property)] = decision
            elif len(selectors) == 2:
                pairs[frozenset(place(s) for s in selectors)] = decision
            elif decision.target.outlet:
                outlets[decision.target.outlet] = decision
        return cls(decisions, claims, pairs, outlets)

    def of_claim(self, case: Resolved, claim: Claim) -> Decision | None:
        """What stands decided on a claim."""
        sha256 = case.documents[claim.document].sha256
        return self.claims.get((sha256, claim.start, claim.end, claim.property))


def place(selector: Selector) -> Place:
    """Where a selector's words stand."""
    return selector.sha256, selector.start, selector.end
