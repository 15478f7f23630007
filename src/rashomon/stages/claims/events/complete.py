"""The figures of one incident with what follows from them: sums and differences that no word of the report states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.claim import Property
from rashomon.stages.claims.events.attackers import with_attacker
from rashomon.stages.claims.events.counts import Figure
from rashomon.stages.claims.events.settle import settle_figures
from rashomon.stages.claims.view import View


def complete_figures(view: View, figures: Sequence[Figure]) -> Iterator[tuple[Property, Figure]]:
    """The figures of one incident that stand, each with its property, and those derived from them (`derived`)."""
    settled = list(settle_figures(view, figures))
    yield from settled
    dead = [f for name, f in settled if name == "killed"]
    yield from (("killed", f) for f in with_attacker(view, figures, dead))
