"""The figures of one incident with what follows from them: sums and differences that no word of the report states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.claim import Property
from rashomon.stages.claims.events.added import died_apart
from rashomon.stages.claims.events.attackers import with_attacker
from rashomon.stages.claims.events.figure import Figure
from rashomon.stages.claims.events.later import nth_dead
from rashomon.stages.claims.events.settle import settle_figures
from rashomon.stages.claims.events.survivors import are_the_dead
from rashomon.stages.claims.view import View


def complete_figures(view: View, figures: Sequence[Figure]) -> Iterator[tuple[Property, Figure]]:
    """The figures of one incident that stand, each with its property, and those derived from them (`derived`)."""
    settled = list(settle_figures(view, figures))
    dead = [f for f in figures if f.harm == "killed"]
    settled = [(name, f) for name, f in settled if name != "injured" or not are_the_dead(f, dead)]
    for name, f in settled:
        if not f.listed or (f.value.number or 0) >= _most(settled, name):
            yield name, f
    later = [*nth_dead(figures), *died_apart(dead)]
    yield from (("killed", f) for f in later)
    standing = [f for name, f in settled if name == "killed"] + later
    yield from (("killed", f) for f in with_attacker(view, figures, standing))


def _most(settled: Sequence[tuple[Property, Figure]], name: Property) -> int | float:
    """The largest whole figure that the report states of a property; 0 without one."""
    return max((f.value.number or 0 for n, f in settled if n == name and not f.listed and not f.value.part), default=0)
