"""Fit the weights of data/link/incidents.tsv: logistic regression over pairs of occasions whose incident a gold file tells.

    python tools/fit_incidents.py CASE=GOLD.json ... [--labels CASE=LABELS.json ...] [--column few]

CASE is a built case, GOLD.json its facts read by hand (docs/reading.md, `incidents` and `facts`), LABELS.json an object from
document file to the incident that the whole document is about. Prints, with each affair left out in turn, how many pairs are
told right, then the weights of all. Only numpy is used, which spaCy brings.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from rashomon.model.account import Account
from rashomon.stages.link.decide import Rulings
from rashomon.stages.link.entities import resolve_entities
from rashomon.stages.link.incidents import compare_all
from rashomon.stages.link.occasions import Occasion, gather_occasions
from rashomon.stages.link.pair_features import show_features
from rashomon.store.view import CaseView

NAMES = ("base", "same_day", "recalled", "days_near", "days_apart", "told_soon", "place", "elsewhere", "two_villages", "own_name", "people",
         "victims", "figures", "target", "kind", "one_report", "mains", "texts", "names", "setting", "between")  # fmt: skip
Pair = tuple[dict[str, float], bool, str]


def read_pairs(case: Path, gold: Mapping[str, Any], whole: bool) -> list[Pair]:
    """The scored pairs of a case of which both occasions have a label, with whether they are one incident."""
    accounts = sorted(CaseView(case).accounts(), key=lambda a: a.document.sha256)
    resolved = resolve_entities(accounts, Rulings((), ()))
    occasions = gather_occasions(accounts, resolved.entity_of)
    label = _by_document if whole else label_occasion
    labels = [label(accounts[o.account], o, gold) for o in occasions]
    names = {e.id: e.name for e in resolved.entities}
    pairs = []
    for c in compare_all(accounts, occasions, resolved, names):
        a, b = occasions[c.a], occasions[c.b]
        if labels[c.a] and labels[c.b] and c.veto is None:
            told = f"{case.name}: {accounts[a.account].document.file} {a.name} / {accounts[b.account].document.file} {b.name}"
            pairs.append(({"base": 1.0, **show_features(a, b, c.like)}, labels[c.a] == labels[c.b], told))
    return pairs


def _by_document(account: Account, occasion: Occasion, labels: Mapping[str, str]) -> str | None:
    return labels.get(account.document.file) if occasion.main else None


def label_occasion(account: Account, occasion: Occasion, gold: Mapping[str, Any]) -> str | None:
    """The gold incident that most of an occasion's claims and words are of; None where the gold says nothing of them."""
    file, text = account.document.file, account.document.text
    votes: Counter[str] = Counter()
    for key, spec in gold.get("incidents", {}).items():
        for item in spec.get("quotes", []):
            start = text.find(item["quote"]) if item["doc"] == file else -1
            end = start + len(item["quote"])
            votes[key] += 2 * sum(start <= m.start < end for m in occasion.occurrence.mentions if start >= 0)
    counts = {(c.property, c.value.number) for c in occasion.claims if c.value.number is not None}
    for fact in gold.get("facts", []):
        if fact["doc"] == file and fact["incident"] and (fact["property"], fact["value"]) in counts:
            votes[fact["incident"]] += 1
    ranked = votes.most_common(2)
    if not ranked or not ranked[0][1] or (len(ranked) > 1 and 4 * ranked[1][1] > ranked[0][1]):
        return None
    return ranked[0][0]


AGAINST = frozenset({"days_near", "days_apart", "elsewhere", "two_villages", "one_report", "between"})
FREE = frozenset({"base", "mains"})


def fit(pairs: Sequence[Pair], ridge: float = 1.0) -> np.ndarray:
    """The weights of a ridge logistic regression; what would speak for the contrary of what it shows is left out."""
    held: frozenset[str] = frozenset()
    while True:
        w = _fit(pairs, ridge, held)
        wrong = {
            n for n, v in zip(NAMES, w, strict=True) if n not in FREE and abs(v) > 1e-6 and (v > 0) == (n in AGAINST)
        }
        if not wrong:
            return w
        held |= wrong


def _fit(pairs: Sequence[Pair], ridge: float, held: frozenset[str]) -> np.ndarray:
    """The weights of a ridge logistic regression, the base left free; each class weighs the same in sum, a large affair little more than a small one."""
    x = np.array([[shown.get(n, 0.0) for n in NAMES] for shown, _, _ in pairs])
    y = np.array([same for _, same, _ in pairs], dtype=float)
    sizes = Counter(told.split(":")[0] for _, _, told in pairs)
    share = np.array([1 / np.sqrt(sizes[told.split(":")[0]]) for _, _, told in pairs]) * len(y)
    share = share / share.sum() * 4
    share = (
        share
        * np.where(y == 1, 1 / (2 * np.average(y, weights=share)), 1 / (2 * np.average(1 - y, weights=share)))
        * len(y)
        / 10
    )
    penalty = np.diag([1e9 if n in held else 0.01 if n == "base" else ridge for n in NAMES])
    w = np.zeros(len(NAMES))
    for _ in range(60):
        p = 1 / (1 + np.exp(-(x @ w)))
        slope = x.T @ (share * (p - y)) + penalty @ w
        bend = (x * (share * p * (1 - p))[:, None]).T @ x + penalty
        w = w - np.linalg.solve(bend, slope)
    return w


def right(pairs: Sequence[Pair], w: np.ndarray) -> tuple[int, int, int, int]:
    """Same pairs found and all, different pairs told apart and all."""
    tally = Counter(
        (same, bool(sum(w[i] * shown.get(n, 0.0) for i, n in enumerate(NAMES)) > 0)) for shown, same, _ in pairs
    )
    same, apart = tally[True, True] + tally[True, False], tally[False, True] + tally[False, False]
    return tally[True, True], same, tally[False, False], apart


def main() -> None:
    """Read the pairs, leave one affair out in turn, then fit all."""
    options = argparse.ArgumentParser()
    options.add_argument("cases", nargs="*")
    options.add_argument("--labels", nargs="*", default=[])
    options.add_argument("--show", action="store_true")
    chosen = options.parse_args()
    affairs: dict[str, list[Pair]] = {}
    for whole, rows in ((False, chosen.cases), (True, chosen.labels)):
        for row in rows:
            case, gold = row.split("=")
            affairs[case] = read_pairs(Path(case), json.loads(Path(gold).read_text(encoding="utf-8")), whole)
    for case, own in affairs.items():
        others = [p for other, pairs in affairs.items() if other != case for p in pairs]
        if own and others:
            w = fit(others)
            print(Path(case).parent.name, *right(own, w))
            for shown, same, told in own if chosen.show else ():
                odds = sum(w[i] * shown.get(n, 0.0) for i, n in enumerate(NAMES))
                if (odds > 0) != same:
                    print(
                        "   ",
                        "same " if same else "apart",
                        round(float(odds), 1),
                        told,
                        {k: round(v, 2) for k, v in shown.items() if v},
                    )
    w = fit([p for pairs in affairs.values() for p in pairs])
    for name, weight in zip(NAMES, w, strict=True):
        print(f"{name}\t{weight:.2f}")


if __name__ == "__main__":
    main()
