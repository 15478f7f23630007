"""Whether a source vouches for what stands in an attribution's content."""

from __future__ import annotations

from rashomon.model.claim import Attribution
from rashomon.stages.claims.attribution.cues import verbs
from rashomon.stages.claims.view import View


def vouches(view: View, one: Attribution) -> bool:
    """False for "condemned the attack" and "wants the bridge to open": who judges or wishes does not say it is so."""
    if one.direct or not one.cue:
        return True
    sentence = view.sentence_at(one.cue[0].start)
    if sentence is None:
        return True
    words = (t for t in sentence.tokens if any(c.start <= t.start < c.end for c in one.cue))
    cues = [cue for t in words if t.pos == "VERB" and (cue := verbs().get(t.lemma.lower()))]
    return not cues or cues[0].group not in ("judge", "will")
