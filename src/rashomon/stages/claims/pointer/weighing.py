"""How much each feature speaks for what is weighed: weights fitted by logistic regression on labelled passages, kept in tables.

A table of likelihoods (`guilt.tsv`, `custody.tsv`, `verdicts.tsv`, `contacts.tsv`) has one weight a feature; their sum is a log-odds.
A table of kinds (`grades.tsv`, `contact_kinds.tsv`) has one a kind, of which the highest holds. `tools/fit_pointer.py` and
`tools/fit_contacts.py` write them. What was learned knows no names: see `features`. Sums are exact (`math.fsum`), so that the order in
which features come, which hashing decides, changes no likelihood.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from math import exp, fsum
from typing import TypeVar

from rashomon.model.claim import ContactKind, Property
from rashomon.stages.claims.wordlists import rows

GRADES: tuple[Property, ...] = ("perpetrator", "organizer", "suspect", "charge", "blame", "responsibility")
KINDS: tuple[ContactKind, ...] = ("call", "message", "meeting", "talks", "visit")
BIAS = "(always)"

Kind = TypeVar("Kind")


@cache
def _weights(table: str) -> Mapping[str, tuple[float, ...]]:
    return {feature: tuple(map(float, weights)) for feature, *weights in rows("pointer", table)}


def likely(table: str, features: Collection[str]) -> float:
    """How likely it is that somebody with these features, each given once, is what a table weighs, 0..1, as the labelled passages have it."""
    weights = _weights(table)
    total = fsum(weights[f][0] for f in (BIAS, *features) if f in weights)
    return 1 / (1 + exp(-total))


def _highest(table: str, kinds: Sequence[Kind], features: Collection[str]) -> Kind:
    weights = _weights(table)
    shown = [weights[f] for f in (BIAS, *features) if f in weights]
    sums = [fsum(one[n] for one in shown) for n in range(len(kinds))]
    return kinds[max(range(len(sums)), key=sums.__getitem__)]


def grade(features: Collection[str]) -> Property:
    """In which grade somebody with these features is accused."""
    return _highest("grades.tsv", GRADES, features)


def kind_of_contact(features: Collection[str]) -> ContactKind:
    """By what two with these features were in contact."""
    return _highest("contact_kinds.tsv", KINDS, features)


def speaking_most(table: str, features: Collection[str], few: int) -> list[tuple[str, float]]:
    """The features that spoke loudest for or against, loudest first, for whoever asks why."""
    weights = _weights(table)
    shown = [(f, weights[f][0]) for f in features if f in weights]
    return sorted(shown, key=lambda one: (-abs(one[1]), one[0]))[:few]
