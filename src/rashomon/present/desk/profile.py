"""Somebody, or some body, as the reports have them: names, roles, contacts, numbers, what is said of and by them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.model.claim import Claim, Period
from rashomon.model.document import Document
from rashomon.model.link import Entity, Match
from rashomon.present.desk.marks import GRADES
from rashomon.present.desk.rosters import is_accused, written_names
from rashomon.present.replying import is_expert
from rashomon.present.resolve import Resolved
from rashomon.text.calendar import format_interval


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling and the reports that use it, earliest first."""

    name: str
    reports: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Grade:
    """One grade of accusation with its claims, those that name a source first; `denied` ones deny it."""

    property: str
    claims: tuple[Claim, ...]
    denied: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """All that the page of one person or body shows."""

    entity: Entity
    names: tuple[Name, ...]
    roles: tuple[Claim, ...]
    contacts: tuple[Claim, ...]
    phones: tuple[Claim, ...]
    whereabouts: tuple[Claim, ...]
    grades: tuple[Grade, ...]
    denials: tuple[Claim, ...]
    said: tuple[Claim, ...]
    other: tuple[Claim, ...]
    doubts: tuple[Match, ...]
    total: int


PARTS: dict[str, tuple[str, ...]] = {
    "roles": ("role", "affiliation"),
    "contacts": ("contact",),
    "phones": ("phone",),
    "whereabouts": ("whereabouts",),
}
MOST = 60
"""Claims of one kind that a page shows; the rest are a search away."""


def make_profile(case: Resolved, entity: Entity) -> Profile:
    """The profile of one entity; repeats within a report are left out."""
    claims = [c for c in case.claims_of_entity.get(entity.id, []) if c.repeats is None]
    said = [c for c in case.said_by_entity.get(entity.id, []) if c.repeats is None]
    against = [c for c in claims if is_accused(case, entity.id, c)]
    placed = {c.id for c in against}
    parts = {}
    for name, properties in PARTS.items():
        found = [c for c in claims if c.property in properties and c.id not in placed]
        parts[name] = tuple(sorted(found, key=when)[:MOST])
        placed.update(c.id for c in found)
    placed.update(c.id for c in said)
    other = [c for c in claims if c.id not in placed]
    doubts = [m for m in case.matches_of_entity.get(entity.id, ()) if m.verdict != "same" or m.decision]
    return Profile(
        entity, names_of(case, entity), **parts, grades=tuple(_grades(against)),
        denials=_dated(case, _denials(claims, said)), said=_dated(case, said)[:MOST],
        other=_dated(case, other)[:MOST], doubts=tuple(doubts[:20]), total=len(claims),
    )  # fmt: skip


def _denials(claims: Sequence[Claim], said: Sequence[Claim]) -> Iterable[Claim]:
    """What they deny themselves, and what others deny of them."""
    found = {c.id: c for c in (*said, *claims) if c.stance == "denied" and not is_expert(c)}
    return found.values()


def _dated(case: Resolved, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda c: (case.documents[c.document].published or "~", c.document, c.start)))


def when(claim: Claim) -> tuple[str, str, int]:
    """A sort key by the time a claim gives; one without comes last."""
    return claim.value.earliest or claim.value.latest or "~", claim.document, claim.start


def names_of(case: Resolved, entity: Entity) -> tuple[Name, ...]:
    """Every spelling, the one that most reports use first."""
    used: dict[str, set[str]] = {}
    for referent in entity.referents:
        for name in written_names(case, referent):
            used.setdefault(name, set()).add(case.referents[referent].document)
    names = [
        Name(name, tuple(sorted((case.documents[d] for d in ids), key=lambda d: (d.published or "~", d.file))))
        for name, ids in used.items()
    ]
    return tuple(sorted(names, key=lambda n: (-len(n.reports), n.name)))


def _grades(claims: Sequence[Claim]) -> Iterable[Grade]:
    for name in GRADES:
        of = [c for c in claims if c.property == name]
        of.sort(key=lambda c: (c.root is None, c.document, c.start))
        if of:
            yield Grade(name, tuple(c for c in of if c.stance != "denied")[:MOST],
                        tuple(c for c in of if c.stance == "denied")[:MOST])  # fmt: skip


def period_words(claim: Claim) -> str:
    """The time for which a claim holds, or that none is given: a number is never shown without it."""
    period = Period(claim.value.earliest, claim.value.latest)
    return format_interval((period.earliest, period.latest)) if period.earliest or period.latest else "period not given"
