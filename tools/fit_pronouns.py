"""Learn the weights of data/who/pronouns.tsv from labelled passages, and say how they do on passages held out.

    python tools/fit_pronouns.py LABELS.jsonl ... [--folds 8] [--only-score]

Each line: {"text": ..., "pronouns": [{"at": offset, "means": [offsets]}, ...]}. A "he" or "she" begins at an offset of the text; those whom
it means are named or described in the words that begin at the others, of which any will do: none where nobody does who stands near before it.
What the rules of annotate/who read counts as it is. Every figure printed is of passages that the weights of that fold had not
seen. A conditional logit over those who may be meant and nobody of them, with an L2 penalty, as scipy minimises it (L-BFGS-B).
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from choosing import Case, Choosing
from labelled import labels_of

from rashomon.model.document import Block, Document
from rashomon.settings import Settings
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.annotate.who.candidates import candidates
from rashomon.stages.annotate.who.cast import Actor
from rashomon.stages.annotate.who.lexicon import rows
from rashomon.stages.annotate.who.page import Line
from rashomon.stages.annotate.who.speech import Standings
from rashomon.stages.annotate.who.subjects import barred_from

TABLE = Path(__file__).parent.parent / "src/rashomon/data/who/pronouns.tsv"
STRENGTH, RARE, FAINT = 0.1, 4, 0.005
"""Inverse strength of the penalty; features of fewer candidates, and weights below, are left out."""
MARKS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
_HEADLINE = 200
_HEAD = "# Written by tools/fit_pronouns.py from {what}: what each feature adds to the log-odds that somebody is meant by a he or a she\n"


class Asked(NamedTuple):
    """A pronoun, and whom of those whom it may mean the rules give (-1: another, None: nobody)."""

    case: Case
    ruled: int | None


class Recorder:
    """Stands in for `choose`, keeps what it is asked, and answers as the rules do."""

    def __init__(self) -> None:
        self.asked: dict[int, Asked] = {}
        self.means: dict[int, frozenset[int]] = {}

    def choose(
        self, lines: Sequence[Line], seen: Standings, number: int, n: int, gender: str, told: Actor | None
    ) -> tuple[Actor | None, bool]:
        """Keeps the case of a labelled pronoun."""
        at = lines[number].tokens[n].start
        if at in self.means:
            barred = barred_from(lines[number], seen.get(number, []), n)
            found = candidates(lines, seen, number, n, gender, barred)
            meant = tuple(not self.means[at].isdisjoint(_starts(lines, c.actor)) for c in found)
            ruled = None if told is None else next((k for k, c in enumerate(found) if c.actor is told), -1)
            self.asked[at] = Asked(Case(tuple(c.features for c in found), meant), ruled)
        return told, False


def _starts(lines: Sequence[Line], actor: Actor) -> Iterator[int]:
    return (lines[s.line].tokens[k].start for s in actor.standings for k in range(s.first, s.last))


@cache
def _parser() -> Parser:
    return Parser(Settings().model)


def _cases(labels: dict[str, Any]) -> list[Asked]:
    """The labelled pronouns of one passage."""
    text = labels["text"]
    key = hashlib.sha256(text.encode()).hexdigest()
    end = text.find("\n")
    headed = 0 < end < _HEADLINE and text[end - 1] not in ".!?"
    blocks = (
        (Block(0, end, "headline"), Block(end + 1, len(text), "body")) if headed else (Block(0, len(text), "body"),)
    )
    document = Document(
        key[:8], key, "passage.txt", "text/plain", "article", None, None, None, None, None, "en", text, blocks, True
    )
    recorder = Recorder()
    recorder.means = {one["at"]: frozenset(one["means"]) for one in labels["pronouns"]}
    with mock.patch("rashomon.stages.annotate.who.pronouns.choose", recorder.choose):
        annotate(document, _parser().parse(document))
    return list(recorder.asked.values())


def score(passages: Sequence[list[Asked]], folds: int, before: Mapping[str, float]) -> None:
    """Print how the rules do, and from each mark on how the weights do on passages held out."""
    totals = {mark: Counter[str]() for mark in MARKS}
    for k in range(folds):
        model = _learned([c for n, cases in enumerate(passages) if n % folds != k for c in cases], before)
        for case, ruled in (c for cases in passages[k::folds] for c in cases if c.case.told):
            likely = model.chances(case)
            best = max(range(len(likely)), key=likely.__getitem__)
            for mark in (m for m in MARKS if likely[best] >= m):
                kind = "open" if ruled is None else "agreed" if ruled == best else "against"
                totals[mark].update({kind: 1, f"{kind} right": int(case.meant[best])})
    ruled = [c for cases in passages for c in cases if c.ruled is not None]
    right = sum(c.ruled is not None and c.ruled >= 0 and c.case.meant[c.ruled] for c in ruled)
    print(f"{sum(map(len, passages))} pronouns; rules: {right} of {len(ruled)} right")
    for mark, had in totals.items():
        said = ", ".join(f"{kind} {had[f'{kind} right']}/{had[kind]}" for kind in ("open", "agreed", "against"))
        print(f"from {mark}: {said}")


def main() -> None:
    """Read, score, learn of all, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", nargs="+", type=Path)
    parser.add_argument("--folds", type=int, default=8)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only-score", action="store_true")
    parser.add_argument(
        "--anew", action="store_true", help="learn of these labels alone; else from the weights in place on"
    )
    args = parser.parse_args()
    with ProcessPoolExecutor(args.jobs) as pool:
        passages = list(pool.map(_cases, labels_of(args.labels), chunksize=20))
    before = {} if args.anew else {feature: float(weight) for feature, weight in rows(TABLE.name)}
    score(passages, args.folds, before)
    if not args.only_score:
        cases = [c for passage in passages for c in passage]
        head = _HEAD.format(what=f"{len(cases)} pronouns of {len(passages)} passages")
        TABLE.write_text(_learned(cases, before).table(head, FAINT), encoding="utf-8")


def _learned(asked: Sequence[Asked], before: Mapping[str, float]) -> Choosing:
    return Choosing([one.case for one in asked], before, STRENGTH, RARE)


if __name__ == "__main__":
    main()
