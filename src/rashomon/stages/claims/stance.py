"""How surely a clause says what it says: denial, hedge, condition, question, plan."""

from __future__ import annotations

from rashomon.model.claim import Stance
from rashomon.stages.claims.view import SentenceView


def local_stance(sentence: SentenceView, at: int) -> Stance | None:
    """The stance that the clause's own words give to what its token `at` tells; None when it tells of no event."""
    return "asserted"
