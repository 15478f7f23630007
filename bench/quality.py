"""The quality gate: scores every gold set that is present and fails below a floor.

    python bench/quality.py                     all sets: one table (this run, floor, what others reach)
    python bench/quality.py timex names         some of them
    python bench/quality.py --raise             write floors that this run beats (they only rise)
    python bench/quality.py --lower SET FIGURE VALUE   lower one floor; it shows in the diff of floors.json

The sets lie in RASHOMON_SHARED, else in ../shared beside the checkout; a set that is absent is skipped, and said so.
A floor carries a hash over the set's corpus, gold and scorer: a figure is compared with nothing else.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "bench" / "floors.json"
OTHERS = ROOT / "bench" / "others.json"
MARGIN = 0.005
"""A raised floor stays this far below the figure: rounding and library patches move the last digit."""


@dataclass(frozen=True)
class GoldSet:
    """A set of gold data: its name, the files it is made of, and how it is scored."""

    name: str
    files: tuple[Path, ...]
    scorer: Path

    def digest(self) -> str:
        """A hash over corpus, gold and scorer."""
        whole = sha256()
        for path in (*self.files, self.scorer):
            whole.update(path.name.encode() + sha256(path.read_bytes()).digest())
        return whole.hexdigest()[:16]


def shared() -> Path:
    """Where the gold sets lie."""
    return Path(os.environ.get("RASHOMON_SHARED") or ROOT.parent / "shared")


def gold_sets() -> list[GoldSet]:
    """The sets that are present."""
    base = shared()
    found = []
    for folder in sorted((base / "cases").glob("*")):
        if (folder / "gold.json").is_file():
            files = tuple(sorted(p for p in folder.iterdir() if p.is_file()))
            found.append(GoldSet(folder.name, files, base / "score" / "score_case.py"))
    for path in sorted((base / "bench").glob("*_dev.jsonl")):
        files = tuple(sorted(path.parent.glob(f"{path.stem.split('.')[0]}*.jsonl")))
        found.append(GoldSet(path.stem.removesuffix("_dev"), files, base / "score" / "bench.py"))
    own = ROOT / "tests" / "gold"
    for folder in sorted((own / "cases").glob("*")):
        if (base / "score" / "score_case.py").is_file():
            files = tuple(sorted(p for p in folder.iterdir() if p.is_file()))
            found.append(GoldSet(f"case:{folder.name}", files, base / "score" / "score_case.py"))
    for path in sorted(own.glob("*.jsonl")):
        scorer = own / "score.py"
        if scorer.is_file():
            found.append(GoldSet(f"own:{path.stem}", (path,), scorer))
    return found


def run(gold: GoldSet) -> dict[str, float]:
    """Every figure of one set, from the tool as it is installed."""
    command = str(Path(sys.executable).parent / "rashomon")
    if gold.name.startswith("own:"):
        return call([sys.executable, str(gold.scorer), str(gold.files[0])])
    if gold.scorer.name == "bench.py":
        data = next(p for p in gold.files if p.name == f"{gold.name}_dev.jsonl")
        return call([sys.executable, str(gold.scorer), gold.name, str(data), "--rashomon", command, "--json"])[
            "figures"
        ]
    with tempfile.TemporaryDirectory() as work:
        folder, out = gold.files[0].parent, f"{work}/case.json"
        subprocess.run([command, "build", f"{work}/case", str(folder)], check=True, capture_output=True)
        subprocess.run([command, "export", f"{work}/case", "-o", out], check=True)
        scored = call([sys.executable, str(gold.scorer), out, str(folder / "gold.json"), "--json"])
    return {"mean": scored["mean"], **{area: row["share"] for area, row in scored["areas"].items()}}


def call(command: list[str]) -> dict:
    """The JSON that a scorer prints."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)} exited {done.returncode}\n{done.stderr[-2000:]}")
    return json.loads(done.stdout)


def main() -> int:
    """Run, print the table, compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--raise", dest="rise", action="store_true")
    parser.add_argument("--lower", nargs=3, metavar=("SET", "FIGURE", "VALUE"))
    options = parser.parse_args()
    floors = json.loads(FLOORS.read_text())
    if options.lower:
        name, figure, value = options.lower
        floors[name]["floors"][figure] = float(value)
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n")
        return 0
    present = [g for g in gold_sets() if not options.sets or g.name in options.sets]
    if not present:
        print(f"no gold set at {shared()}: skipped")
        return 0
    bad = 0
    for gold in present:
        bad += judge(gold, run(gold), floors, rise=options.rise)
    if options.rise:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n")
    return 1 if bad else 0


def judge(gold: GoldSet, figures: dict[str, float], floors: dict, *, rise: bool) -> int:
    """Print one set's rows; how many figures lie below their floor. `rise` raises the floors that are beaten."""
    others = json.loads(OTHERS.read_text()).get(gold.name, {})
    known = floors.setdefault(gold.name, {"hash": gold.digest(), "floors": {}})
    if known["hash"] != gold.digest():
        print(f"{gold.name}: its corpus, gold or scorer changed since the floors were set; they are not compared")
        if rise:
            known.update(hash=gold.digest(), floors={})
    same = known["hash"] == gold.digest()
    table = Table("figure", "this run", "floor", "others", "", title=gold.name, title_justify="left")
    bad = 0
    own = gold.name.startswith("own:")
    for figure in [f for f in figures if own or f in known["floors"] or f in others or f == "mean"]:
        value, floor = figures[figure], known["floors"].get(figure) if same else None
        below = floor is not None and value < floor
        bad += below
        table.add_row(figure, f"{value:.3f}", "" if floor is None else f"{floor:.3f}", others.get(figure, ""),
                      "BELOW" if below else "")  # fmt: skip
        if rise and same and value - MARGIN > (floor or 0):
            known["floors"][figure] = round(value - MARGIN, 4)
    Console(width=100).print(table)
    return bad


if __name__ == "__main__":
    sys.exit(main())
