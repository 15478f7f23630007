"""What an ideal reader would bring through the gate: every gold fact that can be proposed, and all that reaches a person accepted.

    python bench/accepted.py [--cases FOLDER...]

Beside the rules alone. What is lost between the two and the gold is the gate's doing, or that of the words that `proposing` chose.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from goldsets import COMMAND, ROOT, Cases, call, run, shared
from model import ways
from proposing import case_of

WAYS = ("rules", "both")
SHOWN = (
    "figures found", "figures right", "accused", "accused right", "accused incident", "accused stance", "contacts", "contacts right",
    "convictions", "acquittals", "chains", "not accused",
)  # fmt: skip


def proposed(gold: Path, work: Path) -> dict[str, dict[str, Any]]:
    """The export of the rules alone, and with every true proposal that the gate lets to a person. Raises Broken."""
    (work / "in").mkdir()
    for path in (*gold.glob("*.txt"), gold / "sources.csv"):
        shutil.copy(path, work / "in")
    run([*COMMAND, "build", f"{work}/case", f"{work}/in"], ROOT)
    alone = _exported(work)
    lines = [{"document": g.name, "reader": "gold", "version": "1", **line} for g in case_of(gold) for line in g.lines]
    (work / "found.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    run([*COMMAND, "propose", f"{work}/case", f"{work}/found.jsonl"], ROOT)
    return ways(alone, _exported(work))


def _exported(work: Path) -> dict[str, Any]:
    run([*COMMAND, "export", f"{work}/case", "-o", f"{work}/case.json"], ROOT)
    rows: dict[str, Any] = json.loads((work / "case.json").read_text(encoding="utf-8"))
    return rows


def main() -> int:
    """The table, all cases pooled."""
    options = argparse.ArgumentParser()
    options.add_argument("--cases", type=Path, nargs="*")
    folders = options.parse_args().cases or sorted(p.parent for p in shared().glob("cases/*/gold.json"))
    scorer = shared() / "score" / "score_case.py"
    raws: dict[str, list[Any]] = {way: [] for way in WAYS}
    for gold in folders:
        with tempfile.TemporaryDirectory() as work:
            for way, export in proposed(gold, Path(work)).items():
                if way in WAYS:
                    file = Path(work, f"{way}.json")
                    file.write_text(json.dumps(export), encoding="utf-8")
                    raws[way].append(
                        call([sys.executable, str(scorer), str(file), str(gold / "gold.json"), "--json"], ROOT)
                    )
    pooled = {way: Cases("cases", (), scorer, ()).figures(found) for way, found in raws.items()}
    for name in SHOWN:
        told = (f"{pooled[way][name].value:.3f} of {pooled[way][name].of}" for way in WAYS if name in pooled[way])
        print(f"{name:18} {'   '.join(told)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
