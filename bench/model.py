"""How well a language model reads as a second reader: rules alone, the model alone behind the gate, both.

    python bench/model.py --model NAME                        a model of Ollama's on this machine, on the shared cases
    python bench/model.py --model NAME --endpoint URL         any server that speaks OpenAI's protocol
    python bench/model.py --model NAME --cases FOLDER...      affairs with a gold.json; without it ../shared/cases
    python bench/model.py --model NAME --faults 100           also so many of the small affairs, evenly drawn
    python bench/model.py --model NAME --unread --json        only what the rules did not read; the figures as JSON

What the gate hands to a person counts as if the person had accepted all of it: the figures show what she would be given, right
and wrong. `right` areas say how much of what is claimed is right. Nothing is kept: each run asks anew.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from goldsets import COMMAND, ROOT, Broken, Cases, call, lines, run, shared, texts

WAYS = ("rules", "model", "both")
SHOWN = (
    "checks", "accused", "accused right", "accused stance", "contacts", "contacts right", "arrests", "convictions",
    "convictions right", "amounts found", "amounts right", "figures found", "figures right", "must not be",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asking:
    """Which model is asked where, and about how much."""

    model: str
    endpoint: str
    unread: bool = False

    @property
    def options(self) -> list[str]:
        """The options of a build."""
        return ["--model", self.model, "--endpoint", self.endpoint, *(["--unread"] if self.unread else [])]


@dataclass(frozen=True, slots=True)
class Read:
    """What one affair became: the export of each way, and what the build said of its questions."""

    exports: dict[str, dict[str, Any]]
    asked: dict[str, Any]


def read_affair(sources: Path, asking: Asking) -> Read:
    """Build the reports of a folder without and with the model. Raises Broken."""
    with tempfile.TemporaryDirectory() as work:
        run([*COMMAND, "build", f"{work}/case", str(sources)], ROOT)
        alone = _exported(work)
        told = call([*COMMAND, "build", f"{work}/case", *asking.options, "--json"], ROOT)
        return Read(ways(alone, _exported(work)), told.get("asked", {}))


def _exported(work: str) -> dict[str, Any]:
    run([*COMMAND, "export", f"{work}/case", "-o", f"{work}/case.json"], ROOT)
    rows: dict[str, Any] = json.loads(Path(work, "case.json").read_text(encoding="utf-8"))
    return rows


def ways(alone: dict[str, Any], asked: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The export of the rules; of the model as if all were accepted that the gate let to a person; of both."""
    known = {c["id"] for c in alone["claims"]}
    admitted = [c for c in asked["claims"] if c["id"] not in known]
    given = [as_claim(p, asked) for p in asked["proposals"] if p["outcome"] == "to_check"]
    own = {c["id"] for c in admitted}
    return {
        "rules": alone,
        "model": {**asked, "claims": admitted + given, "findings": []},
        "both": {**asked, "claims": [c for c in asked["claims"] if c["id"] not in own] + admitted + given},
    }


def as_claim(proposal: dict[str, Any], export: dict[str, Any]) -> dict[str, Any]:
    """A proposal as the claim that it would be once accepted."""
    empty: dict[str, Any] = {"governors": [], "readers": [], "said_on": None, "attribution": None, "repeats": None}
    bare = {k: v for k, v in proposal.items() if k not in ("outcome", "code", "reason", "decision", "beside", "given")}
    outlet = [{"name": "outlet", "kind": "outlet", "entity": None, "cue": None}]
    rest = {"chain": outlet, "root": 0, "basis": "own", "subject": {"incident": None, "entity": None, "total": False}}
    return {**rest, **empty, **bare}


class Scored:
    """The pooled checks of each way, and what became of proposals."""

    def __init__(self, scorer: Path) -> None:
        self.set = Cases("cases", (), scorer, ())
        self.raws: dict[str, list[Any]] = {way: [] for way in WAYS}
        self.codes: Counter[tuple[str, str]] = Counter()
        self.asked: Counter[str] = Counter()

    def add(self, read: Read, gold: Path) -> None:
        """Count one affair in. Raises Broken."""
        self.note(read)
        for way, export in read.exports.items():
            with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
                json.dump(export, file)
                file.flush()
                self.raws[way].append(
                    call([sys.executable, str(self.set.scorer), file.name, str(gold), "--json"], ROOT)
                )

    def note(self, read: Read) -> None:
        """Count what the gate did with the proposals of an affair, and its questions."""
        both = read.exports["both"]
        self.codes.update((p["outcome"], p["code"]) for p in both["proposals"])
        self.codes["admitted", "fits"] += len(read.exports["model"]["claims"]) - sum(
            p["outcome"] == "to_check" for p in both["proposals"]
        )
        self.asked.update({k: read.asked.get(k, 0) for k in ("passages", "fresh", "seconds", "proposals")})

    def rows(self) -> dict[str, Any]:
        """All figures."""
        pooled = {way: self.set.figures(raws) for way, raws in self.raws.items() if raws}
        shown = {way: {k: [f.value, f.of] for k, f in figures.items()} for way, figures in pooled.items()}
        minutes = self.asked["seconds"] / 60
        rate = self.asked["fresh"] / minutes if minutes else None
        outcomes = {f"{outcome}/{code}": n for (outcome, code), n in sorted(self.codes.items())}
        return {"figures": shown, "proposals": outcomes, "asked": dict(self.asked), "passages a minute": rate}


