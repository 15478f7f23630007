"""Of which deed a claim without one is told: that of its sentence, else the only violent one of its report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from rashomon.stages.weigh.layout import Laid, Layout

_VIOLENT = frozenset({"attack", "killing", "abduction", "disaster"})


def told_deeds(layout: Layout) -> Callable[[Laid], str | None]:
    """Tells of a claim which deed it is told of; None where its report tells of several."""
    of_report: dict[str, set[str]] = defaultdict(set)
    of_sentence: dict[tuple[str, int], set[str]] = defaultdict(set)
    for laid in layout.claims:
        if laid.incident and layout.incidents[laid.incident].type in _VIOLENT:
            of_report[laid.document.id].add(laid.incident)
            if laid.sentence:
                of_sentence[laid.document.id, laid.sentence.index].add(laid.incident)

    def deed(laid: Laid) -> str | None:
        if laid.incident:
            return laid.incident
        here = of_sentence[laid.document.id, laid.sentence.index if laid.sentence else -1]
        return _only(here) if here else _only(of_report[laid.document.id])

    return deed


def _only(incidents: set[str]) -> str | None:
    return next(iter(incidents)) if len(incidents) == 1 else None
