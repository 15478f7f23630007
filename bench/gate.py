"""What the gate does with true proposals and with spoiled ones, by kind. No model is asked.

    python bench/gate.py [--shared FOLDER] [--missed] [--show CODE]

True ones are made from gold facts (cases, faults) by `proposing`, spoiled ones from the true by `spoiling`. With
--missed only facts that the rules miss are proposed; without, the rules' own claims are kept from the gate, so that all can
be. `clean` are those that come to a person with nothing said against them. --show prints the proposals with a code.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parent))

from goldsets import shared
from proposing import Given, Line, case_of, faults_of
from rashomon.model.case_settings import Hints
from rashomon.model.claim import Reading
from rashomon.model.document import Appearance, Original
from rashomon.model.link import Signed
from rashomon.model.proposal import Outcome, Proposal, numbered_incidents
from rashomon.model.span import Quote
from rashomon.reading import parser
from rashomon.settings import DEFAULT_MODEL
from rashomon.stages.acquire import acquire
from rashomon.stages.annotate import annotate
from rashomon.stages.claims import read_claims
from rashomon.stages.claims.gate import CLEAN, gate
from rashomon.stages.claims.view import View
from rashomon.store.proposals import make_proposal, read_line
from spoiling import KINDS

SIGNED = Signed("bench", "2026-01-01T00:00:00+00:00", "bench")
TARGETS = {"true refused": 0.02, "spoiled admitted": 0.01}


def opened(given: Given) -> tuple[View, Reading]:
    """A document of gold as a build reads it."""
    data = given.text.encode()
    said = given.sources.get
    seen = Appearance(given.name, said("title") or None, said("publisher") or None, published=said("published") or None)
    document = acquire(data, Original(sha256(data).hexdigest(), (seen,)), Hints())
    annotations = annotate(document, parser(DEFAULT_MODEL).parse(document))
    return View(document, annotations), read_claims(document, annotations)


def proposed(line: Line, view: View, reading: Reading, kind: str) -> Proposal | None:
    """A line as a proposal; of another incident where that is what is spoiled, and there is one."""
    row = {"document": "d", "reader": "bench", "version": "1", **line}
    named = row.pop("incident", None)
    if kind == "date" and line["property"] == "date":
        row.pop("speaker", None)
    incident = _other(line, view, reading) if named else None
    if named and incident is None:
        return None
    return make_proposal(read_line(msgspec.json.encode(row)), view.document.sha256, incident, SIGNED)


def _other(line: Line, view: View, reading: Reading) -> Quote | None:
    """An incident that is not told in the sentence of the words."""
    at = view.text.find(line["quote"])
    held = view.sentence_at(at) if at >= 0 else None
    if held is None:
        return None
    here = {
        o.id for o in reading.occurrences if any(held.sentence.start <= m.start < held.sentence.end for m in o.mentions)
    }
    there = {m for o in reading.occurrences if o.id not in here and here for m in o.mentions[:1]}
    return next((q for q in numbered_incidents(reading) if q in there), None)


def is_read(line: Line, reading: Reading) -> bool:
    """Whether the rules have read what a line says, as far as property and figure go."""
    number = line.get("means", {}).get("number")
    return any(c.property == line["property"] and (number is None or c.value.number == number) for c in reading.claims)


def outcomes(givens: Iterator[Given], *, missed: bool) -> Iterator[tuple[str, Given, Outcome]]:
    """Every true and spoiled proposal with what became of it."""
    for given in givens:
        if not given.lines:
            continue
        view, reading = opened(given)
        lines = [line for line in given.lines if not missed or not is_read(line, reading)]
        bare = reading if missed else replace(reading, claims=())
        rows = [("true", line) for line in lines]
        rows += [(kind, bad) for line in lines for kind, spoil in KINDS.items() for bad in list(spoil(line, given))[:1]]
        for kind, line in rows:
            one = proposed(line, view, reading, kind)
            if one is not None:
                yield kind, given, gate(view, bare, [one])[0]


def gold(folder: Path) -> Iterator[Given]:
    """Every document of the gold sets that are there."""
    for case in sorted(folder.glob("cases/*/gold.json")):
        yield from case_of(case.parent)
    for file in sorted(folder.glob("faults/*.dev.jsonl")):
        yield from faults_of(file)


def main() -> int:
    """The table, and 1 where a target is missed."""
    options = argparse.ArgumentParser()
    options.add_argument("--shared", type=Path, default=shared())
    options.add_argument("--missed", action="store_true")
    options.add_argument("--show", default="")
    chosen = options.parse_args()
    if not chosen.shared.is_dir():
        print(f"no gold sets at {chosen.shared}: skipped")
        return 0
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    codes: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, given, one in outcomes(gold(chosen.shared), missed=chosen.missed):
        tally[kind][one.verdict] += 1
        tally[kind]["clean"] += one.code in CLEAN
        codes[kind][one.code] += 1
        if (chosen.show and f"{kind}:{one.code}".startswith(chosen.show)) or chosen.show == f"{kind}:{one.verdict}":
            said = one.proposal
            print(
                given.name,
                said.property,
                repr(said.quote),
                repr(said.value),
                said.speaker,
                said.subject,
                said.stance,
                one.reason,
            )
    return _tell(tally, codes)


def _tell(tally: dict[str, Counter[str]], codes: dict[str, Counter[str]]) -> int:
    for kind, row in tally.items():
        total = row["admitted"] + row["to_check"] + row["refused"]
        shares = "  ".join(f"{name} {row[name] / total:5.3f}" for name in ("admitted", "to_check", "refused", "clean"))
        print(f"{kind:22} {total:5}  {shares}  {dict(codes[kind].most_common(7))}")
    spoiled = [row for kind, row in tally.items() if kind != "true"]
    total = sum(r[v] for r in spoiled for v in ("admitted", "to_check", "refused"))
    true = tally["true"]
    figures = {
        "true refused": true["refused"] / max(1, sum(true[v] for v in ("admitted", "to_check", "refused"))),
        "spoiled admitted": sum(r["admitted"] for r in spoiled) / max(1, total),
    }
    clean = sum(r["clean"] for r in spoiled) / max(1, total)
    print(
        "; ".join(f"{k} {v:.4f} (at most {TARGETS[k]})" for k, v in figures.items()),
        f"; spoiled clean {clean:.3f} of {total}",
    )
    return int(any(v > TARGETS[k] for k, v in figures.items()))


if __name__ == "__main__":
    sys.exit(main())
