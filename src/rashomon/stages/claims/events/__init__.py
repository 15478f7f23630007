"""What happened: occurrences, and their counts, dates, places, victims, targets and weapons.

A sentence's trigger words (`triggers`) with the figures (`counts`), dates and places (`when_where`) that syntax gives
them make tellings (`tellings`); tellings of one incident make an occurrence (`occurrences`); what stands of its
figures is settled last (`settle`).
"""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.model.claim import IncidentType
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.events.acted import is_bare_act, is_only_denied, with_acts
from rashomon.stages.claims.events.drafts import make_drafts, make_occurrence, told_apart
from rashomon.stages.claims.events.occurrences import group_tellings, is_incident
from rashomon.stages.claims.events.tellings import tell
from rashomon.stages.claims.events.told import triggers_told
from rashomon.stages.claims.events.triggers import find_triggers
from rashomon.stages.claims.view import View

__all__ = ["find_events"]

_NO_ACTS: Mapping[int, IncidentType] = {}


def find_events(view: View, acts: Mapping[int, IncidentType] = _NO_ACTS) -> Told:
    """The document's occurrences and the drafts of what is said of them; `acts` are words that other rules found to tell of one."""
    found = with_acts(view, triggers_told(find_triggers(view)), acts)
    tellings = [t for at, own in enumerate(found) for t in tell(view.sentences, at, own) if not is_only_denied(t)]
    groups = [g for g in group_tellings(view, tellings) if is_incident(g) and not all(map(is_bare_act, g))]
    occurrences = told_apart(groups, [make_occurrence(view, group) for group in groups])
    drafts = [d for group, o in zip(groups, occurrences, strict=True) for d in make_drafts(view, group, o)]
    return Told(tuple(occurrences), tuple(sorted(drafts, key=lambda d: (d.quote.start, d.quote.end, d.property))))
