"""Who says it of himself avows it: "I shot the judge", "The Front said it carried out the raid"."""

from __future__ import annotations

from dataclasses import replace

from rashomon.stages.claims.draft import Draft

_DEEDS = frozenset({"perpetrator", "organizer"})
FIRST = frozenset({"i", "we"})


def avowed(draft: Draft, speaker: str | None) -> Draft | None:
    """The draft as its speaker's own, where the accused is who speaks; None for an "I" whom nobody says.

    A denial stays one of the deed: "I did not shoot the judge".
    """
    if draft.property not in _DEEDS:
        return draft
    first = draft.value.referent is None and (draft.value.text or "").lower() in FIRST
    if first and speaker is None:
        return None
    of_himself = first or (speaker is not None and draft.value.referent == speaker)
    value = replace(draft.value, referent=speaker) if first else draft.value
    if not of_himself:
        return draft
    return replace(draft, value=value, property=draft.property if draft.stance == "denied" else "responsibility")
