"""A group spoken of before without a count, and sentences of guilt and custody that may have named it."""

from __future__ import annotations

from rashomon.lexicon import words
from rashomon.lexicon.frames import entries
from rashomon.model.annotation import Mention
from rashomon.stages.claims.signs import signs
from rashomon.stages.claims.view import SentenceView
from rashomon.stages.claims.wordlists import word_list

_KNOWN = frozenset({"the", "these", "those", "both", "all"})
_TOPICS = frozenset({"guilt", "custody"})
_OF_LAW = frozenset({"arrest", "charge", "convict", "sentence", "acquit", "release"})


def is_known_group(sentence: SentenceView, n: int) -> bool:
    """ "The men", "these suspects": a group spoken of before, without a count."""
    before = {sentence.tokens[k].text.lower() for k in range(max(0, n - 2), n)}
    plural = sentence.tokens[n].lemma.lower() != sentence.tokens[n].text.lower()
    kinds = words("en-groups.txt") - word_list("accusations", "fighters.txt")  # "the gunmen" may be others
    return plural and not _KNOWN.isdisjoint(before) and sentence.tokens[n].lemma.lower() in kinds


def is_of_law(sentence: SentenceView) -> bool:
    """Whether a sentence tells of guilt, custody or a court."""
    return not _TOPICS.isdisjoint(signs(sentence))


def is_subject(sentence: SentenceView, run: list[Mention]) -> bool:
    """Whether a list is what its sentence is about: its subject, or whom the law takes and tries there."""
    heads = {m.head for m in run}
    frames = [f for f in sentence.sentence.frames if f.kind == "V"]
    taken = (f for f in frames if any(e.cls in _OF_LAW for e in entries().get((f.lemma, "V"), ())))
    return any(heads & set(f.subjects.fillers) for f in frames) or any(heads & set(f.undergoers.fillers) for f in taken)
