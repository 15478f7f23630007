"""Whether the words of a telling take up an incident or tell of another: "the attack", "another", other means, targets."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import lru_cache

from rashomon.model.annotation import Mention
from rashomon.stages.claims.events.apart import is_another, is_other_one
from rashomon.stages.claims.events.deed_phrase import is_new
from rashomon.stages.claims.events.lexicon import entries, is_a
from rashomon.stages.claims.events.lost_days import came_after
from rashomon.stages.claims.events.persons import is_person
from rashomon.stages.claims.events.targets import targets_of
from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.triggers import Trigger

Group = list[Telling]
_LEAD = 4
_KEPT = 2048
"""Tellings of which what stands in them is remembered: each is held against all that may be of its incident."""
_OPENING = 16
_STEM, _OPENS = 5, 5


def tells_of_another(telling: Telling) -> bool:
    """Whether the words of a telling, whatever was told before, speak of another incident."""
    verbs = (t for t in telling.triggers if not t.noun and t.entry.frame != "refer")
    taken_up = (t for t in telling.triggers if t.noun and t.entry.frame == "refer")
    another = any(is_another(telling.sentence, t) for t in (*telling.nouns, *verbs))
    followed = telling.sentence.sentence.index >= _LEAD and any(map(_followed_another, telling.triggers))
    return telling.recalled or another or followed or any(is_other_one(telling.sentence, t.at) for t in taken_up)


def _followed_another(trigger: Trigger) -> bool:
    """ "Two days after the ambush, soldiers shot five": what is told to have followed a deed is another one."""
    nouns = (n for n, t in enumerate(trigger.sentence.tokens[: trigger.at]) if (t.lemma.lower(), "N") in entries())
    return any(came_after(trigger.sentence, trigger, n) for n in nouns)


def of_wording(group: Group, telling: Telling, *, another: bool) -> dict[str, float]:
    """What the words of a telling show beside those of a group; where they speak of another incident, as `another` says, that alone."""
    if another:
        return {"another": 1.0}
    nouns = telling.nouns
    known = any(is_definite_noun(telling, t.at) for t in nouns)
    new = {t.entry.word for t in nouns}
    unlike, described = _unlike(group, telling), _described_otherwise(group, telling)
    highest = _superlatives(telling)
    shown = {
        "turns": _turns(telling),
        "taken_up": known and not telling.places,
        "that_one": any(_is_that_one(telling, t.at) for t in telling.triggers if t.noun),
        "same_noun": bool(new) and any(t.entry.word in new for old in group for t in old.nouns),
        "other_means": not known and unlike,
        "other_means_known": known and unlike,
        "same_means": _like(group, telling),
        "other_description": described,
        "other_target": not described and _other_target(group, telling),
        "fresh_target": _fresh_target(group, telling),
        "fresh_doers": unlike and _fresh_doer(group, telling),
        "other_name": _named_otherwise(group, telling),
        "something_new": any(is_of_something_new(telling, t.at) for t in nouns)
        and not _spoken_of(group, _description(telling)),
        "superlative": bool(highest) and any(highest & _superlatives(old) for old in group),
    }
    return {name: 1.0 for name, so in shown.items() if so}


def _other_target(group: Group, telling: Telling) -> bool:
    """Whether the two were aimed at different things: a bank and a bridge."""
    new = targets_told(telling) if telling.family != "disaster" else frozenset()
    old = {w for t in group for w in targets_told(t)} if new else set()
    return bool(old) and not old & new and not any(is_definite_noun(telling, t.at) for t in telling.nouns)


def _described_otherwise(group: Group, telling: Telling) -> bool:
    """ "the raid on the post", then "the attack on the culture centre in Orvel": each by what it was made on."""
    if telling.figures and not telling.nouns:
        return False
    new, old = _description(telling), {w for t in group for w in _description(t)}
    return bool(new and old) and not new & old


@lru_cache(maxsize=_KEPT)
def _description(telling: Telling) -> frozenset[str]:
    """The words, lower case, of what stands behind "attack on"; a place's own name too."""
    sentence = telling.sentence
    heads = [k for t in telling.nouns for n in sentence.kids(t.at, "prep")
             if sentence.tokens[n].text.lower() == "on" or is_of_something_new(telling, t.at)
             for k in sentence.kids(n, "pobj") if not is_person(sentence, k)]  # fmt: skip
    below = {k for n in heads for k in sentence.subtree(n)}
    return frozenset(sentence.tokens[k].lemma.lower() for k in below if sentence.tokens[k].pos in ("NOUN", "PROPN"))


