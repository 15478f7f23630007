"""Base forms that the parser has wrong, where the word itself leaves no doubt."""

from __future__ import annotations

import re

from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree

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


def corps_of_the_dead(tree: Tree) -> Changes:
    """Of "The hospital received 14 corpses": each is a corpse, no corps."""
    return {n: token._replace(lemma="corpse") for n, token in enumerate(tree.tokens) if token.text.lower() == "corpses"}
