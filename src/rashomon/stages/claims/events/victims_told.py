"""Who came to harm, as far as it tells whether two tellings are of one incident."""

from __future__ import annotations

from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.wording import Group, is_definite_noun
from rashomon.stages.claims.view import View

_LEAD = 4


def by_victims(view: View, group: Group, telling: Telling) -> float:
    """What it adds that a telling and a group name one victim."""
    new = set(victims_of(view, telling))
    return 2.5 if new and any(not new.isdisjoint(victims_of(view, t)) for t in group) else 0.0


def late_death(group: Group, telling: Telling) -> float:
    """A death first told far down, of someone alone, in a report that opened with wounded only: another story."""
    dead = [f for f in telling.figures if f.harm == "killed"]
    if not dead or any(f.sort != "single" for f in dead):
        return 0.0
    mourned = any(is_a(t.lemma.lower(), "mourning") for t in telling.sentence.tokens)
    if telling.sentence.sentence.index <= _LEAD + 2 and not mourned:
        return 0.0
    told = [f for t in group for f in t.figures]
    opened = any(f.sort == "stated" and f.trigger.sentence.sentence.index < _LEAD for f in told)
    if (
        not opened
        or any(f.harm == "killed" for f in told)
        or any(is_definite_noun(telling, t.at) for t in telling.nouns)
    ):
        return 0.0
    return -3.5


def victims_of(view: View, telling: Telling) -> list[str]:
    """The referents who came to harm in a telling."""
    found = []
    for f in telling.figures:
        referent = view.referent_at(telling.sentence, f.victim)
        if referent is not None and referent.type == "person":
            found.append(referent.id)
    return found
