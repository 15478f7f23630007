"""Whom a verb hurts: he is the last to have done what is told next."""

from __future__ import annotations

from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree

HURTING = frozenset(
    {"kill", "shoot", "stab", "murder", "injure", "wound", "attack", "strike", "beat", "rape", "target"}
)


def is_aimed_at(tree: Tree, at: int) -> bool:
    """Of "opened fire on a crowd, killing a woman": the crowd did not kill."""
    token = tree.tokens[at]
    if token.dep == "dobj" and tree.tokens[token.head].lemma in HURTING:
        return True
    if token.dep == "conj" or (token.dep == "pobj" and tree.tokens[token.head].lemma.lower() == "of"):
        over = token.head if token.dep == "conj" else tree.tokens[token.head].head
        return tree.tokens[over].lemma == "life" or is_aimed_at(tree, over)
    return token.dep == "pobj" and tree.tokens[token.head].lemma.lower() in {"on", "at", "into", "against", "in"}


def is_hurting(token: Token) -> bool:
    """Of "the man police say killed X was charged": X, whom the parser takes for the subject, was killed."""
    return token.lemma in HURTING and token.tag in {"VBD", "VBN"}
