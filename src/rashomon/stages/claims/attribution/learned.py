"""What is learned or shown within somebody's words: it is that speaker's word, and adds no speaker to the chain."""

from __future__ import annotations

from rashomon.lexicon.frames import entries
from rashomon.lexicon.operators import class_of
from rashomon.model.claim import Attribution
from rashomon.stages.claims.attribution.cues import verbs
from rashomon.stages.claims.view import SentenceView, View


def brings_no_voice(view: View, one: Attribution) -> bool:
    """True for "after they learned that a cell was there, X said" and "the attacks on her only show that, X said"."""
    sentence = view.sentence_at(one.cue[-1].start) if one.cue else None
    if sentence is None:
        return False
    word = sentence.tokens[sentence.token_at(one.cue[-1].start)].lemma.lower()
    learned = not one.direct and class_of(word, "V") == "know"
    return learned or (word in verbs() and verbs()[word].group == "show" and _is_event(sentence, one))


def _is_event(sentence: SentenceView, one: Attribution) -> bool:
    """True for a source that names something that happened: no one who could say it."""
    inside = sentence.inside(*one.source)
    return any((sentence.tokens[n].lemma.lower(), "N") in entries() for n in inside)
