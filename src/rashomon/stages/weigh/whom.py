"""Whom they killed: fighters, say those who did it; villagers, or more than they count, say others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.counted import read_counted
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import say_tellers, say_value
from rashomon.stages.weigh.roots import Roots
from rashomon.stages.weigh.topics import actors_in, speaker_of

_DOING = frozenset({"perpetrator", "responsibility"})
_SAID = ("asserted", "alleged", "undetermined")
_LEAST = 2
_OURS = re.compile(r"\b(?:we|our (?:forces|troops|soldiers|men|officers|police|jets|aircraft|drones?|units?))\b", re.I)
_BEFORE = 40
_FORCES = frozenset({"~army", "~police", "~guards"})


def find_whom(layout: Layout, roots: Roots) -> list[Contrast]:
    """A conflict for each deed of which one side counts dead fighters as its own work, and another side more dead, or others.

    Where the dead fighters are those who attacked there is nothing to compare: only the word of those said to have done
    it counts, or of forces where forces are.
    """
    by_deed: dict[str, list[Laid]] = defaultdict(list)
    doers: dict[str, set[str]] = defaultdict(set)
    for laid in layout.claims:
        if laid.incident and laid.claim.stance in _SAID:
            if laid.claim.property == "killed" and (laid.claim.value.number or 0) >= _LEAST:
                by_deed[laid.incident].append(laid)
            elif laid.claim.property in _DOING and laid.about:
                doers[laid.incident] |= {laid.about, *actors_in(layout.entities[laid.about].name)}
    return [c for deed, laids in by_deed.items() for c in _compare(layout, roots, laids, doers[deed])]


def _compare(layout: Layout, roots: Roots, laids: Sequence[Laid], doers: set[str]) -> Iterator[Contrast]:
    """One contrast for each number that others give."""
    ones = tuple(c for c in laids if _are_fighters(c) and _is_of_doers(roots, c, doers))
    speakers = {speaker_of(c) for c in ones}
    reports = {(c.document.id, speaker_of(c)) for c in ones}
    if not ones or any((c.document.id, speaker_of(c)) in reports and not _are_fighters(c) for c in laids):
        return
    most = max(float(c.claim.value.number or 0) for c in ones)
    by_number: dict[float, list[Laid]] = defaultdict(list)
    for laid in laids:
        if _are_others(laid, most) and speaker_of(laid) not in speakers:
            by_number[float(laid.claim.value.number or 0)].append(laid)
    yield from _revised(layout, ones, [c for c in laids if _are_others(c, most)])
    told = f"{say_value(layout, ones)} according to {say_tellers(ones)}"
    for others in by_number.values():
        sides = f"{told}, but {say_value(layout, others)} according to {say_tellers(others)}"
        says = f"whom they killed: {sides}; that others are meant is not ruled out"
        yield Contrast("conflict", ones, tuple(others), says=says)


def _revised(layout: Layout, ones: Sequence[Laid], more: Sequence[Laid]) -> Iterator[Contrast]:
    """An update for each of those who counted fighters that in a later report has more dead, and calls them by no such word."""
    for laid in more:
        before = tuple(c for c in ones if speaker_of(c) == speaker_of(laid) and _is_earlier(c, laid))
        if before:
            told = f"{say_value(layout, before)} ({before[0].day}), later {say_value(layout, [laid])} ({laid.day})"
            yield Contrast(
                "update", before, (laid,), says=f"whom they killed, by the word of {say_tellers(before)}: {told}"
            )


def _is_earlier(early: Laid, late: Laid) -> bool:
    return bool(early.day and late.day and early.day.last < late.day.first)


def _are_fighters(laid: Laid) -> bool:
    of = (laid.claim.value.of or "").lower()
    return any(pattern.search(of) for pattern in _patterns())


def _is_of_doers(roots: Roots, laid: Laid, doers: set[str]) -> bool:
    """Whether those who did it say so: by name, as who speaks for them, as forces of which they say it, or as "we"."""
    if len(laid.voice) < 2:
        return False
    spoken = {roots.of(f"entity {doer}") for doer in doers if not doer.startswith("~")}
    link, told = laid.claim.chain[-1], _told_of_forces(laid) and (not doers or bool(doers & _FORCES))
    own = _OURS.search(laid.words) is not None or told or bool(actors_in(link.name) & _forces_before(laid))
    return own or roots.of(laid.voice[-1]) in spoken or bool(actors_in(link.name) & doers & _FORCES)


def _told_of_forces(laid: Laid) -> bool:
    """Whether its own sentence says right before that forces killed them: "police killed nine militants"."""
    return bool(_forces_before(laid))


def _forces_before(laid: Laid) -> frozenset[str]:
    start = laid.sentence.start if laid.sentence else laid.claim.start
    return actors_in(laid.document.text[max(start, laid.claim.start - _BEFORE) : laid.claim.start]) & _FORCES


def _are_others(laid: Laid, fighters: float) -> bool:
    """Whether it counts all the dead, or people who bear no arms, and more than those fighters."""
    kind = read_counted(laid.claim.value.of).kind
    return kind in ("whole", "loose") and not laid.claim.value.part and float(laid.claim.value.number or 0) > fighters


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    text = (files("rashomon.data") / "weigh" / "fighters.txt").read_text(encoding="utf-8")
    return tuple(re.compile(line) for line in text.splitlines() if line and not line.startswith("#"))
