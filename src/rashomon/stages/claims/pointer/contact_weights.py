"""How much each feature of two people speaks for a contact of theirs and for its kind: weights fitted on labelled passages.

`contacts.tsv` has one weight a feature (its sum is a log-odds), `contact_kinds.tsv` one for each kind, of which the highest holds.
`tools/fit_contacts.py` writes both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from math import exp

from rashomon.model.claim import ContactKind
from rashomon.stages.claims.pointer.weighing import BIAS
from rashomon.stages.claims.wordlists import rows

KINDS: tuple[ContactKind, ...] = ("call", "message", "meeting", "talks", "visit")


@cache
def _contacts() -> Mapping[str, float]:
    return {feature: float(weight) for feature, weight in rows("pointer", "contacts.tsv")}


@cache
def _kinds() -> Mapping[str, tuple[float, ...]]:
    return {feature: tuple(map(float, weights)) for feature, *weights in rows("pointer", "contact_kinds.tsv")}


def contact(features: Iterable[str]) -> float:
    """How likely it is that two with these features were in contact, 0..1, as the labelled passages have it."""
    table = _contacts()
    return 1 / (1 + exp(-table[BIAS] - sum(table.get(f, 0.0) for f in set(features))))


def kind_of_contact(features: Iterable[str]) -> ContactKind:
    """By what two with these features were in contact."""
    table = _kinds()
    sums = list(table[BIAS])
    for weights in filter(None, (table.get(f) for f in set(features))):
        sums = [a + b for a, b in zip(sums, weights, strict=True)]
    return KINDS[max(range(len(sums)), key=sums.__getitem__)]
