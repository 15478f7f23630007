"""How much each feature speaks for what is weighed: weights fitted by logistic regression on labelled passages, kept in tables.

A table of likelihoods (`guilt.tsv`, `custody.tsv`, `verdicts.tsv`, `contacts.tsv`) has one weight a feature; their sum is a log-odds.
A table of kinds (`grades.tsv`, `contact_kinds.tsv`) has one a kind, of which the highest holds. `tools/fit_pointer.py` and
`tools/fit_contacts.py` write them. What was learned knows no names: see `features`. Weights are counted in whole ten-thousandths, the
last decimal that a table prints: sums are exact, so that the order in which features come, which hashing decides, changes no
likelihood, and what was summed once for a word or for somebody need not be summed again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from math import exp
from typing import TypeVar

from rashomon.model.claim import ContactKind, Property
from rashomon.stages.claims.pointer.clues import Clues, Words, names_of

GRADES: tuple[Property, ...] = ("perpetrator", "organizer", "suspect", "charge", "blame", "responsibility")
KINDS: tuple[ContactKind, ...] = ("call", "message", "meeting", "talks", "visit")
BIAS = "(always)"
ONE = 10_000
"""The whole number that stands for a weight of one."""
_WIDE = 40
"""Bits between the weights of two tables in one number: no sum grows as large."""
_HALF = 1 << (_WIDE - 1)
_KEPT = 1 << 16
"""How many words' weights are kept at a time."""
_BRANCHES = 1 << 13

Kind = TypeVar("Kind")


@cache
def _written(table: str) -> Mapping[str, str]:
    """The weights of each feature as the table prints them: read when they are asked for, as few of them are."""
    text = files("rashomon").joinpath("data", "pointer", table).read_text(encoding="utf-8")
    return dict([line.split("\t", 1) for line in text.splitlines() if line and line[0] != "#"])


def _weights(table: str, features: Iterable[str]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Those of the features that a table weighs, with their weights."""
    written = _written(table)
    for feature in features:
        if feature in written:
            yield feature, tuple(map(_whole, written[feature].split("\t")))


def _whole(written: str) -> int:
    return round(float(written) * ONE)


def likelihood(total: int) -> float:
    """What a sum of weights is as a likelihood, 0..1."""
    return 1 / (1 + exp(-total / ONE))


def likely(table: str, features: Collection[str]) -> float:
    """How likely it is that somebody with these features, each given once, is what a table weighs, 0..1, as the labelled passages have it."""
    return likelihood(sum([first for _, (first, *_) in _weights(table, (BIAS, *features))]))


@cache
def _side_by_side(tables: tuple[str, ...]) -> Mapping[str, int]:
    """The weights that some tables give a feature as one number: to add two such numbers adds them table by table."""
    found: dict[str, int] = {}
    for n, table in enumerate(tables):
        written = _written(table)
        whole = {weight: _whole(weight) << _WIDE * n for weight in set(written.values())}
        for feature, weight in written.items():
            found[feature] = found.get(feature, 0) + whole[weight]
    return found


@cache
def _in_order(tables: tuple[str, ...]) -> Sequence[str]:
    return sorted(_side_by_side(tables))


@lru_cache(maxsize=_BRANCHES)
def _branch(tables: tuple[str, ...], before: str) -> Mapping[str, int]:
    """The weights of the features that begin with some letters, by what comes then: of most beginnings there is none."""
    names, weights = _in_order(tables), _side_by_side(tables)
    first, last = bisect_left(names, before), bisect_left(names, before[:-1] + chr(ord(before[-1]) + 1))
    return {name[len(before) :]: weights[name] for name in names[first:last]}


@lru_cache(maxsize=_KEPT)
def _weight(tables: tuple[str, ...], where: str, told: Words) -> int:
    branch = _branch(tables, where + told.before)
    return sum([branch[name] for name in names_of(told) if name in branch]) if branch else 0


class Scales:
    """Some tables that weigh the same: whatever is told of a thing is weighed once, for all of them at once."""

    def __init__(self, *tables: str) -> None:
        self._tables = tables
        self._weights = _side_by_side(tables)
        self._known: dict[tuple[Clues, str], int] = {}

    def weigh(self, told: Iterable[Clues], where: str) -> tuple[int, ...]:
        """The sums, one a table, of all that is told of somebody in a place."""
        total = self._weights[BIAS]
        for one in told:
            total += self._sum(one, "")
            if one.placed:
                total += self._sum(one, where)
        return self._apart(total)

    def _sum(self, told: Clues, where: str) -> int:
        known = self._known.get((told, where))
        if known is None:
            known = 0
            for clue in told.placed if where else told.alone + told.placed:
                if isinstance(clue, str):
                    known += self._weights.get(where + clue, 0)
                else:
                    known += _weight(self._tables, where, clue)
            self._known[told, where] = known
        return known

    def _apart(self, total: int) -> tuple[int, ...]:
        found = []
        for _ in self._tables:
            least = ((total + _HALF) & ((1 << _WIDE) - 1)) - _HALF
            found.append(least)
            total = (total - least) >> _WIDE
        return tuple(found)


def _highest(table: str, kinds: Sequence[Kind], features: Collection[str], beside: Sequence[int] = ()) -> Kind:
    shown = [weights for _, weights in _weights(table, (BIAS, *features))]
    sums = [sum([one[n] for one in shown]) for n in range(len(kinds))]
    sums = [a + b for a, b in zip(sums, beside, strict=True)] if beside else sums
    return kinds[max(range(len(sums)), key=sums.__getitem__)]


def grade(features: Collection[str], heard: Sequence[int] = ()) -> Property:
    """In which grade somebody with these features is accused, with what the encoder hears of each of GRADES, in ten-thousandths, where it hears."""
    return _highest("grades.tsv", GRADES, features, heard)


def kind_of_contact(features: Collection[str]) -> ContactKind:
    """By what two with these features were in contact."""
    return _highest("contact_kinds.tsv", KINDS, features)


def speaking_most(table: str, features: Collection[str], few: int) -> list[tuple[str, float]]:
    """The features that spoke loudest for or against, loudest first, for whoever asks why."""
    shown = [(f, weights[0] / ONE) for f, weights in _weights(table, features)]
    return sorted(shown, key=lambda one: (-abs(one[1]), one[0]))[:few]