def _spoken_of(group: Group, words: Set[str]) -> bool:
    """Whether a group's sentences have one of some words."""
    return any(t.lemma.lower() in words for telling in group for t in telling.sentence.tokens)


def _fresh_target(group: Group, telling: Telling) -> bool:
    """ "rebels downed a tower", below the first lines of a report on people hurt: a thing never spoken of before."""
    here = telling.sentence.sentence
    if here.index < _LEAD - 1 or any(t.sentence.sentence.paragraph == here.paragraph for t in group):
        return False
    if telling.nouns or telling.figures or any(targets_told(t) for t in group):
        return False
    heads = [n for t in telling.triggers if t.entry.frame == "target" for name, n in targets_of(t) if name == "target"]
    return any(telling.sentence.tokens[k].text.lower() in ("a", "an") for n in heads
               for k in telling.sentence.kids(n, "det"))  # fmt: skip


@lru_cache(maxsize=_KEPT)
def targets_told(telling: Telling) -> frozenset[str]:
    """The lemmas, lower case, of what a telling's deed was aimed at."""
    return frozenset({telling.sentence.tokens[n].lemma.lower() for t in telling.triggers for name, n in targets_of(t)
            if name == "target"})  # fmt: skip


def _unlike(group: Group, telling: Telling) -> bool:
    """Whether the two were done by different means: a bombing and a stabbing."""
    new = _modes(telling)
    old = {m for t in group for m in _modes(t)} if new else set()
    return bool(old) and not old & new


def _like(group: Group, telling: Telling) -> bool:
    """Whether one word in two forms, or one means, tells of both: "were shot", "the shooting"."""
    new, old = _modes(telling), {m for t in group for m in _modes(t)}
    if new & old:
        return True
    stems = {t.entry.word[:_STEM] for t in telling.nouns}
    return bool(stems) and any(t.entry.word[:_STEM] in stems for told in group for t in told.triggers)


@lru_cache(maxsize=_KEPT)
def _modes(telling: Telling) -> frozenset[str]:
    words = {t.entry.word for t in telling.triggers if not _befell_attackers(telling, t.at)}
    found = {mode for mode in ("mode_blast", "mode_gun", "mode_hand", "mode_fire") if any(is_a(w, mode) for w in words)}
    return frozenset(
        found | ({"mode_fire"} if any(_sets_fire(telling, t.at) or _is_blaze(t) for t in telling.triggers) else set())
    )


def _is_blaze(trigger: Trigger) -> bool:
    """ "a fire at the mill"; of "fired at them" the word is the same."""
    return trigger.noun and trigger.entry.word == "fire"


def _sets_fire(telling: Telling, at: int) -> bool:
    """ "set fire to the office", "set it ablaze"; not "set off a bomb"."""
    tokens = telling.sentence.tokens
    below = (tokens[n].lemma.lower() for n in telling.sentence.children[at])
    return tokens[at].lemma.lower() == "set" and any(word in _ALIGHT for word in below)


_ALIGHT = frozenset({"fire", "ablaze", "alight"})


def _fresh_doer(group: Group, telling: Telling) -> bool:
    """ "Strikers set fire to the office", after other deeds: people never spoken of, who are no attackers by their name."""
    sentence = telling.sentence
    heads = [n for t in telling.triggers if not t.noun for n in sentence.kids(t.at, "nsubj")]
    if len(heads) != 1:
        return False
    token = sentence.tokens[heads[0]]
    bare = token.tag == "NNS" and not any(True for _ in sentence.kids(heads[0], "det", "nummod", "poss"))
    armed = any(
        is_a(token.lemma.lower(), kind) for kind in ("attacker", "armed_man", "wrecker", "collective", "anybody")
    )
    return bare and not armed and not _spoken_of(group, {token.lemma.lower()})


