"""People and bodies in the report: names, roles, contacts, numbers with their period, accusations and replies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.claim import Claim
from rashomon.model.link import Entity
from rashomon.present.accusing import GUARDED
from rashomon.present.replying import NONE_FOUND, is_expert
from rashomon.present.report.entries import Scribe, shorten
from rashomon.present.report.incidents import absent, graded
from rashomon.present.report.sheet import Asked, Line, Section
from rashomon.present.words import PROPERTY, stance_words, value_words
from rashomon.text.calendar import format_interval

SHOWN = ("role", "affiliation", "tie", "contact", "amount", "phone", "whereabouts", "detained", "released", "birth_date",
         "birth_place", "alias")  # fmt: skip
NO_REPLY = f"{NONE_FOUND} No request for comment is recorded."


def people_sections(scribe: Scribe, asked: Sequence[Asked]) -> Iterator[Section]:
    """One section a person or body of whom something is printed, by name."""
    sections = []
    for entity in sorted(scribe.case.entities.values(), key=lambda e: (e.type != "person", e.name)):
        if entity.type in ("person", "organization") and _is_named(scribe, entity):
            lines = tuple(_lines(scribe, entity, [a for a in asked if a.entity == entity.id]))
            if lines:
                sections.append(Section(entity.name, 2, lines=lines))
    withheld = sum(
        c.property in (*SHOWN, *GUARDED) for c in map(scribe.case.claims.__getitem__, scribe.reviewed.withheld)
    )
    yield Section("People and bodies", 1, absent(bool(sections), withheld))
    yield from sections


def _is_named(scribe: Scribe, entity: Entity) -> bool:
    return any(scribe.case.referents[r].named for r in entity.referents)


def _lines(scribe: Scribe, entity: Entity, asked: list[Asked]) -> Iterator[Line]:
    case = scribe.case
    claims = [c for c in case.claims_of_entity.get(entity.id, ()) if c.repeats is None]
    wanted = [c for c in claims if c.property in SHOWN and _is_about(scribe, c, entity)]
    wanted.sort(key=lambda c: (SHOWN.index(c.property), c.value.earliest or "~", c.document, c.start))
    facts = scribe.lines(wanted, lambda c: _fact(scribe, c))
    against = [c for c in claims if c.property in GUARDED and scribe.reviewed.accused(c) == entity.id]
    said = scribe.lines((c for c in against if c.stance != "denied"), lambda c: f"Accusation: {graded(scribe, c)}")
    own = [c for c in case.said_by_entity.get(entity.id, ()) if c.stance == "denied" and c.repeats is None]
    denied = [c for c in against if c.stance == "denied" and not is_expert(c)]
    denials = {c.id: c for c in [*denied, *own, *scribe.pleas(entity.id)]}
    replies = scribe.lines(denials.values(), lambda c: f"Reply: {_reply(scribe, c)}")
    grave = [*against, *(c for c in wanted if scribe.reviewed.is_grave(c))]
    stand = [c for c in grave if c.stance != "denied" and scribe.reviewed.printed(c)]
    replies += scribe.offers(stand, denials.values())
    if not (facts or said or replies or asked):
        return
    others = sorted({case.referents[r].name for r in entity.referents} - {entity.name})
    if others:
        yield Line(f"Also written: {', '.join(others)}")
    yield from (*facts, *said, *replies)
    yield from (Line(_request(a)) for a in asked)
    if stand and not replies and not asked:
        yield Line(NO_REPLY)


def _is_about(scribe: Scribe, claim: Claim, entity: Entity) -> bool:
    """Whether a claim tells of the entity itself: a role of its own, not one that somebody holds in it."""
    if claim.property in ("contact", "amount"):
        bodies = {scribe.case.entity(p.referent) for p in claim.value.parties}
        return entity.id in bodies or entity.id in scribe.reviewed.accusing.persons(claim)
    return scribe.case.entity(claim.subject.referent) == entity.id


def _fact(scribe: Scribe, claim: Claim) -> str:
    words = f"{PROPERTY[claim.property].capitalize()}: {shorten(value_words(scribe.case, claim))}"
    value, how = claim.value, stance_words(claim)
    if claim.property == "phone" and not (value.earliest or value.latest):
        words += ", period not given"
    elif claim.property in ("role", "affiliation") and (value.earliest or value.latest) and not value.text:
        words += f", {format_interval((value.earliest, value.latest))}"
    return words + (f" ({how})" if how else "") + scribe.word_of(claim) + scribe.reviewed.mark(claim)


def _reply(scribe: Scribe, claim: Claim) -> str:
    if claim.property in GUARDED:
        return graded(scribe, claim)
    how = "denies: " if claim.stance == "denied" else ""
    return f"{how}{shorten(claim.quote)} ({scribe.chain(claim)})"


def _request(asked: Asked) -> str:
    """A request for comment from the case's log."""
    answer = f"answered: {asked.answer}" if asked.answer else "no answer recorded"
    return f"Asked for comment on {asked.asked} by {asked.way}; {answer}."
