"""Parts of a figure that no word of harm of their own tells: "11 of whom taught there", "37 of them badly"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model.annotation import Quantity
from rashomon.stages.claims.events.counts import Figure
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.persons import is_person
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView

_THEM = ("whom", "them", "these", "those")
_ENDS = (",", ";", ":", ".", "–", "—", "and", "while", "but")
_STATED = ("stated", "toll", "known")


def shares_of(sentence: SentenceView, figures: Sequence[Figure], triggers: Sequence[Trigger]) -> Iterator[Figure]:
    """The parts, each of the figure that stands nearest before it, smaller than that where it has a number."""
    taken = {n for f in figures for n in (f.victim, f.trigger.at)}
    for q in sentence.quantities:
        told = _is_of_them(q) or _is_included(sentence, q)
        if q.number is None or not told or {q.token, q.head} & taken or _has_harm(sentence, q, triggers):
            continue
        whole = max((f for f in figures if f.last < q.token and f.sort in _STATED), key=lambda f: f.last, default=None)
        if whole is not None and (whole.value.number is None or whole.value.number > q.number):
            yield _share(sentence, whole, q)


def _is_of_them(quantity: Quantity) -> bool:
    return (quantity.part or "").lower().split()[-1:] in [[w] for w in _THEM]


def _is_included(sentence: SentenceView, quantity: Quantity) -> bool:
    """ "14 people, including the two bombers": people told of as part of a figure."""
    first = sentence.token_at(quantity.start)
    words = [t.text.lower() for t in sentence.tokens[max(0, first - 2) : first]]
    return "including" in words[-1 - (words[-1:] == ["the"]) :] and is_person(sentence, quantity.head)


def _has_harm(sentence: SentenceView, quantity: Quantity, triggers: Sequence[Trigger]) -> bool:
    """Whether the part has a word of harm in its own clause, which counts it itself: "two of whom died"."""
    last = end = sentence.token_at(quantity.end - 1)
    while end + 1 < len(sentence) and sentence.tokens[end + 1].text.lower() not in _ENDS:
        end += 1
    return any(last < t.at <= end and t.harm != "none" for t in triggers)


def _share(sentence: SentenceView, whole: Figure, quantity: Quantity) -> Figure:
    if quantity.part is None:
        value = replace(whole.value, number=quantity.number, bound=quantity.bound, of=quantity.of, part=quantity.of,
                        text=None, includes=(), excludes=())  # fmt: skip
        first, last = sentence.token_at(quantity.start), max(quantity.head, quantity.token)
        return replace(whole, value=value, sort="stated", victim=quantity.head, first=first, last=last)
    first, end = sentence.token_at(quantity.start), quantity.token + 2
    degree = end + 1 < len(sentence) and is_a(sentence.tokens[end + 1].text.lower(), "part_degree")
    last = end + 1 if degree else end
    part = sentence.tokens[last].text if degree else quantity.part
    value = replace(whole.value, number=quantity.number, bound=quantity.bound, part=part, text=None, includes=(), excludes=())
    return replace(whole, value=value, sort="stated", victim=quantity.token, first=first, last=min(last, len(sentence) - 1))
