"""Whether the clause around an expression looks back or ahead, and whether it tells when something was said."""

from __future__ import annotations

from functools import cache

from rashomon.model.annotation import Token
from rashomon.stages.annotate.times.context import Tense
from rashomon.stages.annotate.times.lexicon import rows

_AHEAD = frozenset({"will", "shall", "ll", "'ll", "’ll", "wo"})
_BACK = frozenset({"was", "were", "had", "did"})
_DEADLINE = frozenset({"until", "till", "by", "as", "through"})


@cache
def _class(kind: str) -> frozenset[str]:
    """The words of `plans.tsv` of one kind: ahead, defer, report."""
    return frozenset(word for word, of in rows("plans") if of == kind)


def is_report(tokens: tuple[Token, ...], at: int) -> bool:
    """True when the nearest verb above a token is one of speech."""
    verb = _verb(tokens, at)
    return verb is not None and tokens[verb].lemma in _class("report")


def tense_at(tokens: tuple[Token, ...], at: int) -> Tense | None:
    """The tense of the nearest verb above a token: past, future, or None where it tells neither."""
    verb = _verb(tokens, at)
    if verb is None:
        return None
    before = tokens[at - 1].text.lower() if at else ""
    if before in _DEADLINE and tokens[verb].lemma in _class("defer") | _class("ahead"):
        return "future"
    if at > 2 and before == "as" and tokens[at - 3].text.lower() == "as":
        return "future"
    return _tense(tokens, verb)


def _verb(tokens: tuple[Token, ...], at: int) -> int | None:
    """The nearest verb above a token."""
    for _ in range(12):
        if tokens[at].pos in ("VERB", "AUX"):
            return at
        if tokens[at].head == at:
            return None
        at = tokens[at].head
    return None


def _tense(tokens: tuple[Token, ...], at: int) -> Tense | None:
    verb = tokens[at]
    beside = (t for t in tokens if t.head == at and t.dep in ("aux", "auxpass") and t is not verb)
    words = {t.text.lower() for t in beside}
    if words & _AHEAD or ("would" in words and "have" not in words):
        return "future"
    if verb.lemma in _class("ahead") and verb.tag in ("VBN", "VBG", "VBZ", "VBP") and not words & {"had", "did"}:
        return "future"
    if verb.tag in ("VBD", "VBN") or words & _BACK:
        return "past"
    if verb.tag == "VBG" and words & {"is", "are", "'s", "'re", "’s", "’re", "be", "am"}:
        return "future"
    return _above(tokens, at) if verb.tag in ("VB", "VBG") else None


def _above(tokens: tuple[Token, ...], at: int) -> Tense | None:
    """An infinitive or participle looks ahead under a word of planning, else where its own governor looks."""
    head = tokens[at].head
    if head == at:
        return None
    if tokens[head].lemma in _class("ahead"):
        return "future"
    found = _verb(tokens, head)
    return _tense(tokens, found) if found is not None and found != at else None
