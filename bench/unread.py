"""Of what complete gold knows and no claim gives, how much stands on the list of what was not understood.

    python bench/unread.py FOLDER...          folders that hold gold.json and texts; without any, the shared cases
    python bench/unread.py FOLDER --show      also each fact that stands on no list, and each listed sentence that is in vain

A fact is an accusation, conviction, acquittal, arrest, contact or sum of gold, with its words. It is listed if a listed
sentence of its report shares a character with these words. A listed sentence is in vain if it shares none with the words of
a fact that was missed, nor with those of a fact that gold calls optional. Exits 2 where a folder holds no gold.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import util
from pathlib import Path
from shutil import copy
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import rashomon
from goldsets import shared

Row = dict[str, Any]
GRADES = ("perpetrator", "organizer", "suspect", "charge", "responsibility", "blame")
GIVEN_BY: dict[str, tuple[str, ...]] = {
    "accused": GRADES,
    "convictions": ("conviction",),
    "acquittals": ("acquittal", "conviction", "charge"),
    "arrests": ("detained", "released", "suspect", "wanted"),
    "contacts": ("contact",),
    "amounts": ("amount",),
}
"""By which properties a claim gives a fact of each list of gold."""


@dataclass
class Tally:
    """Facts missed and listed, by list of gold; sentences listed, and in vain."""

    missed: Counter[str] = field(default_factory=Counter)
    listed: Counter[str] = field(default_factory=Counter)
    sentences: int = 0
    vain: int = 0


def scorer() -> Any:
    """The module that scores cases, for its reading of names."""
    spec = util.spec_from_file_location("score_case", shared() / "score" / "score_case.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared() / "score")
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def exported(folder: Path) -> Row:
    """What this version makes of the texts of a folder."""
    with tempfile.TemporaryDirectory() as work:
        texts = Path(work, "texts")
        texts.mkdir()
        for path in (*folder.glob("*.txt"), folder / "sources.csv"):
            copy(path, texts)
        found: Row = rashomon.build(Path(work, "case"), texts).export
        return found


def given(case: Any, kind: str, row: Row) -> bool:
    """Whether a claim gives a fact."""
    near = [
        c
        for c in case.claims.values()
        if c["property"] in GIVEN_BY[kind] and case.doc(c) == row["doc"] and case.touches(c, row["quote"])
    ]
    if kind == "amounts":
        return any(c["value"].get("number") == row["number"] for c in near)
    if kind == "contacts":
        return any(all(case.is_(c, p) for p in row["parties"][:2] if p) for c in near)
    return any(case.is_(c, row["person"]) for c in near)


def spans(case: Any, row: Row) -> Iterator[tuple[int, int]]:
    """Where the words of a row stand in its report."""
    text = next((case.docs[i].get("text") or "" for i, name in case.file.items() if name == row["doc"]), "")
    at = text.find(row["quote"])
    while at >= 0:
        yield at, at + len(row["quote"])
        at = text.find(row["quote"], at + 1)


def touched(case: Any, row: Row, listed: list[Row]) -> set[int]:
    """The listed sentences that share a character with the words of a row."""
    places = list(spans(case, row))
    return {
        n
        for n, u in enumerate(listed)
        if case.file[u["document"]] == row["doc"] and any(u["start"] < b and a < u["end"] for a, b in places)
    }


def tell(case: Any, gold: Row, listed: list[Row], tally: Tally) -> Iterator[str]:
    """Counts a case into the tally; gives a line for each silent miss and each sentence in vain."""
    useful: set[int] = set()
    for kind in GIVEN_BY:
        for row in (r for r in gold.get(kind, []) if r.get("quote") and not given(case, kind, r)):
            hits = touched(case, row, listed)
            useful |= hits
            tally.missed[kind] += 1
            tally.listed[kind] += bool(hits)
            if not hits:
                yield f"silent  {kind}  {row['doc']}  {row['quote']}"
        for row in (r for r in gold.get(f"optional_{kind}", []) if r.get("quote")):
            useful |= touched(case, row, listed)
    tally.sentences += len(listed)
    tally.vain += len(listed) - len(useful)
    for n, u in enumerate(listed):
        if n not in useful:
            yield f"in vain  {u['score']}  {u['why']}  {u['quote']}"


def main() -> int:
    """Print the figures."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("folders", nargs="*", type=Path)
    words.add_argument("--show", action="store_true")
    said = words.parse_args()
    module, tally = scorer(), Tally()
    for folder in said.folders or sorted(p.parent for p in (shared() / "cases").glob("*/gold.json")):
        if not (folder / "gold.json").is_file():
            print(f"{folder} holds no gold.json", file=sys.stderr)
            return 2
        data = exported(folder)
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        for line in tell(module.Case(data), gold, data["unread"], tally):
            if said.show:
                print(line)
    for kind, missed in tally.missed.items():
        print(f"{kind:12} {tally.listed[kind]:4}/{missed:<4}")
    print(f"missed facts listed {tally.listed.total()}/{tally.missed.total()}")
    print(f"listed sentences in vain {tally.vain}/{tally.sentences}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
