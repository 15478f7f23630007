"""Planes, tanks and guns told of as doing what those who man them do: "Norse government warplanes bombed the town"."""

from __future__ import annotations

from rashomon.lexicon import words
from rashomon.lexicon.nouns import is_body_noun, is_nation
from rashomon.model import parts
from rashomon.stages.claims.view import SentenceView

_WHOSE = ("of", "from", "belonging")


def is_manned(sentence: SentenceView, at: int) -> bool:
    """Whether a plane or a tank stands at a token, with whose it is: a nation, an army, a body by name before or behind it."""
    if sentence.tokens[at].lemma.lower() not in words("en-manned.txt"):
        return False
    return bool(whose(sentence, at))


def whose(sentence: SentenceView, at: int) -> tuple[int, ...]:
    """Those whose it is: "Norse", "the army" of "army jets", "planes of the army"."""
    state = sentence.state(at)
    if state is None:
        return ()
    owner = () if state.possessor is None else (state.possessor,)
    found = (*owner, *state.named, *state.oblique(*_WHOSE))
    return tuple(n for n in found if _has_arms(sentence, n))


def _has_arms(sentence: SentenceView, at: int) -> bool:
    token, mention = sentence.tokens[at], sentence.mention_at(at)
    body = mention is not None and mention.type == "organization" and mention.head == at
    state = (
        mention is not None and mention.type == "place" and token.is_a(parts.NAME) and not token.is_a(parts.IN_PHRASE)
    )
    return is_nation(token) or is_body_noun(token) or body or (state and mention is not None and mention.form == "name")
