"""Figures too doubtful to be held against others: a part, another matter, somebody told of and not counted."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.stages.weigh.figures import Figure
from rashomon.stages.weigh.layout import Laid, Layout

_ONE_MATTER = 0.5
_ONE_REPORT = 0.34
_NEARLY = 0.9
_MOST_IN_ONE_VOICE = 2
_FOUND_SINCE = re.compile(r"\b(?:more|further|additional)\b", re.I)
_ONE = re.compile(r"\b(?:one|1|single|sole|lone|only)\b", re.I)


@dataclass(frozen=True, slots=True)
class Mind:
    """One figure and the claims that give it."""

    figure: Figure
    claims: tuple[Laid, ...]


def doubtful_claims(minds: Sequence[Mind]) -> set[str]:
    """Claims of voices that give several whole figures for one matter in one report: more likely several matters.

    Of two figures the one below half the other is a part or another matter, but where only their digits have changed
    places ("injured 31", "injured 13"); of three or more nothing is certain.
    A bounded figure ("more than 750 this year") that is far from the voice's exact one speaks of something else, and
    so does one below a third of another that the report gives, whoever gives it.
    """
    exact: dict[tuple[str, tuple[str, ...]], dict[float, list[str]]] = defaultdict(lambda: defaultdict(list))
    bounded: list[tuple[Figure, Laid]] = []
    for mind in minds:
        if mind.figure.part or mind.figure.counted.kind == "group":
            continue
        for laid in mind.claims:
            if mind.figure.exact:
                exact[laid.teller][mind.figure.number].append(laid.claim.id)
            else:
                bounded.append((mind.figure, laid))
    doubtful = {laid.claim.id for figure, laid in bounded if _far_off(figure, list(exact.get(laid.teller, ())))}
    doubtful |= _far_below(minds)
    for numbers in exact.values():
        if _are_swapped(list(numbers)):
            continue
        for number, claims in numbers.items():
            if len(numbers) > _MOST_IN_ONE_VOICE or number < _ONE_MATTER * max(numbers):
                doubtful.update(claims)
    return doubtful


def lesser_claims(minds: Sequence[Mind]) -> set[str]:
    """Claims of a voice that gives a figure well above theirs in the same report, for the same day: of its figures the largest counts all."""
    told = [(m.figure.number, laid) for m in minds if m.figure.exact and not m.figure.part for laid in m.claims]
    largest: dict[object, float] = defaultdict(float)
    for number, laid in told:
        key = laid.teller, laid.claim.value.as_of
        largest[key] = max(largest[key], number)
    return {laid.claim.id for n, laid in told if n < _NEARLY * largest[laid.teller, laid.claim.value.as_of]}


def _far_below(minds: Sequence[Mind]) -> set[str]:
    largest: dict[str, float] = defaultdict(float)
    told = [(mind.figure.number, laid) for mind in minds for laid in mind.claims]
    for number, laid in told:
        largest[laid.document.id] = max(largest[laid.document.id], number)
    return {laid.claim.id for number, laid in told if 0 < number < _ONE_REPORT * largest[laid.document.id]}


def describing(layout: Layout) -> set[str]:
    """Counts of people held that only say who the dead and hurt were: "43 inmates died" counts nobody in custody."""
    hurt: dict[str, list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        if laid.claim.property in ("killed", "injured") and laid.claim.value.number:
            hurt[laid.document.id].append(laid)
    return {
        laid.claim.id
        for laid in layout.claims
        if laid.claim.property == "detained" and any(_tells_whom(laid, other) for other in hurt[laid.document.id])
    }


def _tells_whom(laid: Laid, hurt: Laid) -> bool:
    a, b = laid.claim, hurt.claim
    return a.value.number == b.value.number and a.start < b.end and b.start < a.end


def _are_swapped(numbers: list[float]) -> bool:
    """Whether two figures are written with the same digits: a slip of the pen, not a part."""
    one, *others = (str(int(n)) for n in numbers)
    return len(others) == 1 and len(one) > 1 and one != others[0] and sorted(one) == sorted(others[0])


def _far_off(figure: Figure, numbers: list[float]) -> bool:
    meets = any(figure.range.low <= n <= figure.range.high for n in numbers)
    near = any(_ONE_MATTER * n <= figure.number <= n / _ONE_MATTER for n in numbers)
    return bool(numbers) and not meets and not near


def leave_out_single_victims(figures: list[tuple[Laid, Figure]]) -> list[tuple[Laid, Figure]]:
    """Without single victims told one by one or beside a larger figure of the report, and without yearly tolls."""
    figures = [(c, f) for c, f in figures if (f.number != 1 or _counts_one(c)) and not _over_a_period(c)]
    ones = [laid for laid, figure in figures if figure.number == 1]
    if len(ones) < 2 and len(ones) == len(figures):
        return figures
    return [(laid, figure) for laid, figure in figures if figure.number != 1]


_PERIOD = re.compile(
    r"\bso far (?:this|in)\b|\byear[- ]to[- ]date\b|\b(?:each|every|per) year\b|\bannually\b"
    r"|\b(?:city|nation|state|country)-?wide\b"
    r"|\b(?:has|have) been (?:killed|murdered|slain|shot|injured|wounded|hurt)\b.*\b(?:this|since|in the|over the)\b"
    r"|\b(?:this|last) year\b.*\b(?:has|have) been (?:killed|murdered|slain|shot|injured|wounded|hurt)\b"
    r"|\b(?:in|over|during) the (?:past|last|previous) (?:\w+ )?(?:weeks|months|years?|decades?)\b",
    re.I | re.S,
)


def _over_a_period(laid: Laid) -> bool:
    """Whether the sentence counts over a time ("so far this year"), not in one incident."""
    return _PERIOD.search(laid.words) is not None


def _counts_one(laid: Laid) -> bool:
    """Whether the words count: "one man was killed"; "the hostage was killed" tells of somebody, not how many."""
    return _ONE.search(laid.claim.quote) is not None


def numbers_by_report(minds: Iterable[Mind]) -> dict[str, Counter[float]]:
    """All figures of each report: those that make up the difference of two others are parts of the larger."""
    numbers: dict[str, Counter[float]] = defaultdict(Counter)
    for mind in minds:
        if mind.figure.part == "others" and all(_FOUND_SINCE.search(c.claim.quote) for c in mind.claims):
            continue  # "16 more bodies" are how a toll rose, not a part that was told apart.
        for document in {laid.document.id for laid in mind.claims}:
            numbers[document][mind.figure.number] += 1
    return numbers


def makes_up_gap(one: Laid, other: Laid, parts: dict[str, Counter[float]]) -> bool:
    """Whether their report gives a third figure that is the difference of the two: a part of the larger."""
    gap = abs(float(one.claim.value.number or 0) - float(other.claim.value.number or 0))
    return parts[one.document.id][gap] > 0
