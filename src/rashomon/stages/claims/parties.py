"""Who does what a verb tells, and to whom, as the clause frames have it.

Where the parse leaves two readings open, the answer is nobody: a person is not accused on a guess.
"""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.claims.view import SentenceView

_POSING = frozenset({"dress", "disguise", "pose", "masquerade"})


def is_passive(sentence: SentenceView, verb: int) -> bool:
    """True for "was shot", "shot by", and for a verb joined to such a one without a subject of its own."""
    frame = sentence.frame(verb)
    return frame is not None and frame.passive


def subjects(sentence: SentenceView, verb: int) -> list[int]:
    """The heads of the verb's grammatical subject; empty where the sentence does not give it plainly."""
    frame = sentence.frame(verb)
    return list(frame.subjects.fillers) if frame else []


def doers(sentence: SentenceView, verb: int) -> list[int]:
    """Who does what the verb tells: the subject, or the "by" of a passive; empty where the sentence does not say."""
    frame = sentence.frame(verb)
    return list(frame.doers.fillers) if frame else []


def done_to(sentence: SentenceView, verb: int) -> list[int]:
    """Whom or what the verb is done to: its object, or the subject of a passive."""
    frame = sentence.frame(verb)
    return list(frame.undergoers.fillers) if frame else []


def own_subject(sentence: SentenceView, verb: int) -> int | None:
    """The verb's own subject, whoever it stands for; None where it has none."""
    frame = sentence.frame(verb)
    return frame.own if frame else None


def is_guise(sentence: SentenceView, first: int) -> bool:
    """Whether the words from a token on are what somebody is dressed, disguised, known as."""
    if first < 2 or sentence.tokens[first - 1].text.lower() != "as":
        return False
    return sentence.tokens[first - 2].is_a(parts.PARTICIPLE) or sentence.tokens[first - 2].lemma in _POSING
