"""Deeds that accuse nobody: by accident, in a fight or in defence, to oneself, and counts of many such deeds."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon import word_set
from rashomon.lexicon.nouns import GROUPS, is_body_noun, is_nation
from rashomon.stages.claims.accusations.accused import Accused, below_preposition
from rashomon.stages.claims.accusations.deeds import does_deed
from rashomon.stages.claims.accusations.lexicon import words
from rashomon.stages.claims.actors import REFLEXIVE, is_human
from rashomon.stages.claims.parties import doers
from rashomon.stages.claims.view import SentenceView, View

_BY_ACCIDENT = frozenset({"accidentally", "unintentionally", "inadvertently"})
_ACCIDENTAL = frozenset({"accidental", "unintentional"})
_HELD = frozenset({"suspect", "fugitive", "escapee"})
_SPANS = frozenset({"year", "month", "decade", "annually"})
_MANY = 15
_NARROWING = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "relcl", "appos"})
_CLEARING = frozenset({"clear", "exonerate"})
_FREEING = frozenset({"release", "free", "expel", "deport", "clear", "exonerate"})


def is_blameless(view: View, sentence: SentenceView, accused: Accused) -> bool:
    """True for a shot by accident, police who shoot an attacker, a robber who hits himself, "police killed 700"."""
    if accused.property == "responsibility" and _is_killed(sentence, accused.who):
        return True
    if accused.property == "suspect":
        return _is_not_the_one(sentence, accused.who) or _is_let_go(sentence, accused)
    if accused.property != "perpetrator":
        return False
    hurt = [n for n in accused.words if n not in {accused.at, accused.who} and sentence.tokens[n].lemma != "fire"]
    return (
        _is_accident(sentence, accused.at)
        or any(_is_in_return(sentence, n) for n in {accused.at, sentence.tokens[accused.at].head})
        or _hits_self(sentence, accused.at)
        or (
            sentence.tokens[accused.at].lemma not in word_set("blameless.unlawful")
            and _is_fight(view, sentence, accused, hurt)
        )
        or any(_is_robber(sentence, n) for n in hurt)
        or any(_is_statistic(sentence, accused.who, n) for n in hurt)
    )


def _joined(sentence: SentenceView, at: int) -> Iterator[int]:
    """A verb and those it is joined to, before and after it."""
    while sentence.tokens[at].dep == "conj":
        at = sentence.tokens[at].head
    yield from sentence.conjuncts(at)


def _is_accident(sentence: SentenceView, at: int) -> bool:
    """Of "accidentally shot", "accidentally discharged his gun and shot", "the shooting was accidental"."""
    if any(t.text.lower() in _ACCIDENTAL for t in sentence.tokens):
        return True
    verbs = (*_joined(sentence, at), sentence.tokens[at].head)
    return any(sentence.tokens[n].text.lower() in _BY_ACCIDENT for k in verbs for n in sentence.children[k])


def _is_in_return(sentence: SentenceView, at: int) -> bool:
    """Of "fired six shots in return", "police fired back"."""
    force = any(_is_force(sentence, n) for n in doers(sentence, at))
    if force and any(sentence.tokens[n].text.lower() == "back" for n in sentence.kids(at, "advmod", "prt")):
        return True
    held = below_preposition(sentence, at, "in")
    return held is not None and sentence.tokens[held].lemma.lower() in {"return", "defence", "defense", "response"}


def _hits_self(sentence: SentenceView, at: int) -> bool:
    """Of "fired the gun and struck himself"."""
    if sentence.tokens[at].lemma not in {"fire", "discharge"}:
        return False
    found = [sentence.child(k, "dobj") for k in sentence.conjuncts(at)]
    return any(n is not None and sentence.tokens[n].text.lower() in REFLEXIVE for n in found)


def _is_fight(view: View, sentence: SentenceView, accused: Accused, hurt: list[int]) -> bool:
    """Of soldiers who kill rebels, police who shoot a bomber, a clerk who shoots a robber."""
    doer = sentence.tokens[accused.who].lemma.lower()
    if _is_force(sentence, accused.who):
        if _after_attack(sentence, accused, hurt):
            return True
        if _is_war(sentence, accused.who, hurt):
            return False
        target = below_preposition(sentence, accused.at, "at", "on")
        also = [] if target is None else [target]
        also += [n for k in _joined(sentence, accused.at) for n in sentence.kids(k, "dobj", "nsubjpass")]
        return any(_fights(view, sentence, n) for n in (*hurt, *also))
    return doer in words("defenders.txt") and any(
        _names(sentence, n, "fighters.txt") or _has_attacked(sentence, accused.at) or _is_robbed(view, sentence)
        for n in hurt
    )


def _is_war(sentence: SentenceView, who: int, hurt: list[int]) -> bool:
    """Of "the Norse army killed nine rebels": an army that is told by whose it is, and killed or wounded people who fight it elsewhere."""
    state = sentence.state(who)
    known = state is not None and (
        state.possessor is not None or any(is_nation(sentence.tokens[n]) for n in state.named)
    )
    known = known or (state is not None and any(is_body_noun(sentence.tokens[n]) for n in state.named))
    return (
        known
        and sentence.tokens[who].lemma.lower() in word_set("blameless.armies")
        and bool(hurt)
        and all(sentence.tokens[n].lemma.lower() in word_set("blameless.at_war") for n in hurt)
    )


def _is_force(sentence: SentenceView, at: int) -> bool:
    """Whether police or soldiers stand at a token: "officers", "SWAT members"."""
    if sentence.tokens[at].lemma.lower() in words("forces.txt"):
        return True
    beside = (sentence.tokens[n].lemma.lower() for n in sentence.kids(at, "compound", "nmod"))
    return sentence.tokens[at].lemma == "member" and any(w in words("forces.txt") for w in beside)


def _after_attack(sentence: SentenceView, accused: Accused, hurt: list[int]) -> bool:
    """Of "he killed three before police shot him": whom they hit had just shot, or aimed a gun, himself."""
    if any(sentence.tokens[n].pos != "PRON" for n in hurt if sentence.tokens[n].pos != "VERB"):
        return False
    same = set(_joined(sentence, accused.at))
    for n, token in enumerate(sentence.tokens):
        if token.pos != "VERB" or n in same:
            continue
        shot = (
            does_deed(sentence, n)
            or token.lemma in word_set("blameless.aiming")
            or (token.lemma == "open" and accused.at != n)
        )
        if (
            shot
            and (who := [k for k in doers(sentence, n) if k != accused.at])
            and not any(_is_force(sentence, k) for k in who)
        ):
            return True
    return False


def _fights(view: View, sentence: SentenceView, at: int) -> bool:
    """Whether somebody is a fighter, armed, or called one elsewhere: "the gunman", "a man waving a gun"; or what is theirs."""
    if is_fighters(sentence, at) or sentence.tokens[at].lemma.lower() in _HELD:
        return True
    below = (n for k in sentence.kids(at, "amod", "acl", "relcl", "prep") for n in sentence.subtree(k))
    if any(sentence.tokens[n].lemma.lower() in word_set("blameless.armed") for n in below):
        return True
    referent = view.referent_at(sentence, at)
    called = [] if referent is None else view.mentions_of.get(referent.id, [])
    return any(m.form == "nominal" and m.quote.split()[-1].lower() in words("fighters.txt") for m in called)


def is_fighters(sentence: SentenceView, at: int) -> bool:
    """Of "rebels", "rebel positions", "a gathering of armed rebels", "the militants' camp": fighters, what they hold, or a number of them."""
    if _names(sentence, at, "fighters.txt"):
        return True
    if is_human(sentence, at) and sentence.tokens[at].lemma.lower() not in GROUPS:
        return False
    whose = (*sentence.kids(at, "compound", "nmod", "amod", "poss"), below_preposition(sentence, at, "of"))
    return any(n is not None and _names(sentence, n, "fighters.txt") for n in whose)


def _names(sentence: SentenceView, at: int, name: str) -> bool:
    return sentence.tokens[at].lemma.lower() in words(name)


def _has_attacked(sentence: SentenceView, at: int) -> bool:
    """Of "shot by a clerk after trying to rob the shop"."""
    below = (n for k in sentence.kids(at, "advcl", "prep") for n in sentence.subtree(k))
    return any(
        sentence.tokens[n].lemma in word_set("blameless.attempts") and sentence.tokens[n].pos == "VERB" for n in below
    )


def _is_robber(sentence: SentenceView, hurt: int) -> bool:
    """Of "shot a teenager who tried to rob him"."""
    below = (n for k in sentence.kids(hurt, "relcl", "acl") for n in sentence.subtree(k))
    return any(sentence.tokens[n].lemma in {"rob", "carjack", "burgle"} and sentence.tokens[n].pos == "VERB" and
               sentence.tokens[n].tag != "VBN" for n in below)  # fmt: skip


def _is_robbed(view: View, sentence: SentenceView) -> bool:
    """Whether this sentence or the one before tells of a robbery or a break-in."""
    at = view.sentences.index(sentence)
    near = view.sentences[max(0, at - 1) : at + 1]
    return any(t.lemma.lower() in word_set("blameless.raids") for one in near for t in one.tokens)


def _is_statistic(sentence: SentenceView, who: int, hurt: int) -> bool:
    """Of "police have killed 312 people this year", "one of 90 people shot by police": many deeds of many."""
    if _is_rate(sentence, who, hurt):
        return True
    if any(sentence.tokens[n].dep in _NARROWING for n in sentence.children[who]):
        return False
    token = sentence.tokens[who]
    if token.pos != "NOUN" or token.lemma.lower() not in words("forces.txt"):
        return False
    if not any(_is_many(sentence.tokens[n].text) for n in sentence.kids(hurt, "nummod")):
        return False
    return sentence.tokens[hurt].dep in {"pobj", "attr"} or any(t.lemma.lower() in _SPANS for t in sentence.tokens)


def _is_rate(sentence: SentenceView, who: int, hurt: int) -> bool:
    """Of "40 people a year are killed by drunk drivers", "police killed more people last year"."""
    if sentence.tokens[who].tag not in {"NNS", "NN"} or sentence.child(who, "det", "nummod", "poss") is not None:
        return False
    rate = any(sentence.tokens[n].text.lower() in {"a", "each", "every", "per"} and sentence.tokens[n + 1].lemma in _SPANS
               for n in range(len(sentence) - 1))  # fmt: skip
    compared = any(sentence.tokens[n].text.lower() in {"more", "fewer", "most"} for n in sentence.kids(hurt, "amod"))
    return rate or (compared and any(t.lemma.lower() in _SPANS for t in sentence.tokens))


def _is_many(text: str) -> bool:
    digits = text.replace(",", "")
    return digits.isdigit() and int(digits) >= _MANY


def _is_not_the_one(sentence: SentenceView, who: int) -> bool:
    """Of "a man arrested over the bombing is not the bomber": the suspicion is over."""
    for at, token in enumerate(sentence.tokens):
        if token.lemma != "be" or sentence.child(at, "neg") is None:
            continue
        called, own = sentence.child(at, "attr"), sentence.child(at, "nsubj")
        label = called is not None and sentence.tokens[called].lemma in words("fighters.txt") | {"suspect", "killer"}
        if label and (own is None or own == who):
            return True
    return False


def _is_let_go(sentence: SentenceView, accused: Accused) -> bool:
    """Of "questioned over the bombing and released", "expelled a man who was questioned": no suspect any more."""
    who = accused.who
    while sentence.tokens[who].dep == "conj":
        who = sentence.tokens[who].head
    over = list(_joined(sentence, accused.at))
    if sentence.tokens[who].dep in {"dobj", "nsubjpass"}:
        over.append(sentence.tokens[who].head)
    freed = {sentence.tokens[n].lemma for n in over if n != accused.at}
    held = sentence.tokens[accused.at].lemma in {"question", "hold", "detain", "arrest"}
    return not freed.isdisjoint(_FREEING if held else _CLEARING)


def _is_killed(sentence: SentenceView, who: int) -> bool:
    """Of a headline's "30 sailors killed in blast" run into "The Front claimed it": the dead claim nothing."""
    return who + 1 < len(sentence) and sentence.tokens[who + 1].text.lower() == "killed"
