"""Who was shot and lived: all who were shot without those who died of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.stages.claims.events.figure import Figure
from rashomon.stages.claims.events.persons import is_person, quantity_of
from rashomon.stages.claims.events.singly import told_singly
from rashomon.stages.claims.view import View


def survivors(view: View, shot: Sequence[Figure], dead: Sequence[Figure]) -> Iterator[Figure]:
    """ "Four shot, one fatally": who was shot without those who died of it, as differences of the tool's own making.

    The dead of the same sentence count first; where it tells of none, those of the whole report, if it is of one mind.
    """
    for f in shot:
        if not _counts_all(f):
            continue
        near = [d for d in dead if d.trigger.sentence is f.trigger.sentence and d.value.number and not _is_part(d)]
        if any(_are_parted(f, d) for d in near):
            continue
        if len(near) == 1:
            died = near[0].value.number if near[0].value.bound == "exact" else None
        else:
            died = None if near else died_in(view, dead)
        left = (f.value.number or 0) - died if died else 0
        if left > 0:
            value = replace(f.value, number=left, of="others shot")
            first, last = (min(f.first, near[0].first), max(f.last, near[0].last)) if near else (f.first, f.last)
            yield replace(f, value=value, first=first, last=last, derived=True)


def _are_parted(shot: Figure, dead: Figure) -> bool:
    """True for "accuse them of having shot nine; the army says that it killed four": two tellings, no whole and part."""
    ends = sorted((shot.trigger.token.start, dead.trigger.token.start))
    return ";" in shot.trigger.sentence.text[ends[0] : ends[1]]


_BESIDE = re.compile(r"\b(?:in addition to|besides|along with|apart from)\b", re.IGNORECASE)


def _counts_all(figure: Figure) -> bool:
    """Whether a figure is of all who were shot, not of others beside the dead or of an address ("Club 9 shooting")."""
    sentence = figure.trigger.sentence
    if figure.sort != "stated" or figure.other or figure.value.part or figure.value.bound != "exact":
        return False
    own = quantity_of(sentence, figure.victim) if figure.trigger.noun else None
    if own is not None and (own.of is None or not is_person(sentence, own.head)):
        return False
    return not _BESIDE.search(sentence.text, sentence.tokens[0].start, sentence.tokens[-1].end)


def _is_part(figure: Figure) -> bool:
    """ "Two of the dead": a part of the dead, not of those shot, as "two of them" is."""
    part = figure.value.part
    return bool(part) and not (part or "").lower().endswith((" them", " whom", " those", "the scene", "hospital"))


def died_in(view: View, dead: Sequence[Figure]) -> int | float | None:
    """How many died as the whole report has it; None where its figures differ or it has none."""
    stated = _stated(dead)
    if len(stated) > 1:
        return None
    return stated.pop() if stated else told_singly(view, dead) or None


def _stated(dead: Sequence[Figure]) -> set[int | float | None]:
    return {d.value.number for d in dead if d.sort in ("stated", "toll") and d.value.number and not _is_part(d)
            and d.value.bound == "exact" and not d.listed}  # fmt: skip


def are_the_dead(figure: Figure, dead: Sequence[Figure]) -> bool:
    """ "All five had gunshot wounds", where five died: the dead, spoken of again."""
    number = figure.value.number
    if figure.sort != "known" or not number or number < 2:
        return False
    return number in _stated(dead) or (figure.other and number + 1 in _stated(dead))
