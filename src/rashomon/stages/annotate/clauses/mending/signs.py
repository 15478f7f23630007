"""What must stand in a sentence for a repair to be tried: most sentences have none of what most repairs mend."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from rashomon.model.annotation import Token


@cache
def listed() -> dict[str, tuple[frozenset[str], ...]]:
    """For each repair the signs of which a sentence must have one each (`data/annotate/repair_signs.tsv`)."""
    text = files("rashomon").joinpath("data/annotate/repair_signs.tsv").read_text(encoding="utf-8")
    rows = (row.split("\t") for row in text.splitlines() if row and not row.startswith("#"))
    return {name: tuple(frozenset(one.split("|")) for one in signs.split()) for name, signs in rows}


def may_mend(repair: str, signs: frozenset[str]) -> bool:
    """Whether a sentence with these signs may be one that a repair changes; one that is not listed may change any."""
    return not any(map(signs.isdisjoint, listed().get(repair, ())))


def signs_of(tokens: tuple[Token, ...]) -> frozenset[str]:
    """The words and lemmas of a sentence, in small letters, and what the parser says of them."""
    words = [word.lower() for t in tokens for word in (t.text, t.lemma)]
    return frozenset((*words, *[label for t in tokens for label in (t.pos, t.tag, t.dep, t.ent[2:])]))
