"""One report that gives one person two ranks: a slip, or two people taken for one."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from importlib.resources import files
from itertools import combinations

from rashomon.lexicon import word_set
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import say_outlet
from rashomon.text.fold import fold_words

_OF = re.compile(r"\b(?:of|in|at|for|from|with)\b|,")


def compare_ranks(layout: Layout) -> list[Contrast]:
    """An inconsistency for each person to whom one report gives two ranks in its own voice or one speaker's."""
    told: dict[tuple[str, str], list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        if laid.claim.property == "role" and laid.entity in layout.named and laid.claim.stance == "asserted":
            told[(laid.document.id, laid.entity or "")].append(laid)
    return [c for (_, person), laids in told.items() for c in _differ(layout, person, laids)]


def _differ(layout: Layout, person: str, laids: list[Laid]) -> list[Contrast]:
    ranked = [(rank, laid) for laid in laids if (rank := _rank(laid))]
    found: list[Contrast] = []
    for (one, a), (other, b) in combinations(ranked, 2):
        if not one & other and not found:
            who, words = layout.entities[person].name, [f"“{c.claim.value.text}”" for c in (a, b)]
            reason = f"{say_outlet(a.document)} calls {who} both {words[0]} and {words[1]}; these may be two people"
            found.append(Contrast("inconsistency", (a,), (b,), says=reason))
    return found


def _rank(laid: Laid) -> frozenset[str]:
    """The rank a role names; none where it is of the past ("then a captain") or no rank ("attorney general")."""
    head = _OF.split(laid.claim.value.text or "", maxsplit=1)[0]
    words = frozenset(fold_words(head).split())
    ranks = words & _ranks()
    return ranks if words <= ranks | word_set("ranks.degrees") else frozenset()


@cache
def _ranks() -> frozenset[str]:
    text = (files("rashomon.data") / "weigh" / "ranks.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
