"""Whether the words of a telling take up an incident or tell of another: "the attack", "another", other means, targets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from rashomon.model.annotation import Mention
from rashomon.model.tree import asked_once
from rashomon.stages.claims.events.apart import is_another, is_other_one
from rashomon.stages.claims.events.deed_phrase import is_new
from rashomon.stages.claims.events.lexicon import entries, is_a
from rashomon.stages.claims.events.lost_days import came_after
from rashomon.stages.claims.events.means import modes_of
from rashomon.stages.claims.events.persons import is_person
from rashomon.stages.claims.events.targets import targets_of
from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView

Group = list[Telling]
_LEAD = 4
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


_REACH = 90
_BEFORE = re.compile(
    r"\b(?:been here before|(?:seen|had|happened|heard) (?:it|this|that|all this|such \w+(?: \w+)?)?\s?before"
    r"|(?:is|was)(?: not|n['’]t) the first(?: time)?|history (?:repeats|knows)|is nothing new|there (?:is|was) a precedent)"
    r"\b[^.!?:]{0,40}[.!?:]\s*$",
    re.I,
)


@asked_once
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
    return bool(words) and any(not words.isdisjoint(telling.sentence.lemmas) for telling in group)


def _fresh_target(group: Group, telling: Telling) -> bool:
    """ "rebels downed a tower", below the first lines of a report on people hurt: a thing never spoken of before."""
    here = telling.sentence.sentence
    if here.index < _LEAD - 1 or any(t.sentence.sentence.paragraph == here.paragraph for t in group):
        return False
    if telling.nouns or telling.figures or any(map(targets_told, group)):
        return False
    heads = [n for t in telling.triggers if t.entry.frame == "target" for name, n in targets_of(t) if name == "target"]
    return any(telling.sentence.tokens[k].text.lower() in ("a", "an") for n in heads
               for k in telling.sentence.kids(n, "det"))  # fmt: skip


@asked_once
def targets_told(telling: Telling) -> frozenset[str]:
    """The lemmas, lower case, of what a telling's deed was aimed at."""
    return frozenset({telling.sentence.tokens[n].lemma.lower() for t in telling.triggers for name, n in targets_of(t)
            if name == "target"})  # fmt: skip


def _unlike(group: Group, telling: Telling) -> bool:
    """Whether the two were done by different means: a bombing and a stabbing."""
    new = modes_of(telling)
    old = {m for t in group for m in modes_of(t)} if new else set()
    return bool(old) and not old & new


def _like(group: Group, telling: Telling) -> bool:
    """Whether one word in two forms, or one means, tells of both: "were shot", "the shooting"."""
    new, old = modes_of(telling), {m for t in group for m in modes_of(t)}
    if new & old:
        return True
    stems = {t.entry.word[:_STEM] for t in telling.nouns}
    return bool(stems) and any(t.entry.word[:_STEM] in stems for told in group for t in told.triggers)


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


@asked_once
def _superlatives(telling: Telling) -> frozenset[str]:
    """ "the country's deadliest attack": told of one incident only."""
    own = {n for t in telling.triggers for n in telling.sentence.children[t.at]}
    return frozenset(telling.sentence.words[n] for n in own if telling.sentence.tokens[n].tag == "JJS")


@asked_once
def _turns(telling: Telling) -> bool:
    """ "Meanwhile, ...", "Hours later settlers rampaged": the sentence turns to something else; not to a death that followed."""
    opening = telling.sentence.words[:_OPENS]
    if any(is_a(word, "meanwhile") for word in opening[:2]) or _is_likened(telling):
        return True
    spans = (n for n, word in enumerate(opening[:-1]) if is_a(word.removesuffix("s"), "span"))
    return any(opening[n + 1] in ("later", "earlier", "before") for n in spans) and telling.family != "loose"


def _is_likened(telling: Telling) -> bool:
    """ "We have been here before. At Orvel, in 1998, ...": the sentence before says that such a thing was already."""
    sentence = telling.sentence
    return _BEFORE.search(sentence.text[max(0, sentence.sentence.start - _REACH) : sentence.sentence.start]) is not None


@asked_once
def fronted(telling: Telling) -> tuple[Mention, ...]:
    """The places with which a sentence opens: "In Orvel, a town in the north, ..."; two such in a row are two stories."""
    return tuple(_fronted(telling))


def _fronted(telling: Telling) -> Iterator[Mention]:
    if telling.sentence.tokens[0].text not in ("In", "At", "Near", "Outside"):
        return
    verb = next((n for n, t in enumerate(telling.sentence.tokens) if t.pos in ("VERB", "AUX")), 0)
    for mention, _ in telling.places:
        if telling.sentence.token_at(mention.start) < min(verb, _OPENING) and mention.form == "name":
            yield mention


def is_definite_noun(telling: Telling, at: int) -> bool:
    """ "the attack", "that shooting": known already; not "the shelling of a school", which says what is new."""
    return _is_definite(telling.sentence, at)


@asked_once
def _is_definite(sentence: SentenceView, at: int) -> bool:
    known = any(is_a(sentence.words[n], "same_one") for n in sentence.children[at])
    return known and not _of_something_new(sentence, at) and not is_new(sentence, at)


def _is_that_one(telling: Telling, at: int) -> bool:
    """ "that killing", "this attack": the one told last."""
    return any(telling.sentence.tokens[n].text.lower() in ("that", "this") for n in telling.sentence.children[at])


def is_of_something_new(telling: Telling, at: int) -> bool:
    """ "the bombing of a bus": the noun's own object has an indefinite article."""
    return _of_something_new(telling.sentence, at)


@asked_once
def _of_something_new(sentence: SentenceView, at: int) -> bool:
    """ "the bombing of a bus": the noun's own object has an indefinite article."""
    heads = [k for n in sentence.kids(at, "prep") if sentence.words[n] in _AIMED
             for k in sentence.kids(n, "pobj")]  # fmt: skip
    return any(sentence.tokens[d].text.lower() in ("a", "an") for k in heads for d in sentence.kids(k, "det"))


_AIMED = frozenset({"of", "on", "against", "at", "outside", "inside"})
