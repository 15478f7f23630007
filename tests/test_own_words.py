"""Sentences of the project are its own: no run of words of a gold set made by others stands in it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 9
"""Words in a row that two texts may share by chance or by a stock phrase."""
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
WRITTEN = (".py", ".md", ".txt", ".tsv", ".jsonl", ".json", ".html", ".csv")
NOTICES = (
    "this site uses akismet to reduce spam learn how your comment data is processed",
    "this material may not be published broadcast rewritten or redistributed",
    "anyone with information about the case is asked to call",
)
"""What sites print below any text; lists of page furniture hold such words on purpose."""


def runs(text: str) -> Iterator[str]:
    """Every run of one word more than two texts may share."""
    words = [w.lower() for w in WORD.findall(text)]
    for n in range(len(words) - LONGEST):
        yield " ".join(words[n : n + LONGEST + 1])


def shared_texts(shared: Path) -> Iterator[str]:
    for path in sorted((shared / "bench").glob("*_dev.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield f"{row.get('title') or ''} . {row.get('text') or ''}"
    for path in sorted((shared / "cases").glob("*/*.txt")):
        yield path.read_text(encoding="utf-8")


def own_files() -> Iterator[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if name.endswith(WRITTEN) and "/vendor/" not in name and path.is_file():
            yield path


def test_no_text_of_others_stands_in_the_project(shared: Path) -> None:
    theirs = {hash(run) for text in shared_texts(shared) for run in runs(text)}
    assert len(theirs) > 100_000
    found = [
        f"{path.relative_to(ROOT)}: {run}"
        for path in own_files()
        for run in runs(path.read_text(encoding="utf-8", errors="replace"))
        if hash(run) in theirs and not any(run in notice for notice in NOTICES)
    ]
    assert found == []
