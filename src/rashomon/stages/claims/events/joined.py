"""Figures that one verb joins: "two men and a woman" are three, "eleven rebels and two soldiers" are counted apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model.claim import Value
from rashomon.stages.claims.events.figure import Figure, part_of
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView


def join_figures(trigger: Trigger, figures: list[Figure]) -> Iterator[Figure]:
    """ "two men and a woman": the sum, and each stated number as a part of it; "nine dead, six women and three men": nine."""
    numbers = [f.value.number for f in figures]
    if any(n is None for n in numbers):
        yield from (f for f in figures if f.sort == "stated")
        return
    bounds = {f.value.bound for f in figures}
    total = sum(n for n in numbers if n is not None)
    if len(numbers) > 2 and total == 2 * (numbers[0] or 0):
        yield figures[0]
        yield from (replace(f, value=replace(f.value, part=f.value.part or f.value.of)) for f in figures[1:])
        return
    if _of_two_sides(trigger.sentence, figures):
        yield from (replace(f, value=replace(f.value, part=f.value.part or f.value.of)) for f in figures)
        return
    bound = bounds.pop() if len(bounds) == 1 else "about"
    first, last = min(f.first for f in figures), max(f.last for f in figures)
    known = any(f.sort == "known" and not _owned(f) for f in figures)
    value = Value(number=total, bound=bound, of=_of_all(trigger.sentence, figures), part=part_of(trigger))
    whole = Figure(trigger, trigger.harm, value, "known" if known else "stated", figures[0].other, figures[0].victim,
                   first, last, listed=all(f.sort == "single" for f in figures))  # fmt: skip
    yield whole
    for f in figures:
        if f.sort == "stated" and trigger.sentence.tokens[f.victim].lemma.lower() != "old":
            yield replace(f, value=replace(f.value, part=f.value.part or f.value.of))


def _of_two_sides(sentence: SentenceView, figures: Sequence[Figure]) -> bool:
    """ "Eleven rebels and two soldiers": the attackers are counted apart, and nobody gave their sum."""
    armed = [is_a(sentence.tokens[f.victim].lemma.lower(), "against_state") for f in figures]
    return any(armed) and not all(armed) and all(f.sort == "stated" for f in figures)


def _owned(figure: Figure) -> bool:
    """ "His three sons": told of for the first time, where others are told with them."""
    sentence = figure.trigger.sentence
    return any(sentence.tokens[n].dep == "poss" for n in sentence.children[figure.victim])


def _of_all(sentence: SentenceView, figures: Sequence[Figure]) -> str | None:
    """The phrase that joins them; None where the verb stands between ("was killed with two guards")."""
    first = min(f.victim for f in figures)
    last = max(f.victim for f in figures)
    if first < figures[0].trigger.at < last:
        return None
    start = min((n for n in sentence.children[first] if n < first and first - n < 6), default=first)
    return sentence.quote(start, last).quote
