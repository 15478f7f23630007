"""Figures of dead, wounded, missing and held people in languages that no parser reads, and the word that says which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from rashomon.lexicon.languages import Number, Sign
from rashomon.model.annotation import Bound
from rashomon.stages.claims.listed.lines import Line

_YEARS = range(1900, 2100)
_BETWEEN, _BEFORE, _TOLD = 2, 3, 8
"""Words between a figure and its noun, between "among them" and a figure, between "the number of" and its figure."""
_MARKS = frozenset("'’")
_JOINED = frozenset("-–/%:+")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of people, from the first to past the last of its words; `deed` is the word that says what befell them.

    `sure` is False where that word may belong to another figure; `part` is a figure of some of those another one counts.
    """

    number: int
    bound: Bound
    first: int
    end: int
    noun: Sign | None
    deed: Sign | None = None
    sure: bool = False
    part: bool = False


def find_figures(line: Line) -> list[Figure]:
    """The figures of a sentence, in text order, each with what befell those it counts."""
    found = [*_counted(line), *_pairs(line)]
    found = sorted((f for f in found if f is not None), key=lambda f: f.first)
    settled = [f for f in (_settled(line, f, found) for f in found) if f.deed is not None]
    return [replace(f, sure=f.sure and not f.part and not _is_summand(f, settled)) for f in settled]


def _is_summand(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether another figure of the sentence, no part of this one, is of the same: "8 soldiers and 3 policemen"."""
    others = (f.deed for f in figures if f is not figure and not f.part)
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
    noun = _noun(line, at, alone=number.value == 1 and not number.digits)
    if noun is not None and bound == "exact" and (late := line.at(noun.end, "bound")) and _stands_behind(line, late):
        bound = late.value
    return Figure(number.value, cast("Bound", bound), first, noun.end if noun else at, noun)


def _stands_behind(line: Line, bound: Sign) -> bool:
    """Whether words of a bound belong to the figure before them: no figure follows."""
    return not any(n.first == bound.end for n in line.numbers)


def _reached(line: Line, at: int) -> bool:
    """Whether a figure that rose "to" 41 is told: that is no bound."""
    return any(s.end == at for s in line.of("reach"))


def _past_ending(line: Line, at: int) -> int:
    """Past an ending that is set behind a figure with an apostrophe."""
    words = line.words
    ended = at + 1 < len(words) and words[at].form in _MARKS and words[at].end == words[at + 1].start
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


def _settled(line: Line, figure: Figure, all_of_them: Sequence[Figure]) -> Figure:
    noun = figure.noun
    part = any(0 <= figure.first - s.end <= _BEFORE for s in line.of("among") if not line.at(s.end, "total"))
    part = part or (noun is not None and noun.kind == "victim" and line.words[noun.first - 2].form in _MARKS)
    figure = replace(figure, part=part)
    if noun is not None and noun.kind in ("count", "count2"):
        return replace(figure, deed=noun, sure=True)
    if noun is None:
        told = _total(line, figure) or _bare(line, figure)
        return replace(figure, deed=told or _unlisted(line, figure), sure=told is not None)
    near = [d for d in (_left(line, figure, all_of_them), _right(line, figure, all_of_them)) if d is not None]
    if near and len({d.value for d in near}) == 1:
        return replace(figure, deed=near[0], sure=True)
    every = sorted(line.of("deed", "count"), key=lambda d: min(abs(d.first - figure.end), abs(figure.first - d.end)))
    return replace(figure, deed=every[0] if every else None)


def _left(line: Line, figure: Figure, figures: Sequence[Figure]) -> Sign | None:
    """The nearest word of dying, hurt or custody before a figure, of the same clause and not another figure's."""
    if "after" in line.language.values("order"):
        return None
    found = next((d for d in reversed(list(line.of("deed"))) if d.end <= figure.first), None)
    joined = figure.first < len(line.words) and line.is_cut(figure.first)
    return found if found and not joined and _together(line, found.end, figure.first, figures) else None


def _right(line: Line, figure: Figure, figures: Sequence[Figure]) -> Sign | None:
    found = next((d for d in line.of("deed") if d.first >= figure.end), None)
    if found is None or line.is_cut(found.first) or _is_second(line, figure):
        return None
    return found if _together(line, figure.end, found.first, figures) else None


def _is_second(line: Line, figure: Figure) -> bool:
    """Whether "and" stands before a figure and nobody's fate before that: "the pilot and two passengers died"."""
    if figure.first == 0 or line.words[figure.first - 1].form not in line.language.words_of("and", "cut"):
        return False
    return not any(s.end <= figure.first for s in line.of("deed", "count", "count2"))


def _together(line: Line, first: int, end: int, figures: Sequence[Figure]) -> bool:
    cut = any(line.is_cut(n) for n in range(first, end))
    return not cut and not any(first <= f.first < end for f in figures)


def _bare(line: Line, figure: Figure) -> Sign | None:
    """The deed that stands right beside a figure without a noun."""
    if figure.number < 2:
        return None
    after = line.at(figure.end, "deed") if figure.end < len(line.words) else None
    if after is not None and not line.is_cut(after.first):
        return after
    ends = figure.end >= len(line.words) or not line.words[figure.end].form[0].isalnum() or line.is_cut(figure.end)
    ends = ends or line.at(figure.end, "preposition") is not None
    before = next((d for d in line.of("deed", "count") if d.end == figure.first), None)
    return before if ends and "after" not in line.language.values("order") else None


def _unlisted(line: Line, figure: Figure) -> Sign | None:
    """The deed beside a figure whose one noun is on no list."""
    if figure.end >= len(line.words) or not line.words[figure.end].form.isalpha() or line.is_cut(figure.end):
        return None
    before = next((d for d in line.of("deed") if d.end == figure.first), None)
    return line.at(figure.end + 1, "deed") or (before if "either" in line.language.values("order") else None)


def _total(line: Line, figure: Figure) -> Sign | None:
    """ "The number of dead rose to 41": the noun of a count that is told by its number."""
    told = next((s for s in line.of("total") if 0 <= figure.first - s.end <= _TOLD), None)
    reached = any(told and (told.end <= s.first < figure.first or s.first == figure.end) for s in line.of("reach"))
    if told is None or not (reached or any(s.end == figure.first for s in line.of("count"))):
        return None
    between = any(told.end <= n.first < figure.first for n in line.numbers if n.end <= figure.first - 1)
    beside = (s for s in line.of("count") if -1 <= s.first - told.end <= 2 or s.end == told.first)
    return None if between else next(beside, None)
