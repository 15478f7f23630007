"""Whether the words speak of what is claimed: of that matter, in that grade, and of no others that a figure may count."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.claim import COUNTS
from rashomon.stages.claims.gate.matter import makes, stems
from rashomon.stages.claims.gate.objections import Objection, objection
from rashomon.stages.claims.gate.sought import Sought

_BY_WORD = frozenset({"charge", "conviction", "acquittal", "quashed", "sanctioned", "responsibility"})
"""Grades that there are by the word only: nobody is convicted without one."""
_DONE = frozenset({"perpetrator", "organizer"})
"""Grades of a deed done."""


def check_topic(sought: Sought) -> Iterator[Objection]:
    """One of the words that a claim of this property needs stands in its sentence or the one before; a toll's in the quote."""
    prop = sought.proposal.property
    if prop in _DONE and sought.proposal.stance == "asserted" and makes(sought.said(sought.carrying), "guess"):
        yield objection("guess", prop)
    if not stems(prop) or sought.quote is None or not sought.room.view.document.claims_read:
        return
    if prop in COUNTS:
        yield from _counted(sought, sought.said(sought.carrying))
    elif not makes(_with_before(sought), prop):
        yield objection("grade" if prop in _BY_WORD else "topic", prop)


def _counted(sought: Sought, quote: str) -> Iterator[Objection]:
    if not makes(quote, sought.proposal.property):
        yield objection("topic", sought.proposal.property)
    if any(makes(quote, other) for other in COUNTS - {sought.proposal.property}):
        yield objection("other_count", quote)


def _with_before(sought: Sought) -> str:
    held = sought.sentences
    before = held[0].before if held else None
    return f"{sought.said(sought.around)} {before.text[before.sentence.start : before.sentence.end] if before else ''}"
