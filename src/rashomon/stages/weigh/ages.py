"""How old somebody is said to be: two ages in reports of the same weeks, where hardly a birthday can lie between."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from rashomon.model.claim import is_age
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.days import Days, days_between
from rashomon.stages.weigh.layout import Laid
from rashomon.stages.weigh.reasons import say_tellers

_TOLD = ("asserted", "alleged", "undetermined")
_NEAR_REPORTS = 60
"""Days between two reports; of the dead the age of their death is told for years."""
_HARDLY = 7
"""Days in which somebody must have been born for both ages to be true, so few that they more likely differ."""


def compare_ages(laids: Sequence[Laid]) -> list[Contrast]:
    """The conflicts between the ages that reports give one person, of which no report gives two."""
    by_report: dict[str, list[Laid]] = {}
    for laid in laids:
        if is_age(laid.claim) and laid.claim.stance in _TOLD:
            by_report.setdefault(laid.document.id, []).append(laid)
    sure = [told for told in by_report.values() if len({c.claim.value.text for c in told}) == 1]
    by_age: dict[str, list[Laid]] = {}
    for told in sure:
        by_age.setdefault(told[0].claim.value.text or "", []).extend(told)
    found = []
    for a, b in combinations(sorted(by_age), 2):
        pairs = [(x, y) for x in by_age[a] for y in by_age[b] if _differ(x, y)]
        if pairs:
            ones, others = (tuple({c.claim.id: c for c in side}.values()) for side in zip(*pairs, strict=True))
            found.append(_contrast(ones, others))
    return found


def _contrast(ones: tuple[Laid, ...], others: tuple[Laid, ...]) -> Contrast:
    words = (f"{c[0].claim.value.text} according to {say_tellers(c)}" for c in (ones, others))
    return Contrast("conflict", ones, others, says=", but ".join(words))


def _differ(a: Laid, b: Laid) -> bool:
    x, y = (days_between(c.claim.value.earliest, c.claim.value.latest) for c in (a, b))
    told = [days_between(c.document.published, c.document.published) for c in (a, b)]
    if x is None or y is None or told[0] is None or told[1] is None or told[0].gap(told[1]) > _NEAR_REPORTS:
        return False
    return not x.meets(y) or Days(max(x.first, y.first), min(x.last, y.last)).length <= _HARDLY
