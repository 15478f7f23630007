"""Whether a noun speaks of one incident, of several, or of incidents in general: "the attacks", "three attacks", "a string of attacks"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.stages.claims.events.air import is_known
from rashomon.stages.claims.events.lexicon import entries, is_a
from rashomon.stages.claims.view import SentenceView
from rashomon.text.places import lookup


def scope_of(sentence: SentenceView, at: int) -> tuple[bool, bool]:
    """(several incidents, incidents in general) for a noun: "three attacks" several, "attacks" general."""
    token = sentence.tokens[at]
    if is_a(token.lemma.lower(), "loose") or is_a(token.lemma.lower(), "plural_form"):
        return False, False
    if any(is_a(sentence.tokens[n].lemma.lower(), "generic_head") for n in over_of(sentence, at)):
        return True, True
    if token.tag not in ("NNS", "NNPS") and not (token.pos == "PROPN" and token.text.lower().endswith("ings")):
        return False, False
    if any(q.head == at and q.number != 1 for q in sentence.quantities):
        return True, False
    return (False, False) if _anchored(sentence, at) else (True, True)


def over_of(sentence: SentenceView, at: int) -> Iterator[int]:
    """The noun above "of": "a string of attacks"."""
    token = sentence.tokens[at]
    if token.dep == "pobj" and sentence.tokens[token.head].text.lower() == "of":
        yield sentence.tokens[token.head].head


def _anchored(sentence: SentenceView, at: int) -> bool:
    """A plural with its own town or article: "the shootings", "bombings in Ankara"; not "attacks in Turkey"."""
    token = sentence.tokens[at]
    if token.dep == "conj" and (sentence.tokens[token.head].lemma.lower(), "N") in entries():
        return sentence.child(token.head, "det") is not None and not scope_of(sentence, token.head)[0]
    return is_known(sentence, at) or any(
        sentence.tokens[n].dep == "prep"
        and sentence.tokens[n].text.lower() in ("in", "at", "on", "near", "outside")
        and not any(_wide(sentence, k) for k in sentence.kids(n, "pobj"))
        for n in sentence.children[at]
    )


def _wide(sentence: SentenceView, at: int) -> bool:
    """A country, a year, or nothing in particular: not where one incident is."""
    token = sentence.tokens[at]
    found = lookup(token.text)
    people = token.ent.endswith("NORP")
    return token.pos != "PROPN" or people or bool(found and found[0].kind in ("country", "world"))
