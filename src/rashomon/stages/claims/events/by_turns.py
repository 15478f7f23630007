"""Two tolls for two deeds in the order in which they were told: "had put the dead at 26 and 14"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from rashomon.model.annotation import Quantity
from rashomon.stages.claims.events.figure import Figure
from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.wording import Group

_WHY = "two tolls for two deeds, in their order"
_ENDS = frozenset({".", ",", ";", ")", '"', "”", "respectively", "as", "in", "on", "after", "before"})


def take_turns(groups: Sequence[Group], told: Sequence[Telling]) -> list[Telling]:
    """The tellings of a sentence, a pair of tolls given to the two deeds that a sentence before counts the dead of; to none where there are not two."""
    found = [(t, f, q) for t in told for f in t.figures if f.sort == "toll" and (q := _second(f)) is not None]
    if len(found) != 1:
        return list(told)
    telling, first, quantity = found[0]
    for n, number in zip(_counted_together(groups, first.harm), (first, _with(first, quantity)), strict=False):
        alone = replace(telling, triggers=(number.trigger,), times=(), places=(), figures=(number,), joined=(1.0, _WHY))
        groups[n].append(alone)
    rest = replace(telling, figures=tuple(f for f in telling.figures if f is not first))
    kept = [rest] if rest.figures or rest.nouns else []
    return [t for one in told for t in (kept if one is telling else [one])]


def _second(figure: Figure) -> Quantity | None:
    """The bare number behind "and" that ends the phrase."""
    sentence, joint = figure.trigger.sentence, figure.last + 1
    ranged = "between" in sentence.words[figure.first : joint]
    if joint + 1 >= len(sentence) or sentence.words[joint] != "and" or ranged:
        return None
    found = next((q for q in sentence.quantities if sentence.token_at(q.start) == joint + 1), None)
    if found is None or found.number is None or found.of is not None:
        return None
    end = sentence.token_at(found.end - 1) + 1
    return found if end >= len(sentence) or sentence.words[end] in _ENDS else None


def _with(figure: Figure, quantity: Quantity) -> Figure:
    sentence = figure.trigger.sentence
    first, last = sentence.token_at(quantity.start), sentence.token_at(quantity.end - 1)
    value = replace(figure.value, number=quantity.number, bound=quantity.bound)
    return replace(figure, value=value, victim=quantity.token, first=first, last=last)


def _counted_together(groups: Sequence[Group], harm: str) -> list[int]:
    """The two deeds whose victims the last sentence to tell of several counts, in its order; else none."""
    counted = sorted(
        (t.sentence.sentence.index, f.first, n)
        for n, group in enumerate(groups)
        for t in group
        for f in t.figures
        if not t.several and f.harm == harm and f.sort in ("stated", "toll")
    )
    for _, own in reversed([(at, list(own)) for at, own in groupby(counted, key=lambda x: x[0])]):
        deeds = list(dict.fromkeys(n for _, _, n in own))
        if len(deeds) > 1:
            return deeds if len(deeds) == len(own) == 2 else []
    return []
