"""What a rule is: which class of word wakes it, what it needs to stand in which place, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.model.claim import OutcomeKind, Property, Stance


@dataclass(frozen=True, slots=True)
class Need:
    """A place of the frame and a test (a name in `fits.TESTS`) that somebody or something there must pass."""

    place: str
    test: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A typed rule. Places are roles of the lexicon's entry ("accused", "deed"), or a frame's own ("doer", "of|for").

    `gives` "label" is the grade that the list of such words gives the one that fits ("named as the mastermind").
    `any_of` are needs of which one is enough. `speaker` is the place of whoever says so in the clause itself. `ahead`: a thing set for later says it already ("will be tried"). `bars` are needs of which none may be met. `yes` and
    `no` are sentences in which it must and must not fire; `why` says what it rests on.
    """

    id: str
    wakes: frozenset[str]
    gives: Property | Literal["label"]
    who: str
    why: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    any_of: tuple[Need, ...] = ()
    speaker: str | None = None
    stance: Stance | None = None
    reduced: bool = False
    ahead: bool = False
    bars: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True)
class Fate(Rule):
    """A rule of what the law did with somebody: held, released, convicted, cleared.

    `penalty` says whether a penalty must stand in the clause, in words that
    leave no doubt ("strong"), or may. `kind` is how somebody was released, or a verdict quashed. `named`: only of those
    whom the text names is it said.
    """

    penalty: Literal["no", "may", "must", "strong"] = "no"
    kind: OutcomeKind | None = None
    named: bool = False


def of(*classes: str) -> frozenset[str]:
    """The classes that wake a rule."""
    return frozenset(classes)
