"""Dates held against one another as stretches of days: they differ where they share no day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from rashomon.model.link import Incident
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.days import Days, days_between
from rashomon.stages.weigh.layout import Laid

# Calls, hearings and journeys go on or come in rows: several days of one are no contradiction.
_ONE_TIME = frozenset(
    {"attack", "killing", "abduction", "arrest", "meeting", "conviction", "payment", "election", "disaster"}
)
_MONTH = 31
_NIGHT = re.compile(r"\b(?:night|midnight|late|evening)\b", re.I)
_MORNING = re.compile(r"\b(?:early|morning|overnight|midnight|a\.?m\.?|dawn|pre-dawn)(?:\b|(?=\s))", re.I)


def compare_dates(laids: Sequence[Laid], incident: Incident | None) -> list[Contrast]:
    """Conflicts between dates of one incident, paper or birth; `incident` None for the latter two."""
    if incident is not None and incident.type not in _ONE_TIME:
        return []
    values: dict[Days, list[Laid]] = defaultdict(list)
    for laid in laids:
        value = laid.claim.value
        if laid.claim.stance in ("asserted", "alleged") and (days := days_between(value.earliest, value.latest)):
            values[days].append(laid)
    apart = [(x, y) for x, y in combinations(sorted(values), 2) if not x.meets(y)]
    finest = [(x, y) for x, y in apart if not any(_finer(pair, (x, y)) for pair in apart)]
    return [found for x, y in finest if (found := _differ(x, y, values[x], values[y]))]


def _finer(pair: tuple[Days, Days], other: tuple[Days, Days]) -> bool:
    """Whether a pair says the same as another more exactly: the day beside the month it lies in."""
    return pair != other and other[0].holds(pair[0]) and other[1].holds(pair[1])


def _differ(x: Days, y: Days, first: list[Laid], second: list[Laid]) -> Contrast | None:
    """Voices that give both dates are left out: the calendar check is stricter with one report's two dates."""
    both = {c.teller for c in first} & {c.teller for c in second}
    ones = tuple(c for c in first if c.teller not in both)
    others = tuple(c for c in second if c.teller not in both)
    if not ones or not others or (x.gap(y) == 1 and _one_night(ones, others)):
        return None
    if len({c.document.id for c in (*ones, *others)}) == 1 and max(x.length, y.length) > _MONTH:
        return None
    return Contrast("conflict", ones, others, ("no day lies in both",))


def _one_night(evening: Sequence[Laid], morning: Sequence[Laid]) -> bool:
    """Whether a late evening and the next early morning may be one night, told by its two days."""
    return any(_NIGHT.search(c.words) for c in evening) and any(_MORNING.search(c.words) for c in morning)
