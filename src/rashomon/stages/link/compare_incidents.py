"""Weigh the evidence on two occasions: a probability, a verdict and a sentence.

Two logistic models. One for the main occurrences of two reports, whose whole texts may be compared; its weights were fitted
on a development set of local news (see docs/reading.md). One for any two occurrences, by place, date, people and figures
alone; its weights say how far each kind of evidence may be trusted.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.stages.link.likeness import Likeness
from rashomon.stages.link.occasions import Occasion
from rashomon.text.calendar import Interval, format_interval, hull

FAR_APART = 3
A_MONTH = 31
_TOWN = 0.9
_SOMEWHERE, _NOTHING_SAID = 0.3, 0.7
SOON = 14
_FEW, _MANY = 30, 500
_UNKNOWN_GAP = 30
_OTHER_TARGET, _NOTHING_SHARED = 1.2, 0.8
_SOME_STORY = 0.1
_NEWS = 3


@dataclass(frozen=True, slots=True)
class Weights:
    """What each piece of evidence adds to the log-odds that two main occurrences are one incident."""

    base: float = -4.6
    root_cosine: float = 12.9
    names: float = 0.9
    ages_differ: float = -1.6
    streets: float = 0.75
    streets_differ: float = -1.7
    between: float = -0.56
    dates_shared: float = 0.9
    dates_differ: float = -1.3
    place: float = 0.55
    elsewhere: float = -1.5
    days_apart: float = -2.0
    figures: float = 1.3
    people: float = 3.0


_READ_ALIKE = Weights()


def score_reports(like: Likeness, weights: Weights = _READ_ALIKE) -> float:
    """The log-odds for the main occurrences of two reports of a large case."""
    w = weights
    return (
        w.base
        + w.root_cosine * math.sqrt(like.texts)
        + w.names * min(3.0, math.log1p(like.names))
        + w.ages_differ * like.ages_differ
        + w.streets * min(like.streets, 2)
        + w.streets_differ * like.streets_differ
        + w.between * math.log1p(_UNKNOWN_GAP if like.between is None else like.between)
        + w.dates_shared * like.dates_shared
        + w.dates_differ * like.dates_differ
        + w.place * max(0.0, like.place)
        + w.elsewhere * (like.place <= -1)
        + w.days_apart * (like.gap is not None and like.gap > FAR_APART)
        + w.figures * max(0.0, like.figures)
        + w.people * min(2.0, like.people)
    )


def _score_kind(like: Likeness, a: Occasion) -> float:
    """Arrests, hearings and talks recur within one affair: another day or other people make another of them."""
    if a.family == "violence":
        return 0.0
    return -2.0 - 3.0 * bool(like.gap) - 2.0 * like.people_differ


def score_facts(like: Likeness, a: Occasion, b: Occasion) -> float:
    """The log-odds for any two occurrences of one family, by what is claimed of them."""
    if a.family == "election":
        return _score_election(like)
    score = -2.6 + 3.0 * like.place if like.place > -1 else -5.0
    score += _score_gap(like)
    score += 1.6 * min(2.0, like.people) + 0.9 * like.figures + 0.4 * like.one_type
    score += 0.5 * (a.name == b.name)
    if a.family == "violence":
        score -= _OTHER_TARGET * bool(a.targets and b.targets and not a.targets & b.targets and not like.shared_people)
        score -= _NOTHING_SHARED * _share_nothing(like)
    if a.family != "violence" and not (like.shared_people or like.place > 0.5):
        score -= 2.0
    return score - 5.0 * (a.family != "violence" and like.people_differ)


def _share_nothing(like: Likeness) -> bool:
    """Whether two reports have no place, person, figure or story in common: a day alone joins no two incidents."""
    alike = like.people or like.persons or like.figures > 0 or like.streets
    return like.place <= 0 and like.near <= 0 and not alike and like.texts < _SOME_STORY


def _score_settings(like: Likeness) -> float:
    """What two reports say around what they are about: people, places and streets of both, without regard to words."""
    score = 0.8 * min(2, like.persons) - 1.0 * like.streets_differ + 0.8 * min(1, like.streets)
    if -1 < like.place <= 0:
        score += 2.0 * like.near
    if like.place < _SOMEWHERE and not like.same_day and not like.people and like.figures <= 0:
        score -= _NOTHING_SAID
    return score - 0.7 * like.ages_differ - 0.7 * (like.dates_differ and like.gap is None)


def _score_election(like: Likeness) -> float:
    """A country votes on one day: the day tells, unless the places differ."""
    if like.gap is None:
        return -2.0
    days = 2.5 if like.same_day else 1.0 if like.gap == 0 else -5.0
    return days - 1.0 + like.place * (4.0 if like.place <= -1 else 1.0) + bool(like.shared_places)


def _score_gap(like: Likeness) -> float:
    if like.gap is None:
        return _score_reported(like)
    if like.same_day:
        return 2.2
    if like.gap == 0:
        return 0.8
    if like.gap <= FAR_APART:
        return 0.4 if like.gap <= 1 else -0.5
    # Writers err by a month more often than a small town is struck twice; much else must then agree.
    return -2.0 if like.gap <= A_MONTH and like.place >= _TOWN else -5.0


def _score_reported(like: Likeness) -> float:
    """A side without a date is taken by when it was reported: an event is reported soon after, and never before."""
    if like.after is not None:
        if like.after < -1:
            return -4.0
        return 0.8 if like.after <= _NEWS else 0.4 if like.after <= SOON else 0.0
    return 0.6 if like.between is not None and like.between <= FAR_APART else 0.0


def trust_in_words(documents: int) -> float:
    """How far shared words tell affairs apart, 0 to 1: not at all among few reports, which may all be of one affair."""
    return min(1.0, max(0.0, math.log(max(1, documents) / _FEW) / math.log(_MANY / _FEW)))


def compare_occasions(a: Occasion, b: Occasion, like: Likeness, documents: int) -> float:
    """The probability that two occasions of one family are one incident; 0 where they cannot be."""
    if a.family != b.family:
        return 0.0
    odds = score_facts(like, a, b)
    if a.account == b.account:
        odds -= 2.5
    elif a.main and b.main:
        trust = trust_in_words(documents)
        odds = (1 - trust) * (odds + _score_settings(like)) + trust * (score_reports(like) + _score_kind(like, a))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def explain(a: Occasion, b: Occasion, like: Likeness, names: Mapping[str, str]) -> str:
    """One sentence with the values that speak for and against."""
    parts: list[str] = []
    if like.shared_places:
        parts.append(f"both in {names[like.shared_places[0]]}")
    elif like.place < 0:
        parts.append(f"one in {_some(a.places, names)}, the other in {_some(b.places, names)}")
    days = [format_interval(_span(o), preposition=True) for o in (a, b) if o.days]
    if len(days) == 2:
        parts.append(f"both {days[0]}" if days[0] == days[1] else f"one {days[0]}, the other {days[1]}")
    elif days:
        parts.append(f"only one is dated, {days[0]}")
    if like.shared_people:
        parts.append("both name " + " and ".join(names[p] for p in like.shared_people[:3]))
    if like.figures > 0:
        parts.append(_say_figures(a, b))
    if a.main and b.main and like.texts >= 0.1:
        parts.append(f"the two reports share rare words ({like.texts:.2f})")
    if like.streets_differ:
        parts.append("they name different streets")
    said = "; ".join(parts) or "nothing but the kind of event is known of both"
    return f"“{a.name}” and “{b.name}”: {said}."


def _span(occasion: Occasion) -> Interval:
    first, last = hull(*occasion.days)
    return (first or "")[:10] or None, (last or "")[:10] or None


def _some(places: frozenset[str], names: Mapping[str, str]) -> str:
    return names[min(places, key=lambda p: (names[p], p))]


def _say_figures(a: Occasion, b: Occasion) -> str:
    """The figures that both give, else the two nearest one another for their size."""
    if same := sorted(a.figures & b.figures)[:2]:
        return "both give " + ", ".join(f"{n:g} {p}" for p, n in same)
    pairs = ((max(x, y) / max(1, min(x, y)), p, x, y) for p, x in a.figures for q, y in b.figures if p == q)
    _, prop, first, second = min(pairs)
    return f"{first:g} {prop} and {second:g} {prop} are near one another"
