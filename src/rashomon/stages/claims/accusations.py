"""Who is accused, in the contract's grades: did it, organised it, suspected, charged, blamed, claims it."""

from __future__ import annotations

from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.view import View


def find_accusations(view: View, told: Told) -> tuple[Draft, ...]:
    """The drafts of this kind in the document, in text order."""
    return ()
