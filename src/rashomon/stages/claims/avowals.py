"""Who says it of himself avows it: "I shot the judge", "The Front said it carried out the raid"."""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.model.span import Quote
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.view import View

_DEALINGS = frozenset({"contact", "amount"})
_SELF = frozenset({"i", "me", "my", "we", "us", "our"})
_DEEDS = frozenset({"perpetrator", "organizer"})
FIRST = frozenset({"i", "we"})
_MINE = re.compile(
    r"\bI (?:then |also |always |only )?(?:used|use|kept) (?:(?:a|the|this|that) )?(?:(?:mobile|cell|phone|telephone|number|numbers|line) )*$"
    r"|\b[Mm]y (?:own |mobile |cell |phone |telephone )*(?:number|telephone|phone|mobile|line) (?:then |always )?(?:was|is) $"
)
"""Read up to where the number begins."""


def in_person(draft: Draft, speaker: str | None) -> Draft | None:
    """A contact or a payment with its "I" or "we" as whoever says so; None where nobody does: it is the writer's own talk.

    Whoever is one of the sides already stays that one alone: of "X rang us" told by a third "us" stays open.
    """
    if draft.property not in _DEALINGS:
        return draft
    own = [
        p for p in draft.value.parties if p.text.lower().split()[0] in _SELF and (p.referent is None or " " in p.text)
    ]
    if not own:
        return draft
    if speaker is None:
        return None
    if any(p.referent == speaker for p in draft.value.parties):
        return draft
    parties = tuple(
        replace(p, referent=speaker) if p is own[0] and " " not in p.text else p for p in draft.value.parties
    )
    subject = draft.subject if draft.subject.referent else replace(draft.subject, referent=speaker)
    return replace(draft, value=replace(draft.value, parties=parties), subject=subject)


def own_number(view: View, draft: Draft, speaker: str | None) -> Draft:
    """Of "I used NUMBER", "my number was NUMBER" the number of whoever says so; as it was where the words give it to somebody, or nobody speaks."""
    sentence = view.sentence_at(draft.at)
    if draft.subject.referent or speaker is None or sentence is None:
        return draft
    found = _MINE.search(view.text, sentence.sentence.start, draft.at)
    if found is None:
        return draft
    quote = Quote.cut(view.text, found.start(), draft.quote.end)
    return replace(draft, quote=quote, subject=replace(draft.subject, referent=speaker))


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
