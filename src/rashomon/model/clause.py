"""What the parse says of who does what to whom, free of any parser's labels: clause frames and what governs them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from rashomon.model import parts

Effect = Literal["pass", "alleged", "undetermined", "unconfirmed", "possible", "denied", "none"]
"""What a governing word leaves of what it governs: nothing changes, only alleged, ... denied, or it tells of no event."""


def state_kind(part: int) -> Literal["N", "A"] | None:
    """The `kind` of the frame that a word may have without being a verb, by what it is (model/parts.py); None for no frame."""
    if part & (parts.NOUN | parts.NUMBER):
        return "N"
    return "A" if part & parts.ADJECTIVE else None


class Role(NamedTuple):
    """Who fills a place of a frame, by token. Where the parse leaves more than one reading, nobody does.

    `step` says how it was found: "plain" in the clause itself, else by which step it was carried there. `open` holds
    the candidates among which the sentence does not decide, `why` the reason.
    """

    fillers: tuple[int, ...] = ()
    step: str = "plain"
    open: tuple[int, ...] = ()
    why: str = ""


class Oblique(NamedTuple):
    """A prepositional phrase of a frame: its preposition, and the heads of the nouns (or the verb) below it."""

    by: str
    token: int
    heads: tuple[int, ...]
    verb: bool = False


class Frame(NamedTuple):
    """Who does what to whom, with its obliques and the clauses under it. All numbers are tokens of the sentence.

    `kind` is "V" for a verb, "N" for a noun of what happens, "A" for an adjective. `particle` is "up" of "blow up".
    `outright` is False for a participle or gerund that no helping verb makes a statement ("prosecuting X is rare").
    `kept` is the object that a passive keeps ("was denied bail"). `clauses` are the heads of the clauses it governs, `infinitives` those with "to" ("ordered X to shoot": shoot).
    """

    at: int
    lemma: str
    kind: Literal["V", "N", "A"]
    particle: str
    passive: bool
    doers: Role
    undergoers: Role
    subjects: Role
    recipients: Role
    obliques: tuple[Oblique, ...]
    clauses: tuple[int, ...]
    infinitives: tuple[int, ...] = ()
    own: int | None = None
    possessor: int | None = None
    named: tuple[int, ...] = ()
    outright: bool = True
    kept: tuple[int, ...] = ()

    def oblique(self, *by: str) -> tuple[int, ...]:
        """The heads of the phrases with one of these prepositions, in text order."""
        return tuple(h for o in self.obliques if o.by in by and not o.verb for h in o.heads)

    def obliques_hold(self, tokens: set[int]) -> bool:
        """Whether one of the tokens stands behind a preposition of the frame."""
        return any(not tokens.isdisjoint(o.heads) for o in self.obliques)

    def gerund(self, *by: str) -> tuple[int, ...]:
        """The verbs behind one of these prepositions: "accused of killing"."""
        return tuple(h for o in self.obliques if o.by in by and o.verb for h in o.heads)


class Operator(NamedTuple):
    """A word that governs a clause: its token, its class ("unknown" where nobody knows what it does), its effect."""

    token: int
    cls: str
    effect: Effect


class Governance(NamedTuple):
    """What governs one token: by its own modifiers, by the word above, and what of that word's own holds for it too.

    `climbs` is False where the token makes a fresh statement: what stands further up does not govern it.
    `aside` is True within a clause or apposition that only tells who somebody named is: background, the writer's own.
    """

    own: tuple[Operator, ...]
    over: Operator | None
    climbs: bool
    keeps: Literal["all", "modal", "none"]
    aside: bool = False


def bare_state(at: int, lemma: str, kind: Literal["N", "A"]) -> Frame:
    """The frame of a noun or adjective on which nothing hangs."""
    nobody = Role()
    return Frame(at, lemma, kind, "", False, nobody, nobody, Role(step="carried"), nobody, (), ())
