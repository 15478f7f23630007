"""Words that show what a sentence speaks of: victims, custody, guilt, contact, money. No rule shares them."""

from __future__ import annotations

import re
from functools import cache

from rashomon.stages.claims.view import SentenceView
from rashomon.stages.claims.wordlists import rows


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, float], ...]:
    made: dict[tuple[str, float], list[str]] = {}
    for topic, word, weight in rows("claims", "unread_signs.tsv"):
        whole = word.startswith("^")
        text = re.escape(word.removeprefix("^"))
        made.setdefault((topic, float(weight)), []).append(rf"\b{text}\b" if whole else rf"(?<!\w){text}")
    return tuple((re.compile("|".join(words)), topic, weight) for (topic, weight), words in made.items())


@cache
def _any() -> re.Pattern[str]:
    """Whether any sign at all may stand there: most sentences hold none, and one search tells."""
    begun = sorted({word.removeprefix("^")[:4] for _, word, _ in rows("claims", "unread_signs.tsv")})
    return re.compile("|".join(map(re.escape, begun)))


def signs(sentence: SentenceView) -> dict[str, float]:
    """The topics that a sentence's words point to, with the weight of the strongest sign of each."""
    own = sentence.sentence
    return signs_in(sentence.text[own.start : own.end])


def signs_in(words: str) -> dict[str, float]:
    """The same of words that are no sentence: the heads of a table, a heading."""
    text = words.lower()
    found: dict[str, float] = {}
    if not _any().search(text):
        return found
    for pattern, topic, weight in _patterns():
        if weight > found.get(topic, 0.0) and pattern.search(text):
            found[topic] = weight
    return found
