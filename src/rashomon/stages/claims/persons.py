"""Roles, affiliations, aliases, births, phones, whereabouts, convictions, wanted notices, payments, dated papers."""

from __future__ import annotations

from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.view import View


def find_person_facts(view: View, told: Told) -> tuple[Draft, ...]:
    """The drafts of this kind in the document, in text order."""
    return ()
