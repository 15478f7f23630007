"""Fold of incidents: occasions that are one become an incident with its date, its places and a title."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.model.account import Account
from rashomon.model.claim import IncidentType
from rashomon.model.identity import make_id
from rashomon.model.link import Incident, IncidentDate, Match
from rashomon.stages.link.cluster import Union, average_linkage, join_best_first
from rashomon.stages.link.compare_incidents import compare_occasions, explain, forbid, may_be_kin
from rashomon.stages.link.decide import Rulings
from rashomon.stages.link.entities import Resolved
from rashomon.stages.link.likeness import Likeness, Nearness, liken, read_settings
from rashomon.stages.link.occasions import COMPARED_ALL, Occasion, close_occasions, gather_occasions, untitled
from rashomon.stages.link.where import settle_place
from rashomon.stages.link.wording import read_wordings
from rashomon.text.calendar import Interval, contains, format_interval, hull, intersect

CUT = 0.37
SURE, _MEAN = 0.5, 0.35
_KIND_NOUNS: dict[IncidentType, str] = {"other": "incident"}
_VERB = re.compile(r"(?:ed|ied)$")
_CLOSE, _OPEN = 0.15, 0.35
Verdict = Literal["same", "different", "disputed"]
_TELLING_IN = 15
_LISTED = 15
"""Of 400 tellings of one incident there are 79,800 pairs: what is listed of them is no part of the decision."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two occasions by number, the probability that they are one incident, and the evidence."""

    a: int
    b: int
    score: float
    like: Likeness
    veto: str | None = None


def resolve_incidents(
    accounts: Sequence[Account], resolved: Resolved, rulings: Rulings
) -> tuple[tuple[Incident, ...], tuple[Match, ...]]:
    """Every occurrence that is a single incident in exactly one incident of the case."""
    names = {e.id: e.name for e in resolved.entities}
    occasions = gather_occasions(accounts, resolved.entity_of)
    compared = compare_all(accounts, occasions, resolved, names)
    numbers = {o.occurrence.id: n for n, o in enumerate(occasions)}
    same = [(numbers[a], numbers[b]) for a, b in rulings.same if a in numbers and b in numbers]
    apart = [(numbers[a], numbers[b]) for a, b in rulings.apart if a in numbers and b in numbers]
    groups = _group(len(occasions), compared, same, apart)
    incidents = [_incident(accounts, [occasions[n] for n in group], resolved, names) for group in groups]
    incidents.sort(key=lambda i: (i.date.earliest or "~" if i.date else "~", i.id))
    return tuple(incidents), tuple(_matches(occasions, compared, groups, names))


def _group(
    count: int, compared: Sequence[Compared], same: Sequence[tuple[int, int]], apart: Sequence[tuple[int, int]]
) -> list[list[int]]:
    """Of few occasions, all of which were compared, groups from the best pair down without a contradiction in them; of many, by their mean."""
    scores = {(c.a, c.b): c.score for c in compared} | {(min(p), max(p)): 100.0 * count for p in same}
    if count > COMPARED_ALL:
        return average_linkage(dict.fromkeys(range(count), 1), scores, CUT, apart)
    ruled = Union()
    for a, b in same:
        ruled.join(str(a), str(b))
    foes = {frozenset((c.a, c.b)) for c in compared if c.veto and ruled.find(str(c.a)) != ruled.find(str(c.b))}
    foes |= {frozenset(p) for p in apart}

    def fits(one: Sequence[int], two: Sequence[int]) -> bool:
        if any(frozenset((a, b)) in foes for a in one for b in two):
            return False
        between = [s for a in one for b in two if (s := scores.get((min(a, b), max(a, b)))) is not None]
        return sum(between) >= _MEAN * len(between)

    return join_best_first(count, [(s, a, b) for (a, b), s in scores.items() if s >= SURE], fits)


