"""What is counted: the whole, a group, a part, each a question of its own; and gaps that a group counted apart closes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain

from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.counted import is_known_group
from rashomon.stages.weigh.doubts import Mind
from rashomon.stages.weigh.figures import Figure
from rashomon.stages.weigh.layout import Laid

WHOLE = ""
_LEAST_GAP = 2
_OWN_SIDE = "attacker"
"""Those who did it, whom some counts of the dead leave out without a word."""
_ANYBODY = frozenset({"man"})
_MANY = 10
_MOST_OF_IT = 0.5
_LOOSE_PARTS = frozenset({"others", "of those named"})
"""Parts that tell nobody whom they count: those of two reports need not be the same people."""


def tell_things(minds: Sequence[Mind]) -> list[tuple[str, list[Mind]]]:
    """The figures by what they count, the whole first; lists ("a judge and her clerk") count nothing that others do."""
    wholes, largest = _largest(minds, wholes=True), _largest(minds, wholes=False)
    found: dict[str, list[Mind]] = defaultdict(list)
    for mind in minds:
        figure = mind.figure
        if figure.counted.kind == "listed" or figure.part in _LOOSE_PARTS:
            continue
        if figure.part is None and (_may_be_all(figure) or _are_many(figure)):
            for laid in mind.claims:
                more = (wholes if _may_be_all(figure) else largest)[laid.document.id] > figure.number
                _add(found[_thing(figure, of_more=more)], figure, laid)
        else:
            found[_thing(figure)].append(mind)
    return sorted(found.items())


def _may_be_all(figure: Figure) -> bool:
    """Whether those counted may be all there were: "61 civilians", "nine hikers", where the report has no larger figure."""
    return figure.counted.kind == "loose" or (figure.counted.kind == "group" and not is_known_group(figure.counted))


def _are_many(figure: Figure) -> bool:
    """Whether so many men are counted that they may be all there were, where their report has no larger figure."""
    return figure.counted.noun in _ANYBODY and figure.number >= _MANY


def _largest(minds: Sequence[Mind], *, wholes: bool) -> dict[str, float]:
    """The largest figure in each report, or the largest for everybody: "61 civilians" beside it are a part there."""
    largest: dict[str, float] = defaultdict(float)
    for mind in minds:
        if mind.figure.part is None and (mind.figure.counted.kind == "whole" or not wholes):
            for laid in mind.claims:
                largest[laid.document.id] = max(largest[laid.document.id], mind.figure.number)
    return largest


def _add(minds: list[Mind], figure: Figure, laid: Laid) -> None:
    for n, mind in enumerate(minds):
        if mind.figure == figure:
            minds[n] = Mind(figure, (*mind.claims, laid))
            return
    minds.append(Mind(figure, (laid,)))


def _thing(figure: Figure, *, of_more: bool = False) -> str:
    counted, part = figure.counted, figure.part
    if not part and not of_more and _are_many(figure):
        return WHOLE
    if part and part.casefold() != (figure.of or "").casefold():
        return f"part {part.casefold()}"
    return f"group {counted.noun}" if part or of_more or is_known_group(counted) else WHOLE


def close_by_groups(by_thing: Sequence[tuple[str, list[Mind]]]) -> dict[str, list[Contrast]]:
    """Scope where two figures of different words differ by just a group that one of their reports counts apart.

    The smaller is one of "civilians" or "hostages": a word that can leave the group out.
    """
    found: dict[str, list[Contrast]] = defaultdict(list)
    things = dict(by_thing)
    groups = [m for thing, minds in by_thing if thing.startswith("group ") for m in minds]
    doers = [m for _, minds in by_thing for m in minds if m.figure.counted.noun == _OWN_SIDE]
    wholes = things.get(WHOLE, [])
    for small in chain(wholes, (m for m in groups if m.figure.counted.kind == "loose")):
        for large in wholes:
            if contrast := _close(small, large, groups) or _close_by_doers(small, large, doers):
                found[WHOLE].append(contrast)
    return found


def _close(small: Mind, large: Mind, groups: Sequence[Mind]) -> Contrast | None:
    gap = large.figure.number - small.figure.number
    narrow = small.figure.counted.noun != large.figure.counted.noun
    if not narrow or gap < _LEAST_GAP or small.figure.number < _MOST_OF_IT * large.figure.number:
        return None
    reports = {laid.document.id for laid in (*small.claims, *large.claims)}
    for group in groups:
        apart = group.figure.counted.noun != small.figure.counted.noun and group.figure.number == gap
        if apart and any(laid.document.id in reports for laid in group.claims):
            note = f"the difference is the {gap:.0f} {group.figure.of}, whom only one of the two counts"
            return Contrast("scope", small.claims, large.claims, (note,))
    return None


def _close_by_doers(small: Mind, large: Mind, doers: Sequence[Mind]) -> Contrast | None:
    """Scope where two plain counts of the dead differ by just the doers, whom the report of the larger tells apart."""
    gap, reports = large.figure.number - small.figure.number, {laid.document.id for laid in large.claims}
    plain = small.figure.exact and large.figure.exact and small.figure.number >= _MOST_OF_IT * large.figure.number
    for group in doers if plain and gap >= _LEAST_GAP else ():
        if group.figure.number == gap and any(laid.document.id in reports for laid in group.claims):
            note = f"the difference is the {gap:.0f} {group.figure.of}, whom only one of the two counts"
            return Contrast("scope", small.claims, large.claims, (note,))
    return None
