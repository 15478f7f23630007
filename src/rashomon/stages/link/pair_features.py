"""What a pair of occasions shows, as twenty numbers: the columns of the table that weighs them (data/link/incidents.tsv)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import takewhile

from rashomon.stages.link.likeness import Likeness
from rashomon.stages.link.occasions import Occasion

FAR_APART = 3
A_MONTH = 31
_SOON, _NEWS = 14, 3
_MEET = 0.2
_SEVERAL, _KILLED_ONCE, _DEAD_ONCE = 0.3, 5.0, 3.0
"""Of one trial two reports may name two defendants."""
_RECURRING, _AGAIN = frozenset({"court", "meeting"}), 0.4
_UNKNOWN_GAP = 30
_ELSEWHERE = -1
_SOME_STORY = 0.1
_STEM, _ENDING = 4, 2

Features = Mapping[str, float]


def show_features(a: Occasion, b: Occasion, like: Likeness) -> Features:
    """The evidence by the names of the table; what only whole reports show is there for their main occasions alone."""
    return _of_days(like) | _of_places(like) | _of_people(a, b, like) | _of_reports(a, b, like)


def _of_days(like: Likeness) -> dict[str, float]:
    gap = like.gap
    return {
        "same_day": 1.0 if like.same_day else _MEET * (gap == 0),
        "days_near": float(gap is not None and 0 < gap <= FAR_APART),
        "recalled": like.recalled,
        "days_apart": float(gap is not None and gap > FAR_APART),
        "told_soon": _told_soon(like),
    }


def _told_soon(like: Likeness) -> float:
    """Where one side has no day: an event is reported soon after, and never before."""
    if like.after is None:
        return 0.0
    if like.after < -1:
        return -1.0
    return 1.0 if like.after <= _NEWS else 0.5 if like.after <= _SOON else 0.0


def _of_places(like: Likeness) -> dict[str, float]:
    return {
        "place": max(0.0, like.place),
        "elsewhere": float(like.place <= _ELSEWHERE),
        "two_villages": float(like.two_villages),
        "own_name": like.own_name,
    }


def _of_people(a: Occasion, b: Occasion, like: Likeness) -> dict[str, float]:
    return {
        "people": min(2.0, like.people) * _by_whom(a, b),
        "victims": float(bool(a.once & b.once)) * _by_whom(a, b)
        - (_SEVERAL if a.family == "court" else 1.0) * like.people_differ
        + (_KILLED_ONCE * _one_death(a, b) or _DEAD_ONCE * bool(a.dead & b.dead)),
        "figures": max(0.0, like.figures),
        "target": float(bool(a.targets & b.targets)) - 2.0 * (like.targets_differ and not like.shared_people),
        "kind": 0.5 * like.one_type + 0.5 * _one_word(a.name, b.name) - _of_two_kinds(a, b),
    }


def _one_death(a: Occasion, b: Occasion) -> int:
    """1 where one person by name was killed in both, -1 where one was killed in each, and not the same."""
    if not (a.died and b.died):
        return 0
    return 1 if a.died & b.died else -1


def _by_whom(a: Occasion, b: Occasion) -> float:
    """How far the same people tell of the same event: people meet and stand in court again, and less so where one has no day."""
    return _AGAIN if a.family in _RECURRING and not (a.days and b.days) else 1.0


def _of_two_kinds(a: Occasion, b: Occasion) -> bool:
    """An attack here and an abduction there; not where one side knows of harm alone."""
    return a.family != b.family and not (a.by_harm_alone or b.by_harm_alone)


def _one_word(a: str, b: str) -> bool:
    """ "attacked" and "attack", "killing" and "killed": one word in two forms."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
    return a == b or shared >= max(_STEM, min(len(a), len(b)) - _ENDING)


def _of_reports(a: Occasion, b: Occasion, like: Likeness) -> dict[str, float]:
    if a.account == b.account:
        return {"one_report": 1.0}
    if not (a.main and b.main):
        return {}
    return {
        "mains": float(_share_something(like)),
        "texts": math.sqrt(like.texts),
        "names": min(3.0, math.log1p(like.names)),
        "setting": like.dates_shared
        + min(like.streets, 2)
        - like.ages_differ
        - like.streets_differ
        - like.dates_differ,
        "between": math.log1p(_UNKNOWN_GAP if like.between is None else like.between),
    }


def _share_something(like: Likeness) -> bool:
    """Whether two reports have a place, a person, a figure or a story in common: a day alone joins no two incidents."""
    alike = like.people or like.own_name or like.figures > 0 or like.streets
    return like.place > 0 or like.near > 0 or bool(alike) or like.texts >= _SOME_STORY
