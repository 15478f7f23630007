"""By what somebody was killed: shot by one account and stabbed by another, with a pistol or a rifle, or dead of an illness."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import combinations

from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import say_tellers

_SAID = ("asserted", "alleged", "undetermined")
_OF_PERSON = frozenset({"victim", "killed", "death", "statement"})
_OWN_HAND = "own hand"
_BY_ONESELF = frozenset(
    {"gun", "gun/short", "gun/long", "blade", "blade/knife", "poison", "rope", "water", "fall", "fire", "blast"}
)
_NO = re.compile(r"\b(?:no|not|never|nor|neither|without)\b|n['’]t\b", re.I)


def find_means(layout: Layout) -> list[Contrast]:
    """A conflict for each two voices that tell the death of one named person by means that exclude each other.

    A voice that tells of several means excludes none of them; so does a deed with several victims, whose weapons may be many.
    """
    told: dict[str, dict[tuple[str, ...], dict[str, list[Laid]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for person, laid, means in _all_told(layout):
        told[person][laid.document.id, *laid.voice][means].append(laid)
    return [contrast for person, voices in told.items() for contrast in _compare(layout, person, voices)]


def _compare(layout: Layout, person: str, voices: dict[tuple[str, ...], dict[str, list[Laid]]]) -> Iterator[Contrast]:
    by_means: dict[str, list[Laid]] = defaultdict(list)
    for of_voice in voices.values():
        narrow = [m for m in of_voice if not any(other.startswith(f"{m}/") for other in of_voice)]
        if len(narrow) == 1:
            by_means[narrow[0]] += of_voice[narrow[0]]
    for a, b in combinations(sorted(by_means), 2):
        if _exclude(a, b):
            ones, others = (tuple({c.claim.id: c for c in by_means[m]}.values()) for m in (a, b))
            name = layout.entities[person].name
            sides = f"“{ones[0].claim.quote}” according to {say_tellers(ones)}, but “{others[0].claim.quote}” according to {say_tellers(others)}"
            yield Contrast("conflict", ones, others, says=f"how {name} died: {sides}")


def _exclude(a: str, b: str) -> bool:
    """Whether neither means is the other, told more narrowly, nor goes with it: by one's own hand, and with a gun."""
    own = {m for m in (a, b) if m == _OWN_HAND}
    return not (a.startswith(f"{b}/") or b.startswith(f"{a}/") or (own and {a, b} - own <= _BY_ONESELF))


def _all_told(layout: Layout) -> Iterator[tuple[str, Laid, str]]:
    """Each claim that tells by what a named person died."""
    alone, dead = _only_victims(layout), _dead(layout)
    for laid in layout.claims:
        prop, text = laid.claim.property, laid.claim.value.text or laid.claim.quote
        if laid.claim.stance not in _SAID or _NO.search(laid.claim.quote):
            continue
        if prop == "weapon":
            person, text = alone.get(laid.incident or ""), laid.claim.quote
        elif prop in _OF_PERSON:
            person = laid.about if prop == "victim" else laid.entity
            text = laid.claim.quote if prop != "statement" else text
        else:
            continue
        if person in dead and _is_of_death(layout, laid):
            for means in _means(text):
                yield person, laid, means


def _dead(layout: Layout) -> set[str]:
    """The named persons who are told to have been victims, or dead."""
    victims = {c.about for c in layout.claims if c.claim.property == "victim"}
    victims |= {c.entity for c in layout.claims if c.claim.property == "death"}
    return {v for v in victims if v in layout.named and layout.entities[v].type == "person"}


def _is_of_death(layout: Layout, laid: Laid) -> bool:
    incident = layout.incidents.get(laid.incident or "")
    return incident is None or incident.type in ("killing", "attack")


def _only_victims(layout: Layout) -> dict[str, str]:
    """By deed, its victim, where only one is told of."""
    victims: dict[str, set[str]] = defaultdict(set)
    several: set[str] = set()
    for laid in layout.claims:
        if laid.incident and laid.claim.property == "victim" and laid.about:
            victims[laid.incident].add(laid.about)
        if laid.incident and laid.claim.property in ("killed", "injured") and (laid.claim.value.number or 2) > 1:
            several.add(laid.incident)
    return {i: next(iter(v)) for i, v in victims.items() if len(v) == 1 and i not in several}


def _means(text: str) -> list[str]:
    said = text.lower()
    return [means for means, pattern in _table() if pattern.search(said)]


@cache
def _table() -> tuple[tuple[str, re.Pattern[str]], ...]:
    text = (files("rashomon.data") / "weigh" / "means.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((means, re.compile(pattern)) for means, pattern in rows)
