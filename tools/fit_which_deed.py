"""Fit the weights of data/accusations/which_deed.tsv on accusations whose deed labelled reports tell.

    python tools/fit_which_deed.py REPORTS.txt ... [--kept FOLDER] [--ridge 3] [--write]

Each time the program asks which of a report's deeds an accusation is about, the labels say which it is, or that the report's
own deed is none of those that the program reads: then none is right. The fit starts from the table and is drawn to it. Prints, with each
file left out in turn, how many are put on their deed, on another, on none, by the table and by the fit, then every weight.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import numpy as np
from deeds_of import Annotator, Deeds, deeds_of, document_of, facts_at
from labelled import Report, reports
from scipy.optimize import minimize

from rashomon.stages.claims import read_claims
from rashomon.stages.claims.occasions import DEEDS, Occasions
from rashomon.stages.claims.view import SentenceView
from rashomon.stages.claims.weights import weights
from rashomon.stages.claims.which_deed import ENOUGH, LEAD

DATA = Path(__file__).parent.parent / "src/rashomon/data/accusations/which_deed.tsv"
ROWS = weights("accusations", "which_deed.tsv")
NAMES = tuple(ROWS)
TABLE = np.array([ROWS[name][0] for name in NAMES])
SIDES = [(0.0, None) if weight > 0 else (None, 0.0) for weight in TABLE]
Tally = Counter[str]


class Asked(NamedTuple):
    """What each deed shows beside an accusation, whether it is its own, and the words of it all."""

    shown: tuple[tuple[list[float], bool], ...]
    told: str


class Recorder:
    """Stands in for `Occasions.of`, and keeps what it is asked."""

    def __init__(self) -> None:
        self.asked: dict[tuple[int, int], tuple[SentenceView, int, dict[str, dict[str, float]]]] = {}
        self.real = Occasions.of

    def of(self, occasions: Occasions, sentence: SentenceView, at: int, *, deed: bool = False) -> str | None:
        """Keeps what the deeds show."""
        if occasions.types == DEEDS:
            self.asked[sentence.sentence.index, at] = (sentence, at, occasions.weigh(sentence, at, deed=deed))
        return self.real(occasions, sentence, at, deed=deed)


def of_report(report: Report, annotator: Annotator) -> Iterator[Asked]:
    """What is asked of a labelled report."""
    document = document_of(report)
    annotations = annotator.annotate(document)
    deeds, recorder = deeds_of(report, annotations.sentences), Recorder()
    with mock.patch.object(Occasions, "of", lambda *args, **named: recorder.of(*args, **named)):
        reading = read_claims(document, annotations)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for one in reading.occurrences:
        votes[one.id].update(deed for m in one.mentions if (deed := deeds.at(m.start, m.end)) is not None)
    for sentence, at, found in recorder.asked.values():
        meant = _meant(deeds, sentence, at)
        if meant is None or not found:
            continue
        known = {ident: votes[ident].most_common(1)[0][0] for ident in found if votes[ident]}
        told = (
            f"{report.id} {meant} {sentence.words[at]}: {report.text[sentence.sentence.start : sentence.sentence.end]}"
        )
        shown = (([features.get(n, 0.0) for n in NAMES], known.get(i) == meant) for i, features in found.items())
        yield Asked(tuple(shown), told + "".join(f"\n      {known.get(i)} {f}" for i, f in found.items()))


def _meant(deeds: Deeds, sentence: SentenceView, at: int) -> str | None:
    facts = facts_at(deeds, (sentence.sentence.start, sentence.sentence.end), "accused")
    meant = {f.deed for f in facts}
    if len(meant) == 1:
        return meant.pop()
    token = sentence.tokens[at]
    return deeds.at(token.start, token.end)


def fit(asked: Sequence[Asked], ridge: float) -> np.ndarray:
    """The weights, drawn to the table, under which each accusation chooses its deed, or none, which weighs what is enough."""
    x = np.array([values for one in asked for values, _ in one.shown])
    own = np.array([same for one in asked for _, same in one.shown], dtype=float)
    of = np.repeat(np.arange(len(asked)), [len(one.shown) for one in asked])
    some = np.bincount(of, own, len(asked)) > 0

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        odds = np.exp(np.clip(x @ w - ENOUGH, -30, 30))
        p = odds / (1 + np.bincount(of, odds, len(asked)))[of]
        right = np.bincount(of, p * own, len(asked))
        chosen = np.where(some, right, 1 - np.bincount(of, p, len(asked)))
        share = p * own / np.maximum(right, 1e-12)[of]
        slope = x.T @ (p - np.where(some[of], share, 0.0)) + ridge * (w - TABLE)
        drawn = ridge * float((w - TABLE) @ (w - TABLE)) / 2
        return float(-np.log(np.maximum(chosen, 1e-12)).sum()) + drawn, slope

    found: np.ndarray = minimize(loss, TABLE, jac=True, method="L-BFGS-B", bounds=SIDES, options={"maxiter": 500}).x
    return found


def judge(one: Asked, w: np.ndarray) -> str:
    """On what an accusation comes to hang."""
    ranked = sorted(((float(np.dot(v, w)), same) for v, same in one.shown), key=lambda r: -r[0])
    if ranked[0][0] < ENOUGH or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < LEAD):
        return "none" if any(same for _, same in one.shown) else "rightly none"
    return "right" if ranked[0][1] else "another"


def main() -> None:
    """Read all, leave one file out in turn, then fit all."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="+", type=Path)
    options.add_argument("--kept", type=Path)
    options.add_argument("--ridge", type=float, default=3.0)
    options.add_argument("--write", action="store_true")
    options.add_argument("--wrong", type=int, default=0)
    chosen = options.parse_args()
    annotator = Annotator(chosen.kept)
    files = {p.name: [one for r in reports(p) for one in of_report(r, annotator)] for p in chosen.files}
    by_table, by_fit = Tally(), Tally()
    for n in range(6):
        kept = [one for k, own in enumerate(files.values()) if k % 6 != n for one in own]
        w = fit(kept, chosen.ridge)
        for one in (one for k, own in enumerate(files.values()) if k % 6 == n for one in own):
            by_table[judge(one, TABLE)] += 1
            by_fit[judge(one, w)] += 1
    print("by the table", dict(by_table.most_common()), "by the fit", dict(by_fit.most_common()))
    whole = [one for own in files.values() for one in own]
    best = fit(whole, chosen.ridge)
    for n, name in enumerate(NAMES):
        held = [same for one in whole for v, same in one.shown if v[n]]
        print(f"{name:16} {TABLE[n]:6.2f} {best[n]:6.2f} {len(held):5} {sum(held):5}")
    for one in [one for one in whole if judge(one, best) == "another"][: chosen.wrong]:
        print(one.told)
    if chosen.write:
        write(best)


def write(best: np.ndarray) -> None:
    """Put the weights into the table."""
    fitted = dict(zip(NAMES, best, strict=True))
    rows = [line.split("\t") for line in DATA.read_text(encoding="utf-8").splitlines()]
    lines = [[n, f"{float(fitted[n]):.2g}", *rest[1:]] if n in fitted else [n, *rest] for n, *rest in rows]
    DATA.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
