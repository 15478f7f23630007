"""Whether a source vouches for what stands in an attribution's content."""

from __future__ import annotations

from rashomon.model.annotation import Token
from rashomon.model.claim import Attribution
from rashomon.stages.claims.attribution.cues import Cue, adjectives, nouns, verbs
from rashomon.stages.claims.view import View

_UNVOUCHED = ("judge", "will", "holder")


def vouches(view: View, one: Attribution) -> bool:
    """False for "condemned the attack" and "wants the bridge to open": who judges or wishes does not say it is so."""
    if one.direct or not one.cue:
        return True
    sentence = view.sentence_at(one.cue[0].start)
    if sentence is None:
        return True
    words = [t for t in sentence.tokens if any(c.start <= t.start < c.end for c in one.cue)]
    cues = [cue for t in words if (cue := _cue(t))]
    return not cues or cues[-1].group not in _UNVOUCHED


def _cue(token: Token) -> Cue | None:
    word = token.lemma.lower()
    if token.pos == "VERB":
        return verbs().get(word)
    if token.pos == "NOUN":
        return nouns().get(word)
    return adjectives().get(word) if token.pos == "ADJ" else None
