"""The sentence of a question: the accounts in the order of their days, who gives what, and the last state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rashomon.model.claim import COUNTS
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.dating import Clock
from rashomon.stages.weigh.days import Days
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import say_contrast, say_figure, say_matter, say_tellers, say_value

_MOST_TOLD = 8
_MOST_SENTENCES = 3
_COUNTED = COUNTS | {"found"}
_STATES = _COUNTED | {"date", "place", "dated", "birth_date", "birth_place", "wanted", "amount"}
"""Questions whose answers are values: what was said of somebody, and by whom, the sentences of the pairs tell whole."""


def say_series(layout: Layout, prop: str, contrasts: Sequence[Contrast], told: Sequence[Laid], clock: Clock) -> str:
    """All accounts of a question in one sentence, which ends with the last state and who holds it, and crowns none."""
    stands = prop in _STATES and any(c.kind != "agreement" for c in contrasts)
    last = _last_state(layout, told, clock) if stands else ""
    values = _by_value(layout, told)
    if len(contrasts) == 1 or prop not in _COUNTED or len(values) < 3:
        said = [say_contrast(layout, contrast) for contrast in contrasts[:_MOST_SENTENCES]]
        if len(contrasts) > _MOST_SENTENCES:
            said.append(f"{len(contrasts) - _MOST_SENTENCES} more pairs are told below")
        return "; ".join(said) + last + _doubts(told)
    return f"{say_matter(prop)}: {_say_days(layout, values, clock)}{_apart(contrasts)}{last}{_doubts(told)}"


def _by_value(layout: Layout, told: Sequence[Laid]) -> list[list[Laid]]:
    values: dict[str, list[Laid]] = defaultdict(list)
    for laid in told:
        values[say_figure(layout, laid)].append(laid)
    return list(values.values())


def _say_days(layout: Layout, values: Sequence[list[Laid]], clock: Clock) -> str:
    """Who gives what, by day: "11 (Harbour Post), 17 (Lake Courier) on 3 May 2031; 52 (the mayor) on 4 May 2031"."""
    by_day: dict[Days | None, list[list[Laid]]] = defaultdict(list)
    for laids in values:
        days = clock.days(laids)
        by_day[days[0] if days else None].append(laids)
    stretches, left = [], _MOST_TOLD
    for day in sorted(by_day, key=lambda d: (d is None, d.first if d else "")):
        ordered = sorted(by_day[day], key=lambda laids: (laids[0].claim.value.number or 0, laids[0].claim.id))[:left]
        left -= len(ordered)
        told = ", ".join(f"{say_figure(layout, laids[0])} ({_say_holders(laids, clock)})" for laids in ordered)
        if told:
            stretches.append(f"{told} {f'on {day}' if day else _undated(ordered, clock)}")
    hidden = len(values) - (_MOST_TOLD - left)
    return "; ".join(stretches) + (f"; and {hidden} more figures" if hidden else "")


def _say_holders(laids: Sequence[Laid], clock: Clock) -> str:
    """Who gives a value, and who carried it over from an older text."""
    own = [laid for laid in laids if laid.claim.id not in clock.carried]
    copied = [laid for laid in laids if laid.claim.id in clock.carried]
    said = say_tellers(own or copied, within=True)
    if not own or not copied:
        return said
    return f"{said}, carried over from an older text by {say_tellers(copied, within=True)}"


def _undated(values: Sequence[list[Laid]], clock: Clock) -> str:
    late = all(clock.is_late(laid) for laids in values for laid in laids)
    return "long afterwards" if late else "without a date"


def _apart(contrasts: Sequence[Contrast]) -> str:
    """Which of the figures can't both be true."""
    pairs = [c for c in contrasts if c.kind in ("conflict", "inconsistency")]
    if not pairs:
        return ""
    said = list(dict.fromkeys(f"{_bare(c.first)} and {_bare(c.second)}" for c in pairs))
    return f"; {', '.join(said[:_MOST_SENTENCES])} can't both be true"


def _bare(laids: Sequence[Laid]) -> str:
    number = laids[0].claim.value.number or 0
    return f"{number:g}"


def _last_state(layout: Layout, told: Sequence[Laid], clock: Clock) -> str:
    """The value of the last day and who holds it; a later retelling of an earlier figure does not make it the last."""
    states = [state for laids in _by_value(layout, told) for state in _states(laids, clock)]
    if len({day.first for day, _ in states}) < 2:
        return ""
    latest = max(day.first for day, _ in states)
    ended = [(day, laids) for day, laids in states if day.first == latest]
    said = [f"{say_value(layout, laids)} ({say_tellers(laids, within=True)})" for _, laids in ended[:_MOST_SENTENCES]]
    return f"; last, of {ended[0][0]}: {' and '.join(said)}"


def _states(laids: Sequence[Laid], clock: Clock) -> list[tuple[Days, list[Laid]]]:
    """On which days one value was counted, by whom; where it is only told long afterwards, on which days it was told."""
    days: dict[Days, list[Laid]] = defaultdict(list)
    for laid in laids:
        if day := clock.day(laid):
            days[day].append(laid)
    if not days:
        for laid in laids:
            if laid.day and laid.claim.id not in clock.carried:
                days[laid.day].append(laid)
    return list(days.items())


def _doubts(told: Sequence[Laid]) -> str:
    open_ones = [laid for laid in told if laid.claim.stance == "undetermined"]
    return f"; how surely it is said by {say_tellers(open_ones)} could not be told" if open_ones else ""
