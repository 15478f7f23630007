"""Whether somebody is held: said to be in custody after he was said to be released."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.days import Days, days_between
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import say_tellers

_SAID = ("asserted", "alleged", "undetermined")


def compare_custody(layout: Layout) -> list[Contrast]:
    """By person, a conflict where one voice has him held on a later day than another has him released.

    Held first and then released is the course of things, and an update only between two reports.
    """
    held: dict[str, list[Laid]] = defaultdict(list)
    freed: dict[str, list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        person = laid.about or laid.entity
        if person and person in layout.named and laid.claim.stance in _SAID:
            if laid.claim.property == "detained":
                held[person].append(laid)
            elif laid.claim.property == "released":
                freed[person].append(laid)
    found = [_compare(layout, person, held[person], freed[person]) for person in held if person in freed]
    return [contrast for contrasts in found for contrast in contrasts]


def _compare(layout: Layout, person: str, held: Sequence[Laid], freed: Sequence[Laid]) -> list[Contrast]:
    pairs = [(h, f) for h in held for f in freed if h.voice != f.voice]
    name = layout.entities[person].name
    still = [(h, f) for h, f in pairs if _is_after(h, f)]
    if still:
        ones, others = _sides(still)
        said = f"{name} is held according to {say_tellers(ones)} ({_day(ones[0])}), but was released before"
        reason = (
            f"{said} ({_day(others[0])}) according to {say_tellers(others)}; that he was taken again is not ruled out"
        )
        return [Contrast("conflict", ones, others, says=reason)]
    then = [(h, f) for h, f in pairs if h.document.id != f.document.id and _is_after(f, h)]
    if not then:
        return []
    ones, others = _sides(then)
    said = f"{name} is held according to {say_tellers(ones)} ({_day(ones[0])})"
    return [
        Contrast(
            "update", ones, others, says=f"{said}, and released according to {say_tellers(others)} ({_day(others[0])})"
        )
    ]


def _sides(pairs: Sequence[tuple[Laid, Laid]]) -> tuple[tuple[Laid, ...], tuple[Laid, ...]]:
    first, second = (tuple({c.claim.id: c for c in side}.values()) for side in zip(*pairs, strict=True))
    return first, second


def _is_after(late: Laid, early: Laid) -> bool:
    first, second = _day(early), _day(late)
    return first is not None and second is not None and first.last < second.first


def _day(laid: Laid) -> Days | None:
    """The day of the act where it is told, else that for which it is said."""
    return days_between(laid.claim.value.earliest, laid.claim.value.latest) or laid.day
