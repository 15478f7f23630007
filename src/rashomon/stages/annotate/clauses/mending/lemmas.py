"""Base forms that the parser has wrong, where the word itself leaves no doubt."""

from __future__ import annotations

import re

from rashomon.lexicon.frames import entries
from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree
from rashomon.text.english import is_listed

Changes = dict[int, Token]
_UNDOUBLED = re.compile(r"[^aeiou]*[aeiou][bcdfghjklmnpqrstvz]")


def lemma_without_its_e(tree: Tree) -> Changes:
    """Of "The boys raped her": the verb is "rape"; of "rap" it would be written "rapped"."""
    return {
        n: token._replace(lemma=f"{token.lemma}e")
        for n, token in enumerate(tree.tokens)
        if token.tag in ("VBD", "VBN", "VBG")
        and token.text.lower() in (f"{token.lemma}ed", f"{token.lemma}ing")
        and _UNDOUBLED.fullmatch(token.lemma)
    }


def lemma_with_an_e(tree: Tree) -> Changes:
    """Of "Holt was rearrested": the verb is "rearrest", which the lexicon knows, no "rearreste"."""
    return {
        n: token._replace(lemma=token.lemma[:-1])
        for n, token in enumerate(tree.tokens)
        if token.pos == "VERB" and token.lemma.endswith("e") and _is_one_without(token.lemma)
    }


def _is_one_without(lemma: str) -> bool:
    bare = lemma[:-1]  # of "rob" it would be "robbed"
    return (
        (bare, "V") in entries()
        and not _UNDOUBLED.fullmatch(bare)
        and (lemma, "V") not in entries()
        and not is_listed(lemma)
    )


def corps_of_the_dead(tree: Tree) -> Changes:
    """Of "The hospital received 14 corpses": each is a corpse, no corps."""
    return {n: token._replace(lemma="corpse") for n, token in enumerate(tree.tokens) if token.text.lower() == "corpses"}
