"""Whom a surname alone means in a report that has no full name for it: the one of another report who bears it."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.stages.link.bearers import Bearer
from rashomon.stages.link.comparison import Comparison
from rashomon.stages.link.doubts import Evidence
from rashomon.text.names.distance import word_distance
from rashomon.text.names.words import given, titles

_ONE_SOUND = 0.04


def compare_lone(
    bearers: Sequence[Bearer],
    pairs: Sequence[tuple[int, int]],
    evidence: Evidence,
    known: list[Comparison],
) -> list[Comparison]:
    """A surname alone is the one person of that surname whose documents share other names with its own."""
    one_person = {frozenset((c.a, c.b)) for c in known if c.verdict == "same"}
    candidates: dict[int, list[int]] = {}
    for single, full in pairs:
        name = bearers[single].words[0]
        # A given name alone is no surname, whoever bears it as one: it is asked about, and joins nobody.
        alike = not given(name) and word_distance(name, bearers[full].words[-1]) <= _ONE_SOUND
        alike = alike or (bool(given(name)) and name in bearers[full].words) or _is_father(name, bearers[full])
        alike = alike and not _genders_differ(bearers[single], bearers[full])
        if alike and not bearers[single].documents & bearers[full].documents:
            candidates.setdefault(single, []).append(full)
    found: list[Comparison] = []
    for single, fulls in sorted(candidates.items()):
        found.extend(_lone_name(bearers, single, fulls, evidence, one_person))
    return found


def _is_surname_there(bearers: Sequence[Bearer], single: int) -> bool:
    """Whether somebody else of a report that has a name alone bears it last: "Tavcek" beside "Anja Tavcek"."""
    alone = bearers[single]
    return any(
        b.type == "person" and len(b.words) > 1 and b.words[-1] == alone.words[0] and b.documents & alone.documents
        for b in bearers
    )


def _is_father(name: str, full: Bearer) -> bool:
    """ "Abu Saqr" for "Abu Saqr al-Rimli"."""
    return name.startswith(("abu", "umm")) and len(name) > 5 and full.words[0] == name


def _genders_differ(a: Bearer, b: Bearer) -> bool:
    """Mrs X is not the man called X."""
    one, two = ({r.gender for r in bearer.referents if r.gender} for bearer in (a, b))
    return len(one) == len(two) == 1 and one != two


def _of_one_rank(bearers: Sequence[Bearer], single: int, fulls: list[int], evidence: Evidence) -> list[int]:
    """Of all who bear a surname those of the rank that stands beside it, where all others have another."""
    ranks = {f: evidence.called(bearers[f]) & titles()[0] for f in fulls}
    own = evidence.called(bearers[single]) & titles()[0]
    alike = [f for f in fulls if ranks[f] & own]
    return alike if alike and all(ranks.values()) else fulls


def _lone_name(
    bearers: Sequence[Bearer],
    single: int,
    fulls: list[int],
    evidence: Evidence,
    one_person: set[frozenset[int]],
) -> list[Comparison]:
    name = bearers[single].name
    # Of "Benik" and "Benitch" the one that is spelt so, where the case has both.
    letters = [f for f in fulls if bearers[single].words[0] in bearers[f].words]
    fulls = letters or fulls
    near = [f for f in fulls if evidence.near(bearers[single], bearers[f])]
    near = _of_one_rank(bearers, single, near, evidence)
    first = near[:1]
    people = first + [f for f in near[1:] if frozenset((first[0], f)) not in one_person]
    if len(people) > 1:
        names = " or ".join(sorted(f"“{bearers[f].name}”" for f in people))
        return [Comparison(single, f, "disputed", 0.5, f"“{name}” alone could be {names}.", True) for f in people]
    if people and given(bearers[single].words[0]) and not _is_surname_there(bearers, single):
        why = f"“{name}” alone is a given name: “{bearers[people[0]].name}” bears it in reports that share other names."
        return [Comparison(single, people[0], "disputed", 0.5, why)]
    if people:
        full = people[0]
        why = (
            f"“{name}” alone: “{bearers[full].name}” is the only one of that surname in reports that share other names."
        )
        return [Comparison(single, full, "same", 0.75, why, True)]
    return []
