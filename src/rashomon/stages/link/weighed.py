"""Two incidents held against each other, telling by telling: why they are one, or are kept apart."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from rashomon.model.account import Account
from rashomon.model.ledger import PairWeighed
from rashomon.model.link import Decision
from rashomon.stages.link.compare_incidents import explain, may_be_kin, weigh_features
from rashomon.stages.link.decide import attach, contradictions, rulings
from rashomon.stages.link.entities import resolve_entities
from rashomon.stages.link.incidents import Compared, compare_all
from rashomon.stages.link.occasions import Occasion, gather_occasions


def weigh_pairs(
    accounts: Sequence[Account], decisions: Sequence[Decision], ones: Collection[str], others: Collection[str]
) -> tuple[PairWeighed, ...]:
    """Every telling of one side against every one of the other, nearest first; the sides are ids of occurrences."""
    ordered = sorted(accounts, key=lambda a: a.document.sha256)
    _, involved = contradictions(attached := attach(ordered, decisions))
    resolved = resolve_entities(ordered, rulings(attached, "entity", involved))
    names = {e.id: e.name for e in resolved.entities}
    occasions = gather_occasions(ordered, resolved.entity_of)
    compared = {(c.a, c.b): c for c in compare_all(ordered, occasions, resolved, names)}
    found = _held(occasions, compared, (ones, others), (names, len(ordered)))
    return tuple(sorted(found, key=lambda p: (-p.score, p.a, p.b)))


def _held(
    occasions: Sequence[Occasion], compared: Mapping[tuple[int, int], Compared],
    sides: tuple[Collection[str], Collection[str]], told: tuple[Mapping[str, str], int],
) -> Iterator[PairWeighed]:  # fmt: skip
    """The pairs across the two sides; two tellings of two kinds, or with nothing in common, show no more than that."""
    ones, others = ([n for n, o in enumerate(occasions) if o.occurrence.id in side] for side in sides)
    for one in ones:
        for other in others:
            if one == other:
                continue
            a, b = occasions[one], occasions[other]
            pair = compared.get((min(one, other), max(one, other)))
            if pair is not None:
                yield _weighed(pair, occasions, told)
            else:
                veto = "nothing in common" if may_be_kin(a, b) else "another kind"
                yield PairWeighed(a.occurrence.id, b.occurrence.id, 0.0, (), veto, f"“{a.name}” and “{b.name}”.")


def _weighed(pair: Compared, occasions: Sequence[Occasion], told: tuple[Mapping[str, str], int]) -> PairWeighed:
    names, documents = told
    a, b = occasions[pair.a], occasions[pair.b]
    shown = tuple(f for f in weigh_features(a, b, pair.like, documents) if f.value and f.adds)
    reason = explain(a, b, pair.like, names, pair.veto)
    return PairWeighed(a.occurrence.id, b.occurrence.id, pair.score, shown, pair.veto, reason)
