"""What two occasions have in common and what speaks against them: the evidence, before anybody weighs it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from rashomon.model.account import Account
from rashomon.stages.link.occasions import Occasion
from rashomon.stages.link.own_names import named_words
from rashomon.stages.link.recalled import recalled
from rashomon.stages.link.where import is_site
from rashomon.stages.link.wording import Wording, cosine
from rashomon.text.calendar import Interval, days_between, gap_days, hull, parse_day, period
from rashomon.text.fold import fold, fold_words
from rashomon.text.places import contains, lookup

_LARGE_TOWN = 300_000
_OTHER_SITE = 0.3
_UNLIKE = -0.15
_WORD = re.compile(r"[a-z0-9]+")
_HARMED, _OTHERWISE = {"killed", "injured"}, 0.4
_MANY, _NEAR = 10, 1.15


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """One document as far as it helps to tell whether two are about one thing. Each is only itself: two are compared once."""

    wording: Wording
    days: frozenset[int]
    people: Mapping[str, float]
    places: frozenset[str]
    published: str | None
    named: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """The evidence on two occasions; None where a side is silent.

    `gap` is the days between their dates (0 when they overlap), `place` from -1 (elsewhere) over -0.15 (two names) and 0 (unknown) to 1 (the
    same small place), `people` how telling the shared people are, `texts` the cosine of the two documents,
    `near` the same for all places of the two documents, `own_name` how far both are called by one name of their own, `two_villages` whether each lies in places of its own that no gazetteer has, `targets_differ` whether neither speaks of what the other was aimed at,
    `recalled` how closely both give one time long before either report was written,
    `between` the days between publications, `after` those from the one dated side to the other's publication.
    """

    gap: int | None
    same_day: bool
    place: float
    shared_places: tuple[str, ...]
    people: float
    shared_people: tuple[str, ...]
    figures: float
    one_type: bool
    texts: float
    names: float
    ages_differ: bool
    streets: int
    streets_differ: bool
    between: int | None
    after: int | None
    dates_shared: bool
    dates_differ: bool
    people_differ: bool
    near: float
    own_name: float
    two_villages: bool
    targets_differ: bool
    recalled: float


def read_settings(
    accounts: Sequence[Account],
    wordings: Sequence[Wording],
    entity_of: Mapping[str, str],
    telling: Mapping[str, float],
) -> list[Setting]:
    """The setting of each document: its words, the single days it names, its people by how few documents hold them."""
    return [
        Setting(
            wording,
            _days(account),
            _people(account, entity_of, telling),
            frozenset(entity_of[r.id] for r in account.annotations.referents if r.named and r.type == "place"),
            account.document.published,
            named_words(account),
            frozenset(w.removesuffix("s") for w in _WORD.findall(fold(account.document.text))),
        )
        for account, wording in zip(accounts, wordings, strict=True)
    ]


def _days(account: Account) -> frozenset[int]:
    latest = parse_day(period(account.document.published)[1])
    days = {_single(t.earliest, t.latest) for t in account.annotations.times if t.type in ("DATE", "TIME")}
    return frozenset(d.toordinal() for d in days if d is not None and (latest is None or d <= latest))


def _single(earliest: str | None, latest: str | None) -> date | None:
    day = parse_day(earliest)
    return day if day is not None and day == parse_day(latest) else None


def _people(account: Account, entity_of: Mapping[str, str], telling: Mapping[str, float]) -> dict[str, float]:
    people = {entity_of[r.id] for r in account.annotations.referents if r.named and r.type == "person"}
    return {p: telling[p] for p in sorted(people) if p in telling}


class _Both(NamedTuple):
    """What two documents share, whichever of their occasions are compared."""

    names: float
    dates_shared: bool
    dates_differ: bool


class Nearness:
    """How much the places that two documents share say, by the names of entities; found once for a pair of documents."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._found: dict[tuple[int, int], float] = {}

    def __call__(self, one: Setting, two: Setting) -> float:
        pair = (id(one), id(two))
        if pair not in self._found:
            shared = one.places & two.places
            self._found[pair] = max((_small(self._names[p]) for p in shared), default=0.0)
        return self._found[pair]


