"""A figure of victims as one clause gives it, its value and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.model.annotation import Quantity
from rashomon.model.claim import Value
from rashomon.stages.claims.events.lexicon import Harm, is_a
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView

Sort = Literal["stated", "known", "single", "toll", "plural"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of victims as one clause gives it.

    `sort`: stated afresh, said of people already known ("the four"), one person told of, a toll, or a plural without
    a figure ("others were hurt"), which is no claim. `other` marks a rest ("three others"). `victim` is the head
    token of the phrase; `first..last` the tokens of the quote; `teller` who gives it, where no clause
    says so, and `told_at` the token by which it is asked who does, where that is not the word of harm.
    """

    trigger: Trigger
    harm: Harm
    value: Value
    sort: Sort
    other: bool
    victim: int
    first: int
    last: int
    derived: bool = False
    listed: bool = False
    teller: int | None = None
    told_at: int | None = None


def value_of(trigger: Trigger, quantity: Quantity) -> Value:
    """The quantity as a claim's value: number and bound, or the words of a figure without a number."""
    of = None if quantity.head == trigger.at else quantity.of
    vague = quantity.number is None
    return Value(
        number=quantity.number,
        bound=None if vague else quantity.bound,
        of=of,
        part=quantity.part or part_of(trigger),
        includes=quantity.includes,
        excludes=quantity.excludes,
        text=quantity.quote if vague else None,
    )


def part_of(trigger: Trigger) -> str | None:
    """ "at the scene", "in hospital", "critically": the part of all victims that a clause speaks of."""
    sentence, at = trigger.sentence, trigger.at
    if trigger.harm == "detained":
        return None  # "in custody" is where all of them are
    if is_a(trigger.entry.word, "care_word"):
        return sentence.quote(sentence.tokens[at].head, at).quote
    for n in sentence.children[at]:
        token = sentence.tokens[n]
        if token.dep == "prep" and any(
            is_a(sentence.tokens[k].lemma.lower(), "part_place") for k in sentence.kids(n, "pobj")
        ):
            return sentence.phrase(n).quote if len(sentence.subtree(n)) < 6 else None
        if is_a(token.text.lower(), "part_degree") and (abs(n - at) == 1 or trigger.noun):
            return token.text
    return None


def stretch(sentence: SentenceView, at: int, head: int, quantity: Quantity | None) -> tuple[int, int]:
    """First and last token of the quote: the figure with the word that makes it one."""
    if quantity is not None:
        first, last = sentence.token_at(quantity.start), sentence.token_at(quantity.end - 1)
    else:
        below = [n for n in sentence.subtree(head) if n <= head and head - n < 12]
        first, last = (below[0] if below else head), head
    return min(first, at), max(last, at)
