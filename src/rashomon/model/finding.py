"""What `weigh` gives: where accounts come from, agree, differ, depend on one another and break."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FindingKind = Literal[
    "agreement", "conflict", "update", "scope", "rounding", "inconsistency", "sum", "dependence", "drift", "clash",
    "gap",
]  # fmt: skip
Tie = Literal["citation", "root", "wording"]


@dataclass(frozen=True, slots=True)
class Origins:
    """On how many separately named roots an incident's claims rest, and how many claims record no root."""

    incident: str
    named: int
    not_recorded: int


@dataclass(frozen=True, slots=True)
class Pair:
    """How two accounts of one question stand to each other: the claims of either side, and why."""

    kind: FindingKind
    a: tuple[str, ...]
    b: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a comparison shows, in one sentence with the values, who gives them, and what can't be ruled out.

    One finding answers one question: its `pairs` say how those accounts stand that differ, its kind is the strongest
    of theirs. `tie` is set for a dependence only: one report cites the other, both go back to one root, or they share wording.
    """

    id: str
    kind: FindingKind
    incident: str | None
    entity: str | None
    property: str | None
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    reason: str
    tie: Tie | None = None
    pairs: tuple[Pair, ...] = ()

    def kinds_of(self, claim: str) -> frozenset[FindingKind]:
        """As what one of its claims stands in it: the kinds of the pairs that hold it, its own where it has no pairs."""
        if not self.pairs:
            return frozenset({self.kind} if claim in self.claims else ())
        return frozenset(pair.kind for pair in self.pairs if claim in pair.a or claim in pair.b)


@dataclass(frozen=True, slots=True)
class Beside:
    """A told call or message beside a file of telephone records: what the file has of it, its rows as claims, and why.

    "one side": rows of one side's number that day, with numbers of nobody's. "no row" contradicts nobody; its row, where it
    has one, is the nearest between the two.
    """

    claims: tuple[str, ...]
    document: str
    verdict: Literal["agrees", "other way", "one side", "no row", "outside"]
    rows: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """All that `weigh` gives."""

    origins: tuple[Origins, ...]
    findings: tuple[Finding, ...]
    beside: tuple[Beside, ...] = ()
