"""What each side says of an incident: statements and accusations by whoever speaks, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model.claim import ACCUSATIONS, Claim
from rashomon.present.resolve import Resolved

KINDS = {
    "outlet": "outlet", "news_agency": "news agency", "person": "", "organization": "", "official": "official",
    "witness": "witness", "court": "court", "document": "paper", "record": "record", "anonymous": "unnamed",
}  # fmt: skip
TOLD = ACCUSATIONS | {"statement", "conviction", "target", "victim"}


@dataclass(frozen=True, slots=True)
class Side:
    """One speaker: the entity where it is known, the kind of speaker, and what is said, by report and place in it."""

    name: str
    entity: str | None
    kind: str
    claims: tuple[Claim, ...]


def make_sides(case: Resolved, claims: Sequence[Claim]) -> list[Side]:
    """The speakers whom reports cite, those who say most first; what reports say in their own voice is not here."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if len(claim.chain) > 1 and claim.property in TOLD and claim.repeats is None:
            last = claim.chain[-1]
            found.setdefault(case.entity(last.referent) or last.name, []).append(claim)
    sides = [_side(case, key, said) for key, said in found.items()]
    return sorted(sides, key=lambda s: (-len(s.claims), s.name))


def _side(case: Resolved, key: str, claims: list[Claim]) -> Side:
    last = claims[0].chain[-1]
    entity = key if key in case.entities else None
    ordered = sorted(claims, key=lambda c: (case.documents[c.document].published or "~", c.document, c.start))
    return Side(case.entities[key].name if entity else last.name, entity, KINDS[last.kind], tuple(ordered))
