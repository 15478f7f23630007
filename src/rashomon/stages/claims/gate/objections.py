"""What the gate has against a proposal: a code with the words at issue; the table of codes says how heavy it weighs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from rashomon.model.proposal import Verdict
from rashomon.stages.claims.wordlists import rows


@dataclass(frozen=True, slots=True)
class Objection:
    """One thing that speaks against a proposal, or says why it waits."""

    code: str
    words: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """What becomes of a proposal by this alone."""
        return cast("Verdict", _codes()[self.code][0])

    @property
    def reason(self) -> str:
        """One sentence for a reader."""
        shown = ("“" + " ".join(w.split()) + "”" for w in self.words)
        return _codes()[self.code][1].format(*shown)


def objection(code: str, *words: object) -> Objection:
    """An objection; words that are none are written as such."""
    return Objection(code, tuple(str(w) for w in words))


@cache
def _codes() -> dict[str, tuple[str, str]]:
    return {code: (verdict, sentence) for code, verdict, sentence in rows("gate", "codes.tsv")}


def heaviest(found: list[Objection]) -> Objection:
    """The one that decides: the first that refuses, else the first that sends to a person, else the first."""
    weight = {"refused": 0, "to_check": 1, "admitted": 2}
    return min(found, key=lambda o: weight[o.verdict])
