"""Whether the clause around an expression looks back or ahead, and whether it tells when something was said."""

from __future__ import annotations

from functools import cache

from rashomon.model import parts
from rashomon.model.annotation import Token
from rashomon.stages.annotate.times.context import Tense
from rashomon.stages.annotate.times.lexicon import rows

_AHEAD = frozenset({"will", "shall", "ll", "'ll", "’ll", "wo"})
_BACK = frozenset({"was", "were", "had", "did"})
_SINCE = frozenset({"after", "since", "following"})
_NOW = frozenset({"is", "are", "'s", "'re", "’s", "’re", "be", "am"})
_INSERTION = 6
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night", "dawn", "hour"})
"""Between a day and its verb they are no event that the day would date: "in the evening of 14 March he came"."""
_DEADLINE = frozenset({"until", "till", "by", "as", "through"})


@cache
def _class(kind: str) -> frozenset[str]:
    """The words of `plans.tsv` of one kind: ahead, defer, report."""
    return frozenset(word for word, of in rows("plans") if of == kind)


def is_report(tokens: tuple[Token, ...], at: int, end: int) -> bool:
    """True when the nearest verb above an expression is one of speech: it begins at a token and ends at an offset."""
    path = _path(tokens, at, end)
    return bool(path) and tokens[path[-1]].lemma in _class("report") and not _inserted(tokens, at, path[-1])


def _inserted(tokens: tuple[Token, ...], at: int, verb: int) -> bool:
    """ "On 3 March, he told the judges, soldiers came": between commas behind the day, which is that of what is told."""
    before = any(t.text == "," for t in tokens[at:verb])
    return before and any(t.text == "," for t in tokens[verb + 1 : verb + _INSERTION])


def tense_at(tokens: tuple[Token, ...], at: int, end: int) -> Tense | None:
    """Where the clause around an expression looks: "loose" is a noun's date in a past clause, None tells neither."""
    before = tokens[at - 1] if at else None
    if before is not None and before.is_a(parts.PAST) and before.lemma in _class("report"):
        return "past"
    path = _path(tokens, at, end)
    if not path:
        return None
    verb, between = path[-1], [tokens[i] for i in path[:-1]]
    if any(t.text.lower() in _SINCE for t in between):
        return "past"
    word = before.text.lower() if before is not None else ""
    deferred = _class("defer") | _class("ahead")
    if word in _DEADLINE and tokens[verb].lemma in deferred:
        return "future"
    if at > 2 and word == "as" and tokens[at - 3].text.lower() == "as":
        return "future"
    if word == "for" and tokens[verb].lemma in _class("calendar"):
        return "future"
    tense = _tense(tokens, verb)
    if tense is None and word in _DEADLINE:
        return "future"
    if not any(t.is_a(parts.NOUN) and t.lemma not in _PARTS_OF_DAY for t in between):
        return tense
    if tense == "past":
        return "future" if tokens[verb].lemma in _class("calendar") else "loose"
    return None if tokens[verb].is_a(parts.GERUND) else tense


def _path(tokens: tuple[Token, ...], at: int, end: int) -> list[int]:
    """The tokens from an expression up to the nearest verb above it, that verb last; empty without a verb."""
    start, path = tokens[at].start, list[int]()
    for _ in range(12):
        if tokens[at].is_a(parts.VERB):
            return [*path, at]
        if not start <= tokens[at].start < end:
            path.append(at)
        if tokens[at].head == at:
            return []
        at = tokens[at].head
    return []


def _tense(tokens: tuple[Token, ...], at: int) -> Tense | None:
    verb = tokens[at]
    beside = (t for t in tokens if t.head == at and t.is_a(parts.ANY_HELPING) and t is not verb)
    words = {t.text.lower() for t in beside}
    if words & _AHEAD or ("would" in words and "have" not in words):
        return "future"
    if verb.is_a(parts.PRESENT | parts.PARTICIPLE | parts.GERUND) and _is_planned(verb.lemma, words):
        return "future"
    if verb.is_a(parts.PARTICIPLE) and words & _NOW:
        return None
    if verb.is_a(parts.PAST | parts.PARTICIPLE) or words & _BACK:
        return "past"
    if verb.is_a(parts.GERUND) and words & _NOW:
        return "future"
    return _above(tokens, at) if verb.is_a(parts.GERUND | parts.INFINITIVE) else None


def _is_planned(lemma: str, words: set[str]) -> bool:
    if words & {"had", "did"} or lemma not in _class("ahead"):
        return False
    return not words & _BACK or lemma in _class("calendar")


def _above(tokens: tuple[Token, ...], at: int) -> Tense | None:
    """An infinitive or participle looks ahead under a word of planning, else where its own governor looks."""
    head = tokens[at].head
    if head == at:
        return None
    if tokens[head].lemma in _class("ahead") | _class("govern") or tokens[head].text.lower() == "going":
        return "future"
    path = _path(tokens, head, tokens[head].end)
    return _tense(tokens, path[-1]) if path and path[-1] != at else None
