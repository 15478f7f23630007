"""How surely a clause says what it says: denial, hedge, condition, question, plan.

The word is judged by its own modifiers, then by each word that governs it, up the parse, until a word that makes
a fresh statement (a relative clause, "after ...", a verb of saying, whose stance is the attribution's).
"""

from __future__ import annotations

from rashomon.model.claim import Stance
from rashomon.stages.claims.stance.climb import step_up
from rashomon.stages.claims.stance.own import own_effect
from rashomon.stages.claims.stance.words import RANK, Effect, effect_of, lemma_of, noun_effect
from rashomon.stages.claims.view import SentenceView

_VERBAL = ("VERB", "AUX")


def local_stance(sentence: SentenceView, at: int) -> Stance | None:
    """The stance the clause's own words give to what its token `at` tells; None when it tells of no event."""
    effects = [own_effect(sentence, at)]
    here = at
    if sentence.tokens[at].pos in ("NOUN", "PROPN", "ADJ", "NUM") and not _predicate(sentence, at):
        effects.append(_governed_noun(sentence, at))
        return _weakest(effects)
    if _asked(sentence, at):
        return None
    if _thought_possible(sentence, at):
        effects.append("possible")
    for above in sentence.up(at):
        effect, climb = step_up(sentence, here, above)
        effects.append(effect)
        if not climb:
            break
        here = above
    return _weakest(effects)


def combine(outer: Stance, inner: Stance) -> Stance:
    """What is left of a stance under another's: the weaker of the two; a denial stays one."""
    return max(outer, inner, key=lambda s: RANK[s])


def _weakest(effects: list[Effect]) -> Stance | None:
    worst = max(effects, key=lambda e: RANK[e])
    return None if worst == "none" else worst


def _predicate(sentence: SentenceView, at: int) -> bool:
    """True for an adjective or noun that is what a clause says: "33 were dead", "left 33 dead"."""
    return sentence.tokens[at].dep in ("acomp", "oprd", "ccomp", "ROOT", "relcl")


def _asked(sentence: SentenceView, at: int) -> bool:
    """True in the main clause of a question."""
    if sentence.tokens[-1].text != "?" and not (len(sentence) > 1 and sentence.tokens[-2].text == "?"):
        return False
    above = [at, *sentence.up(at)]
    return not any(sentence.tokens[n].dep in ("relcl", "acl") for n in above[:-1])


def _governed_noun(sentence: SentenceView, at: int) -> Effect:
    """What the word over an event noun makes of it: "prevented an attack", "may launch an attack"."""
    token = sentence.tokens[at]
    if token.dep == "conj":
        return max(_governed_noun(sentence, token.head), _shared(sentence, at), key=lambda e: RANK[e])
    if token.head == at:
        return "none" if sentence.tokens[-1].text == "?" and not _definite(sentence, at) else "asserted"
    above = sentence.tokens[token.head]
    if token.dep == "dobj" and lemma_of(above) == "rule":
        return "asserted" if sentence.child(token.head, "neg") is not None else "denied"
    if token.dep in ("dobj", "nsubjpass", "attr", "oprd"):
        return _object(sentence, at, token.head)
    if token.dep == "nsubj" and _thought_possible(sentence, token.head):
        return "possible"
    if token.dep == "nsubj":
        return "asserted" if _definite(sentence, at) else _verb_over(sentence, token.head)
    if token.dep == "pobj":
        return _after_preposition(sentence, at, token.head)
    if token.dep == "compound" and above.pos == "NOUN":
        return noun_effect(above)
    return "asserted"


def _thought_possible(sentence: SentenceView, verb: int) -> bool:
    """Of "an attack is possible", "is likely", "remains imminent"."""
    return any(effect_of("probable", lemma_of(sentence.tokens[n])) == "possible" for n in sentence.kids(verb, "acomp"))


def _shared(sentence: SentenceView, at: int) -> Effect:
    """What stands before the first of joined nouns holds for the rest: "no deaths or injuries"."""
    return own_effect(sentence, sentence.tokens[at].head)


def _definite(sentence: SentenceView, at: int) -> bool:
    words = ("the", "this", "that", "these", "those")
    return any(
        sentence.tokens[n].dep == "poss"
        or (sentence.tokens[n].dep == "det" and sentence.tokens[n].text.lower() in words)
        for n in sentence.children[at]
    )


def _object(sentence: SentenceView, at: int, verb: int) -> Effect:
    word = lemma_of(sentence.tokens[verb])
    if effect_of("prevent", word) == "denied" or word == "deny":
        undone = local_stance(sentence, verb) == "denied"
        return "asserted" if undone else "denied"
    if effect_of("plan", word) == "none" and word not in (
        "order",
        "call",
        "ask",
        "try",
        "set",
        "plot",
        "allow",
        "need",
    ):
        return "none"
    return "asserted" if _definite(sentence, at) else _verb_over(sentence, verb)


def _verb_over(sentence: SentenceView, verb: int) -> Effect:
    """The stance of the clause in which an indefinite event noun takes part."""
    stance = local_stance(sentence, verb) if sentence.tokens[verb].pos in _VERBAL else "asserted"
    return stance or "none"


def _after_preposition(sentence: SentenceView, at: int, preposition: int) -> Effect:
    """As in "fears of an attack", "accused of an attack", "without an attack", "involved in the attack"."""
    prep = sentence.tokens[preposition]
    over = sentence.tokens[prep.head]
    if prep.text.lower() == "including" and over.pos == "NOUN":
        return _governed_noun(sentence, prep.head)
    if effect_of("absent", lemma_of(prep)) == "denied":
        return "denied"
    if over.pos == "NOUN" and prep.text.lower() in ("of", "for", "about", "against"):
        return noun_effect(over)
    if (
        over.pos == "VERB"
        and prep.text.lower() in ("for", "of", "about")
        and lemma_of(over) in ("plan", "prepare", "warn")
    ):
        return "none"
    return "asserted"
