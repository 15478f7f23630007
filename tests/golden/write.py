"""The example affair, stage by stage, as lines that a person can diff: `make golden` writes them, a test compares.

One JSONL file a stage; every line is one record with its words, without ids, so that a line changes only when what was
found changed.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
README = HERE.parent.parent / "README.md"
BEGIN, END = "<!-- output -->", "<!-- /output -->"
SHOWN = ("conflict", "inconsistency", "scope", "sum", "update", "dependence")
WIDTH = 110
MATRIX_ROWS = 2


def golden_lines(case: Path) -> dict[str, list[str]]:
    """File name -> lines, for a built example case."""
    from rashomon.present.resolve import Resolved
    from rashomon.store.view import CaseView

    whole = Resolved.of(CaseView(case))
    stages = {
        "1-acquire": _acquired(whole),
        "2-annotate": _annotated(whole),
        "3-claims": _claimed(whole),
        "4-link": _linked(whole),
        "5-weigh": _weighed(whole),
    }
    return {f"{name}.jsonl": [json.dumps(r, ensure_ascii=False) for r in rows] for name, rows in stages.items()}


Rows = Iterator[dict[str, Any]]


def _acquired(whole: Any) -> Rows:
    for document in whole.documents.values():
        yield {"file": document.file, "kind": document.kind, "title": document.title, "publisher": document.publisher,
               "author": document.author, "published": document.published, "language": document.language}  # fmt: skip
        for block in (b for b in document.blocks if not _is_read_off(document, b)):
            yield {"file": document.file, "block": block.kind, "text": document.text[block.start : block.end]}


def _is_read_off(document: Any, block: Any) -> bool:
    """Whether a block or a mention was read off a picture: where Tesseract is not installed there is none."""
    return any(span.start <= block.start < span.end for span in document.scanned)


def _annotated(whole: Any) -> Rows:
    for account in whole.accounts:
        file, found = account.document.file, account.annotations
        names = {r.id: r.name for r in found.referents}
        for m in (m for m in found.mentions if not _is_read_off(account.document, m)):
            yield {"file": file, "mention": m.quote, "at": m.start, "form": m.form, "type": m.type,
                   "of": names.get(m.referent)}  # fmt: skip
        for t in found.times:
            yield {"file": file, "time": t.quote, "at": t.start, "timex": t.timex, "earliest": t.earliest,
                   "latest": t.latest}  # fmt: skip
        for q in found.quantities:
            yield {"file": file, "quantity": q.quote, "at": q.start, "number": q.number, "bound": q.bound, "of": q.of}
        for p in found.phones:
            yield {"file": file, "phone": p.e164, "at": p.start, "earliest": p.earliest, "latest": p.latest}


def _claimed(whole: Any) -> Rows:
    from rashomon.present.words import chain_words, value_words

    for account in whole.accounts:
        for a in account.reading.attributions:
            yield {"file": account.document.file, "source": [q.quote for q in a.source], "cue": [q.quote for q in a.cue],
                   "content": [q.quote for q in a.content], "stance": a.stance}  # fmt: skip
        for c in account.reading.claims:
            referent = whole.referents.get(c.subject.referent)
            yield {"file": account.document.file, "quote": c.quote, "property": c.property,
                   "value": value_words(whole, c), "of": referent and referent.name,
                   "event": c.subject.occurrence and whole.occurrences[c.subject.occurrence].mentions[0].quote,
                   "total": c.subject.total, "chain": chain_words(whole, c.chain), "root": c.root, "basis": c.basis,
                   "stance": c.stance, "repeats": c.repeats is not None}  # fmt: skip
        for u in account.reading.unread:
            yield {"file": account.document.file, "unread": u.quote, "why": u.why}


def _linked(whole: Any) -> Rows:
    from rashomon.present.words import date_words

    for e in sorted(whole.entities.values(), key=lambda e: (e.type, e.name, e.id)):
        names = sorted({whole.referents[r].name for r in e.referents})
        files = sorted({whole.documents[whole.referents[r].document].file for r in e.referents})
        if whole.referents[e.referents[0]].named:
            yield {"entity": e.name, "type": e.type, "names": names, "files": files}
    for i in whole.incidents.values():
        files = sorted({whole.documents[whole.occurrences[o].document].file for o in i.occurrences})
        yield {"incident": i.title, "type": i.type, "date": date_words(i.date), "files": files}
    for m in whole.linked.matches:
        yield {"match": m.kind, "verdict": m.verdict, "score": round(m.score, 2), "reason": _without_shares(m.reason)}


def _without_shares(reason: str) -> str:
    """A reason without how many rare words two reports share: a page read off a picture adds some."""
    return re.sub(r"share rare words \(0\.\d+\)", "share rare words", reason)


def _weighed(whole: Any) -> Rows:
    for f in sorted(whole.findings.values(), key=lambda f: (f.kind, f.reason)):
        yield {"finding": f.kind, "property": f.property, "reason": f.reason,
               "quotes": [whole.claims[c].quote for c in f.claims],
               "pairs": [f"{pair.kind}: {pair.reason}" for pair in f.pairs]}  # fmt: skip
    for o in whole.weighed.origins:
        yield {"incident": whole.incidents[o.incident].title, "named": o.named, "not_recorded": o.not_recorded}


def readme_output(case: Path) -> str:
    """What the README shows of the example: findings, and the head of the account matrix, as the terminal has them."""
    from rich.console import Console

    from rashomon.present import terminal
    from rashomon.present.resolve import Resolved
    from rashomon.store.view import CaseView

    whole = Resolved.of(CaseView(case))
    first = max(whole.incidents, key=lambda i: len(whole.claims_of_incident.get(i, ())))
    out = Console(width=WIDTH, record=True, file=Path(os.devnull).open("w"))  # noqa: SIM115
    out.print(terminal.incident_page(whole, first))
    lines = [line.rstrip() for line in out.export_text().splitlines()]
    ends = [n for n, line in enumerate(lines) if line.startswith(("├", "└"))]
    head = lines[: ends[MATRIX_ROWS]]
    shown = [f for f in whole.findings.values() if f.kind in SHOWN]
    reasons = [f"{f.kind}: {f.reason}" for f in sorted(shown, key=lambda f: (SHOWN.index(f.kind), f.reason))]
    wrapped = [line for reason in reasons for line in textwrap.wrap(reason, WIDTH, subsequent_indent="    ")]
    return "\n".join(
        [BEGIN, "```", "$ rashomon show demo-case 'Attack in Karsova'", *head, "...", "", *wrapped, "```", END]
    )


def with_output(readme: str, case: Path) -> str:
    """The README with its output as it is now."""
    before, rest = readme.split(BEGIN, 1)
    return before + readme_output(case) + rest.split(END, 1)[1]


def main() -> int:
    """Build the example; write the golden files, and the output in the README."""
    from rashomon.pipeline import build
    from rashomon.present.example import example_folder
    from rashomon.settings import Settings

    with tempfile.TemporaryDirectory() as work, example_folder() as folder:
        build(Path(work) / "case", [folder], Settings())
        for name, lines in golden_lines(Path(work) / "case").items():
            (HERE / name).write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        README.write_text(with_output(README.read_text(encoding="utf-8"), Path(work) / "case"), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
