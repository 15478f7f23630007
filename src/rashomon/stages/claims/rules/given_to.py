"""Whose a sentence is by the clause behind it: of "the life sentence that X received", "the nine years X was given" X."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.model.clause import Frame
from rashomon.stages.claims.view import SentenceView

_GETTING = frozenset({"receive", "get", "draw", "serve"})
_GIVING = frozenset({"give", "hand", "award"})


def given_to(sentence: SentenceView, frame: Frame) -> tuple[int, ...]:
    """Who got what a noun names, as the clause about it tells."""
    behind = [n for n in sentence.children[frame.at] if sentence.tokens[n].is_a(parts.RELATIVE_CLAUSE)]
    verbs = [f for n in behind if (f := sentence.frame(n)) is not None]
    got = [n for f in verbs if f.lemma in _GETTING and not f.passive for n in f.doers.fillers]
    given = [n for f in verbs if f.lemma in _GIVING for n in (*f.recipients.fillers, *f.subjects.fillers) if f.passive]
    return tuple(n for n in (*got, *given) if n != frame.at)
