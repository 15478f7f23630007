"""Of which incident it is: the one that the proposal names, where the words near it do not tell of another."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.claim import Occurrence
from rashomon.model.span import Span
from rashomon.stages.claims.gate.objections import Objection, objection
from rashomon.stages.claims.gate.sought import Sought

_NEAR = 700
"""Characters before a claim within which its incident is told, where the document tells of several."""


def incident_of(sought: Sought) -> Occurrence | None:
    """The incident that the proposal names, as the program has it."""
    named = sought.proposal.incident
    if named is None:
        return None
    return next((o for o in sought.room.reading.occurrences if any(m.touches(named) for m in o.mentions)), None)


def check_incident(sought: Sought) -> Iterator[Objection]:
    """The incident is one of the document's, told near the words, and they tell of no other."""
    named = sought.proposal.incident
    if named is None or sought.quote is None:
        return
    one = incident_of(sought)
    if one is None:
        yield objection("incident_unknown", named.quote)
        return
    others = [o for o in sought.room.reading.occurrences if o.id != one.id]
    for span in (sought.carrying, sought.around):
        if _told(one, span):
            return
        if told := [o for o in others if _told(o, span)]:
            yield objection("incident_other", told[0].mentions[0].quote)
            return
    before = Span(max(0, sought.around.start - _NEAR), sought.around.end)
    if others and not _told(one, before):
        yield objection("incident_far", named.quote)


def _told(one: Occurrence, span: Span) -> bool:
    return any(span.touches(m) for m in one.mentions)
