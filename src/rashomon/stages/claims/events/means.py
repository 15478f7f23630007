"""By which means a telling's deed was done: a blast, guns, by hand, by fire."""

from __future__ import annotations

from rashomon.model.tree import asked_once
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.triggers import Trigger

_ALIGHT = frozenset({"fire", "ablaze", "alight"})


@asked_once
def modes_of(telling: Telling) -> frozenset[str]:
    """The means that a telling's words name, but for how attackers died."""
    words = {t.entry.word for t in telling.triggers if not _befell_attackers(telling, t.at)}
    found = {mode for mode in ("mode_blast", "mode_gun", "mode_hand", "mode_fire") if any(is_a(w, mode) for w in words)}
    return frozenset(
        found | ({"mode_fire"} if any(_sets_fire(telling, t.at) or _is_blaze(t) for t in telling.triggers) else set())
    )


def _is_blaze(trigger: Trigger) -> bool:
    """ "a fire at the mill"; of "fired at them" the word is the same."""
    return trigger.noun and trigger.entry.word == "fire"


def _sets_fire(telling: Telling, at: int) -> bool:
    """ "set fire to the office", "set it ablaze"; not "set off a bomb"."""
    tokens = telling.sentence.tokens
    below = (tokens[n].lemma.lower() for n in telling.sentence.children[at])
    return tokens[at].lemma.lower() == "set" and any(word in _ALIGHT for word in below)


def _befell_attackers(telling: Telling, at: int) -> bool:
    """ "the attackers were shot dead by guards": how they died, not how they attacked."""
    tokens = telling.sentence.tokens
    return any(f.trigger.at == at and is_a(tokens[f.victim].lemma.lower(), "attacker") for f in telling.figures)