def score_faults(base: Path, number: int, asking: Asking, scored: Scored) -> dict[str, list[int]]:
    """Of some small affairs, by way: wanted things found, of how many, forbidden things, of how many."""
    scorer = _module(base / "score" / "faults.py")
    every = [json.loads(line) for path in sorted((base / "faults").glob("*.dev.jsonl")) for line in lines(path)]
    tally = {way: [0, 0, 0, 0] for way in WAYS}
    for item in every[:: max(1, len(every) // number)][:number]:
        with tempfile.TemporaryDirectory() as folder:
            _write(item, Path(folder))
            read = read_affair(Path(folder), asking)
        scored.note(read)
        for way, export in read.exports.items():
            affair = scorer.Affair(export)
            held = [affair.holds(check, True) for check in item.get("want", [])]
            wrong = [affair.holds(check) for check in item.get("never", [])]
            counts = (sum(map(bool, held)), len(held), sum(map(bool, wrong)), len(wrong))
            tally[way] = [a + b for a, b in zip(tally[way], counts, strict=True)]
    return tally


def _module(path: Path) -> ModuleType:
    spec = spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise Broken(f"{path} is not there")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _write(item: dict[str, Any], folder: Path) -> None:
    import csv

    with (folder / "sources.csv").open("w", newline="", encoding="utf-8") as file:
        sheet = csv.DictWriter(
            file, ["file", "publisher", "published", "title", "author", "url"], extrasaction="ignore"
        )
        sheet.writeheader()
        sheet.writerows({**doc, "file": doc["name"]} for doc in item["docs"])
    for doc in item["docs"]:
        (folder / doc["name"]).write_text(doc["text"], encoding="utf-8")


def page(rows: dict[str, Any]) -> Iterator[str]:
    """The figures for a reader."""
    figures = rows["figures"]
    yield f"{'':20}" + "".join(f"{way:>16}" for way in figures)
    for name in SHOWN:
        cells = [figures[way].get(name) for way in figures]
        if any(cells):
            yield f"{name:20}" + "".join(f"{f'{c[0]:.3f} of {c[1]}':>16}" if c else f"{'-':>16}" for c in cells)
    for way, (found, want, false, never) in rows.get("faults", {}).items():
        yield f"faults, {way}: found {found} of {want}, false {false} of {never}"
    for outcome, count in rows["proposals"].items():
        yield f"{outcome:32}{count:6}"
    yield f"{rows['asked'].get('passages', 0):.0f} passages, {rows['passages a minute'] or 0:.1f} a minute"


def main(argv: Sequence[str] | None = None) -> int:
    """Score a model; exit code 1 where a set can't be scored."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--model", required=True)
    words.add_argument("--endpoint", default="http://127.0.0.1:11434/v1")
    words.add_argument("--cases", nargs="*", type=Path)
    words.add_argument("--faults", type=int, default=0)
    words.add_argument("--unread", action="store_true")
    words.add_argument("--json", action="store_true")
    said = words.parse_args(argv)
    base, asking = shared(), Asking(said.model, said.endpoint, said.unread)
    scored = Scored(base / "score" / "score_case.py")
    folders = said.cases if said.cases is not None else sorted(p.parent for p in (base / "cases").glob("*/gold.json"))
    try:
        for folder in folders:
            with tempfile.TemporaryDirectory() as sources:
                for path in texts(folder):
                    Path(sources, path.name).write_bytes(path.read_bytes())
                scored.add(read_affair(Path(sources), asking), folder / "gold.json")
        rows: dict[str, Any] = {"faults": score_faults(base, said.faults, asking, scored)} if said.faults else {}
    except Broken as fault:
        print(fault, file=sys.stderr)
        return 1
    rows |= scored.rows()
    print(json.dumps(rows, indent=1) if said.json else "\n".join(page(rows)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
