"""What a word's own modifiers, auxiliaries and subject make of what it tells."""

from __future__ import annotations

from rashomon.stages.claims.stance.words import RANK, Effect, effect_of, lemma_of
from rashomon.stages.claims.view import SentenceView

_VERBAL = ("VERB", "AUX")
_NO = frozenset({"no", "neither", "none", "nobody", "nothing"})
_LATER = frozenset({"later", "eventually", "subsequently", "ultimately", "soon", "go"})


def own_effect(sentence: SentenceView, at: int) -> Effect:
    """What a word's own modifiers, auxiliaries and subject make of it."""
    effects: list[Effect] = ["asserted"]
    token = sentence.tokens[at]
    kids = sentence.children[at]
    for n in kids:
        effects.append(_modifier(sentence, at, n))
    if token.dep in ("conj", "ROOT") or token.pos in _VERBAL:
        effects.append(_modals(sentence, at))
    if token.pos in _VERBAL and at:
        effects.append(effect_of("adverb", sentence.tokens[at - 1].text.lower()))
    if lemma_of(token) == "be" and sentence.child(at, "expl") is not None:
        effects.extend(own_effect(sentence, n) for n in sentence.kids(at, "attr", "nsubj"))
    if token.dep == "pobj" and effect_of("absent", lemma_of(sentence.tokens[token.head])) == "denied":
        effects.append("denied")
    if token.pos in ("NOUN", "PROPN") and any(t in _NO for t in (lemma_of(token), token.text.lower())):
        effects.append("denied")
    return max(effects, key=lambda e: RANK[e])


def _modifier(sentence: SentenceView, at: int, n: int) -> Effect:
    """The effect of one child of a word."""
    child, word = sentence.tokens[n], sentence.tokens[n].text.lower()
    if child.dep == "neg":
        return "asserted" if _only(sentence, n) or is_bound(sentence, n) else "denied"
    if child.dep in ("advmod", "npadvmod"):
        return max(effect_of("adverb", word), effect_of("generic", word), key=lambda e: RANK[e])
    if child.dep in ("amod", "nmod", "compound"):
        return effect_of("adjective", word)
    if child.dep == "mark" or (child.dep == "advmod" and word == "whether"):
        return effect_of("condition", word)
    if child.dep == "det":
        if word == "any" and sentence.tokens[at].pos == "NOUN":
            return "none"
        return "denied" if word in _NO and not is_bound(sentence, n) else "asserted"
    if child.dep in ("nsubj", "nsubjpass"):
        negative = word in ("nobody", "none", "nothing") or any(
            sentence.tokens[k].text.lower() in ("no", "neither") and not is_bound(sentence, k)
            for k in sentence.kids(n, "det")
        )
        return "denied" if negative or word == "no" else "asserted"
    return "asserted"


def is_bound(sentence: SentenceView, n: int) -> bool:
    """As in "no fewer than 78": a figure's bound, no negation."""
    after = [t.text.lower() for t in sentence.tokens[n + 1 : n + 3]]
    return len(after) == 2 and after[0] in ("fewer", "less", "more") and after[1] == "than"


def _only(sentence: SentenceView, n: int) -> bool:
    """As in "not only", "not just": no negation."""
    after = sentence.tokens[n + 1].text.lower() if n + 1 < len(sentence) else ""
    return after in ("only", "just", "merely")


def _modals(sentence: SentenceView, at: int) -> Effect:
    """What auxiliaries say: "may have", "would", "will"."""
    tokens = sentence.tokens
    auxes = [n for n in sentence.children[at] if tokens[n].dep in ("aux", "auxpass")]
    words = {tokens[n].text.lower() for n in auxes}
    if any(effect_of("hedge_modal", w) == "possible" for w in words):
        return "possible"
    perfect = "have" in words
    if "must" in words and perfect:
        return "possible"
    if words & {"will", "'ll", "’ll", "wo", "shall", "can", "ca"} and not _perceived(sentence, at):
        return "none"
    if words & {"would", "'d", "’d", "should", "ought", "must"} and "had" not in words and _unreal(sentence, at, words):
        return "none"
    return "asserted"


def _perceived(sentence: SentenceView, at: int) -> bool:
    """As in "can be seen", "will be remembered": what is perceived is there."""
    return lemma_of(sentence.tokens[at]) in ("see", "hear", "remember", "recall", "say", "note")


def _unreal(sentence: SentenceView, at: int, words: set[str]) -> bool:
    """False for the "would" of hindsight: "would later kill", "would go on to kill"."""
    if not words & {"would", "'d", "’d"}:
        return True
    near = {lemma_of(sentence.tokens[n]) for n in sentence.kids(at, "advmod")} | {lemma_of(sentence.tokens[at])}
    return not near & _LATER
