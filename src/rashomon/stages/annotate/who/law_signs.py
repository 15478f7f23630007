"""What the law does to people only: whoever is arrested, sentenced or put in jail is no town and no body, whatever the name is."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon import words
from rashomon.model import parts
from rashomon.stages.annotate.who.body_signs import Weights
from rashomon.stages.annotate.who.chunks import Chunk
from rashomon.stages.annotate.who.lexicon import signs
from rashomon.stages.annotate.who.page import Line


def law_signs(chunk: Chunk, line: Line) -> Iterator[Weights]:
    """What a verb of the law over one standing of a name weighs."""
    token = line.tokens[chunk.last - 1]
    verb = line.tokens[token.head]
    if line.heading or not verb.is_a(parts.VERB):
        return
    undergoes = token.is_a(parts.UNDERGOING_SUBJECT | parts.OBJECT)
    taken = undergoes and verb.lemma in signs("law_takes")
    put = undergoes and verb.lemma in signs("law_puts") and _is_where_held(line, token.head)
    stays = token.is_a(parts.DOING_SUBJECT) and verb.lemma in signs("law_keeps") and _is_where_held(line, token.head)
    pleads = token.is_a(parts.DOING_SUBJECT) and verb.lemma in signs("law_hears") and _is_guilty(line, token.head)
    if taken or put or stays or pleads:
        yield 2.2, -1, -2


def _is_where_held(line: Line, verb: int) -> bool:
    """Of "was taken into custody", "is held in the county jail", "was held without bail", "is in custody"."""
    below = [n for n, t in enumerate(line.tokens) if t.head == verb and t.is_a(parts.PREPOSITION)]
    held = (line.tokens[n].lemma.lower() for p in below for n in _within(line, p))
    return any(lemma in words("en-custody.txt") | signs("bonds") for lemma in held)


def _within(line: Line, over: int) -> Iterator[int]:
    return (n for n, t in enumerate(line.tokens) if t.head == over and n != over)


def _is_guilty(line: Line, verb: int) -> bool:
    return any(line.words[n] == "guilty" for n in _within(line, verb))
