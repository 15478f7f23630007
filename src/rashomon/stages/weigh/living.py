"""Whether somebody lives: named among the killed by one, alive or missing by another."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from importlib.resources import files

from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.dating import tell_by_day
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import say_tellers
from rashomon.stages.weigh.topics import people_of

_SAID = ("asserted", "alleged", "undetermined")
_DEAD = re.compile(
    r"\b(?:kill|murder|dead|died|death|stabbed to|strangl|drown|execut|assassinat|perish|burn\w* to)\w*", re.I
)
_GONE = re.compile(r"\b(?:missing|disappeared|vanished|unaccounted|no trace|abducted)\b", re.I)


def find_living(layout: Layout) -> list[Contrast]:
    """For each named person whom one account has dead, an update or a conflict with another that has him alive or missing."""
    whom = people_of(layout)
    dead: dict[str, list[Laid]] = defaultdict(list)
    living: dict[str, list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        if laid.claim.stance not in _SAID:
            continue
        if person := _dead(layout, laid):
            dead[person].append(laid)
        elif _lives(laid) or _is_missing(laid):
            for person in {laid.entity} if laid.entity else whom(laid):
                living[person or ""].append(laid)
    found = (_compare(layout, p, dead[p], living[p]) for p in dead if p in living and _is_person(layout, p))
    return [contrast for contrast in found if contrast]


def _is_person(layout: Layout, entity: str) -> bool:
    return entity in layout.named and layout.entities[entity].type == "person"


def _dead(layout: Layout, laid: Laid) -> str | None:
    """Who is dead by this claim."""
    if laid.claim.property == "death":
        return laid.entity
    killed = laid.claim.property == "victim" and _DEAD.search(laid.claim.quote) is not None
    return laid.about if killed and laid.incident and layout.incidents[laid.incident].type != "abduction" else None


def _lives(laid: Laid) -> bool:
    if laid.claim.property != "statement":
        return False
    text = (laid.claim.value.text or laid.claim.quote).lower()
    return any(pattern.search(text) for pattern in _alive())


def _is_missing(laid: Laid) -> bool:
    return laid.claim.property == "missing" and laid.claim.value.number == 1 and bool(_GONE.search(laid.words))


def _compare(layout: Layout, person: str, dead: list[Laid], living: list[Laid]) -> Contrast | None:
    """Who is missing and then dead is an update; dead by one account and alive, or later missing, by another, a conflict."""
    ones = tuple(c for c in dead if any(c.voice[-1] != other.voice[-1] for other in living))
    others = tuple(c for c in living if any(c.voice[-1] != other.voice[-1] for other in dead))
    if not ones or not others:
        return None
    name = layout.entities[person].name
    judged = tell_by_day(others, ones, ())
    missing = all(c.claim.property == "missing" for c in others)
    known = missing and not (judged.kind == "update" and judged.first == ones)
    word = "is missing" if missing else f"“{others[0].claim.quote}”"
    told = f"{name} is dead according to {say_tellers(ones)}", f"{word} according to {say_tellers(others)}"
    if known:
        return Contrast("update", others, ones, says=f"{name} {told[1]}, and is dead according to {say_tellers(ones)}")
    return Contrast("conflict", ones, others, says=f"{told[0]}, but {told[1]}")


@cache
def _alive() -> tuple[re.Pattern[str], ...]:
    text = (files("rashomon.data") / "weigh" / "alive.txt").read_text(encoding="utf-8")
    return tuple(re.compile(line) for line in text.splitlines() if line and not line.startswith("#"))
