"""Why a finding stands: what was compared, each account of it, and how every two that were set against each other stand."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.claim import Claim
from rashomon.model.finding import Finding
from rashomon.present.resolve import Resolved
from rashomon.present.why.section import Section
from rashomon.present.words import KIND, PROPERTY, chain_words, day_words, incident_words, stance_words, value_words


def why_finding(case: Resolved, finding: Finding) -> tuple[Section, ...]:
    """The sections of a finding."""
    return (
        Section("finding", f"{KIND[finding.kind]} ({finding.id})", (finding.reason,)),
        Section("compared", "What was compared", tuple(_compared(case, finding))),
        Section("accounts", "The accounts, in order", tuple(_accounts(case, finding))),
        Section("pairs", "Set against each other", tuple(_pairs(case, finding))),
    )


def _compared(case: Resolved, finding: Finding) -> Iterator[str]:
    if finding.property:
        yield f"property: {PROPERTY.get(finding.property, finding.property)}"
    if finding.incident in case.incidents:
        yield f"incident: {incident_words(case, case.incidents[str(finding.incident)])} ({finding.incident})"
    if finding.entity in case.entities:
        yield f"of: {case.entities[str(finding.entity)].name} ({finding.entity})"
    if finding.tie:
        yield f"tied by {finding.tie}"
    yield f"{len(finding.claims)} claims of {len(finding.documents)} reports"


def _accounts(case: Resolved, finding: Finding) -> Iterator[str]:
    for claim in case.claims_of_finding(finding):
        yield _account(case, claim)
        yield f"  “{' '.join(claim.quote.split())}” ({claim.id})"


def _account(case: Resolved, claim: Claim) -> str:
    document = case.documents[claim.document]
    how = stance_words(claim)
    dated = f", as of {claim.value.as_of}" if claim.value.as_of else ""
    said = f", said on {claim.said_on.earliest}" if claim.said_on and claim.said_on.earliest else ""
    words = f"{value_words(case, claim)}{f' [{how}]' if how else ''}{dated}{said}"
    return f"{words}: {chain_words(case, claim.chain)} ({document.file}, {day_words(document.published)})"


def _pairs(case: Resolved, finding: Finding) -> Iterator[str]:
    for pair in finding.pairs:
        yield f"{KIND[pair.kind]}: {pair.reason}"
        sides = (", ".join(f"{_value(case, c)} ({c})" for c in side) for side in (pair.a, pair.b))
        yield f"  {' against '.join(sides)}"
    if not finding.pairs:
        yield "no two claims: the reason above is of all of them together"


def _value(case: Resolved, ident: str) -> str:
    return value_words(case, case.claims[ident]) if ident in case.claims else "a claim that is no longer there"