def compare_all(
    accounts: Sequence[Account], occasions: Sequence[Occasion], resolved: Resolved, names: Mapping[str, str]
) -> list[Compared]:
    """The close pairs of occasions with their evidence."""
    wordings = read_wordings([a.document for a in accounts])
    named_in = _named_in(accounts, resolved)
    telling = {
        e: math.log((len(accounts) + 1) / n) for e, n in named_in.items() if n <= max(_TELLING_IN, len(accounts) // 3)
    }
    rare = {e: min(1.0, 1.5 / math.sqrt(n)) for e, n in named_in.items()}
    settings, near = read_settings(accounts, wordings, resolved.entity_of, telling), Nearness(names)
    found: list[Compared] = []
    for i, j in close_occasions(occasions, wordings):
        a, b = occasions[i], occasions[j]
        if may_be_kin(a, b):
            like = liken(a, b, settings[a.account], settings[b.account], names, rare, near)
            found.append(
                Compared(i, j, compare_occasions(a, b, like, len(accounts)), like, forbid(a, b, like, len(accounts)))
            )
    return found


def _named_in(accounts: Sequence[Account], resolved: Resolved) -> dict[str, int]:
    """In how many documents each entity is named."""
    counts: Counter[str] = Counter()
    for account in accounts:
        counts.update({resolved.entity_of[r.id] for r in account.annotations.referents if r.named})
    return dict(counts)


def _matches(
    occasions: Sequence[Occasion],
    compared: Sequence[Compared],
    groups: Sequence[Sequence[int]],
    names: Mapping[str, str],
) -> list[Match]:
    """Every close pair that stayed apart, and of those that are one each occasion's nearest: all go into the decision."""
    home = {n: g for g, group in enumerate(groups) for n in group}
    listed: Counter[int] = Counter()
    chosen: list[Compared] = []
    for c in sorted(compared, key=lambda c: (-c.score, c.a, c.b)):
        same = home[c.a] == home[c.b]
        if (same and min(listed[c.a], listed[c.b]) < _LISTED) or (not same and c.score >= _CLOSE):
            chosen.append(c)
            listed.update((c.a, c.b) if same else ())
    kept: list[Match] = []
    for c in sorted(chosen, key=lambda c: (c.a, c.b)):
        same = home[c.a] == home[c.b]
        a, b = occasions[c.a], occasions[c.b]
        kept.append(
            Match("incident", a.occurrence.id, b.occurrence.id, _verdict(same, c), round(c.score, 3),
                  explain(a, b, c.like, names, c.veto))
        )  # fmt: skip
    return kept


def _verdict(same: bool, compared: Compared) -> Verdict:
    """Two that stay apart with much in common, and nothing that excludes it, are a question for a person."""
    if same:
        return "same"
    return "disputed" if compared.score >= _OPEN and not compared.veto else "different"


def _incident(
    accounts: Sequence[Account], members: Sequence[Occasion], resolved: Resolved, names: Mapping[str, str]
) -> Incident:
    ordered = sorted(members, key=lambda o: _origin(accounts, o))
    sha, start = _origin(accounts, ordered[0])[:2]
    kind = _kind(ordered)
    date = join_dates([d for o in ordered for d in o.days])
    place, places = settle_place(accounts, ordered, names, resolved.entity_of)
    return Incident(
        id=make_id("i", sha, start, kind, ordered[0].occurrence.id), type=kind, title=_title(ordered, kind, place, date, names),
        date=date, place=place, places=places,
        occurrences=tuple(o.occurrence.id for o in ordered),
    )  # fmt: skip


def _origin(accounts: Sequence[Account], occasion: Occasion) -> tuple[str, int, str]:
    return (
        accounts[occasion.account].document.sha256,
        occasion.occurrence.mentions[0].start,
        occasion.occurrence.id,
    )


def _kind(members: Sequence[Occasion]) -> IncidentType:
    votes: Counter[IncidentType] = Counter()
    for occasion in members:
        votes[occasion.occurrence.type] += 1 + len(occasion.claims)
    return min(votes, key=lambda k: (-votes[k], k))


def join_dates(days: Sequence[Interval]) -> IncidentDate | None:
    """What all dated accounts allow; where they exclude each other, from the first to the last, disputed. None: no date."""
    if not days:
        return None
    plain = [((a or "")[:10] or None, (b or "")[:10] or None) for a, b in days]
    common: Interval | None = plain[0]
    for other in plain[1:]:
        common = None if common is None else intersect(common, other)
    if common is not None:
        return IncidentDate(common[0], common[1], False)
    # A year that holds a day given elsewhere disputes nothing.
    narrow = [d for d in plain if not any(o != d and contains(d, o) for o in plain)]
    first, last = hull(*narrow)
    return IncidentDate(first, last, True)


def _beside(place: str) -> str:
    """In a town, at a checkpoint: a place without a name of its own is one to be at."""
    return "at" if place[:1].islower() else "in"


def _title(
    members: Sequence[Occasion],
    kind: IncidentType,
    place: str | None,
    date: IncidentDate | None,
    names: Mapping[str, str],
) -> str:
    """What happened as most call it, where and when; a verb makes no title."""
    votes = Counter(o.name for o in members if not _VERB.search(o.name) and o.name.lower() not in untitled())
    word = min(votes, key=lambda n: (-votes[n], n)) if votes else _KIND_NOUNS.get(kind, kind)
    where = f" {_beside(names[place])} {names[place]}" if place else ""
    when = f", {format_interval((date.earliest, date.latest))}" if date else ""
    return f"{word[:1].upper()}{word[1:]}{where}{when}"