def _named_otherwise(group: Group, telling: Telling) -> bool:
    """ "the Meskaly bombing", after one in Ostvar: by a name that was not spoken of before."""
    if not any(m.form == "name" for t in group for m, _ in t.places):
        return False
    sentence = telling.sentence
    names = [sentence.tokens[k] for t in telling.nouns for k in sentence.kids(t.at, "compound", "nmod")]
    names = [t for t in names if t.pos == "PROPN" and any(m.start <= t.start < m.end for m, _ in telling.places)]
    return any(not _spoken_before(telling, t.start) for t in names)


def _spoken_before(telling: Telling, offset: int) -> bool:
    """Whether a word of the place's name at an offset stood in the text before: "Orvel" of "the Orvel Bakery attack"."""
    named = (m for m, _ in telling.places if m.start <= offset < m.end)
    return any(
        telling.sentence.text.find(word) < m.start for m in named for word in m.quote.split() if word[:1].isupper()
    )


def _befell_attackers(telling: Telling, at: int) -> bool:
    """ "the attackers were shot dead by guards": how they died, not how they attacked."""
    tokens = telling.sentence.tokens
    return any(f.trigger.at == at and is_a(tokens[f.victim].lemma.lower(), "attacker") for f in telling.figures)


def _superlatives(telling: Telling) -> set[str]:
    """ "the country's deadliest attack": told of one incident only."""
    own = {n for t in telling.triggers for n in telling.sentence.children[t.at]}
    return {telling.sentence.tokens[n].text.lower() for n in own if telling.sentence.tokens[n].tag == "JJS"}


def _turns(telling: Telling) -> bool:
    """ "Meanwhile, ...", "Hours later settlers rampaged": the sentence turns to something else; not to a death that followed."""
    opening = [t.text.lower() for t in telling.sentence.tokens[:_OPENS]]
    if any(is_a(word, "meanwhile") for word in opening[:2]):
        return True
    spans = (n for n, word in enumerate(opening[:-1]) if is_a(word.removesuffix("s"), "span"))
    return any(opening[n + 1] in ("later", "earlier", "before") for n in spans) and telling.family != "loose"


def fronted(telling: Telling) -> Iterator[Mention]:
    """The places with which a sentence opens: "In Orvel, a town in the north, ..."; two such in a row are two stories."""
    if telling.sentence.tokens[0].text not in ("In", "At", "Near", "Outside"):
        return
    verb = next((n for n, t in enumerate(telling.sentence.tokens) if t.pos in ("VERB", "AUX")), 0)
    for mention, _ in telling.places:
        if telling.sentence.token_at(mention.start) < min(verb, _OPENING) and mention.form == "name":
            yield mention


def is_definite_noun(telling: Telling, at: int) -> bool:
    """ "the attack", "that shooting": known already; not "the shelling of a school", which says what is new."""
    known = any(is_a(telling.sentence.tokens[n].text.lower(), "same_one") for n in telling.sentence.children[at])
    return known and not is_of_something_new(telling, at) and not is_new(telling.sentence, at)


def _is_that_one(telling: Telling, at: int) -> bool:
    """ "that killing", "this attack": the one told last."""
    return any(telling.sentence.tokens[n].text.lower() in ("that", "this") for n in telling.sentence.children[at])


def is_of_something_new(telling: Telling, at: int) -> bool:
    """ "the bombing of a bus": the noun's own object has an indefinite article."""
    sentence = telling.sentence
    heads = [k for n in sentence.kids(at, "prep") if sentence.tokens[n].text.lower() in _AIMED
             for k in sentence.kids(n, "pobj")]  # fmt: skip
    return any(sentence.tokens[d].text.lower() in ("a", "an") for k in heads for d in sentence.kids(k, "det"))


_AIMED = frozenset({"of", "on", "against", "at", "outside", "inside"})
