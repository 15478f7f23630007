"""Counts of the dead that a verb gives without a noun, behind words for the dead: "spoke of 52 dead, now counts 44"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model import parts
from rashomon.model.annotation import Token
from rashomon.stages.claims.events.lexicon import entries, is_a
from rashomon.stages.claims.view import SentenceView

_BY = ("to", "of")
_OPENS_WITH_TOLL = frozenset({"dead", "killed", "death", "toll", "die", "kill"})


def counts_bare(sentence: SentenceView, at: int) -> bool:
    """Whether a verb gives a bare count where the dead were counted just before, in its own sentence or the one before."""
    if not is_a(sentence.tokens[at].lemma.lower(), "gives_bare") or not any(bare_count(sentence, at)):
        return False
    return _counts_dead(sentence, at) or (sentence.before is not None and _counts_dead(sentence.before, None))


def bare_count(sentence: SentenceView, at: int) -> Iterator[int]:
    """The number without a noun that a verb has as its object, or behind "to" and "of"."""
    frame = sentence.frame(at)
    if frame is None or frame.passive:
        return
    for n in (*frame.undergoers.fillers, *frame.oblique(*_BY)):
        if any(q.token == n and q.of is None and q.part is None and (q.number or 0) > 1 for q in sentence.quantities):
            yield n


def _counts_dead(sentence: SentenceView, end: int | None) -> bool:
    """Whether words for the dead have a figure beside them, before a token: "the murdered judge" counts nobody."""
    tokens = sentence.tokens[:end]
    dead = any(t.lemma.lower() in _OPENS_WITH_TOLL or _is_killing(t) for t in tokens)
    return dead and any(q.token < len(tokens) for q in sentence.quantities)


def _is_killing(token: Token) -> bool:
    entry = entries().get((token.lemma.lower(), "V"))
    return entry is not None and entry.harm == "killed" and not token.is_a(parts.QUALIFYING)
