"""Who did it: accounts of one incident that name different doers, a claim of responsibility against an accusation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import say_matter, say_tellers
from rashomon.stages.weigh.roots import Roots
from rashomon.stages.weigh.topics import actors_in
from rashomon.text.fold import fold_words

_DOING = frozenset({"perpetrator", "responsibility"})
_NAMING = _DOING | {"blame"}
_BODIES = frozenset({"organization", "place"})
_GOVERNING = re.compile(
    r"\b(?:government|ministry|state|authorit\w+|police|army|parliament|presid\w+|council|party|regime)\b", re.I
)
_FORCES, _REBELS = frozenset({"~army", "~police", "~guards"}), frozenset({"~rebels"})
_SURE = ("asserted", "alleged")
_MOST_BODIES = 12


def find_rivals(layout: Layout, roots: Roots) -> list[Contrast]:
    """A conflict for each two bodies or states that different accounts name as the doer of one incident.

    Several persons may have done a thing together, and a person may belong to the body: those are no rivals. Nor are
    two bodies that one account names together, or of which one is part of the other. Who is blamed is a rival of who
    claims it: the blame of a state or a government alone is of what it did not prevent.
    """
    by_incident: dict[str, dict[str, list[Laid]]] = defaultdict(lambda: defaultdict(list))
    unnamed: dict[str, list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        named = laid.claim.property in _NAMING and laid.claim.stance in _SURE and _is_named_body(layout, laid.about)
        if laid.incident and laid.about and named:
            by_incident[laid.incident][laid.about].append(laid)
        elif laid.incident and laid.about and laid.claim.property in _DOING and laid.claim.stance in _SURE:
            unnamed[laid.incident].append(laid)
    named_ones = [c for bodies in by_incident.values() for c in _rivals(layout, roots, bodies)]
    return [*named_ones, *(c for laids in unnamed.values() for c in _opposed(layout, laids))]


def _opposed(layout: Layout, laids: Sequence[Laid]) -> Iterator[Contrast]:
    """Forces by one speaker's word in one report, rebels by another's in another, where neither is named.

    Reports that tell of both tell of fighting.
    """
    sides: tuple[list[Laid], list[Laid]] = ([], [])
    for laid in laids:
        actors = actors_in(layout.entities[laid.about or ""].name)
        if len(actors) == 1 and len(laid.voice) > 1:
            for side, kinds in zip(sides, (_FORCES, _REBELS), strict=True):
                side.extend([laid] if actors <= kinds else [])
    both = {c.document.id for c in sides[0]} & {c.document.id for c in sides[1]}
    ones, others = (tuple(c for c in side if c.document.id not in both) for side in sides)
    if ones and others:
        names = [layout.entities[side[0].about or ""].name for side in (ones, others)]
        said = f"{names[0]} according to {say_tellers(ones)}, but {names[1]} according to {say_tellers(others)}"
        yield Contrast(
            "conflict", ones, others, says=f"{say_matter('perpetrator')}: {said}; that both took part is not ruled out"
        )


def _is_named_body(layout: Layout, entity: str | None) -> bool:
    found = layout.entities.get(entity or "")
    return found is not None and found.type in _BODIES and entity in layout.named


def _rivals(layout: Layout, roots: Roots, bodies: dict[str, list[Laid]]) -> list[Contrast]:
    found = []
    for a, b in combinations(sorted(bodies)[:_MOST_BODIES], 2):
        ones, others = _only(bodies[a], bodies[b]), _only(bodies[b], bodies[a])
        if ones and others and _may_be_rivals(layout, ones, others) and not _akin(layout, roots, a, b):
            found.append(_rival(layout, (a, ones), (b, others)))
    return found


def _may_be_rivals(layout: Layout, ones: Sequence[Laid], others: Sequence[Laid]) -> bool:
    """Whether both are said to have done it, or one to bear the blame for what the other claims."""
    for side, other in ((ones, others), (others, ones)):
        if all(c.claim.property == "blame" for c in side):
            body = layout.entities[side[0].about or ""]
            return _claims_it(other) and body.type == "organization" and not _GOVERNING.search(body.name)
    return True


def _only(laids: Sequence[Laid], others: Sequence[Laid]) -> tuple[Laid, ...]:
    """The claims of voices that do not name the other body as well."""
    both = {c.teller for c in others}
    return tuple(c for c in laids if c.teller not in both)


def _akin(layout: Layout, roots: Roots, a: str, b: str) -> bool:
    """Whether one body may be the other or part of it, by its name or by what reports say of them."""
    if roots.of(f"entity {a}") == roots.of(f"entity {b}"):
        return True
    ones, others = (fold_words(layout.entities[e].name).split() for e in (a, b))
    return bool(set(ones) & set(others)) or _shortens(ones, others) or _shortens(others, ones)


def _shortens(short: list[str], long: list[str]) -> bool:
    """Whether one word may be the other's initials: "isis" of "islamic state", with what it may go on with."""
    initials = "".join(word[0] for word in long)
    return len(short) == 1 and len(long) > 1 and (short[0].startswith(initials) or initials.startswith(short[0]))


def _rival(layout: Layout, first: tuple[str, tuple[Laid, ...]], second: tuple[str, tuple[Laid, ...]]) -> Contrast:
    (a, ones), (b, others) = sorted((first, second), key=lambda side: _claims_it(side[1]))
    reason = f"{say_matter('perpetrator')}: {layout.entities[a].name} according to {say_tellers(ones)}"
    reason += f", but {layout.entities[b].name} {'claims it' if _claims_it(others) else 'according to'}"
    reason += f" ({say_tellers(others)})" if _claims_it(others) else f" {say_tellers(others)}"
    return Contrast("conflict", ones, others, says=f"{reason}; that both took part is not ruled out")


def _claims_it(laids: Sequence[Laid]) -> bool:
    return all(c.claim.property == "responsibility" for c in laids)
