"""The words at which it is looked whether an incident is told of."""

from __future__ import annotations

from functools import cache

from rashomon.stages.claims.events.lexicon import entries, phrases
from rashomon.stages.claims.events.toll_words import TOLL_WORDS

FIRE = "fire"
"""Gunfire more often than a blaze: judged by itself."""
FORMS = {
    "killed": ("kill", "V"), "wounded": ("wound", "V"), "injured": ("injure", "V"), "hurt": ("hurt", "V"),
    "shot": ("shoot", "V"), "dead": ("dead", "A"), "dies": ("die", "V"), "died": ("die", "V"),
    "murdered": ("murder", "V"), "slain": ("slay", "V"), "arrested": ("arrest", "V"), "kills": ("kill", "V"),
    "stabbed": ("stab", "V"), "kidnapped": ("kidnap", "V"), "missing": ("missing", "A"), "injures": ("injure", "V"),
    "wounds": ("wound", "V"), "detained": ("detain", "V"), "hospitalized": ("hospitalize", "V"),
    "machinegunned": ("machinegun", "V"),
}  # fmt: skip
"""Verb forms and adjectives that a headline may have as another part of speech, with the entry that each is of."""


@cache
def telling() -> frozenset[str]:
    """The words and lemmas that have an entry of their own, but for "fire"."""
    return frozenset(word for word, _ in entries() if word != FIRE) | frozenset(FORMS)


@cache
def wakes() -> frozenset[str]:
    """The words and lemmas that may tell of an incident by themselves; a verb may with the words beside it."""
    classes = (
        phrases().get(name, frozenset()) for name in ("wound_noun", "care_word", "spell", "gives_bare", "on_roll")
    )
    return telling().union(*classes, TOLL_WORDS, {"strike", FIRE, "trace", "fate", "process", "throat", "attempt"})
