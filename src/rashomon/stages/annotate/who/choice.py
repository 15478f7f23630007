"""Whom a "he" or a "she" means by all that stands around it, where the rules leave it open, or where that speaks against them."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.stages.annotate.who.candidates import candidates
from rashomon.stages.annotate.who.cast import Actor
from rashomon.stages.annotate.who.chances import chances
from rashomon.stages.annotate.who.hearing import heard, weighed
from rashomon.stages.annotate.who.page import Line
from rashomon.stages.annotate.who.speech import Standings
from rashomon.stages.annotate.who.subjects import barred_from
from rashomon.stages.annotate.who.traits import cannot_be

TABLE = "pronouns.tsv"
HEARD = 0.5
"""How much of what the encoder hears is added to what the table gives."""
TAKEN, SURE, DOUBTED = 0.85, 0.9, 0.1
"""How likely somebody must be to be meant where no rule says so, to be sure, and to be meant at all where a rule says so.

Whom a rule finds behind the pronoun ("When he left, X waved") is not among those weighed, and keeps what it has.
"""


def choose(
    lines: Sequence[Line], seen: Standings, number: int, n: int, gender: str, told: Actor | None
) -> tuple[Actor | None, bool]:
    """Whom the pronoun at a token means, or None, and whether that is sure; `told` is whom the rules give."""
    here = [s for s in seen.get(number, ()) if s.actor is told and s.head < n]
    told = None if any(cannot_be(lines[number], s.head, n) for s in here) else told
    barred = barred_from(lines[number], seen.get(number, []), n)
    found = candidates(lines, seen, number, n, gender, barred)
    told_by_words = chances(TABLE, [c.features for c in found])
    told_by_ear = heard(lines, number, (n, n + 1), [c.standings for c in found]) if found else None
    shares = weighed(told_by_words, told_by_ear, HEARD)
    likely = {id(c.actor): (chance, c.actor) for c, chance in zip(found, shares, strict=True)}
    if told is not None:
        chance = likely.get(id(told), (DOUBTED, told))[0]
        return (told, chance >= SURE) if chance >= DOUBTED else (None, False)
    chance, actor = max(likely.values(), key=lambda one: one[0], default=(0.0, None))
    return (actor, chance >= SURE) if actor is not None and actor.key and chance >= TAKEN else (None, False)
