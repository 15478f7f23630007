"""What was attacked: the object of an attacking verb, what stands after "attack on", what a bomb was laid at."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.claim import Property
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.persons import antecedent, is_person
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.events.victims import undergoer
from rashomon.stages.claims.view import SentenceView
from rashomon.text.places import lookup


def targets_of(trigger: Trigger) -> Iterator[tuple[Property, int]]:
    """What was attacked: the object of an attacking verb, what stands after "attack on"."""
    sentence = trigger.sentence
    heads: list[int] = []
    if trigger.noun and trigger.entry.harm == "none" and trigger.entry.frame != "refer":
        for n in sentence.kids(trigger.at, "prep"):
            if sentence.tokens[n].text.lower() in ("on", "against", "of"):
                heads += sentence.kids(n, "pobj")
    elif _of_weapon(trigger):
        heads = _laid_at(trigger)
    elif trigger.entry.frame == "target":
        heads = [antecedent(sentence, n) for n in undergoer(sentence, trigger.at)]
    for head in heads:
        for n in sentence.conjuncts(head):
            token = sentence.tokens[n]
            span = is_a(token.lemma.lower(), "span") or _is_time(sentence, n)
            if token.pos in ("NOUN", "PROPN") and not span:
                yield ("victim" if is_person(sentence, n) else "target"), n


def _of_weapon(trigger: Trigger) -> bool:
    """Words for what is done with a bomb or a grenade: "exploded", "planted", "hurled"."""
    word = trigger.entry.word
    return not trigger.noun and (is_a(word, "handle") or word in ("explode", "detonate", "go"))


def _laid_at(trigger: Trigger) -> list[int]:
    """What a bomb was laid at: "in front of the bank", "at the offices", "under a bridge"; not a town."""
    sentence = trigger.sentence
    found = []
    for n in sentence.kids(trigger.at, "prep"):
        if sentence.tokens[n].text.lower() not in ("in", "at", "inside", "outside", "under", "near", "on", "beneath"):
            continue
        for k in sentence.kids(n, "pobj"):
            inner = [m for p in sentence.kids(k, "prep") if is_a(sentence.tokens[k].lemma.lower(), "place_head")
                     and sentence.tokens[p].text.lower() == "of" for m in sentence.kids(p, "pobj")]  # fmt: skip
            found += inner or [k]
    return [n for n in found if not _is_town(sentence, n)]


def _is_town(sentence: SentenceView, at: int) -> bool:
    """A settlement, region or country, or a word for one: where a thing happens, not what it is done to."""
    token = sentence.tokens[at]
    return bool(lookup(token.text)) or is_a(token.lemma.lower(), "place_head") or is_a(token.lemma.lower(), "handle")


def _is_time(sentence: SentenceView, at: int) -> bool:
    token = sentence.tokens[at]
    return any(t.start <= token.start < t.end for t in sentence.times)
