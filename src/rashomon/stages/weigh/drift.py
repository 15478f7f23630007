"""Drift: one speaker's own statements on one matter change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import replace

from rashomon.model.finding import Finding
from rashomon.stages.weigh.contradictions import find_changed_statements
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.denials import matter_key
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.question import Question
from rashomon.stages.weigh.reasons import make_finding, say_matter, say_outlet, say_value
from rashomon.stages.weigh.roots import root_key, root_name
from rashomon.stages.weigh.turns import find_turns

_MOST_VALUES = 4


def find_drift(layout: Layout, contrasts: Sequence[Contrast]) -> list[Finding]:
    """Speakers who give two values that can't both be true, who both assert and deny a thing, who say no and then yes.

    A later toll of the same body is no drift: that is an update.
    """
    found = [*_changed_values(layout, contrasts), *_changed_minds(layout), *find_changed_statements(layout)]
    told = [set(finding.claims) for finding in found]
    return [*found, *(turn for turn in find_turns(layout) if not any(set(turn.claims) <= claims for claims in told))]


def _changed_values(layout: Layout, contrasts: Sequence[Contrast]) -> list[Finding]:
    """One finding for each speaker and question, with all the values that are said to be his."""
    given: dict[tuple[Hashable, ...], list[list[Laid]]] = defaultdict(list)
    for contrast in contrasts:
        for root in shared_roots(layout, contrast):
            laid = contrast.first[0]
            sides = [[c for c in side if root_key(layout, c) == root] for side in (contrast.first, contrast.second)]
            given[(root, laid.incident or laid.entity, laid.claim.property)] += sides
    return [_changed(layout, sides) for sides in given.values()]


def _changed(layout: Layout, sides: Sequence[list[Laid]]) -> Finding:
    if any(laid.claim.property == "statement" for side in sides for laid in side):
        return _gainsaid(layout, sides)
    values = {say_value(layout, laids): laids for laids in sides}
    *others, last = list(values)[:_MOST_VALUES]
    reason = f"{root_name(layout, sides[0])} is said to have given both {', '.join(others)} and {last}"
    reason += f" and {len(values) - _MOST_VALUES} more values" if len(values) > _MOST_VALUES else ""
    laids = [laid for side in sides for laid in side]
    prop = laids[0].claim.property
    return make_finding("drift", layout, laids, reason + _when(sides[0], sides[1]), prop=prop)


def _gainsaid(layout: Layout, sides: Sequence[list[Laid]]) -> Finding:
    """What a speaker said, and that he says that it is not so."""
    laids = [laid for side in sides for laid in side]
    (said, *_), (answer, *_) = (sorted(side, key=lambda c: c.claim.property == "statement") for side in sides[:2])
    told = [f"“{c.claim.quote}” ({say_outlet(c.document)})" for c in (said, answer)]
    denied = "as denying that " if answer.claim.stance == "denied" else ""
    reason = f"{root_name(layout, laids)} is quoted with {told[0]} and {denied}{told[1]}"
    prop = next((c.claim.property for c in laids if c.claim.property != "statement"), "statement")
    return make_finding("drift", layout, laids, reason + _when(sides[0], sides[1]), prop=prop)


def shared_roots(layout: Layout, contrast: Contrast) -> list[str]:
    """The speakers who stand on both sides of a conflict."""
    if contrast.kind != "conflict":
        return []
    ones, others = _by_root(layout, contrast.first), _by_root(layout, contrast.second)
    return sorted(ones.keys() & others.keys())


def between_speakers(layout: Layout, question: Question) -> Question:
    """The question without conflicts of which both sides are one speaker's own: those are drift."""
    kept = tuple(c for c in question.contrasts if not _of_one_speaker(layout, c))
    return replace(question, contrasts=kept)


def _of_one_speaker(layout: Layout, contrast: Contrast) -> bool:
    keys = {root_key(layout, laid) for laid in contrast.laids}
    return len(keys) == 1 and bool(shared_roots(layout, contrast))


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
        if (key := matter_key(layout, laid)) and (root := root_key(layout, laid)):
            matters[(*key, root)].append(laid)
    found = []
    for laids in matters.values():
        stances = {c.claim.stance for c in laids}
        if "denied" in stances and "asserted" in stances:
            matter = say_matter(laids[0].claim.property)
            reason = f"{root_name(layout, laids)} both says and denies the same ({matter}: {say_value(layout, laids)})"
            found.append(make_finding("drift", layout, laids, reason, prop=laids[0].claim.property))
    return found
