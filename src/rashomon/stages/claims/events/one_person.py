"""A label and a name beside it are one person: "his cousin Pia Lomm", "the governor, Karlo Bresk", "Roe, a teacher"."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.stages.claims.events.persons import is_plural, quantity_of
from rashomon.stages.claims.view import SentenceView

_OLDEST = 110


def each_once(sentence: SentenceView, members: Iterable[int]) -> list[int]:
    """The head tokens in text order, one for each person or group: the name that goes with a label is left out."""
    kept: list[int] = []
    for n in sorted(set(members)):
        if not any(_names(sentence, label, n) for label in kept):
            kept.append(n)
    return kept


def is_age(sentence: SentenceView, at: int) -> bool:
    """ "a man, 45, and": a bare number between commas or before the end of the phrase."""
    token = sentence.tokens[at]
    before = sentence.tokens[at - 1].text if at else ""
    after = sentence.tokens[at + 1].text if at + 1 < len(sentence) else "."
    plain = token.text.isdigit() and int(token.text) <= _OLDEST
    return plain and before in (",", "(") and after in (",", ")", ".", ";", "and")


def _names(sentence: SentenceView, label: int, at: int) -> bool:
    """Whether the name at a token says who the person of the label before it is."""
    if sentence.tokens[at].pos != "PROPN" or sentence.tokens[label].pos != "NOUN":
        return False
    if quantity_of(sentence, label) is not None or is_plural(sentence, label):
        return False
    first = at
    while first - 1 > label and sentence.tokens[first - 1].pos == "PROPN":
        first -= 1
    between = [t.text for t in sentence.tokens[label + 1 : first]]
    return not between or (between == [","] and _closed(sentence, at)) or sentence.tokens[at].head == label


def _closed(sentence: SentenceView, at: int) -> bool:
    """Whether a comma, an age or a verb ends what stands between commas: no list goes on with "and"."""
    after = sentence.tokens[at + 1].text if at + 1 < len(sentence) else "."
    return after == ","
