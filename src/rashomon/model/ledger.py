"""What a claim was read by, in words: its clause frame, the words over it, the rules, as a reader is shown them."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.clause import Effect
from rashomon.model.span import Quote


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A typed rule as the ledger lists it: the classes that wake it, whom it is about, what it needs, and its examples."""

    id: str
    file: str
    gives: str
    why: str
    wakes: tuple[str, ...]
    who: str
    needs: tuple[str, ...]
    any_of: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A place of a frame: who or what stands there, and how that was found; where that is open, among whom and why."""

    place: str
    words: tuple[str, ...]
    step: str = "plain"
    open: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class FrameTold:
    """A clause frame in words: its own word, the classes that the lexicon gives it, and its places."""

    word: Quote
    kind: str
    classes: tuple[str, ...]
    places: tuple[Filled, ...]


@dataclass(frozen=True, slots=True)
class Governing:
    """A word over a claim, with its class and what it leaves of an assertion."""

    word: Quote
    cls: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class ReadAnew:
    """What one document, read again, shows of a claim: the word that makes it, its frames, what governs it."""

    word: Quote
    frames: tuple[FrameTold, ...]
    over: tuple[Governing, ...]
    local: str | None
