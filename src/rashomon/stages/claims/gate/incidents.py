"""Of which incident it is: the one that the proposal names, where the words near it do not tell of another."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon.operators import class_of
from rashomon.model.claim import Occurrence
from rashomon.model.span import Span
from rashomon.stages.claims.gate.objections import Objection, objection
from rashomon.stages.claims.gate.sought import Sought
from rashomon.stages.claims.view import SentenceView

_NEAR = 700
"""Characters before a claim within which its incident is told, where the document tells of several."""


def incident_of(sought: Sought) -> Occurrence | None:
    """The incident that the proposal names, as the program has it; where it names none, the one that its own words tell."""
    named = sought.proposal.incident
    if named is None:
        told = [o for o in sought.room.reading.occurrences if sought.quote is not None and _told(o, sought.quote)]
        return told[0] if len(told) == 1 and not told[0].generic and not sought.proposal.total else None
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


def check_bearing(sought: Sought) -> Iterator[Objection]:
    """A day or place of an incident hangs on the word that tells of it, or on a verb of which that is the subject."""
    prop, one = sought.proposal.property, incident_of(sought)
    if prop not in ("date", "place") or sought.value is None or not sought.room.view.document.claims_read:
        return
    if prop == "place" and not _is_place(sought, sought.value):
        yield objection("no_place", sought.proposal.value)
    if one is not None and not any(_bears(v, sought.value, one) for v in sought.room.sentences(sought.value)):
        yield objection("hangs_elsewhere", sought.proposal.value)


def _is_place(sought: Sought, span: Span) -> bool:
    held = [m for v in sought.room.sentences(span) for m in v.mentions if m.start < span.end and span.start < m.end]
    return any(m.type == "place" for m in held)


def _bears(sentence: SentenceView, span: Span, one: Occurrence) -> bool:
    tokens = sentence.tokens
    inside = {n for n, t in enumerate(tokens) if span.start <= t.start < span.end}
    words = {n for n, t in enumerate(tokens) if any(m.start <= t.start < m.end for m in one.mentions)}
    for top in (n for n in inside if tokens[n].head not in inside - {n}):
        for n in (top, *sentence.up(top)):
            if n in words:
                return True
            frame = sentence.frame(n)
            if frame is not None and n not in inside:
                told = {*frame.subjects.fillers, *frame.doers.fillers, *frame.undergoers.fillers}
                if not told & words or class_of(frame.lemma, "V") is not None:
                    break
                return True
    return False
