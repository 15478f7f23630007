"""The crime of a verdict, in the words of its clause."""

from __future__ import annotations

from rashomon.lexicon import word_set, words
from rashomon.model import parts
from rashomon.model.span import Quote
from rashomon.stages.claims.view import SentenceView

_LONG = 14
_STOPS = frozenset(
    {",", ";", ":", "(", ")", "–", "—", "--", "who", "which", "whom", "after", "when", "while", "but", "”", '"'}
)


def crime_words(sentence: SentenceView, at: int) -> Quote:
    """The words of the crime at a token: its phrase, cut where another thing is told of."""
    below = set(sentence.subtree(at))
    first = at
    while first - 1 in below and not _stops(sentence, first - 1, at):
        first -= 1
    last = at
    while last + 1 in below and last - first < _LONG and not _stops(sentence, last + 1, at):
        last += 1
    last = _before_names(sentence, at, last)
    while last > at and sentence.tokens[last].is_a(
        parts.DETERMINER | parts.PREPOSITION | parts.AND | parts.MARK | parts.BLANK
    ):
        last -= 1
    return sentence.quote(first, last)


def _before_names(sentence: SentenceView, at: int, last: int) -> int:
    """Where a person is named among a crime's words, they end before: the convict's claim names no victim."""
    start, end = sentence.tokens[at].end, sentence.tokens[last].end
    named = [m for m in sentence.mentions if m.form == "name" and m.type == "person" and start <= m.start < end]
    return last if not named else max(at, sentence.token_at(min(m.start for m in named)) - 1)


def _stops(sentence: SentenceView, n: int, at: int) -> bool:
    """Whether a crime's words end before a token: at a comma, at "by the court", at a weekday, at another verb of the court."""
    token = sentence.tokens[n]
    if token.text.lower() in _STOPS:
        return True
    after = [t.lemma.lower() for t in sentence.tokens[n + 1 : n + 5]]
    if token.text.lower() == "by" and n > at and any(w in words("en-finders.txt") for w in after):
        return True
    if token.text.lower() in ("and", "on") and n > at:
        start = sentence.tokens[n + 1].start if n + 1 < len(sentence) else token.end
        dated = any(t.start <= start < t.end for t in sentence.times)
        return dated or bool(after[:2] and not word_set("crimes.telling").isdisjoint(after[:2]))
    return False
