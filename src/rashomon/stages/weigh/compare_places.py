"""Places held against one another by what lies in what: a district in its province differs in nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from rashomon.model.link import Incident
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.text.places import lookup

_AT_ONE_PLACE = frozenset({"attack", "killing", "abduction", "arrest", "meeting", "disaster"})


def compare_places(layout: Layout, laids: Sequence[Laid], incident: Incident | None) -> list[Contrast]:
    """Conflicts between reports that name settlements or regions of one country, with none that both may mean.

    A report that also names a place nobody can tell apart from the other's (a street, the country) is in no
    conflict. `incident` None compares places of birth.
    """
    if incident is not None and incident.type not in _AT_ONE_PLACE:
        return []
    by_report: dict[str, list[Laid]] = defaultdict(list)
    for laid in laids:
        if laid.claim.stance in ("asserted", "undetermined") and laid.about:
            by_report[laid.document.id].append(laid)
    by_places: dict[frozenset[str], list[Laid]] = defaultdict(list)
    for told in by_report.values():
        by_places[frozenset(layout.entities[c.about].name for c in told if c.about)].extend(told)
    sets = sorted(by_places, key=sorted)
    apart = [(a, b) for a, b in combinations(sets, 2) if all(_apart(x, y) for x in a for y in b)]
    return [
        Contrast("conflict", tuple(by_places[a]), tuple(by_places[b]), ("neither place lies in the other",))
        for a, b in apart
    ]


def _apart(a: str, b: str) -> bool:
    """Whether each name is of one place only, as far as is known, and the two lie in two regions of one country."""
    ones, others = lookup(a), lookup(b)
    if not ones or not others or any(p.kind in ("country", "world") for p in (*ones, *others)):
        return False
    regions = {(p.country, p.region) for p in ones}, {(p.country, p.region) for p in others}
    if any(len(found) > 1 for found in regions):
        return False
    ((first,), (second,)) = regions
    return first != second and first[0] == second[0]
