"""Who came to harm, as far as it tells whether two tellings are of one incident."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.tree import asked_once
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.wording import Group, is_definite_noun
from rashomon.stages.claims.view import View

_LEAD, _FEW = 4, 2
_HURT = frozenset({"killed", "shot", "injured"})


def of_victims(view: View, group: Group, telling: Telling) -> dict[str, float]:
    """What those who came to harm show: one victim of both, or others."""
    found = {"late_death": float(_is_late_death(group, telling))}
    if _many_after_one(view, group, telling):
        return found | {"many_after_one": 1.0}
    new = set(victims_of(view, telling))
    one = bool(new) and any(not new.isdisjoint(victims_of(view, t)) for t in group)
    return found | {"one_victim": float(one)}


def _many_after_one(view: View, group: Group, telling: Telling) -> bool:
    """ "Nine were killed in Tolm", after the murder of one by name in Karsova: more dead, at a place of their own."""
    many = any(f.harm == "killed" and f.sort == "stated" and (f.value.number or 0) > _FEW for f in telling.figures)
    here, there = ({m.quote for t in side for m, _ in t.places} for side in ([telling], group))
    if not many or not here or not there or here & there:
        return False
    dead = [f for t in group for f in t.figures if f.harm == "killed"]
    named = {r for t in group for r in victims_of(view, t) if view.referents[r].named}
    return len(named) == 1 and all(f.sort == "single" for f in dead)


def _is_late_death(group: Group, telling: Telling) -> bool:
    """A death first told far down, of someone alone, in a report that opened with wounded only: another story."""
    dead = [f for f in telling.figures if f.harm == "killed"]
    if not dead or any(f.sort != "single" for f in dead):
        return False
    mourned = any(is_a(lemma, "mourning") for lemma in telling.sentence.lemmas)
    if telling.sentence.sentence.index <= _LEAD + 2 and not mourned:
        return False
    told = [f for t in group for f in t.figures]
    opened = any(f.sort == "stated" and f.trigger.sentence.sentence.index < _LEAD for f in told)
    known = any(is_definite_noun(telling, t.at) for t in telling.nouns)
    return opened and not known and not any(f.harm == "killed" for f in told)


@asked_once
def victims_of(view: View, telling: Telling) -> tuple[str, ...]:
    """The referents who came to harm in a telling."""
    found = []
    for f in telling.figures:
        referent = view.referent_at(telling.sentence, f.victim)
        if referent is not None and referent.type == "person":
            found.append(referent.id)
    return (*found, *_owners(view, telling))


def _owners(view: View, telling: Telling) -> Iterator[str]:
    """ "his murder", "her sister's death": those whose own deed a noun names by whose it is."""
    for t in telling.triggers:
        state = telling.sentence.state(t.at) if t.noun and t.entry.frame == "of" else None
        if state is not None and state.possessor is not None and not state.oblique("of"):
            referent = view.referent_at(telling.sentence, state.possessor)
            if referent is not None and referent.type == "person":
                yield referent.id


def with_their_dead(view: View, groups: Sequence[Group]) -> list[Group]:
    """The groups, with each death of somebody by name where the rest of that one's killing is told.

    "Porr's death", before anything else is told of Porr, falls to what the report is about, and is moved from there.
    """
    found = [list(g) for g in groups]
    for home in found:
        for telling in list(home):
            other = _other_home(view, found, home, telling) if len(home) > 1 else None
            if other is not None:
                home.remove(telling)
                other.append(telling)
                other.sort(key=lambda t: t.triggers[0].token.start)
    return sorted(found, key=lambda g: g[0].triggers[0].token.start)


def _other_home(view: View, groups: Sequence[Group], home: Group, telling: Telling) -> Group | None:
    victims = _by_name(view, telling)
    rest = {v for t in home if t is not telling for v in _by_name(view, t)}
    if len(victims) != 1 or victims & rest or len(telling.figures) != 1 or telling.several:
        return None
    known = [g for g in groups if g is not home and not g[0].several and any(victims & _by_name(view, t) for t in g)]
    return known[0] if len(known) == 1 and not _agree(home, telling) else None


@asked_once
def _by_name(view: View, telling: Telling) -> frozenset[str]:
    """Those by name who were killed or hurt in a telling."""
    dead = all(f.harm in _HURT for f in telling.figures)
    return frozenset(v for v in victims_of(view, telling) if dead and view.referents[v].named)


def _agree(home: Group, telling: Telling) -> bool:
    """Whether a telling's place is one of the rest of its group: then it is told of there."""
    return bool({m.quote for m, _ in telling.places} & {m.quote for t in home if t is not telling for m, _ in t.places})
