"""All development texts, as affairs that a version can build: cases, reports of the public sets, affairs of single faults.

A corpus is what is named on the command line; an affair is what is built as one case. Texts of others lie beside the
checkout and are only read; nothing of them is kept but under `build/`.
"""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from goldsets import ROOT, lines, shared, texts

COLUMNS = ("file", "title", "publisher", "author", "published", "url")
PUBLIC = ("muc", "timex", "polnear", "ecb", "gva")


@dataclass(frozen=True)
class Affair:
    """What is built as one case: its files by name."""

    id: str
    files: Mapping[str, bytes]

    def write(self, folder: Path) -> None:
        """Put the files into a new folder."""
        folder.mkdir(parents=True)
        for name, content in self.files.items():
            (folder / name).write_bytes(content)


@dataclass(frozen=True)
class Corpus:
    """Affairs under one name; `cut`: how a sample is drawn, from the "affairs", from the "reports" of one, or None."""

    name: str
    affairs: tuple[Affair, ...]
    cut: str | None = None

    @cached_property
    def digest(self) -> str:
        """A hash over all texts and what is said of them."""
        whole = sha256()
        for affair in self.affairs:
            for name, content in affair.files.items():
                whole.update(f"{affair.id}/{name}".encode() + sha256(content).digest())
        return whole.hexdigest()[:16]

    def sample(self, count: int | None, seed: int) -> Corpus:
        """A part of it with `count` affairs or reports, always the same for a seed; a hand-made case stays whole."""
        drawn = random.Random(f"{seed} {self.name}")
        if count is None or self.cut is None:
            return self
        if self.cut == "affairs":
            chosen = sorted(drawn.sample(range(len(self.affairs)), min(count, len(self.affairs))))
            return replace(self, affairs=tuple(self.affairs[n] for n in chosen))
        (affair,) = self.affairs
        reports = [name for name in affair.files if name != "sources.csv"]
        kept = {"sources.csv", *drawn.sample(reports, min(count, len(reports)))}
        return replace(self, affairs=(Affair(affair.id, {n: c for n, c in affair.files.items() if n in kept}),))


def corpora() -> Iterator[Corpus]:
    """Every corpus that is present, hand-made cases first."""
    base = shared()
    yield from cases("case", base / "cases")
    yield from cases("own", ROOT / "tests" / "gold" / "cases")
    for path in sorted((base / "faults").glob("*.dev.jsonl")):
        yield faults(path)
    for name in PUBLIC:
        if (path := base / "bench" / f"{name}_dev.jsonl").is_file():
            yield public(name, path)


def cases(kind: str, place: Path) -> Iterator[Corpus]:
    """Hand-made affairs."""
    for folder in sorted(f.parent for f in place.glob("*/gold.json")):
        files = {p.name: p.read_bytes() for p in texts(folder)}
        yield Corpus(f"{kind}:{folder.name}", (Affair(folder.name, files),))


def faults(path: Path) -> Corpus:
    """Small affairs of one fault each."""
    affairs = []
    for item in map(json.loads, lines(path)):
        files = {doc["name"]: f"{doc['text']}\n".encode() for doc in item["docs"]}
        rows = [{**doc, "file": doc["name"]} for doc in item["docs"]]
        affairs.append(Affair(item["id"], {**files, "sources.csv": table(rows)}))
    return Corpus(f"faults:{path.name.split('.')[0]}", tuple(affairs), "affairs")


def public(name: str, path: Path) -> Corpus:
    """The reports of a public set as one affair, written as its scorer writes them."""
    items = [json.loads(line) for line in lines(path)]
    files = {f"{i['doc_id']}.txt": f"{i['title']}\n\n{i['text']}" if i.get("title") else i["text"] for i in items}
    rows = [{**item, "file": f"{item['doc_id']}.txt"} for item in items]
    content = {file: text.encode() for file, text in files.items()}
    return Corpus(name, (Affair(name, {**content, "sources.csv": table(rows)}),), "reports")


def table(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """The sources.csv of some reports."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([row.get(column) or "" for column in COLUMNS] for row in rows)
    return out.getvalue().encode()
