"""The gold sets: what each is made of, how the tool of a checkout is scored on it, and what figures come of it.

Sets that others made lie in RASHOMON_SHARED, else in ../shared beside the checkout; the project's own in tests/gold. A set
is measured part by part (a case, a file of affairs), each in processes of its own, so that parts can run side by side.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
COMMAND = [sys.executable, "-m", "rashomon"]
ALONE = {"RASHOMON_PROCESSES": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

Figures = dict[str, "Figure"]


class Broken(Exception):
    """A set could not be scored."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a set.

    `of`: how many checks it is a share of, where it is one. `ceiling`: it is better the lower it is. `pair`: figures with
    the same one are judged together.
    """

    value: float
    of: int | None = None
    ceiling: bool = False
    pair: str | None = None


@dataclass(frozen=True)
class GoldSet:
    """A set of gold data: its name, the files it is made of, the scorer, the parts that are measured apart."""

    name: str
    files: tuple[Path, ...]
    scorer: Path
    parts: tuple[Path, ...]

    def digest(self) -> str:
        """A hash over corpus, gold and scorer."""
        whole = sha256()
        for path in (*self.files, self.scorer):
            whole.update(f"{path.parent.name}/{path.name}".encode() + sha256(path.read_bytes()).digest())
        return whole.hexdigest()[:16]

    def measure(self, part: Path, tool: Path) -> Any:
        """What the scorer prints for a part, read by the checkout `tool`. Raises Broken."""
        return call([sys.executable, str(self.scorer), str(part)], tool)

    def figures(self, raws: Sequence[Any]) -> Figures:
        """The figures of the whole set from what `measure` gave for each part."""
        return {name: Figure(value) for raw in raws for name, value in raw.items()}


class Own(GoldSet):
    """Sentences of the project, scored by its tests, which know the insides of their version: each version by its own."""

    def measure(self, part: Path, tool: Path) -> Any:
        """The figures of the set, by the scorer of that checkout, which has to hold today's sentences. Raises Broken."""
        place = self.scorer.parent if tool == ROOT else tool / "tests" / "gold"
        if (place / part.name).read_bytes() != part.read_bytes():
            raise Broken(f"{place / part.name} does not hold today's sentences")
        return call([sys.executable, str(place / "score.py"), str(part)], tool)


class Cases(GoldSet):
    """Affairs with facts read by hand: checks are pooled over all of them."""

    def measure(self, part: Path, tool: Path) -> Any:
        """The checks of one case, built from its texts and scored. Raises Broken."""
        with tempfile.TemporaryDirectory() as work:
            Path(work, "in").mkdir()
            for path in texts(part):
                shutil.copy(path, Path(work, "in"))
            run([*COMMAND, "build", f"{work}/case", f"{work}/in"], tool)
            run([*COMMAND, "export", f"{work}/case", "-o", f"{work}/case.json"], tool)
            command = [sys.executable, str(self.scorer), f"{work}/case.json", str(part / "gold.json"), "--json"]
            return call(command, tool)

    def figures(self, raws: Sequence[Any]) -> Figures:
        """`checks`, all checks but the grounding of quotes, and each area, pooled over the cases."""
        areas: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for raw in raws:
            for area, row in raw["areas"].items():
                areas[area][0] += row["ok"]
                areas[area][1] += row["of"]
        rest = [row for area, row in areas.items() if area != "grounded"]
        whole = [sum(ok for ok, _ in rest), sum(of for _, of in rest)]
        return {name: Figure(share(ok, of), of) for name, (ok, of) in {"checks": whole, **areas}.items()}


