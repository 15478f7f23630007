"""Whether the words of a place tell of what somebody is accused of: without that a likelihood rests on the company they keep.

"Harl and Kesk drove to the house", between a fight and a shooting, is likely to be said of two accused; it accuses nobody.
"""

from __future__ import annotations

from functools import cache

from rashomon.lexicon import words
from rashomon.model import parts
from rashomon.stages.claims.accusations import lexicon
from rashomon.stages.claims.accusations.deeds import does_deed
from rashomon.stages.claims.pointer.features import Place, roles
from rashomon.stages.claims.rules.places import senses, standing
from rashomon.stages.claims.view import SentenceView

_LISTS = ("charges", "weapons", "bombs", "order", "go-ahead", "plans", "blame", "part", "hired")
"""Lists of the lexicon whose words tell of a deed, or of guilt, by themselves."""
_SET_APART = parts.DETERMINING | parts.OWNER


def telling(sentence: SentenceView, place: Place) -> tuple[int, ...] | None:
    """The words, in the places of a frame or in theirs, that tell of what somebody is accused, for the quote; None where nothing below does.

    Of a word that only says who is accused, and of what is told further down, no words are given.
    """
    at, who = place.frame.at, place.who
    held = _held(sentence, at, who)
    below = [n for k in held for n in (*_held(sentence, k, who), *_done_by(sentence, k))] + _done_by(sentence, at)
    if told := [n for n in dict.fromkeys((at, *held, *below)) if _is_told(sentence, n)]:
        return tuple(told)
    further = any(n != who and _is_told(sentence, n) for n in sentence.subtree(at))
    return () if further or _is_accused(sentence, at, who) else None


def _held(sentence: SentenceView, at: int, who: int) -> list[int]:
    """What stands in the places of the frame at a token, but for somebody."""
    frame = sentence.frame(at) or sentence.state(at)
    return [] if frame is None else [n for _, n in roles(frame) if n not in (who, at)]


def _done_by(sentence: SentenceView, at: int) -> list[int]:
    """Of "mixed the poison that killed three" the killing, of "killed by members of it" as well: what stands there does it."""
    return [f.at for f in sentence.verbs if at in f.doers.fillers]


def _is_told(sentence: SentenceView, at: int) -> bool:
    """A deed, a crime, a charge, what a deed is done with or on whose word, or what somebody has done ("gunman", "mastermind")."""
    lemma = sentence.lemmas[at]
    return lemma in _named() or lemma in lexicon.labels() or does_deed(sentence, at)


@cache
def _named() -> frozenset[str]:
    lists = (words(f"en-{name}.txt") for name in _LISTS)
    return lexicon.words("crimes.txt").union(lexicon.words("offences.txt"), *lists)


def _is_accused(sentence: SentenceView, at: int, who: int) -> bool:
    """Of "the union pins it on X" X: a word by which somebody accuses, and the place of whom."""
    return any(
        who in standing(sentence, frame, entry, "accused")
        for frame, entry in senses(sentence, at)
        if "speaker" in entry.roles and "accused" in entry.roles
    )


def is_set_apart(sentence: SentenceView, at: int) -> bool:
    """Whether somebody is told from others: not "hit-and-run drivers", of whom a text may speak in general, but "Ember fighters"."""
    token = sentence.tokens[at]
    below = [sentence.tokens[n] for n in sentence.children[at]]
    named = any(t.is_a(parts.BEFORE_NOUN) and t.text[0].isupper() for t in below)
    return not token.is_a(parts.PLURAL_NOUN) or named or any(t.is_a(_SET_APART) for t in below)
