"""Words that govern a clause: their class, and what a class leaves of what it governs."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import cast

from rashomon.lexicon import rows
from rashomon.model.clause import Effect

SPEECH: frozenset[str] = frozenset(
    {"say", "report", "allege", "believe", "rumour", "deny", "doubt", "admit", "suggest"}
)
"""Classes below which somebody speaks: what stands above them governs the saying, not what is said."""
_FROM_STANCE = {"asserted": "say", "alleged": "allege", "possible": "believe", "denied": "deny", "unconfirmed": "doubt"}


def effect_of(cls: str, negated: bool) -> Effect:
    """What a class leaves of the clause below it; for "unknown" and classes that nobody listed: undetermined."""
    plain, under_negation = _effects().get(cls, ("undetermined", "undetermined"))
    return under_negation if negated else plain


@cache
def _effects() -> dict[str, tuple[Effect, Effect]]:
    return {cls: (cast("Effect", plain), cast("Effect", neg)) for cls, plain, neg in rows("operators.tsv")}


@cache
def class_of(word: str, pos: str) -> str | None:
    """The class of a lemma as V, N, A, R, M or P; None for a word that is no operator as far as is known."""
    found = _listed().get((word, pos))
    return found or (
        _speech("verbs").get(word) if pos == "V" else _speech("adjectives").get(word) if pos == "A" else None
    )


@cache
def listed_as(pos: str, *classes: str) -> frozenset[str]:
    """The lemmas listed here as operators of some classes."""
    return frozenset(word for (word, kind), cls in _listed().items() if kind == pos and cls in classes)


def row_of(word: str, pos: str) -> str | None:
    """The file and row that give a lemma its class, as a reader can look it up; None for a word of no class."""
    cls = class_of(word, pos)
    if (word, pos) in _listed():
        return f"lexicon/en-operators.tsv: {word} {pos} {cls}"
    return None if cls is None else f"data/attribution/{'verbs' if pos == 'V' else 'adjectives'}.tsv: {word}, so {cls}"


@cache
def _listed() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for word, pos, cls in rows("en-operators.tsv"):
        found.setdefault((word, pos), cls)
    return found


@cache
def _speech(name: str) -> dict[str, str]:
    """Verbs, or adjectives, of speech and thought, by what they make of what is said."""
    text = files("rashomon").joinpath(f"data/attribution/{name}.tsv").read_text(encoding="utf-8")
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            lemma, kind, stance = line.split("\t")[:3]
            found[lemma] = _class(kind, stance)
    return found


def _class(kind: str, stance: str) -> str:
    if kind in ("will", "judge", "ask"):
        return {"will": "intend", "judge": "judge", "ask": "say"}[kind]
    return "evidence" if kind == "show" else _FROM_STANCE.get(stance, "say")
