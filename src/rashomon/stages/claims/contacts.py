"""Who was in contact with whom, by which channel, at whose request, in whose presence, about whom."""

from __future__ import annotations

from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.view import View


def find_contacts(view: View, told: Told) -> tuple[Draft, ...]:
    """The drafts of this kind in the document, in text order."""
    return ()
