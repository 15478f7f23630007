"""When: time expressions as intervals with TIMEX3 values (placeholder until the grammar lands; the times room owns this)."""

from __future__ import annotations

from rashomon.model.annotation import Sentence, TimeRef
from rashomon.model.document import Document


def find_times(document: Document, sentences: tuple[Sentence, ...]) -> tuple[TimeRef, ...]:
    """The time expressions of a document, in text order."""
    return ()
