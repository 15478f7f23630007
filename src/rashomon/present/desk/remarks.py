"""What people wrote beside the evidence: notes on findings, and who was asked for comment."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from rashomon.present.resolve import Resolved
from rashomon.store.notes import Note, open_notes
from rashomon.store.replies import Reply, open_replies


def notes_by_finding(case: Path) -> dict[str, list[Note]]:
    """The standing notes by finding id, oldest first."""
    found: dict[str, list[Note]] = defaultdict(list)
    for note in open_notes(case).read():
        if not note.withdrawn:
            found[note.finding].append(note)
    return found


def looked_at(notes: dict[str, list[Note]]) -> frozenset[str]:
    """The findings that somebody marked as looked at."""
    return frozenset(ident for ident, of in notes.items() if any(n.looked for n in of))


def replies_of(folder: Path, case: Resolved, entity: str) -> list[Reply]:
    """The standing requests for comment to somebody, by the mention that each was written for, in their order."""
    found = []
    for reply in open_replies(folder).read():
        referent = case.referent_at.get((reply.who.sha256, reply.who.start))
        if not reply.withdrawn and case.entity(referent) == entity:
            found.append(reply)
    return sorted(found, key=lambda r: (r.asked, r.signed.at))
