"""Two numbers that tell one thing, in languages that no parser reads: "from 9 to 10", "between 30 and 40", "five of the seven"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from rashomon.lexicon.languages import Number, Sign
from rashomon.model.annotation import Bound
from rashomon.stages.claims.listed.figure import MARKS
from rashomon.stages.claims.listed.lines import Line

_DASHES = frozenset("-–—")
_BETWEEN = 4


@dataclass(frozen=True, slots=True)
class Two:
    """Which of two numbers stay figures and which don't, by their first words, and what each says of the other."""

    kept: frozenset[int]
    passed: frozenset[int] = frozenset()
    bounds: dict[int, Bound] = field(default_factory=dict)
    noun: Sign | None = None
    revised: bool = False

    @property
    def range(self) -> frozenset[int]:
        """The first words of both, where they are the two ends of one range."""
        return frozenset(self.bounds)


def find_twos(line: Line) -> list[Two]:
    """The pairs of numbers of a sentence that tell one thing."""
    return [two for one, other in pairwise(line.numbers) if (two := _two(line, one, other))]


def _two(line: Line, one: Number, other: Number) -> Two | None:
    if one.value <= 0 or other.value <= 0:
        return None
    if _is_of(line, one, other):
        noun = _noun(line, other.end) if line.at(other.first - 1, "count", "victim") is None else None
        return Two(frozenset({one.first}), frozenset({other.first}), noun=noun)
    if _is_out_of(line, one, other):
        return Two(frozenset({other.first}), frozenset({one.first}))
    changed = _is_change(line, one, other)
    if _is_range(line, one, other) and not (changed and _noun(line, other.end) is None):
        bounds: dict[int, Bound] = {one.first: "at_least", other.first: "at_most"}
        return Two(frozenset({one.first, other.first}), bounds=bounds, noun=_noun(line, other.end))
    if changed:
        return Two(frozenset({other.first}), frozenset({one.first}), revised=True)
    return None


def _noun(line: Line, at: int) -> Sign | None:
    return line.at(at, "count") or line.at(at, "victim")


def _is_of(line: Line, one: Number, other: Number) -> bool:
    """Whether the first counts some of the second: "cuatro de los seis rehenes", "пятеро из семи"."""
    told = line.at(one.end, "out_of")
    noun = _noun(line, told.end) if told else None
    near = told is not None and other.first in (told.end, noun.end if noun else -1)
    return near and one.value < other.value


def _is_out_of(line: Line, one: Number, other: Number) -> bool:
    """Whether the second counts some of the first, which stands with an ending for "of": "22 işçiden 15'inin"."""
    noun, form = _noun(line, one.end), line.words[other.first - 1].form
    if noun is not None and noun.end == other.first and any(s.end == one.first for s in line.of("out_of")):
        return one.value > other.value
    endings = tuple(line.language.words_of("ablative"))
    return bool(endings) and noun is not None and noun.end == other.first and form.endswith(endings)


def _is_range(line: Line, one: Number, other: Number) -> bool:
    between = line.words[one.end : other.first]
    if one.value >= other.value or not between or len(between) > 1 + ("ending" in line.language.listed):
        return False
    dashed = between[0].form in _DASHES and one.digits and other.digits and _is_counted(line, other)
    return dashed or any(_frames(line, kind, one, other) for kind in ("range", "range_end"))


def _frames(line: Line, kind: str, one: Number, other: Number) -> bool:
    """Whether "between ... and" stands before and between two numbers, or a word for "to" between them alone."""
    for sign in (s for s in line.of(kind) if s.end == (one.first if kind == "range" else other.first)):
        if kind == "range_end":
            return sign.first == one.end
        return line.words[one.end].form in sign.value.split()
    return False


def _is_counted(line: Line, number: Number) -> bool:
    return _noun(line, number.end) is not None


def _is_change(line: Line, one: Number, other: Number) -> bool:
    """Whether a count changed: "de 9 a 10", "с 45 до 42", "12'den 15'e"."""
    opened = any(s.end == one.first for s in line.of("from"))
    at = _past_noun(line, one.end)
    joined = any(s.first == at and s.end == other.first for s in line.of("to"))
    return (opened and joined) or _is_declined_change(line, one, other)


def _past_noun(line: Line, at: int) -> int:
    noun = _noun(line, at)
    return noun.end if noun else at


def _is_declined_change(line: Line, one: Number, other: Number) -> bool:
    return "from" in set(_endings(line, one)) and "to" in set(_endings(line, other))


def _endings(line: Line, number: Number) -> Iterator[str]:
    """What the case ending of a figure says, set behind it with an apostrophe."""
    words = line.words
    if number.end + 1 < len(words) and words[number.end].form in MARKS:
        yield from (s.value for s in line.of("case") if s.first == number.end + 1)
