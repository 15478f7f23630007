"""What the encoder makes of whoever stands in a place, or of two who stand together: the pointer's second opinion.

The tables weigh named features one by one; the encoder has read how people write and hears a passage as a whole. Each is wrong where the other
is not: both together, weighed by `data/encoder/together.tsv`, are right far oftener at the same mark than either (decision 24).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np

from rashomon.lexicon.nameless import nameless
from rashomon.model.tree import asked_once
from rashomon.stages.claims.pointer.features import Place
from rashomon.stages.claims.pointer.pairs import Pair
from rashomon.stages.claims.view import SentenceView
from rashomon.stages.claims.wordlists import rows
from rashomon.text.encoder import Array, gelu, weights
from rashomon.text.heard import Heard

_ONE = 10_000
_TABLES = ("guilt.tsv", "custody.tsv", "verdicts.tsv")
"""What the encoder says of a place, in its order."""
_DECIMALS = 2
"""What is heard counts in so many decimals: those behind differ from one processor to another."""
_OTHER = 0
"""The number of a role that was seen too seldom to be learned."""


def heard_places(sentence: SentenceView, places: Sequence[Place]) -> list[Array | None]:
    """Of each place what the encoder says: log-odds of guilt, custody, a conviction, then of each grade; None where it can't say."""
    known = weights()
    told = [_of_place(sentence, place, known) for place in places]
    return _judged(told, known, "p")


def heard_pairs(sentence: SentenceView, two: Sequence[Pair]) -> list[Array | None]:
    """Of each two what the encoder says: the log-odds of a contact, then of each kind; None where it can't say."""
    known = weights()
    told = [_of_pair(sentence, pair, known) for pair in two]
    return _judged(told, known, "q")


def together(table: str, summed: int, heard: float | None) -> int:
    """One sum of a table's and the encoder's, in whole ten-thousandths; the table's alone where the encoder can't say."""
    if heard is None:
        return summed
    of_heard, of_summed, bias = _shares()[table]
    return round(of_heard * round(float(heard), _DECIMALS) * _ONE + of_summed * summed + bias * _ONE)


def of_summed(table: str) -> float:
    """By how much a sum of a table counts beside what the encoder hears."""
    return _shares()[table][1]


def heard_place(sentence: SentenceView, place: Place, table: str) -> float | None:
    """What the encoder adds to the log-odds of a table's kind for one place; None where it can't hear it."""
    (found,) = heard_places(sentence, [place])
    return None if found is None else _shares()[table][0] * float(found[_TABLES.index(table)])


def heard_grades(sentence: SentenceView, place: Place) -> list[int]:
    """What the encoder adds to each of GRADES for one place, in ten-thousandths; nothing where it can't hear it."""
    (found,) = heard_places(sentence, [place])
    share = _shares()["grades.tsv"][0]
    return (
        [] if found is None else [round(share * round(float(one), _DECIMALS) * _ONE) for one in found[len(_TABLES) :]]
    )


def heard_pair(sentence: SentenceView, pair: Pair) -> float | None:
    """The same of a contact of two."""
    (found,) = heard_pairs(sentence, [pair])
    return None if found is None else _shares()["contacts.tsv"][0] * float(found[0])


@cache
def _shares() -> Mapping[str, tuple[float, float, float]]:
    return {table: (float(h), float(s), float(b)) for table, h, s, b in rows("encoder", "together.tsv")}


@asked_once
def _heard(opening: SentenceView) -> Heard:
    """A document as the encoder hears it, kept with its first sentence."""
    return Heard([nameless(s.tokens) for s in opening.whole])


def _means(sentence: SentenceView, *words: tuple[int, int]) -> list[Array] | None:
    """What some words of a sentence are, each from a token to another; None where one of them can't be heard."""
    heard = _heard(sentence.whole[0])
    told = [heard.mean(sentence.sentence.index, *one) for one in words]
    found = [one for one in told if one is not None]
    return found if len(found) == len(told) else None


def _of_place(sentence: SentenceView, place: Place, known: Mapping[str, Array]) -> Array | None:
    at, who = place.frame.at, place.who
    found = _means(sentence, (at, at), named(sentence, who), (who, who))
    if found is None:
        return None
    word, called, head = found
    return np.concatenate(
        [word, called, head, word * head, known["head.role"][_numbers("roles").get(place.role, _OTHER)]]
    )


def _of_pair(sentence: SentenceView, pair: Pair, known: Mapping[str, Array]) -> Array | None:
    at, sides = pair.frame.at, (pair.first, pair.second)
    found = _means(sentence, (at, at), *(named(sentence, s.who) for s in sides))
    if found is None:
        return None
    word, one, two = found
    ways = [known["head.way"][_numbers("ways").get(s.way, _OTHER)] for s in sides]
    return np.concatenate([word, one, two, one * two, *ways])


def named(sentence: SentenceView, at: int) -> tuple[int, int]:
    """From which token to which the words stand by which somebody at a token is spoken of."""
    mention = sentence.mention_at(at)
    if mention is None:
        return at, at
    return sentence.token_at(mention.start), sentence.token_at(mention.end - 1)


@cache
def _numbers(name: str) -> Mapping[str, int]:
    """The roles, or ways, that were learned, each with its number."""
    return {str(one): n + 1 for n, one in enumerate(weights()[name])}


def _judged(told: Sequence[Array | None], known: Mapping[str, Array], head: str) -> list[Array | None]:
    """The sums of a head for each place of which something is told."""
    heard = [one for one in told if one is not None]
    if not heard:
        return [None] * len(told)
    inner = gelu(np.stack(heard) @ known[f"head.{head}1"] + known[f"head.{head}1b"])
    sums = iter(inner @ known[f"head.{head}2"] + known[f"head.{head}2b"])
    return [None if one is None else next(sums) for one in told]
