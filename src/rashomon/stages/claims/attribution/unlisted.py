"""Who stands before a verb that no list holds and a clause that "that" brings: "the bishop groused that they had beaten him".

What the word makes of the clause stays open (its operator is unknown); whose word it is does not.
"""

from __future__ import annotations

from rashomon.lexicon.nouns import is_person_noun
from rashomon.lexicon.operators import class_of
from rashomon.model import parts
from rashomon.stages.claims.attribution.agreement import voice_words
from rashomon.stages.claims.attribution.cues import kinds
from rashomon.stages.claims.attribution.extent import cue_tokens
from rashomon.stages.claims.attribution.found import Found, put_together
from rashomon.stages.claims.attribution.sources import find_speaker, is_passive
from rashomon.stages.claims.view import SentenceView

_SOMEBODY = frozenset({"he", "she", "they", "who"})
_NO_SPEECH = frozenset({"so", "such", "see", "make", "have", "be", "get", "arrange", "provide"})


def find_unlisted(sentence: SentenceView, at: int) -> Found | None:
    """The attribution of such a verb; None where nobody who could speak stands before it."""
    lemma = sentence.tokens[at].lemma.lower()
    if lemma in _NO_SPEECH or class_of(lemma, "V") not in (None, "judge") or is_passive(sentence, at):
        return None
    clause = next((n for n in sentence.each(at, parts.CLAUSE) if n > at and _that(sentence, n)), None)
    if clause is None or sentence.first(at, parts.OBJECT) is not None:
        return None
    speaker, source = find_speaker(sentence, at)
    if speaker is None or speaker > at or not can_speak(sentence, speaker):
        return None
    content = sentence.subtree(clause)
    said = cue_tokens(sentence, at, set(content), [])
    return put_together(sentence, at, speaker, ([n for n in source if n not in said], said, content))


def can_speak(sentence: SentenceView, at: int) -> bool:
    """True for a person, a body, an office or a paper, by noun, name or pronoun."""
    token = sentence.tokens[at]
    lemma = token.lemma.lower()
    if token.text.lower() in _SOMEBODY or lemma in kinds() or lemma in voice_words("body") or is_person_noun(token):
        return True
    mention = sentence.mention_at(at)
    return mention is not None and mention.form == "name" and mention.type in ("person", "organization")


def _that(sentence: SentenceView, clause: int) -> bool:
    mark = sentence.opener(clause)
    return mark is not None and sentence.tokens[mark].text.lower() == "that"
