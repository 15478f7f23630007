"""Words of violence said of speech, of things done away with, and of the law's own work: nobody is accused by them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rashomon.lexicon import word_set
from rashomon.lexicon import words as listed
from rashomon.lexicon.frames import entries
from rashomon.lexicon.nouns import is_person_noun
from rashomon.stages.claims.accusations.accused import Accused, below_preposition
from rashomon.stages.claims.accusations.lexicon import AREA, devices, words
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.parties import done_to
from rashomon.stages.claims.view import SentenceView
from rashomon.stages.claims.wordlists import rows

_ATTACKS = frozenset({"attack", "assault", "fire", "open"})
_REASONS = ("over", "about", "as", "for")
_BLOODY = frozenset({"death", "die", "murder", "gun", "knife", "pistol", "rifle", "dead", "shoot", "stab", "bullet"})
_RAIDS = frozenset({"raid", "storm"})
_UNMAKING = frozenset({"destroy", "explode", "detonate", "blow"})
_EXPERTS = frozenset({"engineer", "expert", "squad", "sapper", "technician", "specialist"})
_STORES = frozenset({"cache", "stockpile", "crop", "plantation", "laboratory", "lab", "weapon", "ammunition", "drug"})
_PRESS = frozenset({"journalist", "reporter", "photographer", "cameraman", "media"})
_PEACEFUL = frozenset({"starting", "starter", "opening", "ceremonial"})


@cache
def _figures(kind: str) -> frozenset[str]:
    return frozenset(word for word, of in rows(AREA, "figures.tsv") if of == kind)


def is_figurative(sentence: SentenceView, accused: Accused) -> bool:
    """True for an attack in words, a shot at golf, a raid or a demolition by those whose work it is."""
    if _is_idle(sentence, accused.at):
        return True
    if accused.property in {"blame", "responsibility"}:
        return _is_harmless(sentence, accused.at)
    if accused.property not in {"perpetrator", "organizer"}:
        return False
    return any(
        _is_spoken(sentence, accused, n) or _is_work(sentence, accused, n) or _is_play(sentence, accused, n)
        for n in dict.fromkeys((accused.at, *accused.words))
    )


def _is_idle(sentence: SentenceView, at: int) -> bool:
    """Of "forged a reputation", "stole the show": a verb of wrong with an object that makes it none."""
    frame = sentence.frame(at)
    wrong = frame is not None and any(e.cls == "wrong" for e in entries().get((frame.lemma, "V"), ()))
    done = frame.undergoers.fillers if frame is not None and wrong else ()
    return bool(done) and all(sentence.tokens[n].lemma.lower() in listed("en-idle.txt") for n in done)


def _is_harmless(sentence: SentenceView, at: int) -> bool:
    """Of "blamed the referee for the defeat", "claimed responsibility for the idea"."""
    held = [at, *sentence.kids(at, "dobj")]
    about = [n for n in (below_preposition(sentence, k, "for") for k in held) if n is not None]
    lost = sentence.child(at, "dobj")
    if below_preposition(sentence, at, "on") is not None and lost is not None:
        about.append(lost)
    return any(sentence.tokens[n].lemma.lower() in _figures("for") for n in about)


def _is_spoken(sentence: SentenceView, accused: Accused, at: int) -> bool:
    """Of "attacked the minister over", "a scathing attack on the plan", "the senator launched an attack on"."""
    token = sentence.tokens[at]
    if token.lemma.lower() not in _ATTACKS or at == accused.who:
        return False
    if token.lemma.lower() == "open" and not any(sentence.tokens[n].lemma == "fire" for n in sentence.children[at]):
        return False
    if any(sentence.tokens[n].lemma.lower() in _figures("how") for n in sentence.kids(at, "amod", "compound")):
        return True
    reasons = {k for n in _reasons(sentence, at) for k in sentence.subtree(n)}
    armed = any(
        n not in reasons and n not in (at, *accused.words) and t.lemma.lower() in words("arms.txt")
        for n, t in enumerate(sentence.tokens)
    )
    if armed:
        return False
    aimed = [*done_to(sentence, at)] if token.pos == "VERB" else []
    target = below_preposition(sentence, at, "on", "against", "at")
    aimed += [] if target is None else [target]
    if any(sentence.tokens[n].lemma.lower() in _figures("on") for n in aimed):
        return True
    speaker = any(t in _figures("by") for t in _called(sentence, accused.who))
    return speaker if token.pos == "NOUN" and token.lemma != "fire" else bool(reasons)


def _reasons(sentence: SentenceView, at: int) -> Iterator[int]:
    """The "over the budget", "for sending troops" of an attack; not "for three hours"."""
    for n in sentence.kids(at, "prep"):
        below = sentence.child(n, "pobj", "pcomp")
        if below is None or sentence.tokens[below].ent[2:] in {"DATE", "TIME"}:
            continue
        if sentence.tokens[n].text.lower() in _REASONS:
            yield n


def _called(sentence: SentenceView, at: int) -> set[str]:
    """The nouns that say what somebody is: "Opposition leader X", "the senator"."""
    beside = (at, *sentence.kids(at, "compound", "nmod", "appos"))
    return {sentence.tokens[n].lemma.lower() for n in beside}


def _is_work(sentence: SentenceView, accused: Accused, at: int) -> bool:
    """Of "police raided two homes", "engineers blew up the bridge", "troops destroyed a cache of weapons"."""
    lemma = sentence.tokens[at].lemma.lower()
    doers = _called(sentence, accused.who)
    if lemma == "set" and doers & {"firefighter", "ranger", "crew"}:
        return True
    if lemma in _RAIDS and sentence.tokens[at].pos == "VERB":
        return bool(doers & words("officials.txt"))
    if lemma not in _UNMAKING:
        return False
    if doers & (words("officials.txt") | _EXPERTS):
        return True
    found = {sentence.tokens[n].lemma.lower() for n in done_to(sentence, at)}
    return lemma == "destroy" and bool(found & (_STORES | devices("bomb")))


def _is_turn(sentence: SentenceView, accused: Accused, at: int) -> bool:
    """Of "hijacked the agenda", "reporters ambushed the minister", "shot down the proposal", "drowned him out"."""
    lemma = sentence.tokens[at].lemma.lower()
    particles = {sentence.tokens[n].text.lower() for n in sentence.kids(at, "prt")}
    if lemma == "drown" and "out" in particles:
        return True
    doers, found = _called(sentence, accused.who), {sentence.tokens[n].lemma.lower() for n in done_to(sentence, at)}
    if lemma in word_set("figurative.ambiguous") and doers & word_set("figurative.sport"):
        return not any(t.lemma.lower() in _BLOODY for t in sentence.tokens)
    if lemma == "shoot" and "down" in particles:
        return bool(doers & _figures("by"))
    if lemma == "ambush" and (doers & _PRESS or below_preposition(sentence, at, "with") is not None):
        asked = below_preposition(sentence, at, "with")
        return bool(doers & _PRESS) or (asked is not None and sentence.tokens[asked].lemma == "question")
    return lemma in {"hijack", "ambush", "bomb", "torch"} and bool(found & _figures("on"))


def _is_play(sentence: SentenceView, accused: Accused, at: int) -> bool:
    """Of "fired a round of 68", "fired the starting gun", "placed a charge on accounts", "executed a contract"."""
    token = sentence.tokens[at]
    lemma = token.lemma.lower()
    beside = {sentence.tokens[n].text.lower() for n in sentence.kids(at, "amod", "compound")}
    if token.pos == "VERB" and _is_turn(sentence, accused, at):
        return True
    if lemma == "shot" and below_preposition(sentence, accused.at, "across") is not None:
        return True
    if lemma in {"gun", "shot"} and beside & _PEACEFUL:
        return True
    of = below_preposition(sentence, at, "of")
    if lemma == "round" and of is not None and sentence.tokens[of].pos == "NUM":
        return True
    if lemma == "charge" and token.pos == "NOUN" and sentence.tokens[at - 1].text.lower() != "in":
        laid = (
            sentence.tokens[accused.at].lemma in {"set", "lay", "plant", "detonate", "trigger"}
            and token.text.lower() == "charges"
        )
        return not laid and not beside & {"explosive", "demolition", "dynamite", "depth", "powerful"}
    if lemma == "execution" and _called(sentence, accused.who) & {"judge", "court", "governor", "jury", "state"}:
        return True
    if lemma in {"execution", "killer", "murderer"} and of is not None:
        return not (is_human(sentence, of) or is_person_noun(sentence.tokens[of]))
    return False
