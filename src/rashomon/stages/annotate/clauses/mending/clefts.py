"""What stands before its clause: "it was to X that Y wrote", "it was X whom Y rang", "in a Telegram group X and Y agreed"."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.lexicon.nouns import GROUPS, is_person_word
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
    """Of "In a Telegram group Elias Wend and Marko Orlo agreed", "On the eve of the raid Mira Holt left": they agreed, she is no raid."""
    for n, token in enumerate(tree.tokens):
        name = _list_before(tree, n) if token.tag in _FINITE and tree.child(n, *_SUBJECTS) is None else None
        noun = tree.tokens[name].head if name is not None else n
        if name is None or noun != tree.subtree(name)[0] - 1 or not _is_fronted(tree, noun, n):
            continue
        word = tree.tokens[noun].lemma.lower()
        if tree.tokens[noun].pos == "NOUN" and (word in GROUPS or not is_person_word(word)):
            return {name: tree.tokens[name]._replace(dep="nsubj", head=n)}
    return {}


def _is_fronted(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a noun stands in a phrase set before a verb: nothing but prepositions and nouns above it up to the verb."""
    n = noun
    while tree.tokens[n].dep in ("pobj", "prep", "npadvmod") and n < verb:
        n = tree.tokens[n].head
    return n == verb and tree.tokens[noun].dep == "pobj"


def _list_before(tree: Tree, verb: int) -> int | None:
    """The first of the names joined right before a verb, where the parser takes it for an apposition."""
    n = verb - 1
    while n > 0 and tree.tokens[n].dep == "conj" and tree.tokens[n].pos == "PROPN":
        n = tree.tokens[n].head
    token = tree.tokens[n]
    named = token.pos == "PROPN" and token.ent[2:] in ("PERSON", "ORG", "")
    return n if n >= 0 and token.dep == "appos" and named else None


CLEFTS: tuple[tuple[str, Callable[[Tree], Changes]], ...] = (
    ("phrase-set-apart", phrase_set_apart),
    ("noun-set-apart-by-whom", noun_set_apart_by_whom),
    ("subject-taken-into-phrase", subject_taken_into_phrase),
)
