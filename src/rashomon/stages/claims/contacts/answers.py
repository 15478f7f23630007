"""Calls and messages that answer one told just before: "X rang Y; Y rang back"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rashomon.model.claim import Party
from rashomon.stages.claims.draft import Draft

_NEAR = 300


def answered(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The drafts, each answer with whom it answers as its other side; an answer to nobody in particular is left out."""
    found: list[Draft] = []
    for draft in drafts:
        if draft.reader != "contact.back":
            found.append(draft)
            continue
        before = [d for d in found if 0 < draft.at - d.at < _NEAR and d.reader != "contact.back"]
        other = _other(draft.value.parties[0], before[-1].value.parties) if before else None
        if other is not None:
            parties = (*draft.value.parties, Party(other.text, "to", other.referent))
            found.append(replace(draft, value=replace(draft.value, parties=parties)))
    return tuple(found)


def _other(one: Party, sides: tuple[Party, ...]) -> Party | None:
    """Of two sides of a contact the one that is not he who answers; None where it is not plain that he is one of them."""
    two = [p for p in sides if p.role in ("from", "to", "with")]
    if len(two) != 2 or one.referent is None or one.referent not in {p.referent for p in two}:
        return None
    return next((p for p in two if p.referent != one.referent), None)
