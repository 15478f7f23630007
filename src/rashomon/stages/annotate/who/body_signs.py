"""What speaks for a body beside a name, and what for nobody's: "the X", "fighters of X", "the weekly X", "X, which"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model import parts
from rashomon.stages.annotate.who.chunks import Chunk
from rashomon.stages.annotate.who.lexicon import signs
from rashomon.stages.annotate.who.page import Line
from rashomon.stages.annotate.who.plurals import names_many

Weights = tuple[float, float, float]
"""For a person, a body, a place."""


def body_signs(chunk: Chunk, line: Line) -> Iterator[Weights]:
    """What each sign around one standing of a name weighs."""
    w, last = line.words, line.tokens[chunk.last - 1]
    before = w[chunk.first - 1] if chunk.first else ""
    after = w[chunk.last] if chunk.last < len(w) else ""
    if "&" in (before, after):
        yield -2, 2, 0
    if after in signs("spokes"):
        yield -0.5, 1.5, 0
    if before == "the" and not line.heading:
        yield -1.5, 0.8, 0
        if names_many(line, chunk.first, chunk.last):
            yield -1, 1.5, 0
    if after and last.is_a(parts.COMPOUNDING) and line.tokens[chunk.last].lemma.lower() in signs("fighters"):
        yield -0.5, 1.2, 0
    if before in ("of", "from") and chunk.first > 1 and w[chunk.first - 2] in signs("of_a_body"):
        yield -1.5, 1.5 if before == "of" else 0, 0  # gunmen come from towns, too
    if before in signs("outlets") and not line.capital[chunk.first - 1] and _is_the(line, chunk.first - 2):
        yield -2, 3, -1
    # Of "the letters between A and B, which" it is the letters.
    if (after, *w[chunk.last + 1 : chunk.last + 2]) == (",", "which") and not last.is_a(parts.JOINED | parts.IN_PHRASE):
        yield -2, 0.8, 0.5


def _is_the(line: Line, n: int) -> bool:
    """ "the weekly X", "the news website X"; "its weekly X", "a daily X" is no outlet of that name."""
    return n < 0 or line.words[n] == "the" or line.tokens[n].is_a(parts.NOUN)
