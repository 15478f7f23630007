"""Words that take up somebody spoken of before, other than "he" and "she": "they", "the firm", "both men".

"It" is left to the rules (`neuter.py`): learned the same way it was right four times in five, and told of things as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rashomon.model import parts
from rashomon.stages.annotate.who.cast import Actor, Standing
from rashomon.stages.annotate.who.page import Line

SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})


class Anaphor(NamedTuple):
    """Words that may take somebody up: where they stand; for a noun whom it describes, as far as the rules know."""

    line: int
    first: int
    last: int
    head: int
    described: Actor | None

    @property
    def kind(self) -> str:
        """What sort of words they are: "they", else by the noun "person.one", "person.several", "organization.one" ..."""
        if self.described is None:
            return "they"
        return f"{self.described.type}.{'several' if self.described.plural else 'one'}"


def nouns_that_may(lines: Sequence[Line], actors: Sequence[Actor]) -> Iterator[Anaphor]:
    """The first standing of everybody who is only described, where that is by a definite noun."""
    for actor in actors:
        if actor.named or not actor.standings or actor.type not in ("person", "organization"):
            continue
        s = min(actor.standings, key=lambda s: (s.line, s.first))
        if s.form == "nominal" and lines[s.line].words[s.first] in _DEFINITE:
            yield Anaphor(s.line, s.first, s.last, s.head, actor)


def pronouns_that_may(lines: Sequence[Line], settled: Sequence[Standing]) -> Iterator[Anaphor]:
    """Each "they" of a document, in text order, but those that are settled or stand for nobody by their place."""
    known = {(s.line, s.head) for s in settled}
    for number, line in enumerate(lines):
        for n, word in enumerate(line.words):
            token = line.tokens[n]
            stands = token.is_a(parts.PRONOUN | parts.DETERMINER) and not token.is_a(parts.EXPLETIVE)
            if word in SEVERAL and stands and (number, n) not in known:
                yield Anaphor(number, n, n + 1, n, None)
