"""How many were sentenced, charged or put under sanctions, where nobody names them: "seven men", "eight members"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.figures import read_number
from rashomon.stages.weigh.layout import Laid, Layout, incidents_told
from rashomon.stages.weigh.reasons import say_tellers

_IN_ONE = frozenset({"conviction", "sanctioned", "charge"})
_BETWEEN = frozenset({"conviction", "sanctioned"})
"""Of two reports "11 charged" and "18 charged" may be of two days and two courts; a verdict is told once."""
_SAID = ("asserted", "alleged", "undetermined")
_SOME = re.compile(r"\b(?:others?|another|more|further|remaining|rest|of (?:them|whom|the|those|these))\b", re.I)
_WORD = re.compile(r"[\w,]+")
_LEAST = 2
Matter = tuple[str, str | None]


def find_headcounts(layout: Layout) -> list[Contrast]:
    """A contrast for each two numbers of people of whom one and the same is said, in one report or of one verdict."""
    told = incidents_told(layout)
    found = []
    for (prop, _), counts in _counted(layout).items():
        for a, b in combinations(sorted(counts), 2):
            own = {document for document, _ in _tellers(counts[a]) & _tellers(counts[b])}
            own |= _headed(counts[a], counts[b]) | _headed(counts[b], counts[a])
            found += [
                _contrast("inconsistency", prop, a, b, _of(counts[a], {d}), _of(counts[b], {d})) for d in sorted(own)
            ]
            ones, others = (_outside(counts[n], own) for n in (a, b))
            pairs = [
                (x, y)
                for x in ones or counts[a]
                for y in others or counts[b]
                if told[x.document.id] & told[y.document.id]
            ]
            if prop in _BETWEEN and any(x.document.id != y.document.id for x, y in pairs):
                sides = (tuple({c.claim.id: c for c in side}.values()) for side in zip(*pairs, strict=True))
                found.append(_contrast("conflict", prop, a, b, *sides))
    return found


def _counted(layout: Layout) -> dict[Matter, dict[int, list[Laid]]]:
    """By what is said of them (of a verdict with its penalty), who gives which number."""
    found: dict[Matter, dict[int, list[Laid]]] = defaultdict(lambda: defaultdict(list))
    for laid in layout.claims:
        claim = laid.claim
        if claim.property in _IN_ONE and claim.stance in _SAID and (number := _number(layout, laid)):
            penalty = claim.value.penalty.kind if claim.value.penalty else None
            found[claim.property, penalty][number].append(laid)
    return found


def _number(layout: Layout, laid: Laid) -> int | None:
    """The number that opens a description of people; None for a name, for some of them, and for one."""
    entity = laid.about if laid.claim.property == "charge" else laid.entity
    if entity is None or entity in layout.named or entity not in layout.entities:
        return None
    name = layout.entities[entity].name
    first = _WORD.match(name)
    number = read_number(first.group().lower()) if first and not _SOME.search(name) else None
    return int(number) if number and number >= _LEAST else None


def _tellers(laids: Sequence[Laid]) -> set[tuple[str, str]]:
    """The voices of each report that give a number: one contradicts itself, two contradict one another."""
    return {(c.document.id, str(c.teller)) for c in laids}


def _headed(laids: Sequence[Laid], others: Sequence[Laid]) -> set[str]:
    """Documents of which the headline gives one number and the text the other, whoever says it there."""
    heads = {c.document.id for c in laids if c.sentence and c.sentence.block in ("headline", "subhead")}
    return heads & {c.document.id for c in others}


def _of(laids: Sequence[Laid], documents: set[str]) -> tuple[Laid, ...]:
    return tuple(c for c in laids if c.document.id in documents)


def _outside(laids: Sequence[Laid], documents: set[str]) -> tuple[Laid, ...]:
    return tuple(c for c in laids if c.document.id not in documents)


def _contrast(kind: str, prop: str, a: int, b: int, ones: Sequence[Laid], others: Sequence[Laid]) -> Contrast:
    said = {"conviction": "sentenced", "charge": "charged"}.get(prop, "put under sanctions")
    sides = f"{a} {said} according to {say_tellers(ones)}, but {b} according to {say_tellers(others)}"
    note = "; that two groups are meant is not ruled out"
    return Contrast(
        "inconsistency" if kind == "inconsistency" else "conflict", tuple(ones), tuple(others), says=sides + note
    )
