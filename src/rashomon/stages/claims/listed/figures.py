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

_YEARS = range(1900, 2100)
_BETWEEN = 2
"""Words between a figure and its noun."""
_JOINED = frozenset("-–/%:+")


def find_figures(line: Line) -> list[Figure]:
    """The figures of a sentence, in text order, each with what befell those it counts."""
    found = [*_counted(line), *_pairs(line)]
    found = sorted((f for f in found if f is not None), key=lambda f: f.first)
    found = [as_share(line, f) for f in found if not is_spared(line, f)]
    found = with_groups(line, found)
    wholes = [with_deed(line, f, found) for f in found]
    settled = [with_deed_of_whole(line, f, wholes) for f in wholes]
    settled = [f for f in settled if f.deed is not None]
    return [replace(f, sure=f.sure and not _is_summand(line, f, settled)) for f in settled]


def _is_summand(line: Line, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether another figure of the sentence, no part of this one, is of the same: "8 soldiers and 3 policemen"."""
    if figure.part is not None or figure.total:
        return False
    first, end = line.clause(figure.first)
    near = (f for f in figures if f.sure or (f.noun and first <= f.first < end))
    others = (f.deed for f in near if f is not figure and f.part is None)
    return any(d is not None and figure.deed is not None and d.value == figure.deed.value for d in others)


def _counted(line: Line) -> Iterator[Figure]:
    for number in line.numbers:
        if number.value and not _is_other(line, number):
            yield _figure(line, number)


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
    return year or glued or held or share or bool(after and line.at(after, "unit")) or (dated and _is_day(line, number))


def _is_day(line: Line, number: Number) -> bool:
    """Whether a month follows, with nothing but its preposition between."""
    direct = line.at(number.end, "month") is not None
    return direct or (line.at(number.end, "filler") is not None and line.at(number.end + 1, "month") is not None)


def _glued(line: Line, at: int, *, behind: bool = False) -> bool:
    word = line.words[at]
    if word.form not in _JOINED:
        return False
    near = line.words[at + 1].start == word.end if behind else line.words[at - 1].end == word.start
    return near or word.form == "%"


def _figure(line: Line, number: Number) -> Figure:
    at, bound, first = _past_ending(line, number.end), "exact", number.first
    if over := line.at(at, "over") or line.at(number.end + 1, "over"):
        at, bound = over.end, over.value
    opening = next((s for s in line.of("bound") if s.end == number.first and not _reached(line, s.first)), None)
    if opening is not None:
        bound, first = opening.value, opening.first
    closing = line.at(at, "bound")
    if closing is not None and opening is None:
        bound, at = closing.value, closing.end
    if bound == "exact" and (told := _told_bound(line, number, at)):
        bound = told
    noun = _noun(line, at, alone=number.value == 1 and not number.digits) or line.at(number.first, "persons")
    if noun is not None and bound == "exact" and (late := line.at(noun.end, "bound")) and _stands_behind(line, late):
        bound = late.value
    return Figure(number.value, cast("Bound", bound), first, noun.end if noun else at, noun)


def _told_bound(line: Line, number: Number, at: int) -> str | None:
    """What a round number ("a score of") and a verb ("exceeded 90") say of a figure."""
    passed = next((s for s in line.of("exceed") if s.end == number.first or s.first in (at, number.end)), None)
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


def _noun(line: Line, at: int, *, alone: bool) -> Sign | None:
    """The noun that a figure counts: at once, or behind an adjective or two, unless the figure may be an article."""
    stop = {n.first for n in line.numbers}
    for place in range(at, min(len(line.words), at + _BETWEEN + 1)):
        if found := line.at(place, "count", "victim"):
            return found
        word = line.words[place].form
        if line.at(place, "vague") or (place > at and alone):
            return None
        if place in stop or not word.isalpha() or line.is_cut(place) or line.at(place, "deed", "reach", "negation"):
            return None
    return None
