"""Whoever is only described: the man responsible, the families involved, a suspect handed over; tests by name."""

from __future__ import annotations

from rashomon.lexicon import word_set
from rashomon.model import parts
from rashomon.stages.claims.rules.deed_fits import Test
from rashomon.stages.claims.view import SentenceView


def _lemma(sentence: SentenceView, at: int) -> str:
    return sentence.tokens[at].lemma.lower()


def _is_whoever_did(sentence: SentenceView, at: int) -> bool:
    """Of "the man responsible", "those who were responsible": nobody who answers for others, but who did it."""
    noun = sentence.tokens[at].head
    if sentence.tokens[noun].is_a(parts.VERB):
        clause, noun = noun, sentence.tokens[noun].head
        if not sentence.tokens[clause].is_a(parts.RELATIVE_CLAUSE):
            return False
    return noun < at and _lemma(sentence, noun) in word_set("described.doers")


def _is_before_law(sentence: SentenceView, at: int) -> bool:
    """Somebody wanted, accused or charged."""
    below = {sentence.tokens[n].text.lower() for n in sentence.subtree(at)}
    return not below.isdisjoint(word_set("described.sought"))


DESCRIBED: dict[str, Test] = {
    "whoever-did": _is_whoever_did,
    "before-law": _is_before_law,
    "stricken": lambda sentence, at: _lemma(sentence, at) in word_set("described.stricken"),
    "mishap": lambda sentence, at: _lemma(sentence, at) in word_set("described.mishaps"),
}
