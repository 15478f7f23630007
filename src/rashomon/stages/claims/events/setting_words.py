"""Words for what people may be in when a deed is done: a market, a road, a bus."""

from __future__ import annotations

from rashomon.stages.claims.events.lexicon import is_a

AT = ("in", "on", "at", "aboard", "inside", "of")
_KINDS = ("facility", "site", "on_spot", "by_road", "by_rail", "craft")


def is_setting(word: str) -> bool:
    """Whether a lemma is such a word."""
    return any(is_a(word, kind) for kind in _KINDS)
