"""Hold the weights of data/events/tellings.tsv against tellings whose deed gold tells, and fit them by logistic regression.

    python tools/fit_tellings.py CASE=GOLD.json ... [--reports tests/stages/claims/two_deeds.jsonl] [--labelled REPORTS.txt ...] [--ridge 2]

CASE is a built case, GOLD.json its facts read by hand; each line of the reports has a short report and the phrases of each of its deeds; of labelled
reports (`labelled.py`) each file is an affair. Each
telling that gold gives to one deed is held against the tellings before it, grouped as gold has them. The fit starts from the table and is drawn to it,
so that a feature of which these texts say nothing keeps its weight. Prints, with each affair left out in turn, how many tellings are put right by the
table and by the fit, then every feature with its weight, its fit, how often it was shown and how often by tellings of one deed. numpy comes with spaCy.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from deeds_of import Annotator, deeds_of, document_of
from labelled import Report, reports
from scipy.optimize import minimize

from rashomon.model.account import Account
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

DATA = Path(__file__).parent.parent / "src/rashomon/data/events/tellings.tsv"
NAMES = tuple(read_weights())
TABLE = np.array([read_weights()[name][0] for name in NAMES])
REAL = 3
"""A real report tells as much as so many written to be labelled."""
SIDES = [(0.0, None) if weight > 0 else (None, 0.0) for weight in TABLE]
"""What speaks for one deed never comes to speak against it."""
FIXED = 2.4
"""A weight that is a veto, or all but one: these texts are too few to move it."""
_BESIDE = frozenset({"arrest", "court", "meeting", "election"})
"""What stands beside a deed: the labels give it to the deed that it followed."""
Marks = Sequence[tuple[str, int, int]]


class Choice(NamedTuple):
    """A telling: what it shows with each deed told before, whether that is its own, and whether its own is among them."""

    shown: list[tuple[list[float], bool]]
    known: bool


def read_choices(view: View, deed_at: Callable[[int, int], str | None]) -> Iterator[Choice]:
    """The labelled tellings of a report, each against the deeds before it."""
    found = with_acts(view, triggers_told(find_triggers(view)), acts_told(view))
    told = [t for at, own in enumerate(found) for t in tell(view.sentences, at, own) if not is_only_denied(t)]
    groups: dict[str, list[Telling]] = {}
    last: list[Telling] | None = None
    for telling in told:
        deed = _deed_of(telling, deed_at)
        if deed is None or telling.several or telling.family in _BESIDE:
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


def _deed_of(telling: Telling, deed_at: Callable[[int, int], str | None]) -> str | None:
    """The deed of most of a telling's words, where that is plain."""
    told = (deed_at(t.token.start, t.token.end) for t in telling.triggers)
    top = Counter(deed for deed in told if deed is not None).most_common(2)
    return top[0][0] if top and (len(top) == 1 or top[0][1] >= 2 * top[1][1]) else None


def _by_marks(marks: Marks) -> Callable[[int, int], str | None]:
    """The deed of some words by the phrases that tell it; None where two have them."""

    def deed_at(start: int, end: int) -> str | None:
        meant = {key for key, a, b in marks if a <= start and end <= b}
        return meant.pop() if len(meant) == 1 else None

    return deed_at


def _spans(text: str, key: str, words: str) -> Iterator[tuple[str, int, int]]:
    at = text.find(words)
    while at >= 0:
        yield key, at, at + len(words)
        at = text.find(words, at + 1)


def of_case(case: Path, gold: Mapping[str, Any], parser: Parser) -> Iterator[Choice]:
    """The choices of a case, labelled by the passages and the figures that its gold gives to an incident."""
    rows = [(key, q) for key, spec in gold["incidents"].items() for q in spec.get("quotes", ())]
    rows += [(r["incident"], r) for name in ("accused", "claims") for r in gold.get(name, ()) if r.get("incident")]
    for account in CaseView(case).accounts():
        document, file = account.document, Path(account.document.file).name
        if document.claims_read:
            own = [(key, r["quote"]) for key, r in rows if r.get("quote") and file == r.get("doc")]
            marks = [m for key, words in own for m in _spans(document.text, key, words)]
            marks += _figures(account, [f for f in gold.get("facts", ()) if f["doc"] == file and f["incident"]])
            yield from read_choices(View(document, annotate(document, parser.parse(document))), _by_marks(marks))


