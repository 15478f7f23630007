"""Figures: the numbers a value allows, whom it counts, what it takes in and leaves out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.stages.weigh.counted import Counted, read_counted, singular
from rashomon.stages.weigh.layout import Laid

INFINITE = float("inf")
FLOORS = ("at_least", "more_than")


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high`, both included."""

    low: float
    high: float

    def meets(self, other: Range) -> bool:
        """Whether one number lies in both."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as far as comparing goes; claims that give equal figures are of one mind."""

    number: float
    bound: str
    of: str | None
    counted: Counted
    part: str | None
    includes: tuple[str, ...]
    excludes: tuple[str, ...]
    currency: str | None
    headline: bool

    @property
    def exact(self) -> bool:
        """Whether it is given without a bound."""
        return self.bound == "exact"

    @property
    def key(self) -> tuple[float, str]:
        """What makes it another value for the reader: the number and its bound."""
        return self.number, self.bound

    @property
    def range(self) -> Range:
        """The numbers it allows. Bounds are closed ("over 100" touches 100), as they are loosely used."""
        if self.bound in FLOORS:
            return Range(self.number, INFINITE)
        if self.bound in ("at_most", "fewer_than"):
            return Range(0, self.number)
        slack = _slack(self.number) if self.bound == "about" else 0
        return Range(self.number - slack, self.number + slack)


def read_figure(laid: Laid, earlier: tuple[Laid, ...] = ()) -> Figure | None:
    """The figure of a claim, or None where it has no number ("dozens").

    "17 others" is a part of the whole where one of the `earlier` claims, on the same matter in the same report, is
    what the others are added to; without one ("one killed and two others injured") it is the whole. Whom it takes
    in or leaves out may be said only where the report says it again.
    """
    value = laid.claim.value
    if value.number is None:
        return None
    return Figure(
        float(value.number),
        _bound(laid),
        value.of,
        read_counted(value.of),
        value.part or ("others" if any(_adds_to(laid, before) for before in earlier) else _pointed_at(laid)),
        value.includes or next((c.value.includes for c in laid.again if c.value.includes), ()),
        value.excludes or next((c.value.excludes for c in laid.again if c.value.excludes), ()),
        value.currency,
        laid.sentence is not None and laid.sentence.block in ("headline", "subhead"),
    )


def _bound(laid: Laid) -> str:
    """The bound that is said; what somebody has counted "so far" is a floor."""
    said = laid.claim.value.bound or "exact"
    open_ = said == "exact" and _SO_FAR.match(laid.document.text, laid.claim.end)
    return "at_least" if open_ else said


_SO_FAR = re.compile(r"[^.;:,]{0,12}\bso far\b(?! this| in)", re.I)
_DEFINITE = re.compile(r"\b(?:the|those|these|all)\s+(?:other\s+)?([\w,]+)", re.I)


_OF_SOME = re.compile(r"\W*(?:Of|Out of|Among) (?:the|them|these|those|our|all|its|their)\b[^,;:]*[,:]")


def _pointed_at(laid: Laid) -> str | None:
    """ "The two men", "Of those on the list, 38": of those spoken of before, who need not be all."""
    start = laid.sentence.start if laid.sentence else laid.claim.start
    if (some := _OF_SOME.match(laid.document.text, start)) and some.end() <= laid.claim.start:
        return "of those named"
    words = (m.group(1).lower() for m in _DEFINITE.finditer(laid.claim.quote))
    return "of those named" if any(read_number(w) == laid.claim.value.number for w in words) else None


def read_number(word: str) -> float | None:
    """The number of a word of digits or a small number's name; None for any other word."""
    digits = word.replace(",", "")
    return float(digits) if digits.isdigit() else _numbers().get(word)


_ADDITION = re.compile(r"\b(?:another|others?|additional|further|more)\b(?! than)", re.I)


def _adds_to(laid: Laid, before: Laid) -> bool:
    near = laid.sentence and before.sentence and 0 <= laid.sentence.index - before.sentence.index <= 1
    return bool(near and before.claim.start < laid.claim.start and _ADDITION.search(laid.claim.quote))


def _slack(number: float) -> float:
    """How far "about" reaches: 15 in a hundred for a number of one significant digit, else 10, at least 1."""
    digits = str(int(number)).rstrip("0")
    return max(1.0, number * (0.15 if len(digits) <= 1 else 0.10))


def rounds_to(figure: Figure, other: Figure) -> bool:
    """Whether a plain round number stands for the other: hundreds within 5 in a hundred, in a headline also tens."""
    step = 10 if figure.headline and not other.headline else 100
    far = abs(figure.number - other.number)
    return figure.number >= step and figure.number % step == 0 and 0 < far <= 0.05 * figure.number


def closing_scope(first: Figure, second: Figure) -> str | None:
    """Who is counted in one figure and not in the other, where exactly that closes the gap; else None."""
    small, large = sorted((first, second), key=lambda f: f.number)
    gap = large.number - small.number
    for item in large.includes:
        if not _names(item, small.includes) and (_size(item) == gap or _names(item, small.excludes)):
            return item
    for item in small.excludes:
        if not _names(item, large.excludes) and _size(item) == gap:
            return item
    return None


def open_scope(first: Figure, second: Figure) -> str | None:
    """Somebody whom one figure takes in or leaves out and of whom the other does not speak."""
    for one, other in ((first, second), (second, first)):
        for item in (*one.includes, *one.excludes):
            if not _names(item, (*other.includes, *other.excludes)):
                return item
    return None


def _names(item: str, items: tuple[str, ...]) -> bool:
    noun = read_counted(item).noun
    return any(read_counted(other).noun == noun for other in items)


_LEAD = re.compile(r"^(?:(?:the|all|his|her|its|their|both|at|least)\s+)*([\w-]+)", re.I)


def _size(item: str) -> float | None:
    """How many an item of includes or excludes speaks of: "two suicide bombers" 2, "the gunman" 1, "attackers" None."""
    if "both " in item.lower():
        return 2
    lead = _LEAD.match(item)
    word = lead.group(1).lower() if lead else ""
    if word.isdigit():
        return float(word)
    if word in _numbers():
        return _numbers()[word]
    last = item.split()[-1].lower() if item.split() else ""
    return 1 if last and singular(last) == last and last not in ("people", "police", "staff") else None


@cache
def _numbers() -> dict[str, float]:
    text = (files("rashomon.data") / "weigh" / "small_numbers.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {word: float(number) for word, number in rows}
