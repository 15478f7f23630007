"""The second reader of accusations: a small learned pointer beside the rules.

The rules read wordings that somebody wrote down; the next affair has others. The pointer weighs who stands in which place of
which frame, and what stands beside, with weights learned from labelled passages. It claims only where the weights are sure;
where they are half sure the sentence goes to a person. What is denied, who is nobody in particular, which
incident is meant are asked of its accusations as of the rules'. Where a rule has read somebody in a sentence, the rule holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.claim import ACCUSATIONS, ChainLink
from rashomon.model.tree import asked_once
from rashomon.stages.claims.accusations import accuse, sentences_read
from rashomon.stages.claims.accusations.accused import Accused, speaker_link
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.occasions import DEEDS, Occasions
from rashomon.stages.claims.pointer.classes import known_classes_of
from rashomon.stages.claims.pointer.features import Place, places
from rashomon.stages.claims.pointer.weighing import grade, guilt
from rashomon.stages.claims.rules.places import senses, standing
from rashomon.stages.claims.view import SentenceView, View

POINTER, VERSION = "pointer", "1"
SURE = 0.8
"""From here on it claims: of what it added to the rules on passages held out, nine in ten were right (docs/reading.md)."""
HALF_SURE = 0.25
"""From here on the sentence is listed as unread: six in ten of these accuse somebody whom no rule read."""

_CLEARING = frozenset({"innocent", "acquit", "acquittal-noun", "clear", "cleared"})
_DENYING = frozenset({"deny-deed", "deny-part"})
"""Classes of words that clear somebody, and by which somebody denies: where no rule has read of what, they accuse nobody."""


def find_pointed(view: View, told: Told) -> Iterator[Draft]:
    """Who is accused of what, as far as the weights are sure of it, in text order."""
    occasions = Occasions(told, DEEDS)
    for sentence in sentences_read(view):
        for place, sure in pointed(sentence):
            if sure >= SURE and not _is_cleared(place):
                at, who = place.frame.at, place.who
                links = _speakers(view, sentence, place)
                accused = Accused(grade(place.features), at, who, (at, who), "alleged" if links else None, None, links)
                yield from accuse(view, sentence, occasions, accused, "pointer")


def _is_cleared(place: Place) -> bool:
    """Whether a place is of a word that clears or denies, or whoever stands in it is cleared in the same sentence."""
    told = known_classes_of(place.frame.lemma.lower())
    cleared = (f"else={role}|frame:{c}" for role in ("subject", "undergoer") for c in _CLEARING)
    return any(f"frame:{c}" in told for c in _CLEARING | _DENYING) or not set(place.features).isdisjoint(cleared)


@asked_once
def pointed(sentence: SentenceView) -> tuple[tuple[Place, float], ...]:
    """Of everybody in a sentence the place that speaks loudest for an accusation, with how likely one is; from HALF_SURE on."""
    best: dict[int, tuple[Place, float]] = {}
    for place in places(sentence):
        sure = guilt(place.features)
        if sure >= HALF_SURE and (place.who not in best or sure > best[place.who][1]):
            best[place.who] = (place, sure)
    return tuple(best[who] for who in sorted(best))


def _speakers(view: View, sentence: SentenceView, place: Place) -> tuple[ChainLink, ...]:
    """Who accuses, where the lexicon knows which place of the frame is the speaker's: the union of "the union pins it on X"."""
    said = (
        n
        for frame, entry in senses(sentence, place.frame.at)
        if "speaker" in entry.roles and "accused" in entry.roles
        for n in standing(sentence, frame, entry, "speaker")
        if n != place.who
    )
    return tuple(
        speaker_link(sentence, n, r.id if (r := view.referent_at(sentence, n)) is not None else None)
        for n in list(said)[:1]
    )


def beside_rules(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without the pointer's accusations of whoever a rule accuses in the same sentence."""
    read = {key for d in drafts if d.property in ACCUSATIONS and d.by != POINTER for key in _whom(view, d)}
    return [d for d in drafts if d.by != POINTER or read.isdisjoint(_whom(view, d))]


def _whom(view: View, draft: Draft) -> set[tuple[int, str]]:
    """Who is accused, by referent and by words, and in which sentence."""
    sentence = view.sentence_at(draft.at)
    index = -1 if sentence is None else sentence.sentence.index
    return {(index, one) for one in (draft.value.referent, draft.value.text) if one}
