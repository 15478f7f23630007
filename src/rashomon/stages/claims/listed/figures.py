"""Figures of dead, wounded, missing and held people in languages that no parser reads: how many, of whom, how surely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from rashomon.lexicon.languages import Number, Sign
from rashomon.model.annotation import Bound
from rashomon.stages.claims.listed.befell import is_spared, with_deed
from rashomon.stages.claims.listed.figure import MARKS, Figure
from rashomon.stages.claims.listed.lines import Line
from rashomon.stages.claims.listed.shares import as_share, with_deed_of_whole, with_groups
from rashomon.stages.claims.listed.told_in_two import Two, find_twos

_YEARS = range(1900, 2100)
_BETWEEN, _TOTAL = 2, 3
"""Words between a figure and its noun; from "the number" to the figure in "exceeds the number of dead 130"."""
_JOINED = frozenset("-–/%:+")


def find_figures(line: Line) -> list[Figure]:
    """The figures of a sentence, in text order, each with what befell those it counts."""
    found = [*_counted(line), *_pairs(line)]
    found = sorted((f for f in found if f is not None), key=lambda f: f.first)
    found = [as_share(line, f) for f in found if not is_spared(line, f)]
    found = with_groups(line, found)
    wholes = [with_deed(line, f, found) for f in found]
    settled = [with_deed_of_whole(line, f, wholes) for f in wholes]
    settled = [f for f in settled if f.deed is not None and not _is_superseded(f, settled)]
    return [replace(f, sure=f.sure and not _is_summand(line, f, settled)) for f in settled]


def _is_superseded(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether a later number is told for the same count: "the toll, which was 12, rose to 17"."""
    later = (f for f in figures if f.total and f.first > figure.first and f.part is None)
    own = figure.deed.value if figure.deed else ""
    told = figure.total or (figure.noun is not None and figure.noun.kind in ("count", "count2"))
    return told and any(f.deed is not None and f.deed.value == own for f in later)