@lru_cache(maxsize=100_000)
def _documents(one: Setting, two: Setting) -> _Both:
    """Asked for every pair of occasions, found once for a pair of documents: a long list of events has a million pairs."""
    known = set(one.people) & set(two.people)
    names = sum(one.people[p] for p in sorted(known))
    return _Both(names, bool(one.days & two.days), _no_day_near(one.days, two.days))


def liken(
    a: Occasion, b: Occasion, one: Setting, two: Setting, names: Mapping[str, str], rare: Mapping[str, float],
    near: Nearness,
) -> Likeness:  # fmt: skip
    """The evidence on two occasions and their documents; `names` are those of entities."""
    place, shared = _compare_places(a.places, b.places, names)
    people = sorted(set(a.people) & set(b.people))
    both = _documents(one, two)
    called = call_both(a, b, names)
    villages = not shared and not called and _two_villages(a.places, b.places, names)
    w1, w2 = one.wording, two.wording
    between = days_between(one.published, two.published)
    return Likeness(
        gap=_gap(a.days, b.days), same_day=_share_day(a.days, b.days), place=place, shared_places=shared,
        people=sum(rare.get(p, 0.3) * min(a.people[p], b.people[p]) for p in people), shared_people=tuple(people), figures=_figures(a, b, apart=villages),
        one_type=a.occurrence.type == b.occurrence.type, texts=cosine(w1.weights, w2.weights),
        names=both.names,
        ages_differ=bool(w1.ages and w2.ages and not w1.ages & w2.ages), streets=len(w1.streets & w2.streets),
        streets_differ=bool(w1.streets and w2.streets and not w1.streets & w2.streets),
        between=None if between is None else abs(between), after=_after(a, b, one, two),
        dates_shared=both.dates_shared, dates_differ=both.dates_differ,
        people_differ=bool(a.once and b.once and not a.once & b.once),
        near=near(one, two), own_name=_own_name(a, b, one, two, called), two_villages=villages, targets_differ=_targets_differ(a, b, one, two), recalled=recalled(a.days, b.days, one.published, two.published),
    )  # fmt: skip


def call_both(a: Occasion, b: Occasion, names: Mapping[str, str]) -> frozenset[str]:
    """The words of names by which both go, beyond the places they share."""
    shared = {w for p in a.places & b.places for w in fold_words(names[p]).split()}
    return (a.own_names & b.own_names) - shared


def _own_name(a: Occasion, b: Occasion, one: Setting, two: Setting, both: frozenset[str]) -> float:
    """ "the Orvel attack", "the storming of the Orvel tower": 1 where both are called so, 0.5 where one is and the other's report has the name."""
    if both:
        return 1.0
    if a.own_names & b.own_names:
        return 0.0
    return 0.5 if a.account != b.account and (a.own_names & two.named or b.own_names & one.named) else 0.0


def _targets_differ(a: Occasion, b: Occasion, one: Setting, two: Setting) -> bool:
    """A bank and a bridge, and neither report speaks of the other's."""
    if not (a.targets and b.targets) or a.targets & b.targets:
        return False
    return not (a.targets & two.words or b.targets & one.words)


def _gap(a: Sequence[Interval], b: Sequence[Interval]) -> int | None:
    gaps = [g for x in a for y in b if (g := gap_days(x, y)) is not None]
    return min(gaps, default=None)


def _after(a: Occasion, b: Occasion, one: Setting, two: Setting) -> int | None:
    """Days from the only dated occasion to the publication of the report on the undated one; negative: reported before."""
    if bool(a.days) == bool(b.days):
        return None
    dated, published = (a, two.published) if a.days else (b, one.published)
    first, last = hull(*dated.days)
    before, after = days_between(first, published), days_between(last, published)
    if before is not None and before < 0:
        return before
    return None if after is None else max(0, after)


