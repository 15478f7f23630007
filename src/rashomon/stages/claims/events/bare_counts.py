"""Counts of the dead that a verb gives without a noun, behind words for the dead: "spoke of 52 dead, now counts 44"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model import parts
from rashomon.model.annotation import Token
from rashomon.stages.claims.events.lexicon import entries, is_a
from rashomon.stages.claims.view import SentenceView

_BY = ("to", "of")
_BACK = 3
_OPENS_WITH_TOLL = frozenset({"dead", "killed", "death", "toll", "die", "kill"})


def counts_bare(sentence: SentenceView, at: int) -> bool:
    """Whether a verb gives a bare count where the dead were counted just before, in its own sentence or the one before."""
    if not is_a(sentence.tokens[at].lemma.lower(), "gives_bare") or not any(bare_count(sentence, at)):
        return False
    if any(_is_of_victims(sentence, n) for n in bare_count(sentence, at)):
        return _tells_of_dead(sentence.tokens[:at]) or (
            sentence.before is not None and _tells_of_dead(sentence.before.tokens)
        )
    # "The dead are counted twice. The ministry counted four": who keeps count, counts those spoken of.
    keeps = is_a(sentence.tokens[at].lemma.lower(), "keeps_count")
    spoken_of = sentence.before.tokens if keeps and sentence.before is not None else ()
    return (
        any(t.lemma.lower() in _OPENS_WITH_TOLL for t in spoken_of)
        or _counts_dead(sentence, at)
        or _dead_before(sentence.before)
    )


def _dead_before(sentence: SentenceView | None, steps: int = _BACK) -> bool:
    """Whether a sentence counts or asks after the dead, or gives a bare count of those counted in the one before it."""
    if sentence is None or not steps:
        return False
    if _counts_dead(sentence, None):
        return True
    bare = any(
        is_a(t.lemma.lower(), "gives_bare") and any(bare_count(sentence, n)) for n, t in enumerate(sentence.tokens)
    )
    return bare and _dead_before(sentence.before, steps - 1)


def bare_count(sentence: SentenceView, at: int) -> Iterator[int]:
    """The number without a noun that a verb has as its object, or behind "to" and "of"."""
    frame = sentence.frame(at)
    if frame is None or frame.passive:
        return
    for n in (*frame.undergoers.fillers, *frame.oblique(*_BY)):
        for q in sentence.quantities:
            if (
                q.part is None
                and (q.number or 0) > 1
                and ((q.token == n and q.of is None) or (q.head == n and _is_of_victims(sentence, n)))
            ):
                yield n


def _is_of_victims(sentence: SentenceView, at: int) -> bool:
    return sentence.tokens[at].lemma.lower() == "victim"


def _counts_dead(sentence: SentenceView, end: int | None) -> bool:
    """Whether words for the dead have a figure beside them, before a token: "the murdered judge" counts nobody."""
    tokens = sentence.tokens[:end]
    return _tells_of_dead(tokens) and (
        any(q.token < len(tokens) for q in sentence.quantities) or _asks_how_many(tokens)
    )


def _tells_of_dead(tokens: Sequence[Token]) -> bool:
    return any(t.lemma.lower() in _OPENS_WITH_TOLL or _is_killing(t) for t in tokens)


def _asks_how_many(tokens: Sequence[Token]) -> bool:
    """ "How many of us died?", "nobody knows how many were killed"."""
    words = [t.text.lower() for t in tokens]
    return any(words[n : n + 2] == ["how", "many"] for n in range(len(words)))


def _is_killing(token: Token) -> bool:
    entry = entries().get((token.lemma.lower(), "V"))
    return entry is not None and entry.harm == "killed" and not token.is_a(parts.QUALIFYING)
