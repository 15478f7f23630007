"""What a person needs to see to tell whether two are one: their words in their paragraphs, what is said of each."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.span import Quote
from rashomon.present.desk.places import around
from rashomon.present.resolve import Resolved
from rashomon.present.words import incident_words

TELLING = ("alias", "role", "affiliation", "birth_date", "birth_place", "date", "place", "killed", "phone")
"""Properties that tell two of a name, or two incidents, apart."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One of two: its name, its page, its report, where its words stand, and telling claims of that report."""

    name: str
    address: str
    document: Document
    places: tuple[tuple[str, str, str, int], ...]
    titles: tuple[str, ...]
    claims: tuple[Claim, ...]


def pair_evidence(case: Resolved, a: str, b: str) -> tuple[Evidence, Evidence]:
    """Both sides: two local referents, or two local occurrences."""
    if a in case.referents:
        return _referent(case, a), _referent(case, b)
    return _occurrence(case, a), _occurrence(case, b)


def _referent(case: Resolved, ident: str) -> Evidence:
    referent = case.referents[ident]
    document = case.documents[referent.document]
    mentions = [case.mentions[m][1] for m in referent.mentions if m in case.mentions]
    quotes = [Quote(m.start, m.end, m.quote) for m in mentions if m.form != "pronoun"]
    entity = case.entity(ident) or ""
    claims = [c for c in case.claims_of_entity.get(entity, ()) if c.subject.referent == ident and c.property in TELLING]
    return Evidence(referent.name, f"/people/{entity}", document, _places(document, quotes), referent.titles,
                    tuple(claims[:8]))  # fmt: skip


def _occurrence(case: Resolved, ident: str) -> Evidence:
    occurrence = case.occurrences[ident]
    document = case.documents[occurrence.document]
    incident = case.incident(ident)
    claims = [
        c for c in case.claims_of_incident.get(incident or "", ())
        if c.subject.occurrence == ident and c.property in TELLING
    ]  # fmt: skip
    name = incident_words(case, case.incidents[incident]) if incident else occurrence.mentions[0].quote
    address = f"/incidents/{incident}" if incident else f"/documents/{document.id}"
    return Evidence(name, address, document, _places(document, list(occurrence.mentions)), (), tuple(claims[:8]))


def _places(document: Document, quotes: list[Quote]) -> tuple[tuple[str, str, str, int], ...]:
    """The first places in different paragraphs."""
    found: list[tuple[str, str, str, int]] = []
    last: int | None = None
    for quote in quotes:
        line = document.text.rfind("\n", 0, quote.start)
        if line != last and len(found) < 3:
            before, after = around(document.text, quote.start, quote.end)
            found.append((before, quote.quote, after, quote.start))
            last = line
    return tuple(found)
