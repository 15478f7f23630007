"""Names of things that could accuse: a title, a file's name, an incident's. Any part of a person's name counts in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rashomon.present.accusing import accuses, accusing_words
from rashomon.present.masking.lists import no_names
from rashomon.present.resolve import Resolved
from rashomon.text.fold import fold_words

_FELL = re.compile(
    r"\b(?:killed|murdered|assassinated|executed|kidnapped|abducted|arrested) (?:in|by|near|outside|at|during|on)\b"
)
"""How headlines tell of victims: nothing by which they are accused."""
_SPEAKS = re.compile(r"^(?:[A-Z][\w'’.-]*\s+){1,3}(?:says|tells)\b|,?\s+says?\s+(?:[A-Z][\w'’.-]*\s*){1,3}$")
"""Who speaks in a headline: not accused by what they say of others."""
_LEAST, _LEAST_WORD = 4, 5
"""Letters of a name, and of an accusing word, that are looked for inside a file name that is written as one word."""


def name_parts(case: Resolved, entities: Iterable[str]) -> frozenset[str]:
    """The folded names of some people and each word of them by which they can be meant; a mask only as a whole."""
    whole = {n for e in entities for n in _written(case, e)}
    masks = {fold_words(n) for n in whole if n.startswith("[")}
    words = {w for n in whole if not n.startswith("[") for w in fold_words(n).split()}
    return frozenset(masks | {w for w in words if len(w) > 2 and not w.isdigit() and w not in no_names()})


def _written(case: Resolved, entity: str) -> set[str]:
    referents = [case.referents[r] for r in case.entities[entity].referents]
    names = {r.name for r in referents if r.named} | {a.name for r in referents for a in r.aliases}
    return names | {case.entities[entity].name}


def holds(text: str, parts: frozenset[str]) -> bool:
    """Whether a part of a name stands in a text as a word, or as the mask of a surname that several share."""
    folded = fold_words(text)
    if not parts.isdisjoint(folded.split()):
        return True
    return any(f" {part} " in f" {folded} " for part in (*_masks(parts), *(["masked name"] if parts else [])))


@lru_cache(maxsize=8)
def _masks(parts: frozenset[str]) -> tuple[str, ...]:
    """Those of several words: masks."""
    return tuple(p for p in parts if " " in p)


def holds_grave(text: str, parts: frozenset[str], *, strict: bool) -> bool:
    """Whether a title or file name says something grave of one of these; not strict: who was killed, or speaks, isn't accused."""
    if not strict:
        text = _SPEAKS.sub(lambda m: m.group() if accuses(m.group()) else " ", _FELL.sub(" ", text))
    if holds(text, parts) and accuses(text):
        return True
    run = fold_words(text).replace(" ", "")
    if " " in text.strip():
        return False
    named = any(len(p) >= _LEAST and p in run for p in parts)
    return named and any(len(w) >= _LEAST_WORD and w in run for w in accusing_words())
