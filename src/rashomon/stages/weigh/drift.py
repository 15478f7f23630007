"""Drift: one speaker's own statements on one matter change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from rashomon.model.finding import Finding
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.denials import matter_key
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import make_finding, say_matter, say_value
from rashomon.stages.weigh.roots import root_key, root_name


def find_drift(layout: Layout, contrasts: Sequence[Contrast]) -> list[Finding]:
    """Speakers who give two values that can't both be true, and speakers who both assert and deny a thing."""
    return [*_changed_values(layout, contrasts), *_changed_minds(layout)]


def _changed_values(layout: Layout, contrasts: Sequence[Contrast]) -> list[Finding]:
    found = []
    for contrast in contrasts:
        if contrast.kind not in ("conflict", "update"):
            continue
        ones, others = _by_root(layout, contrast.first), _by_root(layout, contrast.second)
        for root in sorted(ones.keys() & others.keys()):
            laids = [*ones[root], *others[root]]
            values = say_value(layout, ones[root]), say_value(layout, others[root])
            reason = f"{root_name(layout, laids)} is said to have given both {values[0]} and {values[1]}"
            reason += _when(ones[root], others[root])
            found.append(make_finding("drift", layout, laids, reason, prop=laids[0].claim.property))
    return found


def _by_root(layout: Layout, laids: Sequence[Laid]) -> dict[str, list[Laid]]:
    found: dict[str, list[Laid]] = defaultdict(list)
    for laid in laids:
        if (key := root_key(layout, laid)) and not key.startswith("outlet"):
            found[key].append(laid)
    return found


def _when(first: Sequence[Laid], second: Sequence[Laid]) -> str:
    one, other = first[0].day, second[0].day
    if one and other and not one.meets(other):
        return f", as of {one} and of {other}"
    return "; one of the reports may have misheard"


def _changed_minds(layout: Layout) -> list[Finding]:
    matters: dict[tuple[Hashable, ...], list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        if (key := matter_key(laid)) and (root := root_key(layout, laid)):
            matters[(*key, root)].append(laid)
    found = []
    for laids in matters.values():
        stances = {c.claim.stance for c in laids}
        if "denied" in stances and "asserted" in stances:
            matter = say_matter(laids[0].claim.property)
            reason = f"{root_name(layout, laids)} both says and denies the same ({matter}: {say_value(layout, laids)})"
            found.append(make_finding("drift", layout, laids, reason, prop=laids[0].claim.property))
    return found
