"""Men who were taken away and found dead: their killing is told of as theirs."""

from __future__ import annotations

from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.wording import Group, is_definite_noun


def is_their_death(group: Group, telling: Telling) -> bool:
    """ "the killings", "the four died in a fight", of men who were taken away and found dead."""
    dead = {f.value.number for t in group for f in t.figures if f.harm == "killed"}
    told = [t for t in telling.triggers if t.harm == "killed"]
    known = [t for t in told if t.noun and is_definite_noun(telling, t.at)]
    same = any(f.harm == "killed" and f.value.number and f.value.number in dead for f in telling.figures)
    return bool(dead) and len(told) == len(telling.triggers) and (bool(known) or same)
