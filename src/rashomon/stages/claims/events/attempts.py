"""Attempts on somebody's life: "an assassination attempt", "the attempt on the mayor", "the attempt happened on 9 March"."""

from __future__ import annotations

from rashomon.lexicon.operators import class_of
from rashomon.model import parts
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.view import SentenceView

ATTEMPT = "attempt"
_ON_LIFE = frozenset({"assassination", "murder"})
_HAPPENS = frozenset({"happen", "occur"})


def is_on_life(sentence: SentenceView, at: int) -> bool:
    """Whether an attempt is one at killing somebody: by the noun before it, by whom it is on, or as what happened."""
    if not sentence.tokens[at].is_a(parts.COMMON_NOUN) or _is_only_meant(sentence, at):
        return False
    beside = (n for n in sentence.children[at] if sentence.tokens[n].is_a(parts.COMPOUNDING | parts.NOUN_MODIFIER))
    if any(sentence.tokens[n].lemma.lower() in _ON_LIFE for n in beside):
        return True
    state = sentence.state(at)
    on = () if state is None else state.oblique("on", "against")
    if any(is_human(sentence, n) or sentence.tokens[n].lemma.lower() == "life" for n in on):
        return True
    plain = state is not None and not state.infinitives and not on
    return plain and any(f.lemma in _HAPPENS and at in f.subjects.fillers for f in sentence.verbs)


def _is_only_meant(sentence: SentenceView, at: int) -> bool:
    """ "planned an attempt on the mayor", "the plot for an attempt": of none that was made."""
    over = [n for n in sentence.up(at) if n != at][:2]
    kinds = {cls for n in over for pos in "VN" if (cls := class_of(sentence.tokens[n].lemma.lower(), pos))}
    return not kinds.isdisjoint({"intend", "prevent", "wish", "fear", "imagine", "false"})
