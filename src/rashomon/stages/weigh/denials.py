"""A denial against an assertion of the same thing: who says so and who denies it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable

from rashomon.model.claim import ACCUSATIONS
from rashomon.model.finding import Finding
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import make_finding, say_matter, say_tellers, say_value

_MATTERS = ACCUSATIONS | {"affiliation", "role", "contact"}


def find_denials(layout: Layout) -> list[Finding]:
    """One finding for each matter that one voice asserts or alleges and another one denies."""
    matters: dict[tuple[Hashable, ...], list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        if key := matter_key(laid):
            matters[key].append(laid)
    return [found for laids in matters.values() if (found := _deny(layout, laids))]


def matter_key(laid: Laid) -> tuple[Hashable, ...] | None:
    """What is asserted or denied: a property with its subject and value; None where either is not known."""
    claim = laid.claim
    if claim.property not in _MATTERS or (laid.incident is None and laid.entity is None):
        return None
    if claim.property == "contact":
        parties = tuple(sorted(p.referent for p in claim.value.parties if p.referent))
        return None if laid.incident is None or not parties else (laid.incident, "contact")
    if laid.about is None and laid.entity is None:
        return None
    text = claim.value.text.casefold() if claim.value.text and laid.about is None else None
    return (laid.incident, laid.entity, claim.property, laid.about, text)


def _deny(layout: Layout, laids: list[Laid]) -> Finding | None:
    denied = [c for c in laids if c.claim.stance == "denied"]
    speakers = {c.voice[-1] for c in denied}
    said = [c for c in laids if c.claim.stance in ("asserted", "alleged") and c.voice[-1] not in speakers]
    if not denied or not said:
        return None
    prop = denied[0].claim.property
    word = "said" if any(c.claim.stance == "asserted" for c in said) else "alleged"
    what = f"{say_matter(prop)}: {say_value(layout, said)}" if prop != "contact" else f"“{said[0].claim.quote}”"
    reason = f"{what}, {word} by {say_tellers(said)}, denied by {say_tellers(denied)}"
    return make_finding("conflict", layout, (*said, *denied), reason, prop=prop)
