"""A small drawing: the figures of an incident by the day for which each is given. It picks none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rashomon.model.claim import COUNTS, Claim
from rashomon.present.resolve import Resolved
from rashomon.present.words import PROPERTY, chain_words, value_words
from rashomon.text.calendar import format_day, parse_day

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 220, 44, 704, 14, 186
BOUNDS: dict[str, Literal["low", "high", "about"]] = {
    "at_least": "low", "more_than": "low", "at_most": "high", "fewer_than": "high", "about": "about",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure: where it is drawn, how its bound is drawn, and what it says."""

    claim: str
    x: float
    y: float
    bound: str
    property: str
    told: str


@dataclass(frozen=True, slots=True)
class Tick:
    """One label of an axis and where it stands."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Toll:
    """The drawing; `told` says it in words, `undated` counts the figures that could not be drawn."""

    dots: tuple[Dot, ...]
    rows: tuple[Tick, ...]
    days: tuple[Tick, ...]
    properties: tuple[str, ...]
    undated: int
    told: str
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = RIGHT


def draw_toll(case: Resolved, claims: Sequence[Claim]) -> Toll | None:
    """The drawing of an incident's figures, or None where fewer than two of them have a day."""
    counted = (c for c in claims if c.property in COUNTS and c.value.number is not None and c.repeats is None)
    # What is denied, or of what the program could not tell how surely it is said, is no figure to draw; the matrix has it.
    figures = [c for c in counted if c.stance not in ("denied", "undetermined")]
    dated = [(c, day) for c in figures if (day := day_of(case, c))]
    if len(dated) < 2:
        return None
    days = [d for _, d in dated]
    highest = max(float(c.value.number or 0) for c, _ in dated) or 1.0
    first, last = min(days), max(days)
    dots = tuple(_dot(case, c, _across(d, first, last), _up(float(c.value.number or 0), highest)) for c, d in dated)
    told = "; ".join(d.told for d in sorted(dots, key=lambda d: d.x))
    properties = tuple(p for p in PROPERTY if p in {c.property for c, _ in dated})
    return Toll(dots, _rows(highest), _days(first, last), properties, len(figures) - len(dated), told)


def day_of(case: Resolved, claim: Claim) -> date | None:
    """The day for which a figure is given: as of, else said on, else its report's."""
    said = claim.said_on.latest if claim.said_on else None
    for text in (claim.value.as_of, said, case.documents[claim.document].published):
        if found := parse_day(text):
            return found
    return None


def _dot(case: Resolved, claim: Claim, x: float, y: float) -> Dot:
    day = day_of(case, claim)
    told = f"{format_day(day) if day else ''}: {PROPERTY[claim.property]} {value_words(case, claim)}"
    told += f", {chain_words(case, claim.chain)}"
    return Dot(claim.id, round(x, 1), round(y, 1), BOUNDS.get(claim.value.bound or "", "exact"), claim.property, told)


def _across(day: date, first: date, last: date) -> float:
    days = (last - first).days
    return LEFT + 12 + (RIGHT - LEFT - 24) * ((day - first).days / days if days else 0.5)


def _up(number: float, highest: float) -> float:
    return BOTTOM - (BOTTOM - TOP) * number / highest


def _rows(highest: float) -> tuple[Tick, ...]:
    """Round figures from nought to the highest, four or so."""
    step = 10 ** max(0, len(str(int(highest))) - 1)
    while highest / step < 3 and step > 1:
        step = step // 2 if step % 2 == 0 else 1
    while highest / step > 6:
        step *= 2
    count = int(highest // step)
    return tuple(Tick(round(_up(n * step, highest), 1), f"{n * step:,}") for n in range(count + 1))


def _days(first: date, last: date) -> tuple[Tick, ...]:
    if first == last:
        return (Tick(_across(first, first, last), format_day(first)),)
    middle = first + (last - first) / 2
    shown = (first, middle, last) if (last - first).days > 2 else (first, last)
    ticks = [Tick(round(_across(d, first, last), 1), format_day(d)) for d in shown]
    return (
        Tick(ticks[0].at + 34, ticks[0].text),
        *ticks[1:-1],
        Tick(ticks[-1].at - 34, ticks[-1].text),
    )
