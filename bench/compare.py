"""What two versions make of all development texts, claim by claim: lost, new, changed, with the sentences.

    python bench/compare.py                       572a268 against this checkout, all texts
    python bench/compare.py NEW                   572a268 against NEW
    python bench/compare.py OLD NEW               each a git revision, a wheel, or a folder that holds the tool
    python bench/compare.py --sets case muc --sample 50 --seed 3      corpora whose names begin so; 50 affairs or reports of each
    python bench/compare.py --kind killed/lost    only differences of this kind: PROPERTY/lost, PROPERTY/changed FIELD ...
    python bench/compare.py --judge               also append templates for what nobody judged to build/compare/judge.jsonl
    python bench/compare.py --settle FILE         keep the judgements filled in there in bench/judged.jsonl, without the words

Each version is frozen in an environment of its own under build/ and builds every affair alone; exports are kept there by a
hash over version, libraries and texts, so that a version is read once. The differences are written to build/compare as JSON
lines and as Markdown. Every lost or changed claim has to be judged: while one isn't, the exit code is 1 and they are listed.
`build/` holds texts of others and is never committed; judged.jsonl holds hashes, verdicts and one word of reason.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from corpora import Corpus, corpora
from differences import Difference, differences
from goldsets import ROOT, lines
from judgements import JUDGED, Unclear, read_judged, settle, template
from versions import NoVersion, Version, find_version

FROZEN = "572a268"
"""The last version before the rebuild."""
BUILDING = Path(__file__).resolve().parent / "building.py"
LISTED = 20


class NotRead(Exception):
    """A version could not be run."""


@dataclass(frozen=True)
class Found:
    """A difference, and the corpus and affair it was found in."""

    corpus: str
    affair: str
    difference: Difference


def export(version: Version, corpus: Corpus, cache: Path) -> Path:
    """The exports of a corpus by a version, built unless they are kept. Raises NotRead."""
    kept = cache / "exports" / version.digest / f"{corpus.name.replace(':', '-')}-{corpus.digest}.jsonl.gz"
    if kept.is_file():
        return kept
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        listing, made = Path(work, "listing.jsonl"), kept.with_suffix(".part")
        rows = [{"id": affair.id, "folder": str(Path(work, str(n)))} for n, affair in enumerate(corpus.affairs)]
        for affair, row in zip(corpus.affairs, rows, strict=True):
            affair.write(Path(row["folder"]))
        listing.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        command = [version.python, str(BUILDING), str(listing), str(made)]
        done = subprocess.run(command, env=version.environment(), capture_output=True, text=True, check=False)
        if done.returncode:
            raise NotRead(f"{version.said} broke on {corpus.name}\n{done.stderr[-2000:]}")
    package = next(read(made))["package"]
    if not Path(package).resolve().is_relative_to(version.root.resolve()):
        raise NotRead(f"{version.said}: {package} was imported, not {version.root}")
    made.replace(kept)
    return kept


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of kept exports; the first one says which package made them."""
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        yield from map(json.loads, handle)


def compare(corpus: Corpus, old: Path, new: Path) -> Iterator[Found]:
    """All differences of a corpus."""
    for before, after in zip(read(old), read(new), strict=True):
        if "package" not in before:
            if "broken" in before or "broken" in after:
                told = [
                    f"{side}: {row['broken']}" for side, row in (("old", before), ("new", after)) if "broken" in row
                ]
                print(f"{corpus.name} {before['id']} could not be built; {'; '.join(told)}", file=sys.stderr)
            yield from (Found(corpus.name, before["id"], d) for d in differences(before, after))


def row_of(found: Found, judged: dict[str, dict[str, str]]) -> dict[str, Any]:
    """A difference as a line of the result."""
    verdict = judged.get(found.difference.claim, {})
    return {
        "corpus": found.corpus,
        "affair": found.affair,
        "kind": found.difference.kind,
        **template(found.difference, found.corpus),
        "verdict": verdict.get("verdict"),
        "why": verdict.get("why"),
    }


