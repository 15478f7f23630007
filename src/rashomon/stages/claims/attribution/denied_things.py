"""What stands before the word that denies it: "a charge rejected by the envoy", "a death which the group denies"."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.claims.view import SentenceView


def denied_before(sentence: SentenceView, at: int) -> set[int]:
    """The noun phrase that a participle or a relative clause denies; empty where it is no such."""
    token, noun = sentence.tokens[at], sentence.tokens[at].head
    by = token.is_a(parts.NOUN_CLAUSE | parts.PARTICIPLE) and sentence.first(at, parts.BY_PHRASE) is not None
    thing = sentence.object_of(at)
    which = token.is_a(parts.RELATIVE_CLAUSE) and thing is not None and sentence.tokens[thing].is_a(parts.RELATIVE)
    if not (by or which) or noun >= at or not sentence.tokens[noun].is_a(parts.COMMON_NOUN):
        return set()
    clause = set(sentence.subtree(at))
    return {n for n in sentence.subtree(noun) if n < at} - clause
