"""The quality gate: scores every gold set that is present and fails below a floor.

    python bench/quality.py                     all sets: one table each (this run, floor, what others reach)
    python bench/quality.py timex names         some of them
    python bench/quality.py --raise             write floors that this run beats (they only rise)
    python bench/quality.py --lower SET FIGURE VALUE   move one floor the other way; it shows in the diff of floors.json
    python bench/quality.py --renew [SET...]    measure sets anew whose corpus, gold or scorer changed, or that have no floors

The sets lie in RASHOMON_SHARED, else in ../shared beside the checkout; where that is absent its sets are skipped, and said so.
A floor carries a hash over the set's corpus, gold and scorer. When one of them changes, or a set comes without floors, the
gate fails until --renew measures the version that the floors were measured on (572a268, or the one that last raised them;
--on REVISION names another) with today's files. The sentences of tests/gold are scored by the tests of the version that is
measured, as they know its insides. Checks are pooled: `cases` are the affairs of others together, `own-cases`
those of tests/gold; an area of fewer than ten checks sets no floor. Of `faults`, `found` may not fall and `false` may not
rise, of all and of each area: one that gets better makes up for nothing. Parts of sets run side by side, one a core.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).resolve().parent))

from floors import OTHERS, Known, Row, judge, last_measured, raised, read_floors, renewed, write_floors
from goldsets import ROOT, Broken, Figures, GoldSet, gold_sets, shared
from versions import NoVersion, exported


def measured(sets: Sequence[GoldSet], tool: Path, workers: int) -> dict[str, Figures | Broken]:
    """The figures of a checkout's tool on each set, by name; for one that could not be scored, why."""
    jobs = sorted(((gold, part) for gold in sets for part in gold.parts), key=lambda job: -size(job[1]))
    raws: dict[str, dict[Path, Any]] = defaultdict(dict)
    with ThreadPoolExecutor(workers) as pool:
        for (gold, part), raw in zip(jobs, pool.map(lambda job: attempt(*job, tool), jobs), strict=True):
            raws[gold.name][part] = raw
    return {gold.name: figures_of(gold, raws[gold.name]) for gold in sets}


def attempt(gold: GoldSet, part: Path, tool: Path) -> Any:
    """What the scorer gives for one part, or why it could not."""
    try:
        raw = gold.measure(part, tool)
    except Broken as fault:
        return fault
    print(f"measured {gold.name} {part.name}", file=sys.stderr, flush=True)
    return raw


def figures_of(gold: GoldSet, raws: dict[Path, Any]) -> Figures | Broken:
    """The figures of a set from those of its parts."""
    broken = next((raw for raw in raws.values() if isinstance(raw, Broken)), None)
    return broken or gold.figures([raws[part] for part in gold.parts])


def size(part: Path) -> int:
    """Bytes of a part: the longest begin first."""
    files = part.iterdir() if part.is_dir() else [part]
    return sum(f.stat().st_size for f in files if f.is_file())


def gone(floors: dict[str, Known], sets: Sequence[GoldSet]) -> list[str]:
    """Sentences for floors whose set is no longer there; none while there are no sets of others at all."""
    missing = [name for name in floors if name not in {gold.name for gold in sets}]
    if missing and not shared().is_dir():
        print(f"no gold sets at {shared()}: skipped {', '.join(missing)}")
        return []
    return [f"{name}: it has floors, and the set is gone." for name in missing]


def revision() -> str:
    """The revision of this checkout. Raises SystemExit where its source differs from it."""

    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False).stdout

    if git("status", "--porcelain", "--", "src").strip():
        sys.exit("src holds changes that are not committed: nobody could measure these floors again")
    return git("rev-parse", "--short", "HEAD").strip()


def older(said: str) -> Path:
    """A revision taken out of git, with today's own sentences for its tests to score. Raises NoVersion."""
    place = exported(said, ROOT / "build").resolve()
    for path in (ROOT / "tests" / "gold").glob("*.jsonl"):
        shutil.copy(path, place / "tests" / "gold")
    return place


def show(name: str, rows: Sequence[Row]) -> None:
    """One set as a table."""
    others = json.loads(OTHERS.read_text(encoding="utf-8")).get(name, {})
    table = Table("figure", "this run", "checks", "floor", "others", "", title=name, title_justify="left")
    for row in rows:
        floor = "" if row.floor is None else f"{'at most ' if row.figure.ceiling else ''}{row.floor:.3f}"
        table.add_row(row.name, f"{row.figure.value:.3f}", str(row.figure.of or ""), floor, others.get(row.name, ""),
                      "PAST ITS FLOOR" if row.worse else "")  # fmt: skip
    Console(width=110).print(table)


def gate(options: argparse.Namespace) -> list[str]:
    """Measure, print, keep floors where asked; the sentences for all that fails."""
    floors, sets = read_floors(), gold_sets()
    failed = gone(floors, sets) if not options.sets else [
        f"{name}: no such set." for name in options.sets if name not in {gold.name for gold in sets}]  # fmt: skip
    asked = [gold for gold in sets if not options.sets or gold.name in options.sets]
    now = revision() if options.rise else ""
    for gold, figures in zip(asked, measured(asked, ROOT, options.processes).values(), strict=True):
        known = floors.get(gold.name)
        if isinstance(figures, Broken):
            failed.append(f"{gold.name}: {figures}")
            continue
        rows, bad = judge(gold, figures, known)
        if options.rise and known and known["hash"] == gold.digest():
            floors[gold.name] = raised(known, rows, now)
        show(gold.name, rows)
        failed += bad
    if options.rise:
        write_floors(floors)
    return failed


def renew(options: argparse.Namespace) -> list[str]:
    """Measure the last version that had floors on sets that changed, and keep that; the sentences for what fails."""
    floors, failed = read_floors(), []
    for gold in gold_sets():
        known = floors.get(gold.name)
        if (options.sets and gold.name not in options.sets) or (known and known["hash"] == gold.digest()):
            continue
        said = options.on or last_measured(known)
        figures = measured([gold], older(said), options.processes)[gold.name]
        if isinstance(figures, Broken):
            failed.append(f"{gold.name}: {figures}")
            continue
        rows, _ = judge(gold, figures, known)
        show(f"{gold.name} on {said}", rows)
        floors[gold.name] = renewed(gold, rows, said)
        write_floors(floors)
    return failed


def main(argv: Sequence[str] | None = None) -> int:
    """Run, print the tables and what fails; 1 where something does."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--raise", dest="rise", action="store_true")
    parser.add_argument("--renew", action="store_true")
    parser.add_argument("--on", metavar="REVISION", help="with --renew: measure this one")
    parser.add_argument("--lower", nargs=3, metavar=("SET", "FIGURE", "VALUE"))
    parser.add_argument("--processes", type=int, default=cores)
    options = parser.parse_args(argv)
    if options.lower:
        floors, (name, figure, value) = read_floors(), options.lower
        if figure not in floors.get(name, {}).get("floors", {}):
            parser.error(f"{name} has no floor {figure!r}")
        floors[name]["floors"][figure] = float(value)
        write_floors(floors)
        return 0
    try:
        failed = renew(options) if options.renew else gate(options)
    except NoVersion as fault:
        failed = [f"{fault}; --on REVISION names another one"]
    for sentence in failed:
        print(f"FAILED {sentence}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
