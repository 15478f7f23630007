"""What `claims` gives for one document: who says what of whom and of what, and how surely.

Subjects and values point at the document's own occurrences and referents; `link` says which incident and entity
those are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.model.annotation import Bound
from rashomon.model.span import Quote

IncidentType = Literal[
    "attack", "killing", "abduction", "arrest", "contact", "meeting", "hearing", "conviction", "payment",
    "movement", "election", "disaster", "other",
]  # fmt: skip
Property = Literal[
    "killed", "injured", "missing", "detained", "kidnapped", "date", "place", "perpetrator", "organizer", "suspect",
    "charge", "blame", "responsibility", "victim", "target", "weapon", "alias", "role", "affiliation", "birth_date",
    "birth_place", "phone", "contact", "whereabouts", "conviction", "wanted", "amount", "dated", "statement",
]  # fmt: skip
LinkKind = Literal[
    "outlet", "news_agency", "person", "organization", "official", "witness", "court", "document", "record",
    "anonymous",
]  # fmt: skip
Basis = Literal["record", "testimony", "indictment", "document", "official", "anonymous", "second_hand", "own"]
Stance = Literal["asserted", "alleged", "possible", "denied", "unconfirmed"]
ContactKind = Literal["call", "message", "meeting", "talks", "visit"]
PartyRole = Literal["from", "to", "with", "present", "asked_by", "about"]

COUNTS: frozenset[str] = frozenset({"killed", "injured", "missing", "detained", "kidnapped"})
ACCUSATIONS: frozenset[str] = frozenset({"perpetrator", "organizer", "suspect", "charge", "blame", "responsibility"})


@dataclass(frozen=True, slots=True)
class Period:
    """Inclusive ISO dates or times; None is open."""

    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One hand through which a claim came. `referent` is the local referent, where the link has one."""

    name: str
    kind: LinkKind
    referent: str | None = None
    cue: Quote | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A piece of reported speech or thought: who (source), the word that says so (cue), and what (content).

    `stance` is what the cue gives its content ("said" asserted, "alleged" alleged, "denied" denied ...). `kind`
    and `speaker` describe the source as a chain link; `parent` is the attribution whose content holds this one.
    """

    id: str
    document: str
    source: tuple[Quote, ...]
    cue: tuple[Quote, ...]
    content: tuple[Quote, ...]
    parent: str | None
    name: str
    kind: LinkKind
    speaker: str | None
    stance: Stance
    said_on: Period | None
    direct: bool


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One incident as one document tells it: every trigger word in it that speaks of that incident.

    The first mention is the one the incident is named by. `generic` marks a total over several incidents, or
    events in general, of which no single incident is made.
    """

    id: str
    document: str
    type: IncidentType
    mentions: tuple[Quote, ...]
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a contact, as the text has it."""

    text: str
    role: PartyRole
    referent: str | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """What is claimed; unset fields are None or empty. `referent` is a local referent id."""

    number: int | float | None = None
    bound: Bound | None = None
    of: str | None = None
    part: str | None = None
    includes: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    as_of: str | None = None
    earliest: str | None = None
    latest: str | None = None
    referent: str | None = None
    text: str | None = None
    currency: str | None = None
    kind: ContactKind | None = None
    parties: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """Of which occurrence and of whom a claim speaks; `total` for a figure over several incidents."""

    occurrence: str | None = None
    referent: str | None = None
    total: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of one property, on somebody's word, with the words that carry it.

    `corrects` is the claim that a person entered this one in place of; that one then counts as rejected.
    """

    id: str
    document: str
    start: int
    end: int
    quote: str
    subject: Subject
    property: Property
    value: Value
    chain: tuple[ChainLink, ...]
    root: int | None
    basis: Basis
    stance: Stance
    said_on: Period | None
    attribution: str | None
    repeats: str | None
    reader: str
    corrects: str | None = None


def is_worked_out(claim: Claim) -> bool:
    """Whether no word states a claim's value: a sum or difference of figures that the text gives."""
    return claim.reader.startswith("events.sums")


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence with a figure of victims, an accusation or a contact from which no claim was made."""

    document: str
    start: int
    end: int
    quote: str
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one document."""

    document: str
    attributions: tuple[Attribution, ...]
    occurrences: tuple[Occurrence, ...]
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]
