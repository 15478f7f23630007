"""A story of its own within a report: other dead on a day or at a place that the rest of it does not give."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.wording import Group, is_definite_noun, is_of_something_new, targets_told
from rashomon.text.places import contains

_LEAD = 4
_LESS = 0.625


def own_story(group: Group, telling: Telling) -> float:
    """How far, below the first lines, a telling has other dead on a day or at a place of their own: "where the army killed 46 in 1987".

    Only where nothing that the group gives of day and place agrees.
    """
    if telling.sentence.sentence.index < _LEAD or any(is_definite_noun(telling, t.at) for t in telling.nouns):
        return 0.0
    placed = {m.quote for m, _ in telling.places if m.form == "name"}
    there = {m.quote for t in group for m, _ in t.places}
    if any(a == b or contains(a, b) or contains(b, a) for a in there for b in placed):
        return 0.0
    dated = any(x.earliest and x.latest for x, _ in telling.times)
    undated = not any(t.times for t in group)
    if placed and dated and undated and _dies_alone(group, telling):
        return 1.0
    if not _other_dead(group, telling):
        return _LESS if placed and dated and undated and not there and _is_fresh(telling) else 0.0
    if dated:
        if undated and _others_died(group, telling):
            return _LESS
        return 1.0 if undated and (placed or _is_fresh(telling) or _opens_with_time(telling)) else 0.0
    return _LESS if _is_fresh(telling) and (placed or targets_told(telling)) else 0.0


def _dies_alone(group: Group, telling: Telling) -> bool:
    """ "Milo Vargen was shot dead in Orvel on 3 October", in a report on nine dead: somebody by name, with a day and place of his own."""
    names = [
        telling.sentence.mention_at(f.victim) for f in telling.figures if f.harm == "killed" and f.sort == "single"
    ]
    named = any(m is not None and m.form == "name" and m.type == "person" for m in names)
    return named and len(telling.figures) == 1 and any(n > 1 for n in _dead(group))


def _opens_with_time(telling: Telling) -> bool:
    """ "In August, 11 passengers were killed"."""
    return any(x.type == "DATE" and telling.sentence.token_at(x.start) <= 2 for x, _ in telling.times)


def _is_fresh(telling: Telling) -> bool:
    """ "an assault", "another raid", "the raid on a bus": not spoken of before."""
    return any(is_of_something_new(telling, t.at) for t in telling.nouns) or any(
        telling.sentence.tokens[n].text.lower() in ("a", "an", "another")
        for t in telling.nouns
        for n in telling.sentence.kids(t.at, "det")
    )


def _other_dead(group: Group, telling: Telling) -> bool:
    known = _dead([t for t in group if t.sentence.sentence.index < telling.sentence.sentence.index])
    own = _dead([telling])
    return bool(known and own) and not known & own


def _others_died(group: Group, telling: Telling) -> bool:
    """ "killed two clerks", after twelve strikers: others by the nouns for them."""
    new, old = _victims([telling]), _victims(group)
    return bool(new and old) and not new & old


def _victims(tellings: Group) -> set[str]:
    killed = [(t.sentence.tokens[f.victim], f) for t in tellings for f in t.figures if f.harm == "killed"]
    heads = {h.lemma.lower() for h, _ in killed if h.is_a(parts.COMMON_NOUN)}
    counted = {(f.value.of or "").split(" ")[-1].lower().removesuffix("s") for _, f in killed}
    return {word for word in (heads | counted) - {""} if not is_a(word, "anyone")}


def _dead(tellings: Group) -> set[int | float]:
    return {
        f.value.number
        for t in tellings
        for f in t.figures
        if f.harm == "killed" and f.sort == "stated" and f.value.number
    }
