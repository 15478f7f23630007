"""Acts that the typed rules read, by the words that tell them: somebody is caught, sentenced, cleared, met.

They open an occurrence of their own where those words give it a day or a place, whatever the words are: "was hauled from his
bed on Thursday" is an arrest as much as "was arrested on Thursday".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.model.claim import IncidentType, Property
from rashomon.stages.claims.draft import Draft

_TYPES: dict[Property, IncidentType] = {
    "detained": "arrest", "conviction": "conviction", "acquittal": "hearing", "quashed": "hearing", "contact": "meeting",
}  # fmt: skip
_MEETINGS = frozenset({"meeting", "visit", "talks"})
_HAPPENED = frozenset({"asserted", "alleged", "undetermined", "unconfirmed"})
_STATES = frozenset(
    {"custody.detainee", "custody.the-arrested", "custody.suffered", "custody.noun", "custody.awaiting"}
)
"""Rules that tell what somebody is, not what was done."""


def acts_in(drafts: Iterable[Draft]) -> dict[int, IncidentType]:
    """The kind of act that each word tells of, by the word's offset."""
    return dict(_acts(drafts))


def _acts(drafts: Iterable[Draft]) -> Iterator[tuple[int, IncidentType]]:
    for draft in drafts:
        kind = _TYPES.get(draft.property)
        if kind is None or draft.stance not in _HAPPENED or draft.reader in _STATES:
            continue
        if kind != "meeting" or draft.value.kind in _MEETINGS:
            yield draft.at, kind