class Faults(GoldSet):
    """Small affairs, each of which shows one kind of fault: what is found and what is false, never one alone."""

    def measure(self, part: Path, tool: Path) -> Any:
        """The checks of each affair with what failed of them. Raises Broken."""
        command = [sys.executable, str(self.scorer), str(part), "--json"]
        scored = {row["id"]: row for row in call(command, tool)["items"]}
        return [{**item, **scored[item["id"]]} for item in map(json.loads, lines(part))]

    def figures(self, raws: Sequence[Any]) -> Figures:
        """`found` and `false` of all and of each area (what stands in `kind` before the stroke)."""
        tally: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        for item in (item for raw in raws for item in raw):
            want, never = len(item.get("want", [])), len(item.get("never", []))
            built = not any("built" in check for check in item["missing"])
            counts = (want - len(item["missing"]) if built else 0, want, len(item["wrong"]), never)
            for area in ("", item["kind"].split("/")[0] + " "):
                tally[area] = [a + b for a, b in zip(tally[area], counts, strict=True)]
        figures = {}
        for area, (found, want, false, never) in tally.items():
            figures[f"{area}found"] = Figure(share(found, want), want + never, pair=area)
            figures[f"{area}false"] = Figure(share(false, never), want + never, ceiling=True, pair=area)
        return figures


class Bench(GoldSet):
    """A set that other people annotated, scored by its own script."""

    def measure(self, part: Path, tool: Path) -> Any:
        """The figures of the set. Raises Broken."""
        command = [sys.executable, str(self.scorer), self.name, str(part), "--rashomon", shlex.join(COMMAND), "--json"]
        # One such set takes longer than all others together: alone on a core it would keep the other waiting.
        return call(command, tool, RASHOMON_PROCESSES=str(os.cpu_count() or 1))["figures"]


def share(part: int, whole: int) -> float:
    """A share; 0 of nothing."""
    return part / whole if whole else 0.0


def lines(path: Path) -> list[str]:
    """The lines of a file that hold something."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def run(command: Sequence[str], tool: Path, **more: str) -> str:
    """What a command prints, on one core unless more of its environment is said, with the tool of a checkout. Raises Broken when it fails."""
    environment = {**os.environ, **ALONE, **more, "PYTHONPATH": str(tool / "src")}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        raise Broken(f"{' '.join(command)} exited {done.returncode}\n{done.stderr[-2000:]}")
    return done.stdout


def call(command: Sequence[str], tool: Path, **more: str) -> Any:
    """The JSON that a scorer prints. Raises Broken when it fails."""
    return json.loads(run(command, tool, **more))


def shared() -> Path:
    """Where the gold sets of others lie."""
    return Path(os.environ.get("RASHOMON_SHARED") or ROOT.parent / "shared")


def gold_sets() -> list[GoldSet]:
    """The sets that are present."""
    return [*others_sets(shared()), *own_sets(ROOT / "tests" / "gold")]


def others_sets(base: Path) -> Iterator[GoldSet]:
    """The sets that lie beside the checkout, and the own cases, as they need its scorer."""
    if affairs := tuple(sorted((base / "faults").glob("*.dev.jsonl"))):
        yield Faults("faults", affairs, base / "score" / "faults.py", affairs)
    for path in sorted((base / "bench").glob("*_dev.jsonl")):
        files = tuple(sorted(path.parent.glob(f"{path.stem.split('.')[0]}*.jsonl")))
        yield Bench(path.stem.removesuffix("_dev"), files, base / "score" / "bench.py", (path,))
    yield from cases("cases", base / "cases", base)
    yield from cases("own-cases", ROOT / "tests" / "gold" / "cases", base)


def cases(name: str, place: Path, base: Path) -> Iterator[GoldSet]:
    """The affairs of a folder as one set."""
    folders = tuple(sorted(f.parent for f in place.glob("*/gold.json")))
    files = tuple(p for folder in folders for p in [*texts(folder), folder / "gold.json"])
    scorer = base / "score" / "score_case.py"
    if folders and scorer.is_file():
        yield Cases(name, files, scorer, folders)


def texts(folder: Path) -> list[Path]:
    """The reports of a case and what is said of them; the gold and the notes that lie beside them are no reports."""
    return sorted(p for p in folder.iterdir() if p.suffix in (".txt", ".html") or p.name == "sources.csv")


def own_sets(place: Path) -> Iterator[GoldSet]:
    """The project's own sentences."""
    for path in sorted(place.glob("*.jsonl")):
        yield Own(f"own:{path.stem}", (path,), place / "score.py", (path,))
