"""Hold the weights of data/events/tellings.tsv against tellings whose deed gold tells, and fit them by logistic regression.

    python tools/fit_tellings.py CASE=GOLD.json ... [--reports tests/stages/claims/two_deeds.jsonl] [--ridge 2]

CASE is a built case, GOLD.json its facts read by hand; each line of the reports has a short report and the phrases of each of its deeds. Each
telling that gold gives to one deed is held against the tellings before it, grouped as gold has them. The fit starts from the table and is drawn to it,
so that a feature of which these texts say nothing keeps its weight. Prints, with each affair left out in turn, how many tellings are put right by the
table and by the fit, then every feature with its weight, its fit, how often it was shown and how often by tellings of one deed. numpy comes with spaCy.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from rashomon.model.document import Block, Document
from rashomon.settings import DEFAULT_MODEL
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.claims.events.acted import is_only_denied, with_acts
from rashomon.stages.claims.events.comparing import read_weights, show_features
from rashomon.stages.claims.events.kin import are_kin, main_for
from rashomon.stages.claims.events.tellings import Telling, tell
from rashomon.stages.claims.events.told import triggers_told
from rashomon.stages.claims.events.triggers import find_triggers
from rashomon.stages.claims.events.wording import tells_of_another
from rashomon.stages.claims.readers import acts_told
from rashomon.stages.claims.view import View
from rashomon.store.view import CaseView

NAMES = tuple(read_weights())
TABLE = np.array([read_weights()[name][0] for name in NAMES])
FIXED = 9
"""A weight that is a veto, or all but one: no fit moves it."""
Marks = Sequence[tuple[str, int, int]]


class Choice(NamedTuple):
    """A telling: what it shows with each deed told before, whether that is its own, and whether its own is among them."""

    shown: list[tuple[list[float], bool]]
    known: bool


def read_choices(view: View, marks: Marks) -> Iterator[Choice]:
    """The labelled tellings of a report, each against the deeds before it."""
    found = with_acts(view, triggers_told(find_triggers(view)), acts_told(view))
    told = [t for at, own in enumerate(found) for t in tell(view.sentences, at, own) if not is_only_denied(t)]
    groups: dict[str, list[Telling]] = {}
    last: list[Telling] | None = None
    for telling in told:
        deed = _deed_of(telling, marks)
        if deed is None or telling.several:
            continue
        ordered = list(groups.values())
        main, another = main_for(ordered, telling), bool(groups) and tells_of_another(telling)
        shown = []
        for n, (name, group) in enumerate(groups.items()):
            if are_kin(group, telling) and group[-1].sentence is not telling.sentence:
                features = show_features(
                    view, group, telling, ordered, first=n == main, recent=group is last, another=another
                )
                shown.append(([features.get(f, 0.0) for f in NAMES], name == deed))
        yield Choice(shown, deed in groups)
        last = groups.setdefault(deed, [])
        last.append(telling)


def _deed_of(telling: Telling, marks: Marks) -> str | None:
    votes = Counter(key for key, a, b in marks for t in telling.triggers if a <= t.token.start and t.token.end <= b)
    top = votes.most_common(2)
    return top[0][0] if top and (len(top) == 1 or top[0][1] >= 2 * top[1][1]) else None


def _spans(text: str, key: str, words: str) -> Iterator[tuple[str, int, int]]:
    at = text.find(words)
    while at >= 0:
        yield key, at, at + len(words)
        at = text.find(words, at + 1)


def of_case(case: Path, gold: Mapping[str, Any], parser: Parser) -> Iterator[Choice]:
    """The choices of a case, labelled by the passages that its gold gives to an incident."""
    rows = [(key, q) for key, spec in gold["incidents"].items() for q in spec.get("quotes", ())]
    rows += [(r["incident"], r) for name in ("accused", "claims") for r in gold.get(name, ()) if r.get("incident")]
    for account in CaseView(case).accounts():
        document = account.document
        if document.claims_read:
            own = [(key, r["quote"]) for key, r in rows if r.get("quote") and Path(document.file).name == r.get("doc")]
            marks = [m for key, words in own for m in _spans(document.text, key, words)]
            yield from read_choices(View(document, annotate(document, parser.parse(document))), marks)


def of_report(row: Mapping[str, Any], parser: Parser) -> Iterator[Choice]:
    """The choices of a short report."""
    text, at, blocks = row["text"], 0, []
    for line in text.split("\n"):
        blocks.append(Block(at, at + len(line), "body"))
        at += len(line) + 1
    unsaid = (None,) * 3
    document = Document(
        "d",
        "0" * 64,
        "a.txt",
        "text/plain",
        "article",
        *unsaid,
        row["published"],
        None,
        "en",
        text,
        tuple(blocks),
        True,
    )
    marks = [m for key, phrases in row["deeds"].items() for words in phrases for m in _spans(text, key, words)]
    yield from read_choices(View(document, annotate(document, parser.parse(document))), marks)


def fit(choices: Sequence[Choice], ridge: float) -> np.ndarray:
    """The weights of a regression over all pairs, drawn to the table."""
    x = np.array([values for c in choices for values, _ in c.shown])
    y = np.array([same for c in choices for _, same in c.shown], dtype=float)
    penalty, w = np.where(np.abs(TABLE) >= FIXED, 1e6, ridge), TABLE.copy()
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        slope = x.T @ (p - y) + penalty * (w - TABLE)
        w = w - np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty), slope)
    return w


def right(choices: Sequence[Choice], w: np.ndarray) -> int:
    """How many tellings go to their own deed, or open one where none is theirs."""
    best = [max(((float(np.dot(v, w)), same) for v, same in c.shown), default=(0.0, False)) for c in choices]
    return sum(same if score > 0 else not c.known for (score, same), c in zip(best, choices, strict=True))


def main() -> None:
    """Read all choices, leave one affair out in turn, then fit all."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("cases", nargs="*")
    options.add_argument("--reports", nargs="*", default=[])
    options.add_argument("--ridge", type=float, default=2.0)
    chosen, parser = options.parse_args(), Parser(DEFAULT_MODEL)
    affairs: dict[str, list[Choice]] = {}
    for case, gold in (row.split("=") for row in chosen.cases):
        affairs[case] = list(of_case(Path(case), json.loads(Path(gold).read_text(encoding="utf-8")), parser))
    for path in chosen.reports:
        rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
        for n, row in enumerate(r for r in rows if r["half"] == "dev"):
            affairs.setdefault(f"{path}:{n % 4}", []).extend(of_report(row, parser))
    tally = np.zeros(3, dtype=int)
    for affair, own in affairs.items():
        w = fit([c for other, choices in affairs.items() if other != affair for c in choices], chosen.ridge)
        counts = np.array([right(own, TABLE), right(own, w), len(own)])
        print(affair, *counts)
        tally += counts
    print("right by the table, by the fit, of:", *tally)
    whole = [c for choices in affairs.values() for c in choices]
    for n, (name, weight, fitted) in enumerate(zip(NAMES, TABLE, fit(whole, chosen.ridge), strict=True)):
        shown = [same for c in whole for values, same in c.shown if values[n]]
        print(f"{name:20} {weight:7.2f} {fitted:7.2f} {len(shown):5} {sum(shown):5}")


if __name__ == "__main__":
    main()
