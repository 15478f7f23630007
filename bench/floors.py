"""Floors: what a figure may not fall below (or, where less is better, rise above), kept in floors.json.

They fail closed. A set has one hash over corpus, gold and scorer; where it is no longer the one that the floors were measured
with, or where a set has no floors, the gate fails until the last version that had some is measured anew.
"""

from __future__ import annotations

import json
import math
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from goldsets import Bench, Figure, Figures, GoldSet

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "bench" / "floors.json"
OTHERS = ROOT / "bench" / "others.json"
MARGIN = 0.005
"""A floor stays this far below a figure that is no share of checks: rounding and library patches move its last digit."""
FEWEST = 10
"""An area of fewer checks sets no floor: one check would decide."""

Known = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A figure beside its floor."""

    name: str
    figure: Figure
    floor: float | None

    @property
    def worse(self) -> bool:
        """Whether the figure is past its floor."""
        if self.floor is None:
            return False
        return self.figure.value > self.floor if self.figure.ceiling else self.figure.value < self.floor


def judge(gold: GoldSet, figures: Figures, known: Known | None) -> tuple[list[Row], list[str]]:
    """The rows of a set, and a sentence for everything that fails."""
    others = json.loads(OTHERS.read_text(encoding="utf-8")).get(gold.name, {})
    named = {*(known or {}).get("floors", {}), *others}
    shown = {n: f for n, f in figures.items() if n in named or not isinstance(gold, Bench)}
    if known is None:
        return [Row(n, f, None) for n, f in shown.items()], [f"{gold.name}: it has no floors. {mend(gold.name, known)}"]
    if known["hash"] != gold.digest():
        why = f"{gold.name}: its texts, gold or scorer changed since its floors were measured, so nothing holds it."
        return [Row(n, f, None) for n, f in shown.items()], [f"{why} {mend(gold.name, known)}"]
    rows = [Row(n, f, known["floors"].get(n)) for n, f in shown.items()]
    lost = [f"{gold.name}, {n}: it has a floor and is no longer measured." for n in known["floors"] if n not in figures]
    return rows, [*lost, *(sentence(gold, row, rows) for row in rows if row.worse)]


def sentence(gold: GoldSet, row: Row, rows: list[Row]) -> str:
    """What is past its floor; where figures are judged together, how the others stand."""
    what = "above its ceiling" if row.figure.ceiling else "below its floor"
    said = f"{gold.name}, {row.name}: {row.figure.value:.4f} is {what} {row.floor:.4f}"
    beside = [r for r in rows if r.figure.pair is not None and r.figure.pair == row.figure.pair and r is not row]
    told = "".join(f"; {r.name} is {r.figure.value:.4f}, which makes up for nothing" for r in beside)
    return f"{said}{told}."


def mend(name: str, known: Known | None) -> str:
    """What to do about a set that nothing holds."""
    return (
        f"Measure {last_measured(known)}, the last version that had floors, on today's files, and commit bench/floors.json:\n"
        f"    python bench/quality.py --renew {name}"
    )


def last_measured(known: Known | None) -> str:
    """The revision that a set's floors were measured on, else the one that last wrote floors."""
    asked = ["git", "log", "-1", "--format=%h", "--", str(FLOORS)]
    found = (known or {}).get("measured") or subprocess.run(
        asked, cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()
    return found or "HEAD"


def floor_of(figure: Figure) -> float | None:
    """The floor that a figure sets; None for a share of too few checks."""
    if figure.of is None:
        return round(figure.value - MARGIN, 4)
    if figure.of < FEWEST:
        return None
    return (math.ceil if figure.ceiling else math.floor)(round(figure.value * 10_000, 6)) / 10_000


def renewed(gold: GoldSet, rows: list[Row], revision: str) -> Known:
    """Floors of a set measured anew, whatever stood there."""
    floors = {row.name: floor for row in rows if (floor := floor_of(row.figure)) is not None}
    return {"hash": gold.digest(), "measured": revision, "floors": floors}


def raised(known: Known, rows: list[Row], revision: str) -> Known:
    """Floors with every one that is beaten moved up; of figures that are judged together none where one of them is worse."""
    barred = {row.figure.pair for row in rows if row.worse and row.figure.pair is not None}
    floors = dict(known["floors"])
    for row in rows:
        new = floor_of(row.figure)
        if new is None or row.figure.pair in barred:
            continue
        if row.floor is None or (new < row.floor if row.figure.ceiling else new > row.floor):
            floors[row.name] = new
    return {**known, "measured": revision, "floors": floors} if floors != known["floors"] else known


def read_floors() -> dict[str, Known]:
    """All floors, by set."""
    known: dict[str, Known] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return known


def write_floors(floors: Mapping[str, Known]) -> None:
    """Keep the floors, in the order of their sets' names so that a diff shows what moved."""
    FLOORS.write_text(json.dumps(dict(sorted(floors.items())), indent=1) + "\n", encoding="utf-8")
