"""Which figures of an incident stand as claims: a person told of alone never contradicts a total that holds him."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model.claim import Property
from rashomon.stages.claims.events.figure import Figure
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.survivors import survivors
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
    stated = [f for f in own if f.harm == "injured" and f.sort not in ("single", "plural")]
    shot = [f for f in own if f.harm == "shot"]
    kept = [f for f in own if f.harm == "injured"]
    if not dead:
        kept += shot
    elif not stated:
        kept += [*survivors(view, shot, dead), *(f for f in shot if f.other)]
    if not kept:
        kept = [f for f in own if f.harm == "hospital" and f.sort != "single" and not _is_of_more(f, own)]
    else:
        kept += [f for f in own if f.harm == "hospital" and f.sort != "single" and f.trigger.entry.word == "care"]
    return sorted(kept, key=lambda f: (f.trigger.token.start, f.first))


def _is_of_more(figure: Figure, own: Sequence[Figure]) -> bool:
    """ "Four are in hospital, one of them in a critical state": the one is of the four."""
    number = figure.value.number or 0
    return any(
        f.trigger.at == figure.trigger.at
        and f.trigger.sentence is figure.trigger.sentence
        and (f.value.number or 0) > number
        for f in own
    )


_KINDS = {
    "man": "m", "boy": "m", "male": "m", "father": "m", "son": "m", "brother": "m", "husband": "m",
    "woman": "f", "girl": "f", "female": "f", "mother": "f", "daughter": "f", "sister": "f", "wife": "f",
}  # fmt: skip


def _one_person(view: View, figures: Sequence[Figure]) -> bool:
    """Whether all who are told of alone may be one person: one name at most, and no man beside a woman."""
    names, kinds, fresh = set(), set(), 0
    for f in figures:
        if f.sort != "single":
            continue
        sentence = f.trigger.sentence
        referent, token = view.referent_at(sentence, f.victim), sentence.tokens[f.victim]
        if referent is not None and referent.named:
            names.add(referent.id)
        elif token.pos == "PROPN":
            names.add(token.text)
        kind = _KINDS.get(token.lemma.lower()) or (referent.gender if referent is not None else None)
        if kind:
            kinds.add(kind)
        fresh += f.other
    return len(names) <= 1 and len(kinds) <= 1 and not fresh


def _standing(view: View, own: Sequence[Figure]) -> Iterator[Figure]:
    stated = [f for f in own if f.sort in ("stated", "toll") and f.value.part is None and not f.other]
    numbers = {f.value.number for f in stated}
    several = max((n for n in numbers if n is not None), default=0) > 1
    lone = _one_person(view, own) and not any(f.sort == "plural" for f in own)
    told = False
    for f in own:
        if f.sort in ("stated", "toll"):
            if several and f.value.number == 1 and f.sort == "stated" and not _is_another_kind(f, stated):
                continue
            yield _as_rest(f) if f.other and stated and f.value.number not in numbers else f
        elif f.sort == "known":
            if not stated or f.value.number in numbers:
                yield f
            elif f.other and 1 < (f.value.number or 0) < max(n or 0 for n in numbers):
                yield _as_rest(f)  # "the other 31 died in the field", of the 80 told of before
        elif lone and not f.other and (not stated or numbers == {1}) and not told:
            told = f.trigger.sentence.sentence.block != "headline"
            yield f


def _is_another_kind(figure: Figure, stated: Sequence[Figure]) -> bool:
    """ "Killed 38 villagers. One soldier was killed": no part of those counted, who are told of by another word than "people"."""
    kind = figure.trigger.sentence.tokens[figure.victim].lemma.lower()
    counted = [f for f in stated if (f.value.number or 0) > 1]
    told = {f.trigger.sentence.tokens[f.victim].lemma.lower(): f.value.of or "" for f in counted}
    whole = any(_is_anyone(word) and " " not in of for word, of in told.items())
    return (
        figure.value.of is not None and all(told.values()) and kind not in told and not whole and not _is_anyone(kind)
    )


def _is_anyone(lemma: str) -> bool:
    return is_a(lemma, "anybody") or is_a(lemma, "anyone")


def _as_rest(figure: Figure) -> Figure:
    """ "two others", where a whole is told elsewhere, is a part of it."""
    return replace(figure, value=replace(figure.value, part=figure.value.part or "others"))
