"""Who says what: reported speech and thought."""

from __future__ import annotations

from rashomon.model.claim import Attribution
from rashomon.stages.claims.view import View


def find_attributions(view: View) -> tuple[Attribution, ...]:
    """Every piece of reported speech or thought in the document, in text order."""
    return ()
