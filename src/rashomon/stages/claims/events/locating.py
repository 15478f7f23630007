"""Whether a name stands in its sentence as the place where something happened."""

from __future__ import annotations

from rashomon.lexicon import word_set
from rashomon.model import parts
from rashomon.model.annotation import Mention
from rashomon.stages.claims.events.lexicon import entries, is_a
from rashomon.stages.claims.view import SentenceView
from rashomon.text.places import lookup


def outermost(sentence: SentenceView, first: int, last: int) -> int:
    """The head token of a span: the one whose own head lies outside."""
    return next((n for n in range(first, last + 1) if not first <= sentence.tokens[n].head <= last), last)


def _is_actor(sentence: SentenceView, at: int) -> bool:
    """ "a Zubrovian airstrike" told with the state's own name: who struck, unless a town of that name is known."""
    token = sentence.tokens[at]
    if token.dep not in ("compound", "nmod", "amod"):
        return False
    struck = sentence.tokens[token.head]
    weapon = {sentence.tokens[n].lemma.lower() for n in sentence.kids(token.head, "compound", "amod")}
    by_state = is_a(struck.lemma.lower(), "state_strike") or (
        struck.lemma.lower() in ("strike", "attack", "raid") and any(is_a(w, "state_weapon") for w in weapon)
    )
    known = lookup(token.text)
    return by_state and (not known or known[0].kind == "country")


def _at_distance(sentence: SentenceView, prep: int) -> bool:
    """The "from" of "a few steps from her Orvel flat"."""
    token = sentence.tokens[prep]
    if token.text.lower() != "from":
        return False
    measure = sentence.tokens[token.head].lemma.lower()
    return is_a(measure, "distance")


def _are_harmed_there(sentence: SentenceView, at: int) -> bool:
    """Of "massacred the villagers of Orvel" the villagers: where they live is where it was, unless another place is told."""
    token = sentence.tokens[at]
    if token.lemma.lower() not in word_set("locating.dwellers") or not token.is_a(
        parts.OBJECT | parts.UNDERGOING_SUBJECT
    ):
        return False
    verb = entries().get((sentence.tokens[token.head].lemma.lower(), "V"))
    elsewhere = any(
        is_a(sentence.tokens[n].text.lower(), "locative") and _leads_to_name(sentence, n)
        for n in sentence.phrases(token.head)
    )
    whole = sentence.first(at, parts.NUMBER) is None and sentence.first(at, parts.DETERMINING) is not None
    return verb is not None and verb.harm == "killed" and whole and not elsewhere


def _leads_to_name(sentence: SentenceView, prep: int) -> bool:
    return any(sentence.tokens[n].is_a(parts.NAME) for n in sentence.nouns_after(prep))


def locates(sentence: SentenceView, mention: Mention) -> bool:
    """Whether a name stands where a place stands: after "in", "at", "near", or before an incident's noun."""
    tokens = sentence.tokens
    at = outermost(sentence, sentence.token_at(mention.start), sentence.token_at(mention.end - 1))
    token = tokens[at]
    if mention.type == "organization":
        return token.dep == "pobj" and tokens[token.head].text.lower() in ("at", "outside", "inside", "near")
    if mention.type != "place" or _is_actor(sentence, at):
        return False
    for _ in range(5):
        if token.dep == "pobj":
            word = tokens[token.head].text.lower()
            if word == "of":
                noun = tokens[tokens[token.head].head]
                if (noun.lemma.lower(), "N") in entries():
                    return True
                if _are_harmed_there(sentence, tokens[token.head].head):
                    return True
                named = any(is_a(noun.lemma.lower(), kind) for kind in ("place_head", "facility", "site"))
                if not named:
                    return False
                token = noun
                continue
            return is_a(word, "locative") or _at_distance(sentence, token.head)
        if token.dep in ("compound", "nmod", "poss", "amod"):
            head = tokens[token.head]
            if (head.lemma.lower(), "N") in entries() or is_a(head.lemma.lower(), "case_noun"):
                return True
            if is_a(head.lemma.lower(), "limit"):
                return False
            token = head
            continue
        if token.dep in ("dobj", "nsubjpass"):
            verb = entries().get((tokens[token.head].lemma.lower(), "V"))
            return verb is not None and verb.frame == "target"
        if token.dep not in ("appos", "npadvmod", "conj", "dep", "nummod") or tokens[token.head] is token:
            return False
        token = tokens[token.head]
    return False
