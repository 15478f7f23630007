"""What happened: occurrences, and their counts, dates, places, victims, targets and weapons."""

from __future__ import annotations

from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.view import View


def find_events(view: View) -> Told:
    """The document's occurrences and the drafts of what is said of them."""
    return Told((), ())
