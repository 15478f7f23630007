"""Whom "the Tarn brothers" are: the two of that surname whom the text names."""

from __future__ import annotations

from dataclasses import replace

from rashomon.stages.claims.actors import Actor
from rashomon.stages.claims.view import SentenceView, View
from rashomon.text.fold import fold_words

_KIN = {"brother": "m", "sister": "f", "sibling": None}


def each_sibling(view: View, sentence: SentenceView, who: Actor) -> list[Actor]:
    """The brothers or sisters one by one, where the text names two of that surname and no third; else as given."""
    token = sentence.tokens[who.token]
    if token.tag != "NNS" or token.lemma.lower() not in _KIN:
        return [who]
    surnames = {fold_words(sentence.tokens[n].text) for n in sentence.kids(who.token, "compound", "nmod", "amod")}
    gender = _KIN[token.lemma.lower()]
    named = [
        r
        for r in view.referents.values()
        if r.type == "person" and r.named and " " in r.name and fold_words(r.name.split()[-1]) in surnames
    ]
    meant = [r for r in named if gender is None or r.gender in {None, gender}]
    if len(meant) != 2:
        return [replace(who, referent=None)] if _is_one_of_them(view, who) else [who]
    return [Actor(who.token, replace(who.words, quote=r.name), r.id, "person", True) for r in meant]


def _is_one_of_them(view: View, who: Actor) -> bool:
    """Whether the brothers are taken for a person with a name of his own."""
    referent = view.referents.get(who.referent or "")
    return referent is not None and referent.named and referent.name != who.words.quote
