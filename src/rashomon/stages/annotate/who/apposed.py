"""What a noun phrase behind a name says that it is: "X, a translator", "X, the armed group"."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.annotate.who.lexicon import bodies, person_nouns, signs
from rashomon.stages.annotate.who.page import Line


def role_follows(line: Line, n: int) -> bool:
    """Whether a noun phrase from token `n` on has a person noun for its head."""
    for at in range(n, min(n + 6, len(line.tokens))):
        token = line.tokens[at]
        if token.is_a(parts.NOUN) and token.is_a(
            parts.DOING_SUBJECT | parts.JOINED | parts.APPOSITION | parts.PREDICATE_NOUN
        ):
            return token.lemma.lower() in person_nouns()
        if token.is_a(parts.MAIN_VERB | parts.PREPOSITION | parts.MARK):
            return False
    return False


def body_follows(line: Line, n: int) -> bool:
    """Whether a noun phrase from token `n` on has a body for its head: "X, a daily close to", "X, the armed group"."""
    for at in range(n, min(n + 6, len(line.tokens))):
        token = line.tokens[at]
        if token.is_a(parts.COMMON_NOUN) and token.is_a(parts.JOINED | parts.APPOSITION | parts.PREDICATE_NOUN):
            return token.is_a(parts.SINGULAR_NOUN) and (
                token.lemma.lower() in signs("press_bodies") or token.lemma in bodies()
            )
        if token.is_a(parts.MAIN_VERB | parts.PREPOSITION | parts.MARK):
            return False
    return False
