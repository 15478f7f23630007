"""How many of a thing: attackers, shots, vehicles, hostages, marchers, where two accounts of one deed give two numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from rashomon.model.annotation import Quantity
from rashomon.model.claim import COUNTS, Value
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.counted import read_counted, singular
from rashomon.stages.weigh.dating import Clock
from rashomon.stages.weigh.deeds import told_deeds
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.pairs import compare_figures
from rashomon.stages.weigh.question import Question
from rashomon.stages.weigh.reasons import say_tellers
from rashomon.stages.weigh.topics import people_of

DOERS = "doers"
_DOING = frozenset({"perpetrator", "responsibility"})
_FIGURES = COUNTS | {"amount", "found"}
_KINDS = ("conflict", "update")
_CHANGING = frozenset({"hostages"})
_ESTIMATED = frozenset({"marchers"})
"""What two sides estimate so differently that a number far from the other is no other matter."""
_LEAST = 2
_ANY_DEED = ""
_PEOPLE = "person"
_BEHIND = 60
_BEFORE = 8
_NONE = "none"
_SOME = re.compile(r"\bof (?:the|these|those|his|her|its|our|their|them)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Told:
    """A number of a thing by one claim, the words that give it, and what it is told of: a deed, or people."""

    thing: str
    laid: Laid
    words: str
    deed: str | None
    people: frozenset[str]


def find_numbers(layout: Layout, clock: Clock) -> list[Question]:
    """One question for each thing of which accounts of one deed, or of one person, give numbers that differ."""
    told = list(_all_told(layout))
    words = {one.laid.claim.id: one.words for one in told}
    found: list[Question] = []
    known: list[frozenset[str]] = []
    for (thing, deed, _), ones in _grouped(told):
        at = clock.at(layout.incidents.get(deed))
        for counts in compare_figures([one.laid for one in ones], at):
            contrasts = [c for c in counts.contrasts if _is_new(c, known)]
            known += [_ids(c) for c in contrasts]
            if contrasts:
                said = tuple(_say(contrast, words, may_change=thing in _CHANGING) for contrast in contrasts)
                prop = "perpetrator" if thing == DOERS else "statement"
                found.append(Question(prop, said, tuple(c for s in said for c in s.laids), thing, at, deed or None))
    return found


def _grouped(told: Iterable[_Told]) -> list[tuple[tuple[str, str, str], list[_Told]]]:
    """By thing, those of one deed; and those that name one person, where one of them tells of no deed."""
    groups: dict[tuple[str, str, str], list[_Told]] = defaultdict(list)
    for one in told:
        if one.deed:
            groups[one.thing, one.deed, ""].append(one)
        for person in one.people:
            groups[one.thing, _ANY_DEED, person].append(one)
    loose = {key for key, ones in groups.items() if key[1] or len({one.deed for one in ones} - {None}) <= 1}
    return sorted((key, ones) for key, ones in groups.items() if key in loose)


def _is_new(contrast: Contrast, known: Sequence[frozenset[str]]) -> bool:
    """Whether it is a difference between speakers that no wider group has shown."""
    between = {c.voice[-1] for c in contrast.first}.isdisjoint(c.voice[-1] for c in contrast.second)
    return between and contrast.kind in _KINDS and not any(_ids(contrast) <= ids for ids in known)


def _ids(contrast: Contrast) -> frozenset[str]:
    return frozenset(laid.claim.id for laid in contrast.laids)


def _all_told(layout: Layout) -> Iterator[_Told]:
    whom, deed_of = people_of(layout), told_deeds(layout)
    quantities = {a.document.id: a.annotations.quantities for a in layout.accounts}
    starts = {document: [q.start for q in found] for document, found in quantities.items()}
    taken = _taken(layout)
    for laid in layout.claims:
        prop, span = laid.claim.property, laid.claim
        if prop in _DOING and laid.incident and (quantity := _number_of_doers(layout, laid)):
            yield _Told(DOERS, _counting(laid, quantity, DOERS), quantity.quote, laid.incident, frozenset())
        if prop != "statement" or len(laid.voice) < 2:
            continue
        first = bisect_left(starts[span.document], span.start)
        for quantity in quantities[span.document][first:]:
            if quantity.start >= span.end:
                break
            thing = _thing(laid, quantity) if (quantity.number or 0) >= _LEAST else None
            if thing and not any(a < quantity.end and quantity.start < b for a, b in taken[span.document]):
                yield _Told(thing, _counting(laid, quantity, thing), quantity.quote, deed_of(laid), whom(laid))


def _taken(layout: Layout) -> dict[str, list[tuple[int, int]]]:
    """Where figures of victims and sums stand: those are compared as such."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for laid in (*layout.claims, *layout.repeats):
        if laid.claim.property in _FIGURES:
            found[laid.claim.document].append((laid.claim.start, laid.claim.end))
    return found


