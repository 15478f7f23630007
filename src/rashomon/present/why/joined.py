"""Why several tellings are one incident, and several mentions one person, body or place."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

from rashomon.model.link import Entity, Incident, Match
from rashomon.present.resolve import Resolved
from rashomon.present.why.section import Section
from rashomon.present.words import date_words, incident_words, is_disputed, value_words

_FORMS = {"name": "by name", "nominal": "described", "pronoun": "by pronoun"}


def why_incident(case: Resolved, incident: Incident) -> tuple[Section, ...]:
    """The sections of an incident."""
    told = tuple(line for ident in incident.occurrences for line in _occurrence(case, ident))
    return (
        Section("incident", f"{incident_words(case, incident)} ({incident.id})", (f"type: {incident.type}",)),
        Section("occurrences", "Told in", told),
        Section("matches", "Why these are one", tuple(match_lines(case, "incident", set(incident.occurrences)))),
        Section("date", "When", (date_words(incident.date), *_stated(case, incident, "date"))),
        Section("place", "Where", (*_place(case, incident), *_stated(case, incident, "place"))),
    )


def why_entity(case: Resolved, entity: Entity) -> tuple[Section, ...]:
    """The sections of a person, body, place ..."""
    told = tuple(line for ident in entity.referents for line in _referent(case, ident))
    aliases = tuple(line for ident in entity.referents for line in _aliases(case, ident))
    return (
        Section("entity", f"{entity.name} ({entity.id})", (f"type: {entity.type}",)),
        Section("referents", "Found in", told),
        Section(
            "matches", "Why these are one, and who is not", tuple(match_lines(case, "entity", set(entity.referents)))
        ),
        Section("aliases", "Second names", aliases or ("none that a report gives",)),
    )


def triggers(case: Resolved, occurrence: str) -> str:
    """The words by which a report tells of an incident, each once with how often."""
    words = [q.quote.lower() for q in case.occurrences[occurrence].mentions]
    return ", ".join(f"“{w}”" + (f" ×{n}" if (n := words.count(w)) > 1 else "") for w in dict.fromkeys(words))


def match_lines(case: Resolved, kind: Literal["entity", "incident"], local: Collection[str]) -> Iterator[str]:
    """What was compared and was close, for some local referents or occurrences: joined within first, then held apart."""
    found = [m for m in case.linked.matches if m.kind == kind and (m.a in local or m.b in local)]
    for match in sorted(found, key=lambda m: (m.verdict != "same", -m.score, m.a, m.b)):
        yield f"{match.verdict}, {match.score:.2f}: {_side(case, match.a)} and {_side(case, match.b)}: {_reason(match)}"
    if not found:
        yield (
            "told in one report only"
            if len(local) == 1
            else "no two of them were close enough to be compared by reasons"
        )


def _reason(match: Match) -> str:
    return match.reason + (f" (decision {match.decision})" if match.decision else "")


def _side(case: Resolved, local: str) -> str:
    if local in case.referents:
        referent = case.referents[local]
        return f"“{referent.name}” in {case.documents[referent.document].file}"
    if local in case.occurrences:
        occurrence = case.occurrences[local]
        return f"“{occurrence.mentions[0].quote}” in {case.documents[occurrence.document].file}"
    return local


def _occurrence(case: Resolved, ident: str) -> Iterator[str]:
    occurrence = case.occurrences[ident]
    yield f"{case.documents[occurrence.document].file}: {triggers(case, ident)} ({ident})"
    yield from (f"  “{j.telling.quote}” joined: {j.reason}" for j in occurrence.joined)


def _place(case: Resolved, incident: Incident) -> Iterator[str]:
    names = [case.entities[p].name for p in incident.places if p in case.entities]
    if incident.place in case.entities:
        yield case.entities[str(incident.place)].name
    elif is_disputed(incident):
        yield f"not agreed: {', '.join(names)}"
    else:
        yield "no place given"


def _stated(case: Resolved, incident: Incident, prop: str) -> Iterator[str]:
    for claim in case.claims_of_incident.get(incident.id, ()):
        if claim.property == prop:
            file = case.documents[claim.document].file
            yield f"  {value_words(case, claim)} [{claim.stance}]: “{claim.quote}” in {file} ({claim.id})"


def _referent(case: Resolved, ident: str) -> Iterator[str]:
    referent = case.referents[ident]
    mentions = [case.mentions[m][1] for m in referent.mentions if m in case.mentions]
    forms = [m.form for m in mentions]
    counts = ", ".join(f"{forms.count(form)} {words}" for form, words in _FORMS.items() if form in forms)
    names = dict.fromkeys(m.quote for m in mentions if m.form == "name")
    titles = f"; titles: {', '.join(referent.titles)}" if referent.titles else ""
    yield f"{case.documents[referent.document].file}: “{referent.name}”, mentioned {counts or 'nowhere'}{titles} ({ident})"
    if names:
        yield f"  written {', '.join(f'“{n}”' for n in names)}"


def _aliases(case: Resolved, ident: str) -> Iterator[str]:
    referent = case.referents[ident]
    for alias in referent.aliases:
        yield f"{alias.name}: “{alias.evidence.quote}” in {case.documents[referent.document].file}"
