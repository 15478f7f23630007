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


@cache
def needs_of(repair: str) -> int:
    """The groups of signs that a repair needs, as bits: 0 where it may change any sentence."""
    groups = _groups()
    return sum(1 << groups.index(group) for group in dict.fromkeys(listed().get(repair, ())))


@cache
def _groups() -> tuple[frozenset[str], ...]:
    """Every group of signs of which one must stand in a sentence: many repairs need the same."""
    return tuple(dict.fromkeys(group for groups in listed().values() for group in groups))


@cache
def _met_by() -> dict[str, int]:
    """For each sign the groups, as bits, that it is one of."""
    found: dict[str, int] = {}
    for n, group in enumerate(_groups()):
        for sign in group:
            found[sign] = found.get(sign, 0) | 1 << n
    return found


def may_mend(repair: str, met: int) -> bool:
    """Whether a sentence that meets these groups of signs may be one that a repair changes; one that is not listed may change any."""
    return not needs_of(repair) & ~met


def signs_of(tokens: tuple[Token, ...]) -> int:
    """The groups of signs that a sentence meets, as bits: by its words and lemmas in small letters, and by what the parser says of them."""
    met_by, met = _met_by(), 0
    _, _, words, lemmas, *labels, _, ents, _ = zip(*tokens, strict=True) if tokens else ((),) * 10
    said = {*map(str.lower, {*words, *lemmas}), *(ent[2:] for ent in set(ents))}
    for sign in met_by.keys() & said.union(*labels):
        met |= met_by[sign]
    return met
