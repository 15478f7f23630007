"""Clause frames: for each verb who does it, to whom, to whose gain, with what around it."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.annotation import Token
from rashomon.model.clause import Frame, Oblique, Role
from rashomon.model.tree import Tree
from rashomon.stages.annotate.clauses.roles import doers, done_to, is_passive, own_subject, subjects

_HEADED = frozenset({"nsubj", "nsubjpass", "csubj", "agent", "dobj", "auxpass", "dative"})
_HUNG = frozenset({"conj", "pcomp", "acl", "advcl", "xcomp", "relcl", "ccomp"})
_CLAUSAL = ("ccomp", "xcomp")


def find_frames(tokens: tuple[Token, ...]) -> tuple[Frame, ...]:
    """The frames of a parsed sentence, in text order."""
    tree = Tree(tokens)
    return tuple(_frame(tree, n) for n in range(len(tokens)) if _is_verbal(tree, n))


def _is_verbal(tree: Tree, at: int) -> bool:
    token = tree.tokens[at]
    if token.pos == "VERB" or (token.pos == "AUX" and token.dep not in ("aux", "auxpass")):
        return True
    return token.dep in _HUNG or any(tree.tokens[n].dep in _HEADED for n in tree.children[at])


def _frame(tree: Tree, at: int) -> Frame:
    token = tree.tokens[at]
    own = own_subject(tree, at)
    subject = tuple(subjects(tree, at))
    passive = is_passive(tree, at)
    did, done = tuple(doers(tree, at)), tuple(done_to(tree, at))
    return Frame(
        at, token.lemma.lower(), "V", _particle(tree, at), passive,
        _role(did, own), _role(done, own), _role(subject, own),
        _role(tuple(n for k in tree.kids(at, "dative") for n in _below(tree, k)), None),
        tuple(_obliques(tree, at)), tuple(_clauses(tree, at)), own,
    )  # fmt: skip


def _role(fillers: tuple[int, ...], own: int | None) -> Role:
    """Who fills a place: plain where it is the clause's own subject or object, carried from elsewhere otherwise."""
    if not fillers:
        return Role(
            (), "plain", (own,) if own is not None else (), "the parse leaves more than one reading" if own else ""
        )
    return Role(fillers, "carried" if own is not None and own not in fillers else "plain")


def _particle(tree: Tree, at: int) -> str:
    found = tree.child(at, "prt")
    return tree.tokens[found].text.lower() if found is not None else ""


def _below(tree: Tree, at: int) -> list[int]:
    """The nouns of a phrase: of a preposition's its object's, joined ones with it."""
    if tree.tokens[at].pos == "ADP":
        return [n for k in tree.kids(at, "pobj") for n in tree.conjuncts(k)]
    return tree.conjuncts(at)


def _obliques(tree: Tree, at: int) -> Iterator[Oblique]:
    """The phrases of a verb; one that hangs on another ("with murder in Oskel") is that one's."""
    for n in tree.children[at]:
        token = tree.tokens[n]
        if token.dep not in ("prep", "dative", "agent", "prt", "advmod") or token.pos not in ("ADP", "SCONJ"):
            continue
        nouns = tuple(_below(tree, n))
        verbs = tuple(v for k in tree.kids(n, "pcomp") for v in tree.conjuncts(k))
        deeper = [k for k in tree.kids(n, "prep") for k in _below(tree, k)]
        if nouns or deeper:
            yield Oblique(token.text.lower(), n, nouns or tuple(deeper))
        if verbs:
            yield Oblique(token.text.lower(), n, verbs, True)


def _clauses(tree: Tree, at: int) -> Iterator[int]:
    """The heads of the clauses a verb governs, joined ones with it."""
    for n in tree.kids(at, *_CLAUSAL):
        yield from tree.conjuncts(n)
