"""Agreement: the same value on the word of different roots. What no root is recorded for proves nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable

from rashomon.model.claim import ACCUSATIONS, COUNTS, is_age
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.days import days_between
from rashomon.stages.weigh.figures import read_figure
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import say_matter, say_tellers, say_value
from rashomon.stages.weigh.roots import Roots, root_key, root_words

_DATES = frozenset({"date", "birth_date", "dated"})
_ENTITIES = frozenset({"birth_place", "victim", "target"})


def find_agreements(layout: Layout, roots: Roots, folded: dict[str, str]) -> list[Contrast]:
    """One contrast for each value that at least two roots vouch for; `folded` maps copies to one claim."""
    groups: dict[tuple[Hashable, ...], list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        if laid.claim.stance == "asserted" and root_key(layout, laid) and (value := value_key(laid)):
            groups[(laid.incident, laid.entity, laid.claim.property, value)].append(laid)
    vouched = (
        laids
        for laids in groups.values()
        if len({c.document.id for c in laids}) > 1 and _independent(layout, roots, folded, laids) > 1
    )
    return [_agree(layout, roots, laids) for laids in vouched]


def _independent(layout: Layout, roots: Roots, folded: dict[str, str], laids: list[Laid]) -> int:
    """How many roots, where a copied text with two attributions is one, and "police" may be "the Varna police"."""
    texts: dict[str, set[str]] = defaultdict(set)
    for laid in laids:
        key = root_key(layout, laid)
        if key:
            texts[folded.get(laid.claim.id, laid.claim.id)].add(roots.of(key))
    names = {roots.of(key): root_words(layout, laid) for laid in laids if (key := root_key(layout, laid))}
    alike = [(a, b) for a in names for b in names if a < b and (names[a] <= names[b] or names[b] <= names[a])]
    joined = Roots([*((a, b) for keys in texts.values() for a in keys for b in keys if a < b), *alike])
    return len({joined.of(key) for keys in texts.values() for key in keys})


def value_key(laid: Laid) -> Hashable | None:
    """What makes two claims on one subject and property say the same; None where that can't be compared."""
    prop, value = laid.claim.property, laid.claim.value
    if (laid.incident is None and laid.entity is None) or is_age(laid.claim):
        return None
    if prop in COUNTS:
        figure = read_figure(laid)
        if figure is None or laid.claim.subject.total:
            return None
        return figure.key, figure.counted.noun, figure.part, value.as_of
    if prop in _DATES:
        days = days_between(value.earliest, value.latest)
        return days if days and (days.single or prop != "date") else None
    if prop in ACCUSATIONS or prop in _ENTITIES:
        return laid.about
    return None


def _agree(layout: Layout, roots: Roots, laids: list[Laid]) -> Contrast:
    """What the first root says on the one side, what the others say on the other."""
    first = roots.of(root_key(layout, laids[0]) or "")
    ones = tuple(c for c in laids if roots.of(root_key(layout, c) or "") == first)
    others = tuple(c for c in laids if c not in ones)
    prop = laids[0].claim.property
    matter = "" if prop in COUNTS or prop in _DATES else f"{say_matter(prop)}: "
    said = f"{matter}{say_value(layout, laids)}, say {say_tellers(laids)}"
    return Contrast("agreement", ones, others, says=f"{said}; no link between them was found")