def markdown(title: str, rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The result for a reader: counts by property, then every difference with its sentence."""
    yield f"# {title}\n\n| property | lost | changed | new | not judged |\n|---|---|---|---|---|\n"
    properties = sorted({row["property"] for row in rows})
    for name in properties:
        own = [row for row in rows if row["property"] == name]
        counts = Counter(row["change"].split()[0] for row in own)
        yield f"| {name} | {counts['lost']} | {counts['changed']} | {counts['new']} | {sum(map(open_question, own))} |\n"
    kinds = Counter(row["kind"] for row in rows)
    for kind, count in sorted(kinds.items()):
        yield f"\n## {kind} ({count})\n"
        for row in (row for row in rows if row["kind"] == kind):
            yield f"\n{row['where']}{' · judged ' + row['verdict'] if row['verdict'] else ''}  \n> {marked(row)}\n\n"
            yield "".join(f"- {side}: {row[side]}\n" for side in ("old", "new") if row[side])


def marked(row: dict[str, Any]) -> str:
    """The sentence on one line, with the words of the claim in bold."""
    sentence, quote = (" ".join(row[key].split()) for key in ("text", "quote"))
    return sentence.replace(quote, f"**{quote}**", 1) if quote else sentence


def open_question(row: dict[str, Any]) -> bool:
    """Whether a line waits for a judgement."""
    return not row["change"].startswith("new") and not row["verdict"]


def chosen(options: argparse.Namespace) -> list[Corpus]:
    """The corpora that are asked for, cut to a sample."""
    asked = [c for c in corpora() if not options.sets or any(c.name.startswith(name) for name in options.sets)]
    return [corpus.sample(options.sample, options.seed) for corpus in asked]


def run(options: argparse.Namespace) -> list[dict[str, Any]]:
    """Build both sides, compare them, write the result; its lines. Raises NoVersion, NotRead."""
    old, new = (find_version(said, options.cache) for said in options.versions)
    asked, judged = chosen(options), read_judged(options.judged)
    with ThreadPoolExecutor(options.processes) as pool:
        jobs = [(version, corpus) for corpus in reversed(asked) for version in (old, new)]
        made = dict(
            zip(
                ((v.said, c.name) for v, c in jobs),
                pool.map(lambda job: export(*job, options.cache), jobs),
                strict=True,
            )
        )
    found = [f for corpus in asked for f in compare(corpus, made[old.said, corpus.name], made[new.said, corpus.name])]
    rows = [row_of(f, judged) for f in found if f.difference.kind.startswith(options.kind)]
    title = f"{Path(old.said).name} against {Path(new.said).name}"
    options.out.mkdir(parents=True, exist_ok=True)
    with (options.out / "differences.jsonl").open("w", encoding="utf-8") as handle:
        handle.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (options.out / "differences.md").write_text("".join(markdown(title, rows)), encoding="utf-8")
    return rows


def report(rows: Sequence[dict[str, Any]], options: argparse.Namespace) -> int:
    """Print the counts and what waits for a judgement; 1 where something does."""
    waiting = [row for row in rows if open_question(row)]
    for row in waiting[: None if options.all else LISTED]:
        print(f"{row['claim']} {row['kind']}: {row['where']}: {' '.join(row['text'].split())[:160]}")
    if len(waiting) > LISTED and not options.all:
        print(f"... and {len(waiting) - LISTED} more; all are in {options.out}, --all prints them")
    counts = Counter(row["change"].split()[0] for row in rows)
    verdicts = Counter(row["verdict"] for row in rows if row["verdict"])
    told = ", ".join(f"{count} {name}" for name, count in [*sorted(counts.items()), *sorted(verdicts.items())])
    print(f"{told or 'no difference'}; {len(waiting)} lost or changed not judged; see {options.out}")
    if options.judge:
        append(options.out / "judge.jsonl", waiting)
    return 1 if waiting else 0


def append(path: Path, waiting: Sequence[dict[str, Any]]) -> None:
    """Add templates for what is not there yet."""
    known = {json.loads(line)["claim"] for line in lines(path)} if path.is_file() else set()
    with path.open("a", encoding="utf-8") as handle:
        for row in waiting:
            if row["claim"] not in known:
                known.add(row["claim"])
                handle.write(json.dumps({**row, "verdict": "", "why": ""}, ensure_ascii=False) + "\n")
    print(f"fill in verdict and one word of why in {path}, then: python bench/compare.py --settle {path}")


def main(argv: Sequence[str] | None = None) -> int:
    """Compare, or keep judgements; 1 where a lost or changed claim waits for one, 2 where a version can't be run."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("versions", nargs="*", metavar="OLD NEW")
    parser.add_argument("--sets", nargs="+", default=[])
    parser.add_argument("--sample", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", default="")
    parser.add_argument("--judge", action="store_true")
    parser.add_argument("--settle", type=Path)
    parser.add_argument("--judged", type=Path, default=JUDGED)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--processes", type=int, default=cores)
    parser.add_argument("--cache", type=Path, default=ROOT / "build")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "compare")
    options = parser.parse_args(argv)
    options.versions = {0: [FROZEN, str(ROOT)], 1: [FROZEN, *options.versions]}.get(
        len(options.versions), options.versions
    )
    if len(options.versions) > 2:
        parser.error("two versions are compared")
    try:
        if options.settle:
            print(
                f"{settle(map(json.loads, lines(options.settle)), options.judged)} judgements kept in {options.judged}"
            )
            return 0
        return report(run(options), options)
    except (NoVersion, NotRead, Unclear) as fault:
        print(fault, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
