"""What was attacked: the object of an attacking verb, what stands after "attack on", what a bomb was laid at."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.claim import Property
from rashomon.stages.claims.events.lexicon import entries, is_a
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
        heads += _launched_at(sentence, trigger.at)
    elif _of_weapon(trigger):
        heads = _laid_at(trigger)
    elif trigger.entry.frame == "target":
        beside = list(sentence.kids(trigger.at, "nsubjpass"))[-1:]
        heads = [antecedent(sentence, n) for n in beside or undergoer(sentence, trigger.at)]
    heads += _said_to_be_target(sentence, trigger.at) if trigger.noun else []
    for named in (_whole(sentence, n) for head in heads for n in sentence.conjuncts(head)):
        if named is None or is_a(sentence.tokens[named].lemma.lower(), "span") or _is_time(sentence, named):
            continue
        if (sentence.tokens[named].lemma.lower(), "N") in entries() or is_a(
            sentence.tokens[named].lemma.lower(), "stretch"
        ):
            continue
        if is_a(sentence.tokens[named].lemma.lower(), "no_target_noun"):
            continue
        if sentence.tokens[named].pos in ("NOUN", "PROPN") and not is_settlement(sentence, named):
            yield ("victim" if is_person(sentence, named) else "target"), named


def _launched_at(sentence: SentenceView, at: int) -> Iterator[int]:
    """ "the attack launched at the barracks", "an assault directed against the office"."""
    for verb in sentence.kids(at, "acl"):
        if is_a(sentence.tokens[verb].lemma.lower(), "launch"):
            for n in sentence.kids(verb, "prep"):
                if sentence.tokens[n].text.lower() in ("at", "on", "against"):
                    yield from (k for k in sentence.kids(n, "pobj") if not is_settlement(sentence, k))


def _said_to_be_target(sentence: SentenceView, at: int) -> list[int]:
    """ "The ministry was the target of the attack": the subject of being its target."""
    token = sentence.tokens[at]
    noun = sentence.tokens[token.head].head
    if token.dep != "pobj" or sentence.tokens[token.head].text.lower() != "of":
        return []
    if sentence.tokens[noun].lemma.lower() != "target" or sentence.tokens[noun].dep != "attr":
        return []
    return [n for n in sentence.kids(sentence.tokens[noun].head, "nsubj") if not is_person(sentence, n)]


def _whole(sentence: SentenceView, at: int) -> int | None:
    """Of "the windows of the bank" the bank; None for a part of a thing that the words do not name."""
    token = sentence.tokens[at]
    if not is_a(token.lemma.lower(), "part_of_thing") and token.text.lower() != "those":
        return at
    below = (k for n in sentence.kids(at, "prep") if sentence.tokens[n].text.lower() == "of"
             for k in sentence.kids(n, "pobj"))  # fmt: skip
    return next(below, None)


def is_settlement(sentence: SentenceView, at: int) -> bool:
    """Whether a name is a town's, a region's or a country's: where it happens, not what it is done to."""
    mention = sentence.mention_at(at)
    if mention is None or mention.form != "name" or mention.head != at:
        return sentence.tokens[at].ent.endswith("GPE") and bool(lookup(sentence.tokens[at].text))
    if mention.type != "place" or lookup(mention.quote):
        return mention.type == "place"
    words = mention.quote.lower().split()
    return words[0] not in ("the", "a", "an") and not any(is_a(w, "facility") or is_a(w, "feature") for w in words)


def _of_weapon(trigger: Trigger) -> bool:
    """Words for what is done with a bomb or a grenade: "exploded", "planted", "hurled"."""
    word = trigger.entry.word
    return not trigger.noun and (is_a(word, "handle") or word in ("explode", "detonate", "go"))


def _laid_at(trigger: Trigger) -> list[int]:
    """What a bomb was laid at: "in front of the bank", "at the offices", "under a bridge"; not a town."""
    sentence = trigger.sentence
    found = []
    near = [k for n in sentence.kids(trigger.at, "agent") for k in sentence.kids(n, "pobj")]
    near += [n for n in sentence.kids(trigger.at, "dobj") if is_a(sentence.tokens[n].lemma.lower(), "charge_laid")]
    for n in (p for at in (trigger.at, *near) for p in sentence.kids(at, "prep")):
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
    if is_settlement(sentence, at) or bool(lookup(token.text)):
        return True
    return is_a(token.lemma.lower(), "place_head") or is_a(token.lemma.lower(), "handle")


def _is_time(sentence: SentenceView, at: int) -> bool:
    token = sentence.tokens[at]
    return any(t.start <= token.start < t.end for t in sentence.times)
