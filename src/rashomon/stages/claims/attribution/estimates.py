"""Figures that somebody gives without a word of saying: "the ministry put the toll at 31"."""

from __future__ import annotations

from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.sources import find_speaker
from rashomon.stages.claims.view import SentenceView

_COUNTS = frozenset({"toll", "number", "figure", "count", "total", "tally", "casualty", "loss", "damage", "estimate"})
GIVES = frozenset({"put", "place", "set", "revise", "raise", "lower"})
"""Verbs that give a figure to what is counted."""


def find_estimate(sentence: SentenceView, at: int) -> Found | None:
    """ "X put the number of dead at nine", "X revised the toll to 31": X gives the figure."""
    tokens = sentence.tokens
    if tokens[at].lemma not in GIVES or tokens[at].pos != "VERB":
        return None
    thing = sentence.child(at, "dobj")
    if thing is None or tokens[thing].lemma not in _COUNTS:
        return None
    given = next((n for n in sentence.kids(at, "prep") if tokens[n].lemma in ("at", "to") and n > thing), None)
    head, source = find_speaker(sentence, at)
    if given is None or head is None:
        return None
    content = [*sentence.subtree(thing), *sentence.subtree(given)]
    return Found(
        sentence.sentence.index,
        at,
        head,
        spans_of(sentence, source),
        spans_of(sentence, [at]),
        spans_of(sentence, content),
        "asserted",
    )
