"""Annotations -> claims: who says (attribution), what happened (events), how surely (stance), contacts, roles."""

from __future__ import annotations

from rashomon.model.annotation import Annotations
from rashomon.model.claim import Reading
from rashomon.model.document import Document
from rashomon.stages.claims.accusations import find_accusations
from rashomon.stages.claims.assemble import assemble
from rashomon.stages.claims.attribution import find_attributions
from rashomon.stages.claims.contacts import find_contacts
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.persons import find_person_facts
from rashomon.stages.claims.statements import find_statements
from rashomon.stages.claims.unread import find_unread
from rashomon.stages.claims.view import View


def read_claims(document: Document, annotations: Annotations) -> Reading:
    """All claims of one document; none where its language is not read for claims."""
    if not document.claims_read:
        return Reading(document.id, (), (), (), ())
    view = View(document, annotations)
    attributions = find_attributions(view)
    told = find_events(view)
    drafts = (
        *told.drafts,
        *find_accusations(view, told),
        *find_contacts(view, told),
        *find_person_facts(view, told),
        *find_statements(view, told, attributions),
    )
    claims = assemble(view, attributions, drafts)
    return Reading(document.id, attributions, told.occurrences, claims, find_unread(view, claims))
