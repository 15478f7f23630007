"""What stands before its clause: "it was to X that Y wrote", "it was X whom Y rang", "in a Telegram group X and Y agreed"."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree

Changes = dict[int, Token]
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_HUNG = ("ccomp", "advcl", "relcl", "acl", "xcomp")


def phrase_set_apart(tree: Tree) -> Changes:
    """Of "It was to Paul Drake that she wrote": to Drake she wrote."""
    for be, clause in _set_apart(tree, "that"):
        phrase = next(
            (k for k in tree.kids(be, "prep", "agent") if be < k < clause and tree.child(k, "pobj") is not None), None
        )
        if phrase is not None and tree.child(be, "attr", "acomp") is None:
            return {phrase: tree.tokens[phrase]._replace(head=clause)}
    return {}


def noun_set_apart_by_whom(tree: Tree) -> Changes:
    """Of "It was Paul Drake whom she rang": the clause is Drake's, her call was to him."""
    for be, clause in _set_apart(tree, "whom"):
        said = tree.child(be, "attr")
        if said is not None and be < said < clause:
            return {clause: tree.tokens[clause]._replace(dep="relcl", head=said)}
    return {}


def _set_apart(tree: Tree, opening: str) -> list[tuple[int, int]]:
    """Each "it is" with the clause below it that the word opens."""
    found = []
    for n, token in enumerate(tree.tokens):
        it = (
            any(tree.tokens[k].text.lower() == "it" for k in tree.kids(n, "nsubj", "expl"))
            if token.lemma == "be"
            else False
        )
        for clause in (k for k in tree.kids(n, *_HUNG) if it and k > n):
            if any(tree.tokens[k].text.lower() == opening for k in tree.children[clause] if k < clause):
                found.append((n, clause))
    return found


def subject_taken_into_phrase(tree: Tree) -> Changes:
    """Of "In a Telegram group Elias Wend and Marko Orlo agreed": they agreed, they are no group."""
    for n, token in enumerate(tree.tokens):
        name = _list_before(tree, n) if token.tag in _FINITE and tree.child(n, *_SUBJECTS) is None else None
        if name is None:
            continue
        noun = tree.tokens[name].head
        phrase = tree.tokens[noun].head
        fronted = (
            tree.tokens[noun].dep == "pobj" and tree.tokens[phrase].dep == "prep" and tree.tokens[phrase].head == n
        )
        first = tree.subtree(name)[0]
        if fronted and phrase < noun < first and noun == first - 1 and tree.tokens[noun].pos == "NOUN":
            return {name: tree.tokens[name]._replace(dep="nsubj", head=n)}
    return {}


def _list_before(tree: Tree, verb: int) -> int | None:
    """The first of the names joined right before a verb, where the parser takes it for an apposition."""
    n = verb - 1
    while n > 0 and tree.tokens[n].dep == "conj" and tree.tokens[n].pos == "PROPN":
        n = tree.tokens[n].head
    token = tree.tokens[n]
    return n if n >= 0 and token.dep == "appos" and token.pos == "PROPN" and token.ent[2:] == "PERSON" else None


CLEFTS: tuple[tuple[str, Callable[[Tree], Changes]], ...] = (
    ("phrase-set-apart", phrase_set_apart),
    ("noun-set-apart-by-whom", noun_set_apart_by_whom),
    ("subject-taken-into-phrase", subject_taken_into_phrase),
)
