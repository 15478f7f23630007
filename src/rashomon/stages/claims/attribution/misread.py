"""Verbs of speech that the tagger took for nouns: "Police allege X opened fire" read as one long name."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.claims.attribution.cues import verbs
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.view import SentenceView

NEVER_NOUNS = frozenset({"allege", "alleges", "says"})
_LEMMAS = {"allege": "allege", "alleges": "allege", "says": "say"}


def find_misread(sentence: SentenceView, at: int) -> Found | None:
    """The attribution of such a word: the noun phrase before it says what stands after it."""
    tokens = sentence.tokens
    first = at
    while first and tokens[first - 1].is_a(parts.NOMINAL):
        first -= 1
    rest = range(at + 1, len(tokens))
    if first == at or not any(tokens[n].is_a(parts.FINITE | parts.MODAL) for n in rest):
        return None
    content = spans_of(sentence, rest)
    if not content or not tokens[at - 1].is_a(parts.NOUN):
        return None
    cue = verbs()[_LEMMAS[tokens[at].text.lower()]]
    source, said = spans_of(sentence, range(first, at)), spans_of(sentence, [at])
    return Found(sentence.sentence.index, at, at - 1, source, said, content, cue.stance)
