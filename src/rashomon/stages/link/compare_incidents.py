"""Weigh the evidence on two occasions: a probability, a verdict and a sentence.

The weights stand in data/link/incidents.tsv, one row a feature (`pair_features`), and were fitted by logistic regression
(tools/fit_incidents.py). Its columns: `few`, for the violence in a case of few reports, which may all be of one affair;
`many`, for the main occurrences of two reports of a large case, whose whole texts may be compared; `recurring`, for arrests,
hearings and talks, which recur within one affair. Contradictions of day and town are no weights but vetoes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from rashomon.model.ledger import FeatureWeighed
from rashomon.stages.link.likeness import Likeness, call_both
from rashomon.stages.link.occasions import Occasion
from rashomon.stages.link.pair_features import A_MONTH, FAR_APART, show_features
from rashomon.text.calendar import Interval, format_interval, hull

_TOWN = 0.9
_FEW, _MANY = 30, 500
_WHOLE = 0.5
_HARM = frozenset({"violence", "abduction", "disaster"})


def trust_in_words(documents: int) -> float:
    """How far shared words tell affairs apart, 0 to 1: not at all among few reports, which may all be of one affair."""
    return min(1.0, max(0.0, math.log(max(1, documents) / _FEW) / math.log(_MANY / _FEW)))


def may_be_kin(a: Occasion, b: Occasion) -> bool:
    """Whether the kinds of two occasions allow that they are one: one kind, or violence that others tell as an abduction or a mishap."""
    both = {a.family, b.family}
    return len(both) == 1 or (both <= _HARM and "violence" in both)


def compare_occasions(a: Occasion, b: Occasion, like: Likeness, documents: int) -> float:
    """The probability that two occasions are one incident; 0 where they cannot be."""
    if not may_be_kin(a, b) or forbid(a, b, like, documents):
        return 0.0
    shares = _columns(a, b, documents)
    odds = sum(_adds(name, value, shares) for name, value in _shown(a, b, like).items() if value)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def weigh_features(a: Occasion, b: Occasion, like: Likeness, documents: int) -> list[FeatureWeighed]:
    """What a pair shows, each with what it adds to the log-odds that the two are one; first what is so before anything is known."""
    shares, whys = _columns(a, b, documents), _whys()
    return [
        FeatureWeighed(name, value, _adds(name, value, shares), whys[name])
        for name, value in _shown(a, b, like).items()
    ]


def _shown(a: Occasion, b: Occasion, like: Likeness) -> Mapping[str, float]:
    return {"base": 1.0, **show_features(a, b, like)}


def _adds(name: str, value: float, shares: Sequence[tuple[str, float]]) -> float:
    """What a feature adds to the log-odds that a pair is one, by the columns that judge it."""
    table = read_weights()
    return sum(share * table[column][name] * value for column, share in shares)


def _columns(a: Occasion, b: Occasion, documents: int) -> list[tuple[str, float]]:
    """The columns of the table that judge a pair, with their shares."""
    if a.family not in _HARM:
        return [("recurring", 1.0)]
    trust = _trust(a, b, documents)
    return [(column, share) for column, share in (("few", 1 - trust), ("many", trust)) if share]


def _trust(a: Occasion, b: Occasion, documents: int) -> float:
    """How far a pair is judged by its whole reports: the main occasions of two reports of a large case."""
    return trust_in_words(documents) if a.main and b.main and a.account != b.account else 0.0


def forbid(a: Occasion, b: Occasion, like: Likeness, documents: int) -> str | None:
    """Why two occasions cannot be one, whatever else agrees; None where they may.

    Writers err by a month more often than a small town is struck twice: that is no veto. Where whole reports are compared,
    their words outweigh a day or a town that was read wrongly. What one report holds well apart stays so.
    """
    if a.occurrence.id in b.occurrence.apart or b.occurrence.id in a.occurrence.apart:
        return "told apart"
    if _trust(a, b, documents) > _WHOLE:
        return None
    if like.place <= -1:
        return "another town"
    if like.after is not None and like.after < -1:
        return "reported before"
    far = like.gap is not None and like.gap > FAR_APART
    if far and (a.account == b.account or (like.gap or 0) > A_MONTH or like.place < _TOWN):
        return "another day"
    return None


@cache
def _rows() -> list[list[str]]:
    text = (files("rashomon") / "data" / "link" / "incidents.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def read_weights() -> Mapping[str, Mapping[str, float]]:
    """The table of weights by column, then by feature."""
    head, *rows = _rows()
    return {
        name: {row[0]: float(row[n]) for row in rows} for n, name in enumerate(head) if name not in ("feature", "why")
    }


@cache
def _whys() -> Mapping[str, str]:
    head, *rows = _rows()
    return {row[0]: row[head.index("why")] for row in rows}


def explain(a: Occasion, b: Occasion, like: Likeness, names: Mapping[str, str], veto: str | None = None) -> str:
    """One sentence with the values that speak for and against."""
    parts: list[str] = []
    if like.shared_places:
        parts.append(f"both in {names[like.shared_places[0]]}")
    elif like.place < 0:
        parts.append(f"one in {_some(a.places, names)}, the other in {_some(b.places, names)}")
    days = [format_interval(_span(o), preposition=True) for o in (a, b) if o.days]
    if len(days) == 2:
        parts.append(f"both {days[0]}" if days[0] == days[1] else f"one {days[0]}, the other {days[1]}")
    elif days:
        parts.append(f"only one is dated, {days[0]}")
    if like.shared_people:
        parts.append("both name " + " and ".join(names[p] for p in like.shared_people[:3]))
    if like.figures > 0:
        parts.append(_say_figures(a, b))
    if a.main and b.main and like.texts >= 0.1:
        parts.append(f"the two reports share rare words ({like.texts:.2f})")
    if like.own_name >= 1:
        parts.append("both go by the name of " + " ".join(sorted(call_both(a, b, names))[:3]).title())
    if like.streets_differ:
        parts.append("they name different streets")
    if veto == "told apart":
        parts.append("their report tells them apart")
    if veto == "reported before":
        parts.append("the other report is older than that")
    said = "; ".join(parts) or "nothing but the kind of event is known of both"
    return f"“{a.name}” and “{b.name}”: {said}."


def _span(occasion: Occasion) -> Interval:
    first, last = hull(*occasion.days)
    return (first or "")[:10] or None, (last or "")[:10] or None


def _some(places: frozenset[str], names: Mapping[str, str]) -> str:
    return names[min(places, key=lambda p: (names[p], p))]


def _say_figures(a: Occasion, b: Occasion) -> str:
    """The figures that both give, else the two nearest one another for their size."""
    if same := sorted(a.figures & b.figures)[:2]:
        return "both give " + ", ".join(f"{n:g} {p}" for p, n in same)
    pairs = ((max(x, y) / max(1, min(x, y)), p, x, y) for p, x in a.figures for q, y in b.figures if p == q)
    found = min(pairs, default=None)
    if found is None:
        return "one gives as many dead as the other hurt"
    _, prop, first, second = found
    return f"{first:g} {prop} and {second:g} {prop} are near one another"
