"""Figures that stand beside their word without a clause: "Dead: 6; wounded: 22", "17 injured and two still missing"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.annotation import Quantity
from rashomon.stages.claims.events.figure import Figure, value_of
from rashomon.stages.claims.events.mixed import is_of_either
from rashomon.stages.claims.events.triggers import Trigger

_COUNTED = frozenset({"killed", "injured", "missing", "detained"})
_STOPS = frozenset({";", ",", ".", "(", "-", "–", "—", "and", "|"})
_STILL = frozenset({"still", "feared", "presumed", "reported", "now", "also"})


def with_labelled(found: Sequence[Figure], triggers: Sequence[Trigger]) -> list[Figure]:
    """The figures of a sentence with those that have a label; what a label counts, no other word does."""
    told = [
        f for t in triggers if t.harm in _COUNTED and not is_of_either(t) for f in (*_labelled(t), *_still(t, found))
    ]
    ours = {f.victim for f in told}
    return [*(f for f in found if f.victim not in ours), *told]


def _labelled(trigger: Trigger) -> Iterator[Figure]:
    """The figure behind the colon of "Dead: 6", which opens the sentence or stands behind a stop."""
    sentence, at = trigger.sentence, trigger.at
    if at and sentence.tokens[at - 1].text.lower() not in _STOPS:
        return
    if at + 2 < len(sentence) and sentence.tokens[at + 1].text == ":":
        yield from _counted(trigger, [q for q in sentence.quantities if sentence.token_at(q.start) == at + 2])


def _still(trigger: Trigger, found: Sequence[Figure]) -> Iterator[Figure]:
    """The bare figure before "still missing", which the parser joined to what stands before it."""
    sentence, at = trigger.sentence, trigger.at
    first = at
    while first and sentence.tokens[first - 1].text.lower() in _STILL:
        first -= 1
    if any(f.trigger.at == at for f in found):
        return
    yield from _counted(trigger, [q for q in sentence.quantities if sentence.token_at(q.end - 1) == first - 1])


def _counted(trigger: Trigger, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    for q in quantities:
        if q.number is not None and q.of is None:
            at, token = trigger.at, trigger.sentence.token_at(q.start)
            value = value_of(trigger, q)
            yield Figure(trigger, trigger.harm, value, "stated", False, q.token, min(at, token), max(at, q.token))