def _number_of_doers(layout: Layout, laid: Laid) -> Quantity | None:
    """How many did it, where the accused are a number of people without a name: "four gunmen"."""
    entity = layout.entities.get(laid.about or "")
    if entity is None or laid.about in layout.named:
        return None
    name = entity.name.casefold()
    account = next(a for a in layout.accounts if a.document.id == laid.document.id)
    near = (
        q
        for q in account.annotations.quantities
        if laid.sentence and laid.sentence.start <= q.start < laid.sentence.end and (q.number or 0) >= _LEAST
    )
    return next((q for q in near if name in q.quote.casefold() or q.quote.casefold() in name), None)


def _counting(laid: Laid, quantity: Quantity, thing: str) -> Laid:
    """The claim as one of a number, so that it is compared as figures are."""
    of = None if thing in _ESTIMATED else quantity.of
    said = Value(number=quantity.number, bound=quantity.bound, of=of, as_of=laid.claim.value.as_of)
    return replace(laid, claim=replace(laid.claim, value=said))


def _thing(laid: Laid, quantity: Quantity) -> str | None:
    """What is counted: a thing by its noun, people by what they do right behind."""
    if (
        quantity.part
        or _SOME.search(quantity.quote)
        or any(pattern.search(_around(laid, quantity)) for pattern, thing in _doing() if thing == _NONE)
    ):
        return None
    noun = singular(read_counted(quantity.of).noun)
    if noun != _PEOPLE or not quantity.of:
        return _things().get(noun) if quantity.of else None
    behind = laid.document.text[quantity.end : min(quantity.end + _BEHIND, laid.claim.end)].lower()
    return next((thing for pattern, thing in _doing() if thing != _NONE and pattern.search(behind)), None)


def _around(laid: Laid, quantity: Quantity) -> str:
    """The words of a claim from a counted thing on, and the one before."""
    start = max(laid.claim.start, quantity.start - _BEFORE)
    return laid.document.text[start : min(quantity.end + _BEHIND, laid.claim.end)].lower()


def _say(contrast: Contrast, words: dict[str, str], *, may_change: bool) -> Contrast:
    """The contrast in words; of what does not change, a later number is no newer one."""
    kind, notes = (contrast.kind, contrast.notes) if may_change else ("conflict", ())
    one, other = (words[side[0].claim.id] for side in (contrast.first, contrast.second))
    joint = "but" if kind == "conflict" else "and"
    sides = (
        f"{one} according to {say_tellers(contrast.first)}, {joint} {other} according to {say_tellers(contrast.second)}"
    )
    said = "; ".join((sides, *notes, "that not the same are meant is not ruled out"))
    return Contrast(kind, contrast.first, contrast.second, says=said)


@cache
def _things() -> dict[str, str]:
    return {word: thing for thing, words in _rows() if not words.startswith("/") for word in words.split()}


@cache
def _doing() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(words[1:]), thing) for thing, words in _rows() if words.startswith("/"))


@cache
def _rows() -> list[list[str]]:
    text = (files("rashomon.data") / "weigh" / "things.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
