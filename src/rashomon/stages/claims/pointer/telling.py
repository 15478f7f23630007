"""Whether the words of a place tell of what somebody is accused of: without that a likelihood rests on the company they keep.

"Harl and Kesk drove to the house", between a fight and a shooting, is likely to be said of two accused; it accuses nobody.
"""

from __future__ import annotations

from rashomon.lexicon import words
from rashomon.model import parts
from rashomon.stages.claims.accusations import lexicon
from rashomon.stages.claims.accusations.deeds import does_deed
from rashomon.stages.claims.pointer.features import Place, roles
from rashomon.stages.claims.rules.places import senses, standing
from rashomon.stages.claims.view import SentenceView

_SET_APART = parts.DETERMINING | parts.OWNER | parts.COUNTING | parts.BEFORE_NOUN


def telling(sentence: SentenceView, place: Place) -> tuple[int, ...]:
    """The words of a frame, of its places and of theirs by which somebody is accused; the frame's own where it only says of whom; or none."""
    at, who = place.frame.at, place.who
    held = _held(sentence, at, who)
    below = [n for k in held for n in (*_held(sentence, k, who), *_done_by(sentence, k))]
    told = [n for n in dict.fromkeys((at, *held, *below)) if _is_told(sentence, n)]
    return tuple(told) or ((at,) if _is_accused(sentence, at, who) else ())


def _held(sentence: SentenceView, at: int, who: int) -> list[int]:
    """What stands in the places of the frame at a token, but for somebody."""
    frame = sentence.frame(at) or sentence.state(at)
    return [] if frame is None else [n for _, n in roles(frame) if n not in (who, at)]


def _done_by(sentence: SentenceView, at: int) -> list[int]:
    """Of "mixed the poison that killed three" the killing: what the thing in a place does."""
    return [f.at for f in sentence.verbs if at in f.doers.fillers]


def _is_told(sentence: SentenceView, at: int) -> bool:
    """A deed, a crime, an offence, a charge, or a word that says what somebody has done ("gunman", "mastermind")."""
    lemma = sentence.lemmas[at]
    named = lexicon.words("crimes.txt") | lexicon.words("offences.txt") | words("en-charges.txt")
    return lemma in named or lemma in lexicon.labels() or does_deed(sentence, at)


def _is_accused(sentence: SentenceView, at: int, who: int) -> bool:
    """Of "the union pins it on X" X: a word by which somebody accuses, and the place of whom."""
    return any(
        who in standing(sentence, frame, entry, "accused")
        for frame, entry in senses(sentence, at)
        if "speaker" in entry.roles and "accused" in entry.roles
    )


def is_set_apart(sentence: SentenceView, at: int) -> bool:
    """Whether somebody is told from others: not "drivers" or "gunmen", of whom a text may speak in general."""
    token = sentence.tokens[at]
    several = token.is_a(parts.COMMON_NOUN) and token.is_a(parts.PLURAL_NOUN)
    return not several or any(sentence.tokens[n].is_a(_SET_APART) for n in sentence.children[at])
