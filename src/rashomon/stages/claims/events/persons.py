"""Which noun phrases are people, and how many of them a phrase without a figure tells of."""

from __future__ import annotations

import re

from rashomon.lexicon import word_set
from rashomon.lexicon.nouns import is_person_word
from rashomon.model.annotation import Quantity
from rashomon.stages.claims.events.lexicon import is_a, people
from rashomon.stages.claims.view import SentenceView

_ENDINGS = ("er", "or", "ist", "ian", "ean", "ee", "man", "woman", "ant", "ite", "ese", "goer", "mate")
_DEFINITE = ("the", "both", "those", "these", "all")
_RELATIVE = ("who", "that", "which", "whom")


def is_person(sentence: SentenceView, at: int) -> bool:
    """Whether the noun at a token is somebody, as far as its form and the document's mentions tell."""
    token = sentence.tokens[at]
    lemma = token.lemma.lower()
    if lemma in word_set("persons.in_prepositions") and _in_a_preposition(sentence, at):
        return False
    if (
        token.pos == "NUM"
        or lemma in people()
        or (token.pos == "NOUN" and is_person_word(lemma))
        or lemma.removesuffix("s") in people()
        or lemma.endswith("-old")
    ):
        return True
    if token.pos == "PRON":
        return token.text.lower() in ("he", "she", "him", "her", "they", "them", "others", "another", "one", "i", "we")
    if token.ent.endswith(("PERSON", "NORP")) or lemma in ("other", "old"):
        return True
    mention = sentence.mention_at(at)
    if mention is not None and mention.head == at:
        return mention.type == "person"
    return token.pos == "NOUN" and len(lemma) > 4 and lemma.endswith(_ENDINGS) and not is_a(lemma, "thing")


def _in_a_preposition(sentence: SentenceView, at: int) -> bool:
    """The noun of "in front of the bank", "at the head of the column", which is nobody: a front, a head."""
    around = [t.text.lower() for t in sentence.tokens[max(0, at - 2) : at + 2]]
    return around[-1:] == ["of"] and (around[-3:-2] in (["in"], ["at"]) or around[:2] in (["in", "the"], ["at", "the"]))


def quantity_of(sentence: SentenceView, at: int) -> Quantity | None:
    """The figure of a noun phrase, by its head or by the number that stands for it."""
    return next((q for q in sentence.quantities if at in (q.head, q.token)), None)


def is_included(sentence: SentenceView, quantity: Quantity) -> bool:
    """ "14 people, including the two bombers", "two of the bombers among them": people told of as part of a figure."""
    first = sentence.token_at(quantity.start)
    words = [t.text.lower() for t in sentence.tokens[max(0, first - 2) : first]]
    before = "including" in words[-1 - (words[-1:] == ["the"]) :] or words in (["among", "them"], ["between", "them"])
    return before or _AMONG.match(sentence.text, quantity.end, sentence.sentence.end) is not None


_AMONG = re.compile(r"(?: of (?:the|its|their|our|his|her) [\w’'-]+)?,? (?:among|amongst) (?:them|these|those|whom)\b")


def is_definite(sentence: SentenceView, at: int) -> bool:
    """ "the four", "both men", "his three sons": people told of before; not "the town buries its 47 dead"."""
    return not _own_dead(sentence, at) and any(
        sentence.tokens[n].dep == "poss" or sentence.tokens[n].text.lower() in _DEFINITE for n in sentence.children[at]
    )


def _own_dead(sentence: SentenceView, at: int) -> bool:
    """ "its 47 dead", "our 43 dead": a town's or a nation's count of them."""
    after = at + 1 < len(sentence) and sentence.tokens[at + 1].text.lower() in ("dead", "wounded", "injured", "missing")
    return after and any(sentence.tokens[n].text.lower() in ("its", "our", "their") for n in sentence.kids(at, "poss"))


def is_other(sentence: SentenceView, at: int) -> bool:
    """ "three others", "another man", "a second victim", "two more": people beside some told of before."""
    words = [sentence.tokens[n].text.lower() for n in sentence.children[at]]
    if any(sentence.tokens[n].ent.endswith("ORDINAL") for n in sentence.children[at]):
        return True
    return sentence.tokens[at].lemma.lower() in ("other", "another") or any(
        is_a(w, "other_one") or w in ("more", "additional", "final", "latest") for w in words
    )


def is_single(sentence: SentenceView, at: int) -> bool:
    """One person, named or described: "a man", "Roe", "the officer", "she"."""
    token = sentence.tokens[at]
    if token.pos == "PRON":
        return token.text.lower() in ("he", "she", "him", "her")
    if token.tag in ("NNS", "NNPS") or token.pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    if is_a(token.lemma.lower(), "collective"):
        return False
    mention = sentence.mention_at(at)
    named = mention is not None and mention.type == "person"
    if (
        not named
        and token.pos == "PROPN"
        and any(
            sentence.tokens[n].dep in ("appos", "conj") and sentence.tokens[n].ent.endswith("PERSON")
            for n in sentence.children[at]
        )
    ):
        return False
    words = [sentence.tokens[n].text.lower() for n in sentence.children[at]]
    return not set(words) & {"no", "each", "every", "any"} and is_person(sentence, at)


def is_plural(sentence: SentenceView, at: int) -> bool:
    """Several people without a figure: "others", "the victims", "they"."""
    token = sentence.tokens[at]
    if token.pos == "PRON":
        return token.text.lower() in ("they", "them", "others", "some", "several", "many")
    return token.tag in ("NNS", "NNPS") and is_person(sentence, at)


def antecedent(sentence: SentenceView, at: int) -> int:
    """The noun a relative pronoun stands for, else the token itself."""
    token = sentence.tokens[at]
    if token.text.lower() not in _RELATIVE or token.pos not in ("PRON", "SCONJ", "DET"):
        return at
    for above in sentence.up(at):
        if sentence.tokens[above].dep in ("relcl", "acl") and sentence.tokens[above].head != above:
            return sentence.tokens[above].head
    return at