def _is_summand(line: Line, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether another figure of the sentence, no part of this one, is of the same: "8 soldiers and 3 policemen"."""
    if figure.part is not None or figure.total:
        return False
    first, end = line.clause(figure.first)
    near = (f for f in figures if f.sure or (f.noun and first <= f.first < end))
    others = (f.deed for f in near if f is not figure and f.part is None and figure.first not in f.range)
    return any(d is not None and figure.deed is not None and d.value == figure.deed.value for d in others)


def _counted(line: Line) -> Iterator[Figure]:
    twos = find_twos(line)
    passed = {first for two in twos for first in two.passed}
    for number in line.numbers:
        if number.value and number.first not in passed and not _is_other(line, number):
            yield _told_in_two(_figure(line, number), next((t for t in twos if number.first in t.kept), None))


def _told_in_two(figure: Figure, two: Two | None) -> Figure:
    """A figure with what another number beside it says of it."""
    if two is None:
        return figure
    noun = figure.noun or two.noun
    bound = "exact" if two.revised else two.bounds.get(figure.first, figure.bound)
    first, end = (figure.first, figure.end) if two.noun is None else (min(two.kept), max(figure.end, two.noun.end))
    return replace(figure, noun=noun, bound=bound, first=first, end=end, range=two.range, revised=two.revised)


def _pairs(line: Line) -> Iterator[Figure]:
    """Nouns that mean two by their form."""
    for sign in line.of("count2", "victim"):
        if sign.kind == "count2" or sign.value:
            yield Figure(2, "exact", sign.first, sign.end, sign)


def _is_other(line: Line, number: Number) -> bool:
    """Whether a number is a year, a day, a share, an age, a sum or part of something longer."""
    after = number.end if number.end < len(line.words) else None
    year = number.digits and number.value in _YEARS and len(line.words[number.first].form) == 4
    dated = any(line.at(at, "month") for at in (number.end, number.end + 1) if line.language.values("month"))
    glued = after is not None and _glued(line, after)
    held = number.first > 0 and _glued(line, number.first - 1, behind=True)
    share = any(s.end == number.first for s in line.of("share"))
    ranged = any(number.first in t.bounds for t in find_twos(line))
    return (
        year
        or ((glued or held) and not ranged)
        or share
        or bool(after and line.at(after, "unit"))
        or (dated and _is_day(line, number))
    )


def _is_day(line: Line, number: Number) -> bool:
    """Whether a month follows, with nothing but its preposition between."""
    direct = line.at(number.end, "month") is not None
    return direct or (line.at(number.end, "filler") is not None and line.at(number.end + 1, "month") is not None)


def _glued(line: Line, at: int, *, behind: bool = False) -> bool:
    word = line.words[at]
    if word.form not in _JOINED:
        return False
    before = at > 0 and line.words[at - 1].end == word.start
    after = at + 1 < len(line.words) and line.words[at + 1].start == word.end
    return (after if behind else before and after) or word.form == "%"


def _figure(line: Line, number: Number) -> Figure:
    at, bound, first = _past_ending(line, number.end), "exact", number.first
    if over := line.at(at, "over") or line.at(number.end + 1, "over"):
        at, bound = over.end, over.value
    opening = next((s for s in line.of("bound") if s.end == number.first and not _reached(line, s.first)), None)
    if opening is not None:
        bound, first = opening.value, opening.first
    closing = None if line.at(at, "deed") else line.at(at, "bound")
    if closing is not None and opening is None:
        bound, at = closing.value, closing.end
    if bound == "exact" and (told := _told_bound(line, number, at)):
        bound = told
    noun = _noun(line, at, alone=number.value == 1 and not number.digits) or line.at(number.first, "persons")
    noun = noun or _noun_before(line, number)
    late = line.at(noun.end, "bound") if noun is not None and not line.at(noun.end, "deed") else None
    if noun is not None and bound == "exact" and late is not None and _stands_behind(line, late):
        bound = late.value
    return Figure(number.value, cast("Bound", bound), first, noun.end if noun else at, noun)


def _noun_before(line: Line, number: Number) -> Sign | None:
    """The noun that "one" stands behind in this language: "جندي واحد"."""
    if line.at(number.first, "one_behind") is None:
        return None
    near = (s for s in line.of("victim", "count") if s.end == number.first)
    return next((s for s in near if not line.at(s.first, "body")), None)


def _told_bound(line: Line, number: Number, at: int) -> str | None:
    """What a round number ("a score of") and a verb ("exceeded 90") say of a figure."""
    totals = {s.first for s in line.of("total") if 0 < number.first - s.first <= _TOTAL}
    ends = {number.first, *totals}
    passed = next((s for s in line.of("exceed") if s.end in ends or s.first in (at, number.end)), None)
    return passed.value if passed else "about" if line.at(number.first, "round") else None


def _stands_behind(line: Line, bound: Sign) -> bool:
    """Whether words of a bound belong to the figure before them: no figure follows."""
    return not any(n.first == bound.end for n in line.numbers)


def _reached(line: Line, at: int) -> bool:
    """Whether a figure that rose "to" 41 is told: that is no bound."""
    return any(s.end == at for s in line.of("reach"))


def _past_ending(line: Line, at: int) -> int:
    """Past an ending that is set behind a figure with an apostrophe."""
    words = line.words
    ended = at + 1 < len(words) and words[at].form in MARKS and words[at].end == words[at + 1].start
    return at + 2 if ended and words[at].start == words[at - 1].end else at


def _counted_noun(line: Line, place: int) -> Sign | None:
    """The noun at a word: prisoners are held, but of those who are told to have been killed it says only who they were."""
    count, victim = line.at(place, "count"), line.at(place, "victim")
    first, end = line.clause(place)
    others = (s for s in line.of("deed") if first <= s.first < end and count and s.value != count.value)
    return victim if count is None or (victim is not None and any(others)) else count


def _noun(line: Line, at: int, *, alone: bool) -> Sign | None:
    """The noun that a figure counts: at once, or behind an adjective or two, unless the figure may be an article."""
    stop = {n.first for n in line.numbers}
    for place in range(at, min(len(line.words), at + _BETWEEN + 1)):
        if line.is_cut(place):
            return None
        found, deed = _counted_noun(line, place), line.at(place, "deed")
        if found is not None:
            return (
                found if deed is None or deed.end <= found.end or line.language.values("order") != ("after",) else None
            )
        word = line.words[place].form
        if line.at(place, "vague") or (place > at and alone):
            return None
        if place in stop or not word.isalpha() or line.is_cut(place) or line.at(place, "deed", "reach", "negation"):
            return None
    return None
