"""A choice among those who may be meant, and nobody of them: a conditional logit with an L2 penalty, as scipy minimises it (L-BFGS-B).

What was learned before is where it begins: the penalty is on how far a weight moves from there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from rashomon.stages.annotate.who.chances import NOBODY


class Case(NamedTuple):
    """Words that may mean somebody: the features of those whom they may mean, which of them are meant, what speaks for nobody."""

    told: tuple[tuple[str, ...], ...]
    meant: tuple[bool, ...]
    nobody: tuple[str, ...] = ()


class Choosing:
    """What is learned of some cases; features of fewer than `rare` of those who may be meant are left out."""

    def __init__(self, cases: Sequence[Case], before: Mapping[str, float], strength: float, rare: int) -> None:
        rows = [one for case in cases for one in (*case.told, (NOBODY, *case.nobody))]
        group = np.repeat(np.arange(len(cases)), [len(case.told) + 1 for case in cases])
        meant = np.array([float(one) for case in cases for one in (*case.meant, not any(case.meant))])
        seen = Counter(f for features in rows for f in features)
        names = sorted({f for f, times in seen.items() if times >= rare} | before.keys())
        at = {name: k for k, name in enumerate(names)}
        pairs = [(k, at[f]) for k, features in enumerate(rows) for f in features if f in at]
        held = csr_matrix((np.ones(len(pairs)), tuple(np.array(pairs).T)), shape=(len(rows), len(names)))
        known = np.array([before.get(name, 0.0) for name in names])
        given = (held, group, meant, known, strength)
        fit = minimize(_loss, known, args=given, jac=True, method="L-BFGS-B", options={"maxiter": 400})
        self.weights = {name: float(w) for name, w in zip(names, fit.x, strict=True)}

    def chances(self, case: Case) -> Sequence[float]:
        """How likely each is meant."""
        sums = [sum(self.weights.get(f, 0.0) for f in told) for told in (*case.told, (NOBODY, *case.nobody))]
        shares = np.exp(np.array(sums) - max(sums))
        return [float(one) for one in (shares / shares.sum())[:-1]]

    def table(self, head: str, faint: float) -> str:
        """The weights as a table, those below `faint` left out."""
        told = ((name, weight) for name, weight in self.weights.items() if abs(weight) >= faint)
        return head + "".join(f"{name}\t{weight:.3f}\n" for name, weight in told)


def _loss(weights: Any, held: Any, group: Any, meant: Any, known: Any, strength: float) -> tuple[float, Any]:
    """Minus the log-likelihood with its penalty, and the gradient."""
    sums = held @ weights
    cases = group[-1] + 1
    most = np.full(cases, -np.inf)
    np.maximum.at(most, group, sums)
    shares = np.exp(sums - most[group])
    shares /= np.bincount(group, shares, cases)[group]
    right = np.bincount(group, shares * meant, cases)
    moved = weights - known
    gradient = held.T @ (shares - shares * meant / right[group]) + moved / strength
    return float(-np.log(right).sum() + moved @ moved / (2 * strength)), gradient
