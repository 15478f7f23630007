"""By which names a report's occurrences go: places, targets, the words before "attack", and who was killed there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from rashomon.model import parts
from rashomon.model.claim import Occurrence
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.view import SentenceView
from rashomon.text.fold import fold
from rashomon.text.places import contains

_NAME = re.compile(r"[^\W\d_][\w'’-]*")
_GIVES = frozenset({"place", "target"})
_DONE_TO = frozenset({"victim", "kidnapped"})
_SHORT = 3


class Called:
    """The names of each occurrence, and the referents of its places and of those to whom it was done."""

    def __init__(self, told: Told, kept: Sequence[Occurrence]) -> None:
        self._places: dict[str, set[str]] = defaultdict(set)
        self._people: dict[str, set[str]] = defaultdict(set)
        self._ids = frozenset(o.id for o in kept if not o.generic)
        for draft in told.drafts:
            ident = draft.subject.occurrence
            if ident not in self._ids or ident is None:
                continue
            if draft.property in _GIVES:
                self._places[ident] |= _names(draft.value.text or "")
            elif draft.property in _DONE_TO and draft.value.referent:
                self._people[ident].add(draft.value.referent)

    def by(self, sentence: SentenceView, at: int, among: Sequence[str]) -> str | None:
        """The one occurrence among some that has a name, or a victim, which stands in the phrase of a word; None where that is no one or several."""
        phrase = sentence.phrase(at)
        named = (m for m in sentence.mentions if m.form == "name" and m.head != at)
        people = {m.referent for m in named if phrase.start <= m.start < phrase.end and m.referent}
        hurt = [o for o in among if self._people[o] & people]
        if len(hurt) == 1:
            return hurt[0]
        names = self._said(sentence, at)
        found = [o for o in among if self._places[o] & names]
        return found[0] if len(found) == 1 else None

    def is_elsewhere(self, sentence: SentenceView, at: int, ident: str) -> bool:
        """ "the London bomber", in a report on an attack in Nairobi: a town that is none of its places, nor holds or lies in one."""
        phrase = sentence.phrase(at)
        towns = {
            m.quote
            for m in sentence.mentions
            if m.type == "place" and m.form == "name" and phrase.start <= m.start < phrase.end and m.end <= phrase.end
        }
        if not towns or not self._places[ident] or self._said(sentence, at) & self._places[ident]:
            return False
        return all(
            contains(town, place.title()) is False and contains(place.title(), town) is False
            for town in towns
            for place in self._places[ident]
        )

    def _said(self, sentence: SentenceView, at: int) -> set[str]:
        """The names in the phrase of a noun: "a Westgate terror suspect"; of a verb or an adjective the clause says too much."""
        if not sentence.tokens[at].is_a(parts.COMMON_NOUN | parts.NAME):
            return set()
        phrase = sentence.phrase(at)
        return _names(sentence.text[phrase.start : phrase.end])


def _names(text: str) -> set[str]:
    """The folded words of a stretch that are written like names."""
    found = (word.removesuffix("'s").removesuffix("’s") for word in _NAME.findall(text))
    return {fold(word) for word in found if word[:1].isupper() and len(word) > _SHORT}
