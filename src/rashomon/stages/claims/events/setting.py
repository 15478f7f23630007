"""In what a deed was done: in a market, on a bus; by it one deed of a report is told from another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from rashomon.model import parts
from rashomon.model.tree import asked_once
from rashomon.stages.claims.events.deed_phrase import behind, words_before
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.paired import head_behind
from rashomon.stages.claims.events.setting_words import AT, is_setting
from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView

_ABOARD, _HOUSE = ("by_road", "by_rail", "craft"), "house"
_FOR_ANY = (*AT, "for")


def in_another(group: Sequence[Telling], telling: Telling) -> bool:
    """ "the explosion on the bus", after "the blast at the market": one of the two was on board of something that is not spoken of in the other."""
    new = settings_of(telling)
    old = {w for t in group for w in settings_of(t)} if new else set()
    if not old or any(new & _spoken_of(t) for t in group if t.sentence is not telling.sentence):
        return False
    here, there = _kinds(new), _kinds(old)
    return bool(here and there) and here.isdisjoint(there) and here | there != {_HOUSE}


def _kinds(words: Set[str]) -> Set[str]:
    """What cannot be one another: buses, trains, ships, houses; roads, stations and harbours may hold them all."""
    named = {kind for kind in _ABOARD for w in words if is_a(w, kind)}
    houses = (w for w in words if is_a(w, "facility") and not is_a(w, "holds_vehicles"))
    return named | {_HOUSE for _ in houses}


@asked_once
def settings_of(telling: Telling) -> frozenset[str]:
    """What a telling's own words say that the deed was in: "the bus explosion", "hurt on the bus"; else any phrase of its sentence: "in a bus"."""
    sentence = telling.sentence
    own = _settings(sentence, _heads(telling))
    return own or _settings(sentence, set(_behind_any(sentence)))


def _behind_any(sentence: SentenceView) -> Iterator[int]:
    for n, word in enumerate(sentence.words[:-1]):
        if word in _FOR_ANY:
            head, _ = head_behind(sentence, n + 1)
            yield from () if head is None else (head,)


def _heads(telling: Telling) -> set[int]:
    sentence = telling.sentence
    told = (t for t in telling.triggers if t.harm != "hospital")
    return {n for t in told for n in (*_of_noun(sentence, t), *_of_verb(sentence, t))}


@asked_once
def _spoken_of(telling: Telling) -> frozenset[str]:
    """The same with what stands under it: "a bus near the market"."""
    below = {k for n in _heads(telling) for k in telling.sentence.subtree(n)}
    return settings_of(telling) | _settings(telling.sentence, below)


def _settings(sentence: SentenceView, heads: Set[int]) -> frozenset[str]:
    nouns = (n for n in heads if sentence.tokens[n].is_a(parts.NAME | parts.COMMON_NOUN))
    return frozenset(w for n in nouns if is_setting(w := sentence.tokens[n].lemma.lower()))


def _of_noun(sentence: SentenceView, trigger: Trigger) -> Iterator[int]:
    """The nouns of a deed's phrase, and of the light verb's whose subject it is: "in a bus an explosion took place"."""
    yield trigger.at
    if not trigger.noun:
        return
    yield from behind(sentence, trigger.at, *AT)
    yield from words_before(sentence, trigger.at)
    over = trigger.token.head
    frame = sentence.frame(over)
    if frame is not None and is_a(frame.lemma, "light_verb"):
        yield from frame.oblique(*AT)


def _of_verb(sentence: SentenceView, trigger: Trigger) -> Iterator[int]:
    """Where a verb says that it happened, and what it happened to: "hurt on the bus", "the bus was blown up"."""
    frame = sentence.frame(trigger.at) if not trigger.noun else None
    if frame is not None:
        yield from frame.oblique(*AT[:-1])
        yield from frame.undergoers.fillers
