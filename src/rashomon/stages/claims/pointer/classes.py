"""What kinds of word a lemma is: its classes in the lexicon of frames, the lists it stands on, and which words stand where it stands."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from rashomon.lexicon import words
from rashomon.lexicon.frames import entries
from rashomon.lexicon.nameless import origins
from rashomon.stages.claims.accusations import lexicon
from rashomon.stages.claims.wordlists import rows, word_list
from rashomon.text.english import is_common

_KINDS = ("V", "N", "A")


@cache
def _lists() -> dict[str, frozenset[str]]:
    """Every list of English words that the lexicon and the rules of accusation have, by its name."""
    own = {p.name: words(p.name) for p in files("rashomon.lexicon").iterdir() if p.name.endswith(".txt")}
    area = files("rashomon").joinpath("data", "accusations")
    names = (p.name for p in area.iterdir() if p.name.endswith(".txt"))
    return {**own, **{f"accusations/{name}": word_list("accusations", name) for name in names}}


@cache
def _neighbours() -> dict[str, str]:
    """Of each common word the groups of words that are used alike, from coarse to fine."""
    return {row[0]: row[1] for row in rows("pointer", "neighbours.tsv")}


@cache
def common_word(lemma: str) -> str:
    """The lemma if it is an ordinary word; "" for a name that the parser took for one, a number, and a word by which people are sorted."""
    return lemma if is_common(lemma) and lemma not in origins() else ""


@cache
def classes_of(lemma: str, kind: str | None = None) -> frozenset[str]:
    """The classes of a lemma in small letters, as that part of speech (V, N, A) or as any: names to be weighed."""
    if lemma in origins():
        return frozenset()
    found = {f"frame:{e.cls}" for k in (_KINDS if kind is None else (kind,)) for e in entries().get((lemma, k), ())}
    found |= {f"list:{name}" for name, listed in _lists().items() if lemma in listed}
    if lemma in lexicon.deeds():
        found.add("deed")
    if lemma in lexicon.labels():
        found.add(f"label:{lexicon.labels()[lemma].property}")
    return frozenset(found | set(_neighbours().get(lemma, "").split()))


@cache
def broad_classes_of(lemma: str, kind: str | None = None) -> frozenset[str]:
    """The same without the finest groups of neighbours, for what is weighed together with something else."""
    return frozenset(c for c in classes_of(lemma, kind) if not c.startswith("fine:"))


@cache
def known_classes_of(lemma: str, kind: str | None = None) -> frozenset[str]:
    """Only what the lexicon says of a lemma."""
    return frozenset(c for c in classes_of(lemma, kind) if not c.startswith(("fine:", "middle:", "coarse:")))