def _share_day(a: Sequence[Interval], b: Sequence[Interval]) -> bool:
    one, two = ({d for i in side if (d := _single(*i))} for side in (a, b))
    return bool(one & two)


def _no_day_near(a: frozenset[int], b: frozenset[int]) -> bool:
    return bool(a and b) and not any(d + k in b for d in a for k in (-1, 0, 1))


def _figures(a: Occasion, b: Occasion, *, apart: bool) -> float:
    """How much equal or, in no two places, nearly equal figures of victims speak for one incident: small ones little; -1 where all differ."""
    same = [n for _, n in a.figures & b.figures]
    if same:
        return min(2.0, math.log2(1 + max(same)) / 2)
    pairs = [(x, y) for p, x in a.figures for q, y in b.figures if p == q]
    if not pairs and (hurt := [n for p, n in a.figures for q, m in b.figures if n == m >= _MANY and {p, q} == _HARMED]):
        return _OTHERWISE * math.log2(1 + max(hurt)) / 2  # sixteen who burned here, sixteen dead there
    near = [min(p) for p in pairs if min(p) >= _MANY and max(p) <= _NEAR * min(p)]
    if near and not apart:
        return 0.7 * min(2.0, math.log2(1 + max(near)) / 2)
    return -1.0 if pairs and all(max(p) > 2 * min(p) for p in pairs) else 0.0


def _compare_places(a: frozenset[str], b: frozenset[str], names: Mapping[str, str]) -> tuple[float, tuple[str, ...]]:
    shared = sorted(a & b, key=lambda p: (-_small(names[p]), p))
    if shared:
        return _shared_place(a, b, shared, names), tuple(shared)
    if any(_one_site(names[x], names[y]) for x in a for y in b):
        return 1.0, ()
    if any(names[x][:1].isupper() and fold_words(names[x]) == fold_words(names[y]) for x in a for y in b):
        # Towns of one name that were told apart by what stands beside them.
        return -1.0, ()
    known = [(contains(names[x], names[y]), contains(names[y], names[x])) for x in sorted(a) for y in sorted(b)]
    if any(True in pair for pair in known):
        return 0.3, ()
    if known and all(pair == (False, False) for pair in known):
        return -1.0, ()
    # A place that no gazetteer has may lie in the other, or may not.
    named = all(any(_small(names[p]) > _OTHER_SITE for p in side) for side in (a, b))
    return (_UNLIKE if named else 0.0), ()


def _one_site(a: str, b: str) -> bool:
    """ "the Orvel shopping centre", told so in two reports: described, and yet with a name."""
    return a[:1].islower() and any(w[:1].isupper() for w in a.split()) and fold_words(a) == fold_words(b)


def _two_villages(a: frozenset[str], b: frozenset[str], names: Mapping[str, str]) -> bool:
    """Whether each side names villages, of which nothing more is known, and no village of the other."""
    sides = [{fold_words(names[p]) for p in side if _is_village(names[p])} for side in (a, b)]
    return all(sides) and not sides[0] & sides[1]


def _is_village(name: str) -> bool:
    return not is_site(name) and not lookup(name)


def _shared_place(a: frozenset[str], b: frozenset[str], shared: Sequence[str], names: Mapping[str, str]) -> float:
    """How telling the shared place is; in one town, two buildings that are not one speak for two events."""
    told = _small(names[shared[0]])
    sites = [{p for p in side if not lookup(names[p])} for side in (a, b)]
    return told - _OTHER_SITE if all(sites) and not sites[0] & sites[1] else told


def _small(name: str) -> float:
    """How much it says that two things happened in one place of this name: a country little, a small town much."""
    known = lookup(name)
    if not known:
        return 1.0
    # A province called after its town is meant as the town.
    towns = [p for p in known if p.kind == "settlement" and p.country == known[0].country]
    if known[0].kind in ("settlement", "region") and towns:
        return 0.9 if towns[0].population < _LARGE_TOWN else 0.6
    return 0.25 if known[0].kind == "region" else 0.1
