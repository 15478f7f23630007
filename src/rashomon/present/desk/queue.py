"""What waits for a person, most consequential first: what has to be decided again, then what is said of named people,
then disputed identities, then conflicts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rashomon.model.claim import Claim
from rashomon.model.link import Attached, Match
from rashomon.present.accusing import Accusing
from rashomon.present.desk.marks import GRADES
from rashomon.present.desk.once import once_a_build
from rashomon.present.desk.reviews import Reviews, place
from rashomon.present.desk.rosters import entity_rows, finding_rows
from rashomon.present.lookup import Found, select
from rashomon.present.resolve import Resolved
from rashomon.present.words import PROPERTY

Kind = Literal["again", "accusation", "identity", "conflict"]
KINDS: dict[Kind, str] = {
    "again": "to decide again",
    "accusation": "said of named people",
    "identity": "disputed identities",
    "conflict": "conflicts",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide; `key` is its address, `a` a claim's id, or `a` and `b` a disputed pair's local ids.

    `stale` is the decision that no longer fits what is read.
    """

    key: str
    kind: Kind
    a: str = ""
    b: str = ""
    places: frozenset[tuple[str, int, int]] = frozenset()
    stale: Attached | None = None

    @property
    def about(self) -> Kind:
        """What kind of page shows it."""
        return self.kind if self.kind != "again" else "identity" if self.b else "accusation"


@once_a_build
def queue_items(case: Resolved) -> tuple[Item, ...]:
    """Everything that can be decided, in order."""
    again = tuple(_again(case))
    known = {(i.a, i.b) for i in again}
    rest = (*_accusations(case), *_identities(case), *_conflicts(case))
    return (*again, *(i for i in rest if not i.a or (i.a, i.b) not in known))


def _again(case: Resolved) -> Iterator[Item]:
    """Standing decisions that were made on what is read otherwise now."""
    for one in case.stale:
        if one.a is None or (one.b is None and one.a not in case.claims):
            continue
        yield Item(
            one.decision.id, "again", one.a, one.b or "", _places(case, one.a, one.b) if one.b else frozenset(), one
        )


def _accusations(case: Resolved) -> Iterator[Item]:
    """Whatever must be accepted before it leaves, the gravest of whom most is said first; a denial is none."""
    rank = {name: n for n, name in enumerate((*GRADES, *PROPERTY))}
    people = {r.entity.id: n for n, r in enumerate(entity_rows(case))}
    last = len(people)
    found = [
        (min((people.get(e, last) for e in accusing_of(case).persons(c)), default=last), rank[c.property], c.id)
        for c in accusing_of(case).asked()
    ]
    yield from (Item(ident, "accusation", ident) for _, _, ident in sorted(found))


@once_a_build
def accusing_of(case: Resolved) -> Accusing:
    """Which claims of a build accuse whom."""
    return Accusing(case)


def accused(case: Resolved, claim: Claim) -> str | None:
    """The entity that an accusation names."""
    return accusing_of(case).accused(claim)


def _identities(case: Resolved) -> Iterator[Item]:
    rank = {r.entity.id: n for n, r in enumerate(entity_rows(case))}
    last = len(rank)

    def weight(match: Match) -> tuple[int, float, str, str]:
        ids = (case.entity(match.a), case.entity(match.b))
        return min(rank.get(i or "", last) for i in ids), -match.score, match.a, match.b

    for match in sorted((m for m in case.linked.matches if m.verdict == "disputed"), key=weight):
        yield Item(f"{match.a}-{match.b}", "identity", match.a, match.b, _places(case, match.a, match.b))


def _places(case: Resolved, *ids: str) -> frozenset[tuple[str, int, int]]:
    """Where two names, or two incidents, stand by which a person knows them."""
    kinds: dict[str, Literal["referent", "occurrence"]] = {
        i: "referent" if i in case.referents else "occurrence" for i in ids
    }
    return frozenset(place(select(case, Found(kind, i))) for i, kind in kinds.items())


def _conflicts(case: Resolved) -> Iterator[Item]:
    for finding in finding_rows(case):
        if finding.kind in ("conflict", "clash", "inconsistency"):
            yield Item(finding.id, "conflict")


def is_open(case: Resolved, item: Item, reviews: Reviews, looked: frozenset[str]) -> bool:
    """True while nobody has decided it, or for a conflict: looked at it."""
    if item.about == "accusation":
        return reviews.of_claim(case, case.claims[item.a]) is None
    if item.about == "identity":
        return reviews.of_pair(case, item.places) is None
    return item.key not in looked
