"""What `link` gives: which referents are one entity, which occurrences one incident, and how that was decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.model.annotation import EntityType
from rashomon.model.claim import IncidentType, Property

Verdict = Literal["same", "different", "unsure", "accept", "reject", "grade"]


@dataclass(frozen=True, slots=True)
class Selector:
    """Where a person looked: an original's sha256 and a Web Annotation selector (quote and position) in its text."""

    sha256: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Target:
    """What a decision is about: one selector and a property (a claim, a proposal), two selectors (same / different), an outlet."""

    selectors: tuple[Selector, ...] = ()
    property: Property | None = None
    kind: Literal["entity", "incident", "claim", "outlet", "proposal"] = "entity"
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """By whom, when (ISO time, UTC) and why."""

    by: str
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What a person had before them when they decided, in words: of whom, what, how surely, on whose word, of what.

    `chain` are the names of a claim's chain, outermost first; `incident` the title of its incident. Of two that were
    held to be the same or not, `pair` holds how each was called, and all else is empty.
    """

    property: Property | None = None
    who: str | None = None
    value: str | None = None
    stance: str | None = None
    chain: tuple[str, ...] = ()
    incident: str | None = None
    pair: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the decision log. `grade` holds an Admiralty letter A to F for an outlet.

    `seen` is None in lines that were written before it was kept, and for an outlet.
    """

    id: str
    verdict: Verdict
    target: Target
    signed: Signed
    withdrawn: Signed | None = None
    grade: str | None = None
    seen: Seen | None = None


@dataclass(frozen=True, slots=True)
class Attached:
    """A decision laid on this build's records: `a` and `b` are local ids (referents, occurrences) or a claim id.

    `changed` says, a sentence a change, what is read otherwise now than it was when the person decided.
    """

    decision: Decision
    a: str | None
    b: str | None
    changed: tuple[str, ...] = ()

    @property
    def placed(self) -> bool:
        """Whether the words the person saw were found again."""
        return self.a is not None and (len(self.decision.target.selectors) < 2 or self.b is not None)

    @property
    def stale(self) -> bool:
        """Whether the words are there but are read otherwise now: it isn't applied, and is asked again."""
        return bool(self.changed)

    @property
    def found(self) -> bool:
        """Whether the decision can be applied: its words stand, and are read as the person saw them read."""
        return self.placed and not self.stale


@dataclass(frozen=True, slots=True)
class Match:
    """Two local referents or occurrences that were compared and were close, with the sentence that says why."""

    kind: Literal["entity", "incident"]
    a: str
    b: str
    verdict: Literal["same", "different", "disputed"]
    score: float
    reason: str
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body, place ... over the whole case: the local referents that are it."""

    id: str
    type: EntityType
    name: str
    referents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncidentDate:
    """Inclusive ISO dates; `disputed` where dated accounts exclude each other."""

    earliest: str | None
    latest: str | None
    disputed: bool


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident over the whole case: the local occurrences that are it. Places are entity ids, best first.

    `place` is the one that most roots give; None where none is given, or where equally many give places that differ.
    """

    id: str
    type: IncidentType
    title: str
    date: IncidentDate | None
    place: str | None
    places: tuple[str, ...]
    occurrences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """All that `link` gives."""

    entities: tuple[Entity, ...]
    incidents: tuple[Incident, ...]
    matches: tuple[Match, ...]
    contradictions: tuple[str, ...] = ()
