"""Whether the clause around an expression looks back or ahead."""

from __future__ import annotations

from rashomon.model.annotation import Token
from rashomon.stages.annotate.times.context import Tense

_AHEAD = frozenset({"will", "shall", "ll", "'ll", "’ll", "wo"})
_PLANS = frozenset(
    {
        "schedule",
        "expect",
        "plan",
        "set",
        "due",
        "intend",
        "hope",
        "prepare",
        "want",
        "slate",
        "go",
        "agree",
        "vow",
    }
)


def tense_at(tokens: tuple[Token, ...], at: int) -> Tense | None:
    """The tense of the nearest verb above a token: past, future, or None where it tells neither."""
    seen = 0
    while seen < 12:
        token = tokens[at]
        if token.pos in ("VERB", "AUX"):
            return _tense(tokens, at)
        if token.head == at:
            return None
        at, seen = token.head, seen + 1
    return None


def _tense(tokens: tuple[Token, ...], at: int) -> Tense | None:
    verb = tokens[at]
    beside = [t for t in tokens if t.head == at and t.dep in ("aux", "auxpass") and t is not verb]
    words = {t.text.lower() for t in beside}
    if words & _AHEAD:
        return "future"
    if verb.lemma in _PLANS and verb.tag in ("VBN", "VBG", "VBZ", "VBP") and not words & {"had", "did"}:
        return "future"
    if verb.tag == "VB":
        return _above(tokens, at) if "to" in words else None
    if verb.tag in ("VBD", "VBN") or words & {"was", "were", "had", "did"}:
        return "past"
    if verb.tag == "VBG":
        return "future" if words & {"is", "are", "'s", "'re", "be", "am"} else _above(tokens, at)
    return None


def _above(tokens: tuple[Token, ...], at: int) -> Tense | None:
    """An infinitive or participle looks ahead under a verb of planning, else where its own governor looks."""
    head = tokens[at].head
    if head == at:
        return None
    if tokens[head].lemma in _PLANS:
        return "future"
    return tense_at(tokens, head) if tokens[at].tag == "VBG" else None
