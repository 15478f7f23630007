"""How surely a clause says what it says, read off the words that govern it: denial, hedge, condition, question, plan."""

from __future__ import annotations

from rashomon.model.claim import Stance
from rashomon.stages.claims.stance.under import stance_of, under
from rashomon.stages.claims.view import SentenceView

__all__ = ["combine", "local_stance", "stance_of", "under"]

_RANK: dict[Stance, int] = {
    "asserted": 0, "alleged": 1, "undetermined": 2, "unconfirmed": 3, "possible": 4, "denied": 5,
}  # fmt: skip


def local_stance(sentence: SentenceView, at: int) -> Stance | None:
    """The stance that the words over a token leave to what it tells; None when it tells of no event."""
    return stance_of(under(sentence, at))


def combine(outer: Stance, inner: Stance) -> Stance:
    """What is left of a stance under another's: the weaker of the two; a denial stays one."""
    return max(outer, inner, key=lambda s: _RANK[s])
