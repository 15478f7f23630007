"""All figures of victims in one sentence: of each word of harm, of tolls, of "double" and "triple" killings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.claim import Value
from rashomon.stages.claims.events.among import divide_dead
from rashomon.stages.claims.events.counts import figures_of
from rashomon.stages.claims.events.divided import read_parts
from rashomon.stages.claims.events.figure import Figure
from rashomon.stages.claims.events.labelled import with_labelled
from rashomon.stages.claims.events.lexicon import Harm, is_a
from rashomon.stages.claims.events.mixed import is_of_either
from rashomon.stages.claims.events.partition import in_gaps, rose_by, share_out
from rashomon.stages.claims.events.retold import retold
from rashomon.stages.claims.events.shares import shares_of
from rashomon.stages.claims.events.tolls import find_tolls
from rashomon.stages.claims.events.triggers import Trigger

_MULTIPLES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}


def find_figures(triggers: Sequence[Trigger]) -> list[Figure]:
    """The figures of one sentence."""
    found: list[Figure] = []
    for trigger in triggers:
        if trigger.harm != "none" and not trigger.generic:
            found.extend(divide_dead(trigger) or figures_of(trigger) if not is_of_either(trigger) else ())
        found.extend(_multiple(trigger))
    found = with_labelled(_once(found), triggers)
    tolls = [t for trigger in triggers[:1] for t in find_tolls(trigger.sentence, triggers)]
    found = [f for f in found if not any(f.victim == t.victim for t in tolls)] + tolls
    if triggers:
        found += shares_of(triggers[0].sentence, found, triggers)
        found += in_gaps(triggers[0].sentence, found)
        found += retold(triggers[0].sentence, found)
        found = rose_by(triggers[0].sentence, share_out(triggers[0].sentence, found))
    return read_parts(triggers[0].sentence, found) if triggers else found


def _multiple(trigger: Trigger) -> Iterator[Figure]:
    """ "a triple homicide", "a double shooting": so many victims."""
    if not trigger.noun or not is_a(trigger.entry.word, "multiple"):
        return
    for n in trigger.sentence.children[trigger.at]:
        number = _MULTIPLES.get(trigger.sentence.tokens[n].text.lower())
        if number:
            harm: Harm = trigger.harm if trigger.harm != "none" else "killed"
            value = Value(number=number, bound="exact")
            yield Figure(trigger, harm, value, "stated", False, n, n, trigger.at)


def _once(figures: Sequence[Figure]) -> list[Figure]:
    """One figure for each group of people and harm: "shot and killed" says once how many were killed."""
    best: dict[tuple[int, Harm], Figure] = {}
    for f in figures:
        key = (f.victim, f.harm)
        if key not in best or (f.value.part is None) > (best[key].value.part is None):
            best[key] = f
    dead = {f.victim for f in best.values() if f.harm == "killed"}
    kept = [f for f in figures if best.get((f.victim, f.harm)) is f or f.value.part]
    return [f for f in kept if f.harm == "killed" or f.victim not in dead]
