"""A group spoken of before without a count, and sentences of guilt and custody that may have named it."""

from __future__ import annotations

from rashomon.lexicon import words
from rashomon.stages.claims.signs import signs
from rashomon.stages.claims.view import SentenceView
from rashomon.stages.claims.wordlists import word_list

_KNOWN = frozenset({"the", "these", "those", "both", "all"})
_TOPICS = frozenset({"guilt", "custody"})


def is_known_group(sentence: SentenceView, n: int) -> bool:
    """ "The men", "these suspects": a group spoken of before, without a count."""
    before = {sentence.tokens[k].text.lower() for k in range(max(0, n - 2), n)}
    plural = sentence.tokens[n].lemma.lower() != sentence.tokens[n].text.lower()
    kinds = words("en-groups.txt") - word_list("accusations", "fighters.txt")  # "the gunmen" may be others
    return plural and not _KNOWN.isdisjoint(before) and sentence.tokens[n].lemma.lower() in kinds


def is_of_law(sentence: SentenceView) -> bool:
    """Whether a sentence tells of guilt, custody or a court."""
    return not _TOPICS.isdisjoint(signs(sentence))
