"""Accusations of another act than the deed that a text tells of: "arrested on suspicion of driving drunk"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon import words
from rashomon.stages.claims.accusations import lexicon
from rashomon.stages.claims.accusations.accused import Accused, crime_at
from rashomon.stages.claims.rules.places import behind
from rashomon.stages.claims.view import SentenceView


def is_of_other_act(sentence: SentenceView, accused: Accused) -> bool:
    """Whether all that somebody is accused of are acts without violence: such an accusation is of none of the incidents."""
    frame = sentence.frame(accused.at)
    of = () if frame is None else (*behind(sentence, frame, "of"), *behind(sentence, frame, "of+ing"))
    told = [word for word in accused.words if word not in (accused.at, accused.who)] or of
    what = [n for word in told for n in _named(sentence, word)]
    return bool(what) and all(_is_other(sentence, n) for n in what)


def _named(sentence: SentenceView, at: int) -> Iterator[int]:
    """The acts at a word: itself and those joined to it, or what it is a suspicion or a charge of."""
    for n in sentence.conjuncts(at):
        frame = sentence.state(n)
        if frame is None or sentence.tokens[n].lemma.lower() not in words("en-blame.txt") | words("en-charges.txt"):
            yield n
            continue
        of = [*frame.oblique("of", "for", "over"), *frame.gerund("of", "for")] or frame.named
        yield from (act for one in of for act in sentence.conjuncts(one))


def _is_other(sentence: SentenceView, at: int) -> bool:
    beside = lexicon.other_acts().get(sentence.tokens[at].lemma.lower())
    below = sentence.subtree(at)
    if beside is None or any(crime_at(sentence, n) is not None for n in below):
        return False
    return not beside or any(sentence.tokens[n].text.lower() in beside for n in below)
