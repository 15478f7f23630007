"""Which figures of an incident stand as claims: a person told of alone never contradicts a total that holds him."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model.claim import Property
from rashomon.stages.claims.events.counts import Figure
from rashomon.stages.claims.view import View

_PROPERTIES: tuple[tuple[Property, tuple[str, ...]], ...] = (
    ("killed", ("killed",)),
    ("injured", ("injured", "shot", "hospital")),
    ("missing", ("missing",)),
    ("detained", ("detained",)),
    ("kidnapped", ("kidnapped",)),
)


def settle_figures(view: View, figures: Sequence[Figure]) -> Iterator[tuple[Property, Figure]]:
    """The figures of one incident that stand, each with its property, in text order for each property."""
    dead = [f for f in figures if f.harm == "killed"]
    for name, harms in _PROPERTIES:
        own = [f for f in figures if f.harm in harms]
        if name == "injured":
            own = _wounded(view, own, dead)
        for f in _standing(view, own):
            yield name, f


def _wounded(view: View, own: Sequence[Figure], dead: Sequence[Figure]) -> list[Figure]:
    """Who was shot counts as injured where nobody died; those taken to hospital where nothing better is told."""
    stated = [f for f in own if f.harm == "injured" and f.sort != "single"]
    shot = [f for f in own if f.harm == "shot"]
    kept = [f for f in own if f.harm == "injured"]
    names = _names(view, dead)
    if not dead:
        kept += shot
    elif not stated:
        kept += [f for f in shot if f.other or (f.sort == "single" and not _names(view, [f]) & names and f.value.of is None)]
    if not kept:
        kept = [f for f in own if f.harm == "hospital"]
    return sorted(kept, key=lambda f: (f.trigger.token.start, f.first))


def _names(view: View, figures: Sequence[Figure]) -> set[str]:
    """Who the single victims are: a referent, else the noun."""
    found = set()
    for f in figures:
        if f.sort == "single":
            referent = view.referent_at(f.trigger.sentence, f.victim)
            token = f.trigger.sentence.tokens[f.victim]
            if referent is not None and referent.named:
                found.add(referent.id)
            elif token.pos == "PROPN":
                found.add(token.text)
    return found


def _standing(view: View, own: Sequence[Figure]) -> Iterator[Figure]:
    stated = [f for f in own if f.sort in ("stated", "toll") and f.value.part is None and not f.other]
    numbers = {f.value.number for f in stated}
    lone = len(_names(view, own)) <= 1
    for f in own:
        if f.sort in ("stated", "toll"):
            yield _as_rest(f) if f.other and stated and f.value.number not in numbers else f
        elif f.sort == "known":
            if not stated or f.value.number in numbers:
                yield f
        elif lone and not f.other and (not stated or numbers == {1}):
            yield f


def _as_rest(figure: Figure) -> Figure:
    """"two others", where a whole is told elsewhere, is a part of it."""
    return replace(figure, value=replace(figure.value, part=figure.value.part or "others"))
