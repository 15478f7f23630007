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
    "charge", "blame", "responsibility", "victim", "target", "weapon", "alias", "role", "affiliation", "tie",
    "birth_date", "birth_place", "death", "phone", "contact", "whereabouts", "wanted", "amount", "found", "dated",
    "released", "conviction", "acquittal", "quashed", "sanctioned", "statement",
]  # fmt: skip
LinkKind = Literal[
    "outlet", "news_agency", "person", "organization", "official", "witness", "court", "document", "record",
    "anonymous",
]  # fmt: skip
Basis = Literal["record", "testimony", "indictment", "document", "official", "anonymous", "second_hand", "own"]
Stance = Literal["asserted", "alleged", "possible", "denied", "unconfirmed", "undetermined"]
ContactKind = Literal["call", "message", "meeting", "talks", "visit"]
AmountKind = Literal["payment", "bribe", "reward", "ransom", "fine", "damages", "debt", "offer", "other"]
TieKind = Literal[
    "works_for", "directs", "protects", "pays", "supplies", "handles", "recruits", "hosts", "member",
]  # fmt: skip
OutcomeKind = Literal["custody", "bail", "for_good", "annulled", "pardoned", "commuted"]
"""How somebody was released ("for_good": freed without condition), or how a verdict was quashed."""
PenaltyKind = Literal["prison", "life", "death", "fine", "suspended", "other"]
PartyRole = Literal["from", "to", "with", "present", "asked_by", "about", "payer", "payee", "on_behalf_of"]

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
class Joined:
    """A later telling of an incident in the same document: its word, how well it fitted what was told before, and why."""

    telling: Quote
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One incident as one document tells it: every trigger word in it that speaks of that incident.

    The first mention is the one the incident is named by. `generic` marks a total over several incidents, or
    events in general, of which no single incident is made. `joined` says of each telling after the first why it is of
    this incident. `apart` are those occurrences of its document, told before it, from which much holds it apart.
    """

    id: str
    document: str
    type: IncidentType
    mentions: tuple[Quote, ...]
    generic: bool = False
    joined: tuple[Joined, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a contact, as the text has it."""

    text: str
    role: PartyRole
    referent: str | None = None


@dataclass(frozen=True, slots=True)
class Penalty:
    """What a court imposed: its words, the years where it is a term, and of which kind it is."""

    text: str
    kind: PenaltyKind
    years: int | float | None = None


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that governs a claim: a negation, doubt, condition, question, plan, order, cue of speech ...

    `cls` is the operator's class, "unknown" where the program does not know what the word does to what it governs.
    """

    start: int
    end: int
    quote: str
    cls: str


@dataclass(frozen=True, slots=True)
class ReadBy:
    """One reader that gave a claim: rules, a person, a model; its version, and which rule of it."""

    name: str
    version: str
    rule: str


@dataclass(frozen=True, slots=True)
class Value:
    """What is claimed; unset fields are None or empty. `referent` is a local referent id.

    `kind` is a ContactKind, AmountKind, TieKind or OutcomeKind, as the property goes. `penalty`, `in_absentia` and
    `final` belong to a conviction, `outcome` ("dropped") to a charge.
    """

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
    kind: ContactKind | AmountKind | TieKind | OutcomeKind | None = None
    parties: tuple[Party, ...] = ()
    penalty: Penalty | None = None
    in_absentia: bool | None = None
    final: bool | None = None
    outcome: str | None = None


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
    governors: tuple[Governor, ...] = ()
    readers: tuple[ReadBy, ...] = ()


AGED = "aged "
"""How the text of a birth date begins that is reckoned from an age."""


def is_age(claim: Claim) -> bool:
    """Whether a birth date is reckoned from an age and the day of its report."""
    return claim.property == "birth_date" and (claim.value.text or "").startswith(AGED)


def is_worked_out(claim: Claim) -> bool:
    """Whether no word states a claim's value: a sum or difference of figures that the text gives."""
    return {r.rule for r in claim.readers} == {"events.sums"}


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence that speaks of victims, custody, guilt, contact or money of somebody, of which something gave no claim.

    `score` ranks the list, from 0 to 1, highest first; None where none is given.
    """

    document: str
    start: int
    end: int
    quote: str
    why: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one document."""

    document: str
    attributions: tuple[Attribution, ...]
    occurrences: tuple[Occurrence, ...]
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]
