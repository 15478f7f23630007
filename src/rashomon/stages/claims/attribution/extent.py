"""How far a cue reaches: the verb with its auxiliaries, negation, adverbs and particle, always one unbroken stretch."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.claims.view import SentenceView

ASPECTUAL = frozenset({"go", "continue", "begin", "start", "proceed", "appear", "seem", "come", "use"})
_WITH_CUE = parts.NEGATION | parts.VERB_PARTICLE | parts.ADVERBIAL | parts.ADVERBIAL_NOUN
_BETWEEN = parts.HELPER | parts.ADJECTIVE | parts.ADVERB | parts.DETERMINER | parts.PARTICLE


def cue_tokens(sentence: SentenceView, at: int, content: set[int], brought: list[int]) -> list[int]:
    """The cue's words: the verb, what stands with it, the verb that it goes on from, and what brings the content."""
    tokens = sentence.tokens
    first = _opening(sentence, at)
    found = {*range(first, at + 1), *(n for n in brought if n not in content)}
    kids = set(sentence.children[at])
    last = at
    while last + 1 in kids and last + 1 not in content and tokens[last + 1].is_a(_WITH_CUE):
        if tokens[last + 1].is_a(parts.ADVERBIAL_NOUN) and tokens[last + 1].ent.endswith(("DATE", "TIME")):
            break
        last += 1
    found.update(range(at, last + 1))
    if last + 1 < len(tokens) and tokens[last + 1].text == ":":
        found.add(last + 1)
    return _unbroken(sentence, at, found, content)


def _opening(sentence: SentenceView, at: int) -> int:
    """The first of the auxiliaries and adverbs before a verb; "went on to" before an infinitive counts with it."""
    kids = set(sentence.children[at])
    first = at
    while first - 1 in kids and sentence.tokens[first - 1].is_a(parts.ANY_HELPING | parts.NEGATION | parts.ADVERBIAL):
        first -= 1
    above = sentence.tokens[at].head
    goes_on = (
        sentence.tokens[at].is_a(parts.OPEN_CLAUSE | parts.ADVERBIAL_CLAUSE)
        and sentence.tokens[above].lemma.lower() in ASPECTUAL
    )
    if (
        goes_on
        and above < first
        and all(
            sentence.tokens[n].is_a(parts.ADVERB | parts.PREPOSITION | parts.PARTICLE) for n in range(above + 1, first)
        )
    ):
        return _opening(sentence, above)
    return first


def _unbroken(sentence: SentenceView, at: int, found: set[int], content: set[int]) -> list[int]:
    """The stretch around the verb: gaps of small words are filled, what stands beyond a real gap is left out."""
    first = last = at
    for n in sorted((n for n in found if n < at), reverse=True):
        if all(_is_small(sentence, k, content) for k in range(n + 1, first)):
            first = n
    for n in sorted(n for n in found if n > at):
        if all(_is_small(sentence, k, content) for k in range(last + 1, n)):
            last = n
    return list(range(first, last + 1))


def _is_small(sentence: SentenceView, n: int, content: set[int]) -> bool:
    return n not in content and sentence.tokens[n].is_a(_BETWEEN)
