"""Names that the texts themselves show to be a place's: "in X", "mayor of X", "X district". No gazetteer holds every village."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from rashomon.present.masking.lists import family_words, given_names, is_listed, town_words
from rashomon.present.masking.strays import MANY, Name, Scene
from rashomon.text.places import lookup

LOCATIVE = frozenset({"in", "at", "near", "outside", "across", "inside", "around", "within", "throughout"})
"""Words that a place follows; with some of them a person may stand too ("near Tolga")."""
_SURE = frozenset({"in", "across", "throughout", "within"})
_DATELINE = re.compile(r"\s?(?:\([A-Z]|[—–-]{1,2}\s)|, [A-Z][a-z]{2,8}\.? \d{1,2}\b")
"""What follows a place at the head of a report: "KARSOVA (Sea Wire)", "Karsova, May 3"."""
_LOOSE = LOCATIVE | {"from", "to", "of", "toward", "towards", "reached", "left", "via", "and", "between"}


def find_towns(text: str, placed: Collection[tuple[int, int]]) -> Iterator[Name]:
    """Names, as folded words, with such a sign beside them; `placed` are the ranges that the reading takes for places."""
    scene = Scene(text)
    starts = {start for start, _ in placed}
    for at, kind in enumerate(scene.kinds):
        if kind in ("name", "place", "maybe"):
            length = scene.run(at)
            if _is_shown(scene, at, length, scene.words[at].start in starts):
                yield scene.name(at, length)


def _is_shown(scene: Scene, at: int, length: int, placed: bool) -> bool:
    if scene.is_owner(at + length - 1) or (length > 1 and scene.words[at].folded in given_names()):
        return False
    before = [w.folded for w in scene.words[max(0, at - 2) : at]]
    after = scene.words[at + length] if at + length < len(scene.words) else None
    if after and after.folded in family_words():
        return False
    if scene.is_headed(at + length) and not is_listed(scene.words[at].folded):
        return True
    if after and after.folded in town_words("after") and scene.text[after.start - 1] in " -":
        return True
    name = scene.text[scene.words[at].start : scene.words[at + length - 1].end]
    end = scene.words[at + length - 1].end
    if (
        lookup(name)
        and _DATELINE.match(scene.text, end)
        and scene.text[max(0, scene.words[at].start - 9) : scene.words[at].start].rstrip(" \t")[-1:] in ("", "\n")
    ):
        return True
    if placed and any(p.population >= MANY for p in lookup(name)):
        return True
    if not before:
        return False
    if before[-1] in _SURE or " ".join(before) in town_words("before"):
        return scene.text[scene.words[at].start - 1] == " "
    known = bool(lookup(name)) or (placed and not is_listed(scene.words[at].folded))
    return before[-1] in _LOOSE and known
