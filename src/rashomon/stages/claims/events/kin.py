"""Which kinds of telling may be of one incident: a mishap and the explosion that caused it, the missing and their abduction."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.taken_away import is_their_death
from rashomon.stages.claims.events.tellings import Telling, family_of
from rashomon.stages.claims.events.wording import Group, is_definite_noun

_DEEDS = frozenset({"violence", "disaster", "abduction", "unrest"})
_HARM = _DEEDS | {"loose", "absence"}
_GONE = frozenset({"absence", "disaster", "abduction"})
_BY = ("mode_blast", "mode_fire")
_OTHERWISE = ("mode_gun", "mode_hand", "murder")


def are_kin(group: Group, telling: Telling) -> bool:
    """Whether the two are of one kind; words of harm alone go with violence and with disasters."""
    own = {t.family for t in group} - {"loose"}
    if is_toll_of_detained(group, telling):
        return True
    if telling.family == "absence":
        return bool(own & _GONE) or (bool(own) and is_toll_of_missing(group, telling))
    if telling.family == "loose":
        return not own or bool(own & _DEEDS)
    if not own:
        return telling.family in ("violence", "disaster")
    if telling.family == "unrest" and "violence" in own:
        return any(is_definite_noun(telling, t.at) for t in telling.nouns)
    if own == {"abduction"} and telling.family == "violence":
        return is_their_death(group, telling)
    if own == {"absence"} and telling.family == "abduction":
        return True
    return telling.family in own or is_mishap_of(group, telling)


def main_for(groups: Sequence[Group], telling: Telling) -> int:
    """The index of what the report is about, as far as a telling may be of it: a court report has one deed behind its trial.

    The first of one sort; of the dead the first in which somebody may have died. One past the last where there is none.
    """
    first = len(groups)
    for n, group in enumerate(groups):
        if group[0].several or not _of_one_sort(group, telling):
            continue
        if not may_live(group, telling):
            return n
        first = min(first, n)
    return first


def _of_one_sort(group: Group, telling: Telling) -> bool:
    """Whether both tell of harm, or both of what courts, police and talkers did."""
    return of_harm(group[0]) == of_harm(telling)


def of_harm(telling: Telling) -> bool:
    """Whether people came to harm in what is told, or might have."""
    return telling.family in _HARM


def may_live(group: Group, telling: Telling) -> bool:
    """ "The court assumed six deaths", of men who were abducted and killed: of the killing, where one is told, not of the abduction."""
    dead = telling.family == "loose" and any(t.harm == "killed" for t in telling.triggers)
    taken = all(one.family == "abduction" for one in group)
    right_before = telling.sentence.sentence.index - group[-1].sentence.sentence.index <= 1
    return dead and taken and not right_before


def is_mishap_of(group: Group, telling: Telling) -> bool:
    """ "the ferry went down after two explosions", "the sinking": a mishap by its words, and a deed by those of the other side."""
    sides = [list(group), [telling]]
    for deeds, mishaps in (sides, sides[::-1]):
        mishap = [t for one in mishaps for t in one.triggers if family_of(t) == "disaster"]
        if not mishap or not any(one.family == "violence" for one in deeds):
            continue
        if all(is_a(t.entry.word, "mishap") for t in mishap):
            return _may_cause(deeds)
    return False


def _may_cause(deeds: Group) -> bool:
    """Whether deeds are by explosions, by fire, or an attack by no other word: not the murder of somebody."""
    told = {t.entry.word for one in deeds for t in one.triggers if family_of(t) == "violence"}
    named = {w for w in told if any(is_a(w, mode) for mode in _BY) or is_a(w, "sabotage")}
    return bool(named) and not any(is_a(w, mode) for w in told for mode in _OTHERWISE)


def are_told_beside(group: Group, telling: Telling) -> bool:
    """Whether two tellings of one sentence may be of one incident: the missing and the held beside the dead, a mishap and its cause."""
    if (group[-1].family == "absence") != (telling.family == "absence") or is_toll_of_detained(group, telling):
        return True
    return is_mishap_of(group[-1:], telling)


def is_toll_of_missing(group: Group, telling: Telling) -> bool:
    """ "Forty are missing", of an attack told just before with its dead: no disappearance of its own."""
    counted = any(f.sort in ("stated", "known") and (f.value.number or 0) > 1 for f in telling.figures)
    if not counted or telling.times or any(t.noun for t in telling.triggers):
        return False
    return group[0].family in ("violence", "loose", "abduction") and any(
        f.harm == "killed" for t in group for f in t.figures
    )


_SOUGHT = frozenset(
    {"suspect", "attacker", "gunman", "bomber", "assailant", "shooter", "killer", "perpetrator", "culprit"}
)


def is_toll_of_detained(group: Group, telling: Telling) -> bool:
    """ "84 were injured and 112 detained": counted with the dead and wounded of one paragraph, no arrest for it later on."""
    if telling.family != "arrest" or telling.times or telling.places or len(telling.figures) != 1:
        return False
    figure = telling.figures[0]
    sentence, at = telling.sentence, figure.trigger.at
    sought = sentence.tokens[figure.victim].lemma.lower() in _SOUGHT
    passive = not figure.trigger.noun and sentence.child(at, "nsubj", "dobj", "agent") is None
    if sought or not passive or figure.sort != "stated" or (figure.value.number or 0) < 2:
        return False
    near = [t for t in group if t.sentence.sentence.paragraph == sentence.sentence.paragraph]
    hurt = any(f.harm in ("killed", "injured") and f.sort in ("stated", "toll") for t in near for f in t.figures)
    return hurt and group[0].family in ("violence", "loose", "unrest")
