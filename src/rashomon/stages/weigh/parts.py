"""A whole that a report gives against the parts that it gives of it: named as parts, or inferred to be."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.model.claim import is_worked_out
from rashomon.model.finding import Finding
from rashomon.stages.weigh.figures import Figure
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import list_outlets, make_finding, say_number, say_outlet, say_value

_STATED = ("exact", "at_least")
_LEAST_WHOLE = 10
_MOST_PARTS = 8
_MOST_TAKEN = 4
_LEAST_OF_SEVERAL = 5
_ONE_MORE = re.compile(r"\bone (?:was|is|had|has|an?|of them|worked|died)\b", re.I)


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim with its figure."""

    laid: Laid
    figure: Figure

    @property
    def what(self) -> str:
        """Whom a part counts, in the report's words."""
        return self.figure.part or self.figure.of or "others"


@dataclass(frozen=True, slots=True)
class Added:
    """A whole of a report and the parts that it gives, with what adding them comes to."""

    whole: Stated
    parts: tuple[Stated, ...]
    verdict: str

    @property
    def key(self) -> tuple[object, ...]:
        """What makes the sum of another report the same: one matter, and the same figures."""
        laid, numbers = self.whole.laid, sorted(p.figure.number for p in self.parts)
        return laid.incident, laid.claim.property, self.whole.figure.number, *numbers


def find_parts(stated: Sequence[Stated], loose: frozenset[str | None] = frozenset()) -> list[Added]:
    """Each whole of a report that its own parts add up to, or that lists parts that do not.

    What is of no incident, or of one of the `loose` ones, without day and place, is taken for one matter of its report.
    """
    matters: dict[tuple[str | None, str], list[Stated]] = defaultdict(list)
    for one in stated:
        laid = one.laid
        usable = one.figure.bound in _STATED and one.figure.number > 0 and not is_worked_out(laid.claim)
        if usable and not laid.claim.subject.total:
            matters[(None if laid.incident in loose else laid.incident, laid.claim.property)].append(one)
    return [found for ones in matters.values() for found in _of_one_matter(ones)]


def tell_parts(layout: Layout, added: Sequence[Added]) -> list[Finding]:
    """One finding for each sum, with all reports that give it."""
    alike: dict[tuple[object, ...], list[Added]] = defaultdict(list)
    for one in added:
        alike[one.key].append(one)
    return [_add_up(layout, several) for several in alike.values()]


def _of_one_matter(ones: Sequence[Stated]) -> list[Added]:
    largest = max((s.figure.number for s in ones), default=0)
    wholes = [s for s in ones if _is_whole(s) or (s.figure.number == largest and _may_be_all(s))]
    parts = [s for s in ones if _may_be_part(s)]
    found: list[Added] = []
    summed: set[float] = set()
    for named in _by_sentence(parts):
        one = _single_ones(named, wholes)
        total = sum(p.figure.number for p in named) + one
        if fit := [w for w in wholes if w.figure.number == total and w not in named]:
            found.append(Added(fit[0], tuple(named), "with one more who is told of, add up" if one else "add up"))
            summed.add(total)
        elif odd := [w for w in wholes if _lists_parts(w, named)]:
            found.append(Added(odd[0], tuple(named), f"add up to {say_number(total)}, not to it"))
    for whole in {w.figure.number: w for w in wholes if w.figure.number >= _LEAST_WHOLE}.values():
        if whole.figure.number not in summed and (taken := _only_set(parts, whole.figure.number)):
            found.append(Added(whole, tuple(taken), "add up; that these are its parts is inferred, not said"))
    return found


def _single_ones(named: Sequence[Stated], wholes: Sequence[Stated]) -> int:
    """Of "15 were guards, one was a driver and two were cooks" the one, who is told of and counted nowhere, where he makes it up."""
    one = any(p.figure.number == 1 for p in named)
    gap = {w.figure.number - sum(p.figure.number for p in named) for w in wholes if w not in named}
    return 1 if not one and 1 in gap and _ONE_MORE.search(named[0].laid.words) else 0


def _is_whole(stated: Stated) -> bool:
    return stated.figure.part is None and stated.figure.counted.kind not in ("group", "listed")


def _may_be_all(stated: Stated) -> bool:
    """Whether the largest figure of a report counts so many of a group ("18 men") that they may be all."""
    return stated.figure.part is None and stated.figure.counted.kind == "group" and stated.figure.number >= _LEAST_WHOLE


def _may_be_part(stated: Stated) -> bool:
    """Whether a figure counts some: a part, or people called by a word that not everybody goes by."""
    counted = stated.figure.counted
    return stated.figure.part is not None or (counted.kind != "listed" and counted.noun != "person")


def _by_sentence(parts: Sequence[Stated]) -> list[list[Stated]]:
    """The parts of each sentence that names two or more that are told apart, as its reader marked them."""
    sentences: dict[int, list[Stated]] = defaultdict(list)
    for part in parts:
        if part.laid.sentence and part.figure.part:
            sentences[part.laid.sentence.index].append(part)
    return [told for told in sentences.values() if len({(p.figure.part, p.figure.number) for p in told}) > 1]


def _only_set(parts: Sequence[Stated], total: float) -> list[Stated] | None:
    """The one set of parts, each of other people, that makes up a whole; None where none or several do."""
    distinct = list({(p.figure.counted.noun, p.figure.number): p for p in parts if p.figure.part != "others"}.values())
    if len(distinct) > _MOST_PARTS:
        return None
    sizes = range(2, min(len(distinct), _MOST_TAKEN) + 1)
    sets = [s for n in sizes for s in combinations(distinct, n) if sum(p.figure.number for p in s) == total]
    fitting = [s for s in sets if len({p.figure.counted.noun for p in s}) == len(s) or _are_several_parts(s)]
    return list(fitting[0]) if len(fitting) == 1 else None


def _are_several_parts(parts: Sequence[Stated]) -> bool:
    """Three figures and more, each of another part or of another word, which do not make a whole up by chance."""
    told = {(p.figure.counted.noun, p.figure.part) for p in parts}
    return len(parts) > 2 and len(told) == len(parts) and min(p.figure.number for p in parts) >= _LEAST_OF_SEVERAL


def _lists_parts(whole: Stated, parts: Sequence[Stated]) -> bool:
    """Whether one sentence gives the parts as all there is: after a colon, a dash or in brackets."""
    if whole.laid.sentence is None or any(p.laid.sentence != whole.laid.sentence for p in parts):
        return False
    text, end = whole.laid.document.text, whole.laid.claim.end
    first = min(p.laid.claim.start for p in parts)
    return first >= end and re.search(r"[:(–—]\s*$|[:(–—]", text[end:first]) is not None


def _add_up(layout: Layout, added: Sequence[Added]) -> Finding:
    first = min(added, key=lambda one: len(one.verdict))
    numbers = " + ".join(f"{say_number(p.figure.number)} {p.what}" for p in first.parts)
    wholes = [one.whole.laid for one in added]
    say = "says" if len({say_outlet(laid.document) for laid in wholes}) == 1 else "say"
    reason = f"{say_value(layout, wholes)}, {say} {list_outlets(wholes)}; the parts {'it gives' if say == 'says' else 'they give'}"
    laids = [laid for one in added for laid in (one.whole.laid, *(p.laid for p in one.parts))]
    prop = wholes[0].claim.property
    return make_finding("sum", layout, laids, f"{reason}, {numbers}, {first.verdict}", prop=prop)
