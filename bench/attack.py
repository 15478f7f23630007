"""What attacks on the product lead to: counts by area, as a table or as JSON.

    python bench/attack.py                    every area whose module is there
    python bench/attack.py mask tamper        some of them
    python bench/attack.py mutate --sample 200 --seed 7
    python bench/attack.py --json             the counts as one object, by area

Areas: mask (private names that leak, words masked without need), tamper (changes to a case that `verify` notices),
hostile (pages and files made to hang or crash reading), mutate (reports lost to one bad sentence), affair400 (one affair
of 400 reports with 100 reprints). Each is a module of `bench/attacks`. An area that breaks is said to, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import sys
import tempfile
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path

from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).resolve().parent))

AREAS = {
    "mask": "attacks.masking",
    "tamper": "attacks.tampering",
    "hostile": "attacks.hostile",
    "mutate": "attacks.mutation",
    "affair400": "attacks.affair",
}


def present(areas: Mapping[str, str]) -> list[str]:
    """The areas whose module is there."""
    return [area for area, module in areas.items() if importlib.util.find_spec(module)]


def attack(module: str, options: argparse.Namespace) -> dict[str, object]:
    """The counts of one area, made in an empty folder; where the module breaks, its fault under `broken`."""
    with tempfile.TemporaryDirectory() as work:
        try:
            counts: dict[str, object] = importlib.import_module(module).run(
                argparse.Namespace(**{**vars(options), "work": Path(work)})
            )
        except Exception as fault:  # noqa: BLE001 - one area must not hide the others' counts
            traceback.print_exc(file=sys.stderr)
            return {"broken": f"{type(fault).__name__}: {fault}"}
    return counts


def rows(counts: Mapping[str, object], above: str = "") -> Iterator[tuple[str, str]]:
    """Names and figures, the names of nested counts joined by a stroke."""
    for name, value in counts.items():
        if isinstance(value, Mapping):
            yield from rows(value, f"{above}{name} / ")
        else:
            yield f"{above}{name}", f"{value:.3f}" if isinstance(value, float) else str(value)


def main(argv: list[str] | None = None, areas: Mapping[str, str] = AREAS) -> int:
    """Run the areas, print their counts; 1 where one broke."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("areas", nargs="*", metavar="AREA", help=", ".join(areas))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sample", type=int)
    parser.add_argument("--show", action="store_true", help="areas also print what got through")
    options = parser.parse_args(argv)
    if unknown := [a for a in options.areas if a not in areas]:
        parser.error(f"no area {', '.join(unknown)}; there are {', '.join(areas)}")
    there = present(areas)
    if missing := [a for a in options.areas if a not in there]:
        print(f"not written yet: {', '.join(missing)}", file=sys.stderr)
    counts = {area: attack(areas[area], options) for area in there if area in (options.areas or areas)}
    if options.json:
        print(json.dumps(counts, indent=1, default=str))
    else:
        show(counts)
    return 1 if missing or any("broken" in found for found in counts.values()) else 0


def show(counts: Mapping[str, Mapping[str, object]]) -> None:
    """One table an area."""
    for area, found in counts.items():
        table = Table("count", "", title=area, title_justify="left")
        for name, figure in rows(found):
            table.add_row(name, figure)
        Console(width=110).print(table)


if __name__ == "__main__":
    sys.exit(main())
