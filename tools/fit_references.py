"""Learn the weights of data/who/references.tsv from marked reports, and say how they do on reports held out.

    python tools/fit_references.py tools/labelled/*.txt [--folds 6] [--only-score] [--anew]

Marked reports (`labelled.py`) say of every "they", and of every noun that describes somebody, whom it means. What the
rules of annotate/who make of names and nouns counts as it is. Every figure printed is of reports that the weights of that
fold had not seen: for each sort of word how many there are, of how many the right ones are among those weighed, and from each mark
on how many of those taken are right.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from choosing import Case, Choosing
from labelled import Report, reports

from rashomon.model.document import Block, Document
from rashomon.settings import Settings
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.annotate.who.anaphors import Anaphor
from rashomon.stages.annotate.who.cast import Actor, Standing
from rashomon.stages.annotate.who.lexicon import rows
from rashomon.stages.annotate.who.meant import of_nobody, those_meant
from rashomon.stages.annotate.who.page import Line
from rashomon.stages.annotate.who.speech import Standings

TABLE = Path(__file__).parent.parent / "src/rashomon/data/who/references.tsv"
STRENGTH, RARE, FAINT = 0.3, 4, 0.01
"""Inverse strength of the penalty; features of fewer of those who may be meant, and weights below, are left out."""
MARKS = (0.5, 0.7, 0.8, 0.85, 0.9)
_NAMED = 3
"""A name says so many times as much as a noun of whom the rules' reading of somebody is about."""
_HEAD = (
    "# Written by tools/fit_references.py from {what}: what each feature adds to the log-odds that somebody is meant\n"
)


class Asked(NamedTuple):
    """Words that may take somebody up, of which sort, and those whom they may mean."""

    kind: str
    case: Case


class Recorder:
    """Stands in for the choice, keeps what is asked, and answers that nobody is meant."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self.asked: list[Asked] = []

    def meant(self, lines: Sequence[Line], seen: Standings, a: Anaphor) -> tuple[Actor, ...]:
        """Keep a case whose label is known: unmarked words mean nobody only where all who may be meant are marked."""
        those = those_meant(lines, seen, a)
        told = self._whom(lines[a.line].tokens[a.head].start)
        who = [self._of(lines, one.actors) for one in those]
        if those and (told or (a.described is None and all(who))):
            meant = tuple(bool(told) and told != {"0"} and one == told for one in who)
            case = Case(tuple(one.features for one in those), meant, of_nobody(lines, a, len(those)))
            self.asked.append(Asked(a.kind, case))
        return ()

    def _whom(self, at: int) -> frozenset[str]:
        """Whom the innermost mark over an offset means; nobody where there is none."""
        over = (m for m in self._report.marked if m.start <= at < m.end)
        innermost = min(over, key=lambda m: m.end - m.start, default=None)
        return frozenset() if innermost is None else frozenset(innermost.whom)

    def _of(self, lines: Sequence[Line], actors: Sequence[Actor]) -> frozenset[str]:
        each = [self._one(lines, actor.standings) for actor in actors]
        return frozenset().union(*each) if all(each) else frozenset()

    def _one(self, lines: Sequence[Line], standings: Sequence[Standing]) -> frozenset[str]:
        """Whom most of somebody's names and nouns mean."""
        votes: Counter[frozenset[str]] = Counter()
        for s in standings:
            votes[self._whom(lines[s.line].tokens[s.head].start)] += _NAMED if s.form == "name" else 1
        votes.pop(frozenset(), None)
        return votes.most_common(1)[0][0] if votes else frozenset()


@cache
def _parser() -> Parser:
    return Parser(Settings().model)


def _cases(report: Report) -> list[Asked]:
    """The labelled words of one report."""
    key = hashlib.sha256(report.text.encode()).hexdigest()
    blocks = (Block(0, len(report.text), "body"),)
    document = Document(
        key[:8],
        key,
        "report.txt",
        "text/plain",
        "article",
        None,
        None,
        None,
        None,
        None,
        "en",
        report.text,
        blocks,
        True,
    )
    recorder = Recorder(report)
    with mock.patch("rashomon.stages.annotate.who.take_up._meant", recorder.meant):
        annotate(document, _parser().parse(document))
    return recorder.asked


def _learned(asked: Sequence[Asked], before: Mapping[str, float]) -> Choosing:
    return Choosing([one.case for one in asked], before, STRENGTH, RARE)


def score(per_report: Sequence[list[Asked]], folds: int, before: Mapping[str, float]) -> None:
    """Print for each sort of word how the weights do on reports held out."""
    of: dict[str, Counter[str]] = defaultdict(Counter)
    for k in range(folds):
        model = _learned([one for n, some in enumerate(per_report) if n % folds != k for one in some], before)
        for kind, case in (one for some in per_report[k::folds] for one in some):
            likely = model.chances(case)
            best = max(range(len(likely)), key=likely.__getitem__)
            of[kind].update(all=1, among=int(any(case.meant)))
            for mark in (m for m in MARKS if likely[best] >= m):
                of[kind].update({f"{mark}": 1, f"{mark} right": int(case.meant[best])})
    for kind, had in sorted(of.items()):
        marks = ", ".join(f"{mark}: {had[f'{mark} right']}/{had[f'{mark}']}" for mark in MARKS)
        print(f"{kind}: {had['all']}, meant one of those weighed: {had['among']}; right of taken from {marks}")


def main() -> None:
    """Read, score, learn of all, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--folds", type=int, default=6)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only-score", action="store_true")
    parser.add_argument(
        "--anew", action="store_true", help="learn of these reports alone; else from the weights in place on"
    )
    args = parser.parse_args()
    with ProcessPoolExecutor(args.jobs) as pool:
        found = list(pool.map(_cases, (r for path in args.reports for r in reports(path)), chunksize=5))
    before = {} if args.anew else {feature: float(weight) for feature, weight in rows(TABLE.name)}
    score(found, args.folds, before)
    if not args.only_score:
        asked = [one for some in found for one in some]
        head = _HEAD.format(what=f"{len(asked)} words of {len(found)} reports")
        TABLE.write_text(_learned(asked, before).table(head, FAINT), encoding="utf-8")


if __name__ == "__main__":
    main()
