"""Sums of money: what one payer is said to have paid, by different accounts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.dating import Clock
from rashomon.stages.weigh.days import days_between
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.pairs import compare_figures

_PAYING = frozenset({"payer", "from"})
_PAID = frozenset({"payee", "to"})


def compare_amounts(layout: Layout) -> list[Contrast]:
    """The contrasts between sums that one payer is said to have paid, where no report tells of several payments."""
    payments: dict[tuple[Hashable, ...], list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        if laid.claim.property == "amount" and laid.claim.value.number and (key := _payment(layout, laid)):
            payments[key].append(laid)
    found = []
    for laids in payments.values():
        if not _are_several(laids):
            found += [c for counts in compare_figures(laids, Clock()) for c in counts.contrasts]
    return found


def _payment(layout: Layout, laid: Laid) -> tuple[Hashable, ...] | None:
    """Who paid whom in which money; None where nobody is known to have paid."""
    value = laid.claim.value
    payer = laid.entity or _party(layout, laid, _PAYING)
    payee = _party(layout, laid, _PAID) or (laid.about if payer == laid.entity else None)
    return (payer, payee, value.currency, value.kind or "payment", laid.incident) if payer else None


def _party(layout: Layout, laid: Laid, roles: frozenset[str]) -> str | None:
    parties = (layout.entity_of.get(p.referent or "") for p in laid.claim.value.parties if p.role in roles)
    return next((entity for entity in parties if entity), None)


def _are_several(laids: Sequence[Laid]) -> bool:
    """Whether a report gives two sums in one voice, or two accounts give days that share none: several payments."""
    told: dict[object, set[object]] = defaultdict(set)
    for laid in laids:
        told[laid.teller].add(laid.claim.value.number)
    days = [d for c in laids if (d := days_between(c.claim.value.earliest, c.claim.value.latest))]
    return any(len(numbers) > 1 for numbers in told.values()) or any(not x.meets(y) for x in days for y in days)
