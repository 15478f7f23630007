"""What a sentence speaks of: crimes, deeds, law, penalties; in the whole of it, and below one word."""

from __future__ import annotations

from rashomon.lexicon import words
from rashomon.model import parts
from rashomon.model.tree import asked_once
from rashomon.stages.claims.accusations import lexicon
from rashomon.stages.claims.accusations.accused import crime_at, kinds_at
from rashomon.stages.claims.pointer.clues import Clues
from rashomon.stages.claims.pointer.terms import is_told_of
from rashomon.stages.claims.view import SentenceView

_CRIMES = frozenset({"raid", "strike"})
"""Words that are crimes by what stands beside them."""


def around_of(sentence: SentenceView) -> Clues:
    """What the sentence and the one before speak of."""
    crime, deed = _tells_of_crime(sentence), bool(_deeds(sentence))
    courts = words("en-law.txt") | words("en-court.txt") | words("en-custody.txt")
    law = not courts.isdisjoint(sentence.lemmas)
    before = sentence.before
    earlier = "-" if before is None else str(int(_tells_of_crime(before)))
    found = (
        f"penalty{int(is_told_of(sentence))}",
        f"crime{int(crime)}",
        f"deed{int(deed)}",
        f"law{int(law)}",
        f"all{int(crime)}{int(deed)}{int(law)}",
    )
    return Clues((*(f"told:{one}" for one in found), f"before:{earlier}", f"block:{sentence.sentence.block}"))


@asked_once
def _tells_of_crime(sentence: SentenceView) -> bool:
    if _CRIMES.isdisjoint(sentence.lemmas) and lexicon.words("crimes.txt").isdisjoint(sentence.lemmas):
        return False  # no word of the sentence is one by which `crime_at` knows a crime
    return any(
        token.part & parts.COMMON_NOUN and crime_at(sentence, n) is not None for n, token in enumerate(sentence.tokens)
    )


@asked_once
def _crimes(sentence: SentenceView) -> tuple[int, ...]:
    """The words of a sentence that are crimes by themselves."""
    listed = lexicon.words("crimes.txt")
    return tuple([n for n, lemma in enumerate(sentence.lemmas) if lemma in listed])


@asked_once
def _deeds(sentence: SentenceView) -> tuple[int, ...]:
    """The verbs of a sentence that may tell of a deed."""
    return tuple([n for n, t in enumerate(sentence.tokens) if t.part & parts.VERB and kinds_at(sentence, n)])


def told_below(sentence: SentenceView, at: int, who: int) -> str:
    """Whether a crime and a deed are told of anywhere below a word."""
    crimes, deeds = (
        any(n not in (who, at) and at in sentence.up(n) for n in told) for told in (_crimes(sentence), _deeds(sentence))
    )
    return f"{int(crimes)}{int(deeds)}"
