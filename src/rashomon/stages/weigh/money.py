"""Sums of money: what one payer is said to have paid, or one person cost, by different accounts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.dating import Clock
from rashomon.stages.weigh.days import days_between
from rashomon.stages.weigh.deeds import told_deeds
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.pairs import compare_figures
from rashomon.stages.weigh.topics import named_in_sentence

_PAYING = frozenset({"payer", "from"})
_PAID = frozenset({"payee", "to"})
_ONCE = frozenset({"ransom", "reward", "offer"})
"""Sums of which one person or one deed has one: who pays them need not be known."""
_FAR = 10
"""So many times as much is another payment, no other account of the same."""


def compare_amounts(layout: Layout) -> list[Contrast]:
    """The contrasts between sums that one payer is said to have paid, or one payee got, where no report tells of several.

    A ransom, a reward and an offer are also of the person or the deed that both reports tell of.
    """
    payments: dict[tuple[Hashable, ...], list[Laid]] = defaultdict(list)
    deed_of, named = told_deeds(layout), named_in_sentence(layout)
    for laid in layout.claims:
        if laid.claim.property == "amount" and laid.claim.value.number:
            for key in _payments(layout, laid, deed_of, named):
                payments[key].append(laid)
    found: list[Contrast] = []
    for laids in payments.values():
        if not _are_several(laids):
            found += [_for_good(c) for counts in compare_figures(laids, Clock()) for c in counts.contrasts]
    return list({(c.kind, frozenset(x.claim.id for x in c.laids)): c for c in found}.values())


def _payments(
    layout: Layout, laid: Laid, deed_of: Callable[[Laid], str | None], named: Callable[[Laid], frozenset[str]]
) -> Iterator[tuple[Hashable, ...]]:
    """Who paid whom in which money; of what is paid once, for whom or for which deed."""
    value = laid.claim.value
    kind = value.kind or "payment"
    payer = laid.entity or _party(layout, laid, _PAYING)
    payee = _party(layout, laid, _PAID) or (laid.about if payer == laid.entity else None)
    if payer:
        yield payer, payee, value.currency, kind, laid.incident
    if kind in _ONCE:
        yield from (("for", who, value.currency, kind) for who in sorted(named(laid)))
        if deed := deed_of(laid):
            yield "of", deed, value.currency, kind


def _for_good(contrast: Contrast) -> Contrast:
    """The contrast, a later sum that another voice gives as a conflict: what was paid once does not rise."""
    speakers = {c.voice[-1] for c in contrast.first} & {c.voice[-1] for c in contrast.second}
    return contrast if contrast.kind != "update" or speakers else Contrast("conflict", contrast.first, contrast.second)


def _party(layout: Layout, laid: Laid, roles: frozenset[str]) -> str | None:
    parties = (layout.entity_of.get(p.referent or "") for p in laid.claim.value.parties if p.role in roles)
    return next((entity for entity in parties if entity), None)


def _are_several(laids: Sequence[Laid]) -> bool:
    """Whether a report gives two sums in one voice, two accounts give days that share none, or one sum is many times the other: several payments."""
    told: dict[object, set[object]] = defaultdict(set)
    for laid in laids:
        told[laid.teller].add(laid.claim.value.number)
    days = [d for c in laids if (d := days_between(c.claim.value.earliest, c.claim.value.latest))]
    once = any(laid.claim.value.kind in _ONCE for laid in laids)
    sums = [laid.claim.value.number or 0 for laid in laids]
    if not once and max(sums) > _FAR * min(sums):
        return True
    return any(len(numbers) > 1 for numbers in told.values()) or any(not x.meets(y) for x in days for y in days)
