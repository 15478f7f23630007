"""A statement that nobody was killed, is missing, was held, against reports that count some."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from rashomon.model.claim import COUNTS
from rashomon.stages.weigh.arrests import held_for
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.counted import read_counted
from rashomon.stages.weigh.dating import Clock, tell_by_day
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import say_tellers, say_value

_OTHERS = re.compile(r"\b(?:else|others?|further|more|additional|new)\b")
_SAID = ("asserted", "alleged", "undetermined")
_NONE = (*_SAID, "denied")
"""A statement whose own words say no is read as asserted or as denied."""


def find_none_at_all(layout: Layout, clock: Clock) -> list[Contrast]:
    """For each statement that nobody was, the counts of one incident or of its own report that say how many were."""
    counted: dict[tuple[str, str], list[Laid]] = defaultdict(list)
    held = held_for(layout)
    for laid in layout.claims:
        if laid.claim.property in COUNTS and laid.claim.stance in _SAID and _counts_all(laid):
            about = held.get(laid.claim.id, laid.incident)
            counted[(laid.claim.property, about or laid.document.id)].append(laid)
    found = []
    for laid in layout.claims:
        for prop in _denied(laid):
            told = counted.get((prop, laid.incident or laid.document.id), ())
            sides = [[c for c in told if (c.voice[-1] == laid.voice[-1]) == own] for own in (False, True)]
            found += [_contrast(layout, counts, laid, clock) for counts in sides if counts]
    return found


def _counts_all(laid: Laid) -> bool:
    """Whether a count is of everybody, and not of one group or part, of whom there may be none."""
    value = laid.claim.value
    return bool(value.number) and value.part is None and read_counted(value.of).kind == "whole"


def _denied(laid: Laid) -> list[str]:
    """The properties of which a statement says that there was nobody."""
    if laid.claim.property != "statement" or len(laid.voice) < 2 or laid.claim.stance not in _NONE:
        return []
    text = (laid.claim.value.text or laid.claim.quote).lower()
    return [prop for prop, patterns in _patterns().items() if any(_says_none(pattern, text) for pattern in patterns)]


def _says_none(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the words say so of all: "no one else was hurt" leaves some."""
    match = pattern.search(text)
    return match is not None and _OTHERS.search(match.group()) is None


def _contrast(layout: Layout, counts: Sequence[Laid], none: Laid, clock: Clock) -> Contrast:
    incident = layout.incidents.get(none.incident or "")
    judged = tell_by_day(tuple(counts), (none,), (), clock.at(incident))
    said = f"{say_value(layout, counts)} according to {say_tellers(counts)}"
    no = f"“{none.claim.quote}” according to {say_tellers([none])}"
    joint = "but" if judged.kind == "conflict" else "and"
    first, second = (said, no) if judged.first[0] is not none else (no, said)
    return Contrast(
        judged.kind, judged.first, judged.second, says="; ".join((f"{first}, {joint} {second}", *judged.notes))
    )


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    found: dict[str, list[re.Pattern[str]]] = defaultdict(list)
    text = (files("rashomon.data") / "weigh" / "nobody.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            prop, pattern = line.split("\t")
            found[prop].append(re.compile(pattern))
    return {prop: tuple(patterns) for prop, patterns in found.items()}
