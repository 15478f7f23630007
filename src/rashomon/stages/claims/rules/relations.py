"""What a rule of two sides is: who calls, pays or works for whom, by which word, in which places of its frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.model.claim import PartyRole

Form = Literal["any", "active", "passive"]


@dataclass(frozen=True, slots=True)
class Over:
    """The verb over a noun: its classes ("any" for every verb), and the place in which the noun stands below it."""

    classes: frozenset[str]
    place: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed rule of a relation between sides.

    A side is a role with its place: a role of the lexicon's entry, or a frame's own place; "over." before it means the
    verb over the noun; of several with ">" between the first that is filled counts. Every side without "?" must be
    filled. `kind` is what kind of word wakes it. `several`: two or more in the first side may do it to each other, and
    then nobody stands in the second. `alone`: one side is enough, the other stays unnamed. `needs` are places that
    must be filled by something, `bars` places that must be empty. `yes` and `no` are sentences in which it must and must not fire.
    """

    id: str
    wakes: frozenset[str]
    kind: Literal["V", "N", "A"]
    sides: tuple[tuple[PartyRole, str], ...]
    why: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
    over: Over | None = None
    form: Form = "any"
    several: bool = False
    alone: bool = False
    needs: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """What a rule found: the word that tells it with its class, the tokens of the sides with their roles, main first.

    `around` are the tokens on which days, topics and bystanders may hang, `at` among them.
    """

    rule: Relation
    cls: str
    at: int
    sides: tuple[tuple[int, PartyRole], ...]
    around: tuple[int, ...]
