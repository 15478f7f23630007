"""What the timeline shows, worked out once a build: incidents by when they were, statements by when they were said,
reports by when they were published. The three times are never mixed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from rashomon.model.claim import ACCUSATIONS, Claim
from rashomon.model.link import Incident
from rashomon.present.desk.once import once_a_build
from rashomon.present.resolve import Resolved
from rashomon.present.words import PROPERTY, STANCE, chain_words, date_words, value_words
from rashomon.text.calendar import format_interval, parse_day

Lane = Literal["happened", "said", "published"]
LANES: dict[Lane, str] = {"happened": "When it was", "said": "When it was said", "published": "When it was reported"}
SAID = ACCUSATIONS | {"statement", "conviction", "contact", "killed", "injured"}


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing with its time: ISO days, both inclusive; `when` is the time in words, `who` and `where` entity ids."""

    id: str
    lane: Lane
    first: str
    last: str
    when: str
    title: str
    address: str
    kind: str
    disputed: bool
    who: frozenset[str]
    where: frozenset[str]
    outlets: frozenset[str]


@once_a_build
def happenings(case: Resolved) -> tuple[Happening, ...]:
    """Everything that has a time, in its order."""
    found = [*_incidents(case), *_statements(case), *_reports(case)]
    return tuple(sorted(found, key=lambda h: (h.first, h.last, h.lane, h.id)))


@once_a_build
def without_time(case: Resolved) -> int:
    """How many incidents have no date at all and are not drawn."""
    dates = (i.date for i in case.incidents.values())
    return sum(d is None or _ends((d.earliest, d.latest)) is None for d in dates)


def _ends(interval: tuple[str | None, str | None]) -> tuple[str, str] | None:
    """Both ends as days; an open end is drawn at the known one, and the words say that it is open."""
    first, last = parse_day(interval[0] or interval[1]), parse_day(interval[1] or interval[0])
    return (first.isoformat(), last.isoformat()) if first and last else None


def _incidents(case: Resolved) -> Iterator[Happening]:
    for incident in case.incidents.values():
        date = incident.date
        ends = _ends((date.earliest, date.latest)) if date else None
        if ends and date:
            claims = case.claims_of_incident.get(incident.id, [])
            yield Happening(
                incident.id, "happened", *ends, date_words(date), _title(case, incident), f"/incidents/{incident.id}",
                incident.type, date.disputed, _people(case, claims), frozenset(incident.places), _outlets(case, claims),
            )  # fmt: skip


def _title(case: Resolved, incident: Incident) -> str:
    entity = case.entities.get(incident.place or "")
    return f"{incident.title}, {entity.name}" if entity and entity.name not in incident.title else incident.title


def _people(case: Resolved, claims: Iterable[Claim]) -> frozenset[str]:
    found: set[str | None] = set()
    for claim in claims:
        found |= {case.entity(claim.subject.referent), case.entity(claim.value.referent)}
        found |= {case.entity(p.referent) for p in claim.value.parties}
    return frozenset(i for i in found if i)


def _outlets(case: Resolved, claims: Iterable[Claim]) -> frozenset[str]:
    return frozenset(p for c in claims if (p := case.documents[c.document].publisher))


def _statements(case: Resolved) -> Iterator[Happening]:
    for claim in case.claims.values():
        ends = _ends((claim.said_on.earliest, claim.said_on.latest)) if claim.said_on else None
        if ends is None or claim.property not in SAID or claim.repeats or not claim.said_on:
            continue
        incident = case.incidents.get(case.incident(claim.subject.occurrence) or "")
        said = (
            claim.quote if claim.property == "statement" else f"{PROPERTY[claim.property]}: {value_words(case, claim)}"
        )
        how = f" ({STANCE[claim.stance]})" if STANCE[claim.stance] else ""
        yield Happening(
            claim.id, "said", *ends, format_interval((claim.said_on.earliest, claim.said_on.latest)),
            f"{chain_words(case, claim.chain[-1:])}: {said[:160]}{how}", f"/claims/{claim.id}",
            incident.type if incident else claim.property, False,
            _people(case, [claim]) | frozenset(i for i in (case.entity(claim.chain[-1].referent),) if i),
            frozenset(incident.places) if incident else frozenset(), _outlets(case, [claim]),
        )  # fmt: skip


def _reports(case: Resolved) -> Iterator[Happening]:
    for account in case.accounts:
        document = account.document
        ends = _ends((document.published, document.published))
        if ends:
            kinds = {case.incident(o.id) for o in account.reading.occurrences}
            places = {p for i in kinds if i for p in case.incidents[i].places}
            yield Happening(
                document.id, "published", *ends, ends[0],
                f"{document.publisher or document.file}: {(document.title or document.file)[:140]}",
                f"/documents/{document.id}", document.kind, False, _people(case, account.reading.claims),
                frozenset(places), frozenset({document.publisher} if document.publisher else ()),
            )  # fmt: skip
