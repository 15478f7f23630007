"""Notes beside findings: which were looked at, what was remarked, and what is left of findings that are gone."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from rashomon.store.notes import Note, open_notes


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
