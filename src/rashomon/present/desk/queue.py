"""What waits for a person, most consequential first: accusations, then disputed identities, then conflicts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rashomon.model.claim import ACCUSATIONS, Claim
from rashomon.model.link import Match
from rashomon.present.desk.marks import GRADES
from rashomon.present.desk.once import once_a_build
from rashomon.present.desk.reviews import Reviews, place
from rashomon.present.desk.rosters import entity_rows, finding_rows
from rashomon.present.lookup import Found, select
from rashomon.present.resolve import Resolved

Kind = Literal["accusation", "identity", "conflict"]
KINDS: dict[Kind, str] = {
    "accusation": "accusations of named people",
    "identity": "disputed identities",
    "conflict": "conflicts",
}
WEIGHED = ACCUSATIONS | {"conviction"}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide; `key` is its address, `a` and `b` a disputed pair's local ids."""

    key: str
    kind: Kind
    a: str = ""
    b: str = ""
    places: frozenset[tuple[str, int, int]] = frozenset()


@once_a_build
def queue_items(case: Resolved) -> tuple[Item, ...]:
    """Everything that can be decided, in order."""
    return (*_accusations(case), *_identities(case), *_conflicts(case))


def _accusations(case: Resolved) -> Iterator[Item]:
    rank = {name: n for n, name in enumerate(GRADES)}
    people = {r.entity.id: n for n, r in enumerate(entity_rows(case)) if r.entity.type == "person"}
    found = []
    for claim in case.claims.values():
        person = accused(case, claim)
        if claim.property in WEIGHED and claim.repeats is None and person in people:
            found.append((people[person], rank[claim.property], claim.id))
    yield from (Item(ident, "accusation") for _, _, ident in sorted(found))


def accused(case: Resolved, claim: Claim) -> str | None:
    """The entity that an accusation names."""
    if claim.property in ACCUSATIONS:
        return case.entity(claim.value.referent) or case.entity(claim.subject.referent)
    return case.entity(claim.subject.referent)


def _identities(case: Resolved) -> Iterator[Item]:
    rank = {r.entity.id: n for n, r in enumerate(entity_rows(case))}
    last = len(rank)

    def weight(match: Match) -> tuple[int, float, str, str]:
        ids = (case.entity(match.a), case.entity(match.b))
        return min(rank.get(i or "", last) for i in ids), -match.score, match.a, match.b

    for match in sorted((m for m in case.linked.matches if m.verdict == "disputed"), key=weight):
        kind: Literal["referent", "occurrence"] = "referent" if match.kind == "entity" else "occurrence"
        places = frozenset(place(select(case, Found(kind, i))) for i in (match.a, match.b))
        yield Item(f"{match.a}-{match.b}", "identity", match.a, match.b, places)


def _conflicts(case: Resolved) -> Iterator[Item]:
    for finding in finding_rows(case):
        if finding.kind in ("conflict", "clash", "inconsistency"):
            yield Item(finding.id, "conflict")


def is_open(case: Resolved, item: Item, reviews: Reviews, looked: frozenset[str]) -> bool:
    """True while nobody has decided it, or for a conflict: looked at it."""
    if item.kind == "accusation":
        return reviews.of_claim(case, case.claims[item.key]) is None
    if item.kind == "identity":
        return reviews.of_pair(case, item.places) is None
    return item.key not in looked
