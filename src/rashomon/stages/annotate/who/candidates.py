"""Whom a "he" or a "she" may mean: everybody of fitting gender who stands near before it, with what is to be weighed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rashomon.stages.annotate.who.cast import Actor
from rashomon.stages.annotate.who.page import Line
from rashomon.stages.annotate.who.places import place_of
from rashomon.stages.annotate.who.speech import Seen, Standings
from rashomon.stages.annotate.who.traits import (
    cannot_be,
    form_of,
    joined,
    of_candidate,
    of_pronoun,
    of_quotation,
    so_far,
)

_BACK, _FAR = 3, 12
"""As many sentences back somebody may be meant, of the same part of the text; as many are looked at for them."""
_MANY, _MOST = 3, 4


class Candidate(NamedTuple):
    """Somebody whom a pronoun may mean."""

    actor: Actor
    features: tuple[str, ...]
    standings: tuple[Seen, ...]
    """Where they stand before it, the last first."""


def candidates(
    lines: Sequence[Line], seen: Standings, number: int, n: int, gender: str, barred: Actor | None
) -> list[Candidate]:
    """Whom the pronoun at a token may mean, who stood last first; the subject of its own clause is `barred`."""
    before = list(before_of(lines, seen, number, n, _BACK, _FAR))
    met: dict[int, list[Seen]] = {}
    others = {id(s.actor) for s in before if s.line == number and cannot_be(lines[number], s.head, n)}
    for s in before:
        known = (s.actor.key or s.actor.standings) and id(s.actor) not in others
        if known and s.actor is not barred and s.actor.gender in (None, gender):
            met.setdefault(id(s.actor), []).append(s)
    told = beside_others(lines, list(met.values()), number)
    heard = next((s.actor for s in before if s.actor.gender == gender and _is_pronoun(lines, s)), None)
    own = tuple(of_pronoun(lines[number], n))
    found = []
    for theirs, beside in zip(met.values(), told, strict=True):
        one = theirs[0].actor
        later = [s for s in seen.get(number, ()) if s.actor is one and s.head > n][:1]
        features = [*of_candidate(lines, theirs, number, n), *beside, *_later(lines, later, number)]
        features.append("c:gender:known" if one.gender == gender else "c:gender:open")
        if heard is not None:
            features.append("c:heard" if one is heard else "c:unheard" if heard.key else "c:open-heard")
        if n in lines[number].quoted:
            features += of_quotation(lines, [*later, *theirs], number)
        found.append(Candidate(one, tuple(dict.fromkeys([*features, *joined(features, own)])), tuple(theirs)))
    return found


def before_of(lines: Sequence[Line], seen: Standings, number: int, n: int, near: int, far: int) -> Iterator[Seen]:
    """The standings before a token, from the last to the first: so many sentences of its part of the text back, looked for in so many."""
    yield from sorted((s for s in seen.get(number, ()) if s.head < n), key=lambda s: -s.head)
    back = 0
    for at in range(number - 1, max(-1, number - far), -1):
        if lines[at].heading != lines[number].heading or lines[at].sentence.block != lines[number].sentence.block:
            continue
        back += 1
        if back > near:
            return
        yield from sorted(seen.get(at, ()), key=lambda s: -s.head)


def _is_pronoun(lines: Sequence[Line], s: Seen) -> bool:
    return form_of(lines[s.line], s) == "pronoun"


def _later(lines: Sequence[Line], later: list[Seen], number: int) -> list[str]:
    """What is told of somebody who stands behind the pronoun too: "he fled, X said"."""
    return [f"c:later:{place_of(lines[number], s.head)}" for s in later]


def beside_others(lines: Sequence[Line], met: list[list[Seen]], number: int) -> Iterator[list[str]]:
    """Of each who may be meant how near and how often, set beside all others."""
    among: dict[int, set[int]] = {}
    for theirs in met:
        for s in theirs:
            among.setdefault(s.line, set()).add(id(s.actor))
    often = [so_far(theirs[0].actor, number) for theirs in met]
    for rank, theirs in enumerate(met):
        found = [f"c:rank{min(rank, _MANY)}", f"c:rank{min(rank, _MANY)}of{min(len(met), _MOST)}"]
        if len(among[theirs[0].line]) == 1:
            found.append(f"c:solo{min(_MANY, number - theirs[0].line)}")
        if often[rank] == max(often) and often.count(max(often)) == 1:
            found.append("c:most")
        yield found