def _figures(account: Account, facts: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, int, int]]:
    """Where a report counts what gold counts of one incident alone."""
    meant = defaultdict(set)
    for fact in facts:
        meant[fact["property"], fact["value"]].add(fact["incident"])
    for claim in account.reading.claims:
        keys = meant.get((claim.property, claim.value.number), set())
        if len(keys) == 1:
            yield min(keys), claim.start, claim.end


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
    yield from read_choices(View(document, annotate(document, parser.parse(document))), _by_marks(marks))


def of_labelled(report: Report, annotator: Annotator) -> Iterator[Choice]:
    """The choices of a labelled report."""
    document = document_of(report)
    annotations = annotator.annotate(document)
    deeds = deeds_of(report, annotations.sentences)
    if deeds.stretches:
        yield from read_choices(View(document, annotations), deeds.at)


def fit(choices: Sequence[Choice], ridge: float) -> np.ndarray:
    """The weights, drawn to the table, under which each telling chooses its own deed among those told, or a new one, which weighs nothing."""
    kept = [c for c in choices if c.shown and (not c.known or any(same for _, same in c.shown))]
    x = np.array([values for c in kept for values, _ in c.shown])
    own = np.array([same for c in kept for _, same in c.shown], dtype=float)
    of = np.repeat(np.arange(len(kept)), [len(c.shown) for c in kept])
    penalty = np.where(np.abs(TABLE) >= FIXED, 1e6, ridge)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        odds = np.exp(np.clip(x @ w, -30, 30))
        p = odds / (1 + np.bincount(of, odds, len(kept)))[of]
        missed = 1 - np.bincount(of, p, len(kept))
        chosen = np.where(np.bincount(of, own, len(kept)) > 0, np.bincount(of, p * own, len(kept)), missed)
        drawn = penalty * (w - TABLE)
        return float(-np.log(np.maximum(chosen, 1e-12)).sum() + drawn @ (w - TABLE) / 2), x.T @ (p - own) + drawn

    found: np.ndarray = minimize(loss, TABLE, jac=True, method="L-BFGS-B", bounds=SIDES, options={"maxiter": 500}).x
    return found


def right(choices: Sequence[Choice], w: np.ndarray) -> int:
    """How many tellings go to their own deed, or open one where none is theirs."""
    best = [max(((float(np.dot(v, w)), same) for v, same in c.shown), default=(0.0, False)) for c in choices]
    return sum(same if score > 0 else not c.known for (score, same), c in zip(best, choices, strict=True))


def write(weights: np.ndarray) -> None:
    """Put the weights into the table."""
    fitted = dict(zip(NAMES, weights, strict=True))
    rows = [line.split("\t") for line in DATA.read_text(encoding="utf-8").splitlines()]
    lines = [[n, f"{float(fitted[n]):.2g}", *rest[1:]] if n in fitted else [n, *rest] for n, *rest in rows]
    DATA.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")


def main() -> None:
    """Read all choices, leave one affair out in turn, then fit all."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("cases", nargs="*")
    options.add_argument("--reports", nargs="*", default=[])
    options.add_argument("--labelled", nargs="*", default=[], type=Path)
    options.add_argument("--kept", type=Path)
    options.add_argument("--write", action="store_true")
    options.add_argument("--ridge", type=float, default=2.0)
    chosen, parser = options.parse_args(), Parser(DEFAULT_MODEL)
    affairs: dict[str, list[Choice]] = {}
    for case, gold in (row.split("=") for row in chosen.cases):
        affairs[case] = REAL * list(of_case(Path(case), json.loads(Path(gold).read_text(encoding="utf-8")), parser))
    for path in chosen.reports:
        rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
        for n, row in enumerate(r for r in rows if r["half"] == "dev"):
            affairs.setdefault(f"{path}:{n % 4}", []).extend(of_report(row, parser))
    annotator = Annotator(chosen.kept)
    for path in chosen.labelled:
        affairs[path.name] = [c for report in reports(path) for c in of_labelled(report, annotator)]
    tally = np.zeros(3, dtype=int)
    for affair, own in affairs.items():
        w = fit([c for other, choices in affairs.items() if other != affair for c in choices], chosen.ridge)
        counts = np.array([right(own, TABLE), right(own, w), len(own)])
        print(affair, *counts)
        tally += counts
    print("right by the table, by the fit, of:", *tally)
    whole = [c for choices in affairs.values() for c in choices]
    best = fit(whole, chosen.ridge)
    if chosen.write:
        write(best)
    for n, (name, weight, fitted) in enumerate(zip(NAMES, TABLE, best, strict=True)):
        shown = [same for c in whole for values, same in c.shown if values[n]]
        print(f"{name:20} {weight:7.2f} {fitted:7.2f} {len(shown):5} {sum(shown):5}")


if __name__ == "__main__":
    main()
