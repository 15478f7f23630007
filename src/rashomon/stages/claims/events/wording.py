"""Whether the words of a telling take up an incident or tell of another: "the attack", "another", other means, targets."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.annotation import Mention
from rashomon.stages.claims.events.apart import is_another
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.targets import targets_of
from rashomon.stages.claims.events.tellings import Telling

Group = list[Telling]
_LEAD = 4
_OPENING = 16


def score_wording(group: Group, telling: Telling) -> float:
    """How well the words of a telling fit a group; below zero where they speak of another incident."""
    nouns = telling.nouns
    verbs = [t for t in telling.triggers if not t.noun and t.entry.frame != "refer"]
    if any(is_another(telling.sentence, t) for t in (*nouns, *verbs)) or telling.recalled:
        return -5.0
    score = -1.5 if _turns(telling) else 0.0
    if any(is_definite_noun(telling, t.at) for t in nouns) and not telling.places:
        score += 1.5
    new = {t.entry.word for t in nouns}
    if new and any(t.entry.word in new for old in group for t in old.nouns):
        score += 0.8
    if not any(is_definite_noun(telling, t.at) for t in nouns) and _unlike(group, telling):
        score -= 2.5
    if _other_target(group, telling):
        score -= 2.0
    if _fresh_target(group, telling):
        score -= 2.5
    highest = _superlatives(telling)
    if highest and any(highest & _superlatives(old) for old in group):
        score += 2.0
    return score


def _other_target(group: Group, telling: Telling) -> bool:
    """Whether the two were aimed at different things: a bank and a bridge."""
    new = _targets(telling)
    old = {w for t in group for w in _targets(t)} if new else set()
    return bool(old) and not old & new and not any(is_definite_noun(telling, t.at) for t in telling.nouns)


def _fresh_target(group: Group, telling: Telling) -> bool:
    """ "rebels downed a tower", below the first lines of a report on people hurt: a thing never spoken of before."""
    here = telling.sentence.sentence
    if here.index < _LEAD - 1 or any(t.sentence.sentence.paragraph == here.paragraph for t in group):
        return False
    if telling.nouns or telling.figures or any(_targets(t) for t in group):
        return False
    heads = [n for t in telling.triggers for name, n in targets_of(t) if name == "target"]
    return any(telling.sentence.tokens[k].text.lower() in ("a", "an") for n in heads
               for k in telling.sentence.kids(n, "det"))  # fmt: skip


def _targets(telling: Telling) -> set[str]:
    return {telling.sentence.tokens[n].lemma.lower() for t in telling.triggers for name, n in targets_of(t)
            if name == "target"}  # fmt: skip


def _unlike(group: Group, telling: Telling) -> bool:
    """Whether the two were done by different means: a bombing and a stabbing."""
    new = _modes(telling)
    old = {m for t in group for m in _modes(t)} if new else set()
    return bool(old) and not old & new


def _modes(telling: Telling) -> set[str]:
    words = {t.entry.word for t in telling.triggers}
    return {mode for mode in ("mode_blast", "mode_gun", "mode_hand") if any(is_a(w, mode) for w in words)}


def _superlatives(telling: Telling) -> set[str]:
    """ "the country's deadliest attack": told of one incident only."""
    own = {n for t in telling.triggers for n in telling.sentence.children[t.at]}
    return {telling.sentence.tokens[n].text.lower() for n in own if telling.sentence.tokens[n].tag == "JJS"}


def _turns(telling: Telling) -> bool:
    """ "Meanwhile, ...": the sentence turns to something else."""
    return any(is_a(t.text.lower(), "meanwhile") for t in telling.sentence.tokens[:2])


def fronted(telling: Telling) -> Iterator[Mention]:
    """The places with which a sentence opens: "In Orvel, a town in the north, ..."; two such in a row are two stories."""
    if telling.sentence.tokens[0].text not in ("In", "At", "Near", "Outside"):
        return
    verb = next((n for n, t in enumerate(telling.sentence.tokens) if t.pos in ("VERB", "AUX")), 0)
    for mention, _ in telling.places:
        if telling.sentence.token_at(mention.start) < min(verb, _OPENING) and mention.form == "name":
            yield mention


def is_definite_noun(telling: Telling, at: int) -> bool:
    """ "the attack", "that shooting": known already."""
    return any(is_a(telling.sentence.tokens[n].text.lower(), "same_one") for n in telling.sentence.children[at])
