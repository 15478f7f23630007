"""Clash: two holders of one number or post at one time, one person in two places at one hour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from itertools import combinations

from rashomon.lexicon import word_set
from rashomon.model.finding import Finding
from rashomon.stages.weigh.days import Days, days_between
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import make_finding, say_tellers
from rashomon.text.fold import fold_words

_AT_MOST_DAYS = 31


def find_clashes(layout: Layout) -> list[Finding]:
    """One finding for each pair of holders or places that overlap for certain."""
    held: dict[tuple[Hashable, ...], list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        if laid.claim.stance == "asserted" and laid.entity and (key := _held(laid)):
            held[key].append(laid)
    found = []
    for key, laids in held.items():
        for ones, others in combinations(_by_side(key, laids), 2):
            clashing = [(a, b) for a in ones for b in others if _at_once(key, a, b)]
            if clashing:
                found.append(_finding(layout, str(key[0]), [c for pair in clashing for c in pair]))
    return found


def _held(laid: Laid) -> tuple[Hashable, ...] | None:
    """What only one can hold: a number, a post; or the person who can only be in one place."""
    prop, text = laid.claim.property, laid.claim.value.text
    if prop == "phone" and text:
        return "phone", text
    if prop == "role" and text:
        words = fold_words(text).split()
        sole = set(words) & word_set("clash.posts") and not set(words) & word_set("clash.not_sole") and len(words) > 1
        return ("role", " ".join(words), laid.about) if sole else None
    if prop == "whereabouts" and laid.about and _hour(laid):
        return "whereabouts", laid.entity
    return None


def _by_side(key: tuple[Hashable, ...], laids: Sequence[Laid]) -> list[list[Laid]]:
    sides: dict[str, list[Laid]] = defaultdict(list)
    for laid in laids:
        sides[(laid.about if key[0] == "whereabouts" else laid.entity) or ""].append(laid)
    return [sides[side] for side in sorted(sides)]


def _at_once(key: tuple[Hashable, ...], a: Laid, b: Laid) -> bool:
    """Certain overlap: the same hour for places, the same stretch of days for what is held."""
    if key[0] == "whereabouts":
        return _hour(a) == _hour(b)
    x, y = (days_between(c.claim.value.earliest, c.claim.value.latest) for c in (a, b))
    if x is None or y is None:
        return False
    if key[0] == "phone":
        return x.holds(y) or y.holds(x)
    return (x.holds(y) and _short(y)) or (y.holds(x) and _short(x))


def _short(days: Days) -> bool:
    return days.length <= _AT_MOST_DAYS


def _hour(laid: Laid) -> str | None:
    start, end = laid.claim.value.earliest, laid.claim.value.latest
    return start[:13] if start and end and len(start) >= 13 and start[:13] == end[:13] else None


def _finding(layout: Layout, prop: str, laids: list[Laid]) -> Finding:
    def name(entity: str | None) -> str:
        return layout.entities[entity].name if entity in layout.entities else "somebody"

    first = laids[0].claim.value
    days = days_between(first.earliest, first.latest)
    if prop == "whereabouts":
        places = " and ".join(sorted({name(c.about) for c in laids}))
        reason = f"{name(laids[0].entity)} is placed in {places} at one hour by {say_tellers(laids)}"
    else:
        holders = " and ".join(sorted({name(c.entity) for c in laids}))
        what = f"the number {first.text}" if prop == "phone" else f"the post “{first.text}”"
        reason = f"{what} is given to both {holders} for {days} by {say_tellers(laids)}"
        reason += "; it may have changed hands within that time" if days and not days.single else ""
    return make_finding("clash", layout, laids, reason, prop=prop)
