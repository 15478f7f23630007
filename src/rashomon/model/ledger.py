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
    """A word over a claim, with its class, what it leaves of an assertion, and the row that gives the class, if one does."""

    word: Quote
    cls: str
    effect: Effect
    row: str | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """A typed rule that a word's sense wakes, with its file, and what came of it: None where nothing that it needs is missing."""

    rule: str
    file: str
    missing: str | None


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of a word: the row of the lexicon that gives it, who stands in its roles, and the rules that it wakes."""

    row: str
    roles: tuple[Filled, ...]
    tried: tuple[Tried, ...]


@dataclass(frozen=True, slots=True)
class WordTold:
    """A word of a sentence that opens a frame, with its senses."""

    frame: FrameTold
    senses: tuple[Sense, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """Somebody in a place of a frame as the learned pointer weighs it: what is said of them (`what`), how likely (0..1), and what spoke loudest, as log-odds."""

    who: str
    place: str
    word: Quote
    what: str
    likely: float
    loudest: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class SentenceTold:
    """A sentence read again: its words that open frames, those that may govern others, and whom the pointer weighs."""

    words: tuple[WordTold, ...]
    governing: tuple[Governing, ...]
    weighed: tuple[Weighed, ...] = ()


@dataclass(frozen=True, slots=True)
class FeatureWeighed:
    """One thing that a pair of tellings shows: its value, what its weight makes of that, and what it is, in words."""

    name: str
    value: float
    adds: float
    why: str


@dataclass(frozen=True, slots=True)
class PairWeighed:
    """Two tellings held against each other: what they show, the probability that they are one, and what excludes it.

    `veto` is None where nothing does; a pair of two kinds, and one that was not close enough to be compared, shows no features.
    """

    a: str
    b: str
    score: float
    features: tuple[FeatureWeighed, ...]
    veto: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class ReadAnew:
    """What one document, read again, shows of a claim: the word that makes it, its frames, what governs it."""

    word: Quote
    frames: tuple[FrameTold, ...]
    over: tuple[Governing, ...]
    local: str | None
    weighed: tuple[Weighed, ...] = ()
