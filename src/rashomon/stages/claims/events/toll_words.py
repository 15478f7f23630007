"""Nouns that stand for a toll only with a number and the dead or the attackers beside them: "the figure of 43"."""

from __future__ import annotations

from rashomon.lexicon import word_set
from rashomon.stages.claims.events.persons import is_person
from rashomon.stages.claims.view import SentenceView

TOLL_WORDS = frozenset({"figure", "number", "losses", "count", "tally"})
"""The words, or their lemmas, one of which every toll word is."""


def is_toll_word(sentence: SentenceView, at: int) -> bool:
    """Whether a word that is no toll in itself is one where it stands: "the body count", "the figure of 43"."""
    named = sentence.lemmas[at] in ("figure", "number")
    return is_body_count(sentence, at) or (named and is_toll_figure(sentence, at)) or is_losses(sentence, at)


def is_losses(sentence: SentenceView, at: int) -> bool:
    """ "Put their own losses at 20 fighters", "gave its losses as eleven seamen": somebody's, in people."""
    tokens = sentence.tokens
    if tokens[at].text.lower() != "losses" or at + 2 >= len(tokens) or tokens[at + 1].text.lower() not in ("at", "as"):
        return False
    state = sentence.state(at)
    told = [q for q in sentence.quantities if sentence.token_at(q.start) == at + 2]
    return state is not None and state.possessor is not None and any(is_person(sentence, q.head) for q in told)


def is_body_count(sentence: SentenceView, at: int) -> bool:
    """ "The body count stands at 33", which the parser may take for a verb."""
    before = sentence.tokens[at - 1].lemma.lower() if at else ""
    return sentence.tokens[at].text.lower() in ("count", "tally") and before in ("body", "death", "casualty")


def is_toll_figure(sentence: SentenceView, at: int) -> bool:
    """ "The figure of 43, which the government has published, does not count the attackers"."""
    if sentence.tokens[at].pos != "NOUN" or sentence.child(at, "det", "poss") is None:
        return False
    numbers = [
        k
        for n in sentence.kids(at, "prep")
        if sentence.tokens[n].text.lower() == "of"
        for k in sentence.kids(n, "pobj")
    ]
    plain = any(
        sentence.tokens[n].pos == "NUM" and sentence.tokens[n].ent[2:] not in ("MONEY", "PERCENT") for n in numbers
    )
    return plain and any(t.lemma.lower() in word_set("toll_words.counted") for t in sentence.tokens)
