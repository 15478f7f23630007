"""On how many named roots the claims of an incident rest, copies and bodies with their people folded."""

from __future__ import annotations

from collections import defaultdict

from rashomon.model.finding import Origins
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.roots import Roots, root_key


def count_origins(layout: Layout, roots: Roots, folded: dict[str, str]) -> tuple[Origins, ...]:
    """For each incident, the roots that are named and the claims for which none is recorded."""
    by_incident: dict[str, list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        if laid.incident:
            by_incident[laid.incident].append(laid)
    return tuple(
        _count(layout, roots, folded, incident, by_incident[incident]) for incident in sorted(layout.incidents)
    )


def _count(layout: Layout, roots: Roots, folded: dict[str, str], incident: str, laids: list[Laid]) -> Origins:
    texts: dict[str, set[str]] = defaultdict(set)
    unrecorded = set()
    for laid in laids:
        text, key = folded.get(laid.claim.id, laid.claim.id), root_key(layout, laid)
        if key:
            texts[text].add(roots.of(key))
        elif laid.root is None:
            unrecorded.add(text)
        else:
            texts[text].add(laid.root)
    joined = Roots((a, b) for keys in texts.values() for a in keys for b in keys if a < b)
    named = {joined.of(key) for keys in texts.values() for key in keys}
    return Origins(incident, len(named), len(unrecorded - set(texts)))
