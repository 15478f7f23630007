"""Clause frames: for each verb who does it, to whom, to whose gain, with what around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from rashomon.model.annotation import Token
from rashomon.model.clause import Frame, Oblique, Role
from rashomon.stages.annotate.clauses.labels import Tree
from rashomon.stages.annotate.clauses.passive import is_passive
from rashomon.stages.annotate.clauses.roles import doers, done_to, left_behind, own_subject, subjects

_HEADED = frozenset({"nsubj", "nsubjpass", "csubj", "agent", "dobj", "auxpass", "dative"})
_HUNG = frozenset({"conj", "pcomp", "acl", "advcl", "xcomp", "relcl", "ccomp"})
_STATES: dict[str, Literal["N", "A"]] = {"NOUN": "N", "PROPN": "N", "NUM": "N", "ADJ": "A"}
"""The parts of speech that may have a frame without being verbs, and its `kind`."""
_CLAUSAL = ("ccomp", "xcomp")


def find_frames(tree: Tree) -> tuple[Frame, ...]:
    """The frames of a parsed sentence, in text order."""
    tokens = tree.tokens
    headed = {t.head for n, t in enumerate(tokens) if t.dep in _HEADED and t.head != n}
    holding = {t.head for n, t in enumerate(tokens) if t.dep in _HOLDING and t.head != n}
    verbs = [_frame(tree, n) for n, t in enumerate(tokens) if n in headed or _is_verbal(t)]
    states = [
        state_frame(tree, n) for n, t in enumerate(tokens) if t.pos in _STATES and (n in holding or t.dep in _SAID)
    ]
    return tuple(sorted((*verbs, *states), key=lambda f: (f.at, f.kind)))


_HOLDING = frozenset(
    {"prep", "poss", "agent", "appos", "nsubj", "acl", "ccomp", "xcomp", "relcl", "compound", "nmod", "amod"}
)
_SAID = frozenset({"attr", "acomp", "oprd", "appos", "conj", "pobj"})
"""Where a noun or adjective is said of somebody; where it is not and nothing hangs on it, its frame is empty."""


def _is_verbal(token: Token) -> bool:
    if token.pos == "VERB" or (token.pos == "AUX" and token.dep not in ("aux", "auxpass")):
        return True
    return token.dep in _HUNG


def _frame(tree: Tree, at: int) -> Frame:
    token = tree.tokens[at]
    own = own_subject(tree, at)
    subject = tuple(subjects(tree, at))
    passive = is_passive(tree, at)
    did = tuple(doers(tree, at)) if passive else subject
    done = subject if passive and token.dep != "acl" else tuple(done_to(tree, at))
    clauses = tuple(_clauses(tree, at))
    return Frame(
        at, token.lemma.lower(), "V", _particle(tree, at), passive,
        _role(did, own), _role(done, own), _role(subject, own),
        _role(tuple(n for k in tree.kids(at, "dative") for n in _below(tree, k)), None),
        tuple(_obliques(tree, at)), clauses, tuple(n for n in clauses if _has_to(tree, n)),
        own, outright=_is_outright(tree, at), kept=tuple(n for k in tree.kids(at, "dobj") for n in tree.conjuncts(k)) if passive else (),
    )  # fmt: skip


def _is_outright(tree: Tree, at: int) -> bool:
    """Whether a verb says something of somebody by itself, or with a helping verb: its own, or one it shares."""
    token = tree.tokens[at]
    if token.tag not in ("VBN", "VBG"):
        return True
    helping = [tree.tokens[n].tag for n in tree.kids(at, "aux", "auxpass")]
    if any(tag not in ("VBG", "VBN") for tag in helping):
        return True  # "having killed", "having been killed" say it of nobody by themselves
    return token.dep == "conj" and tree.tokens[token.head].tag == token.tag and _is_outright(tree, token.head)


_NOBODY = Role()


def _role(fillers: tuple[int, ...], own: int | None) -> Role:
    """Who fills a place: plain where it is the clause's own subject or object, carried from elsewhere otherwise."""
    if not fillers and own is None:
        return _NOBODY
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
    if tree.tokens[at].pos == "ADP" or tree.tokens[at].tag == "TO":
        return [n for k in tree.kids(at, "pobj") for n in tree.conjuncts(k)]
    return tree.conjuncts(at)


def _obliques(tree: Tree, at: int) -> Iterator[Oblique]:
    """The phrases of a verb; one that hangs on another ("with murder in Oskel") is that one's."""
    for n in tree.children[at]:
        token = tree.tokens[n]
        if token.dep not in ("prep", "dative", "agent", "prt", "advmod") or not (
            token.pos in ("ADP", "SCONJ") or token.tag == "TO"
        ):
            continue
        nouns = tuple(_meant(tree, at, k) for k in _below(tree, n))
        verbs = tuple(v for k in tree.kids(n, "pcomp") for v in tree.conjuncts(k))
        deeper = [k for k in tree.kids(n, "prep") for k in _below(tree, k)]
        if n == left_behind(tree, at):  # "the man he spoke to"
            nouns = (tree.tokens[at].head,)
        if nouns or deeper:
            yield Oblique(token.text.lower(), n, nouns or tuple(deeper))
        if verbs:
            yield Oblique(token.text.lower(), n, verbs, True)


def _meant(tree: Tree, verb: int, noun: int) -> int:
    """Of "X, in whom they see", "the man with whom he left" X, the man."""
    relative = tree.tokens[noun].tag in ("WP", "WDT") and tree.tokens[verb].dep == "relcl" and noun < verb
    return tree.tokens[verb].head if relative else noun


def _clauses(tree: Tree, at: int) -> Iterator[int]:
    """The heads of the clauses a verb governs, joined ones with it."""
    for n in tree.kids(at, *_CLAUSAL):
        yield from tree.conjuncts(n)
    if tree.tokens[at].lemma in ("have", "get"):  # "had nine rivals killed"
        yield from (k for n in tree.kids(at, "dobj") for k in tree.kids(n, "acl") if tree.tokens[k].tag == "VBN")


def state_frame(tree: Tree, at: int) -> Frame:
    """The frame of a noun or an adjective: whose it is or of whom it is said, with the phrases below it.

    `possessor` is X of "X's arrest"; `subjects` are who is said to be it ("X is the mastermind", "X, the mastermind");
    `named` are the nouns before it ("bombing suspect") and those beside it in apposition.
    """
    token = tree.tokens[at]
    said = tuple(_said_to_be(tree, at))
    if not tree.children[at]:
        role = Role(said, "plain" if said else "carried")
        return Frame(at, token.lemma.lower(), _STATES[token.pos], "", False, _NOBODY, _NOBODY, role, _NOBODY, (), ())
    owner = tree.child(at, "poss")
    by = tuple(
        n for k in tree.kids(at, "prep", "agent") if tree.tokens[k].text.lower() == "by" for n in _below(tree, k)
    )
    return Frame(
        at, token.lemma.lower(), _STATES[token.pos], "", False,
        Role(by), _NOBODY, Role(said, "plain" if said else "carried"), _NOBODY,
        tuple(_obliques(tree, at)), tuple(n for n in tree.kids(at, "acl", "ccomp", "xcomp") if not _is_reduced(tree, n)),
        tuple(n for n in tree.kids(at, "acl", "xcomp", "relcl") if _has_to(tree, n)), None, owner, tuple(tree.kids(at, "compound", "nmod", "amod", "appos")),
    )  # fmt: skip


def _has_to(tree: Tree, at: int) -> bool:
    return any(tree.tokens[n].tag == "TO" for n in tree.kids(at, "aux"))


def _is_reduced(tree: Tree, at: int) -> bool:
    return tree.tokens[at].tag in ("VBN", "VBG") and tree.child(at, "mark", "aux") is None


def _said_to_be(tree: Tree, at: int) -> Iterator[int]:
    """Of whom a noun or adjective is said: the subject beside "be", or whom it stands beside in apposition."""
    token = tree.tokens[at]
    if own := [n for k in tree.kids(at, "nsubj") for n in tree.conjuncts(k)]:  # "found the general responsible"
        yield from own
    elif token.dep in ("attr", "acomp", "oprd") and token.head != at:
        yield from subjects(tree, token.head)
        if tree.tokens[token.head].lemma in (
            "call",
            "consider",
            "name",
            "deem",
            "hold",
            "find",
            "declare",
            "brand",
            "label",
        ):
            yield from done_to(tree, token.head)
    elif token.dep == "appos" or (token.dep == "amod" and token.head < at):  # "the men responsible for it"
        yield token.head
    elif token.dep == "dobj" and tree.tokens[token.head].lemma in ("call", "consider", "name", "deem", "brand"):
        yield from (n for n in tree.kids(token.head, "dobj") if n < at)  # "calls X the brain of it"
    elif token.dep == "conj" and tree.tokens[token.head].pos == token.pos and tree.tokens[token.head].dep != "conj":
        if tree.tokens[token.head].dep in ("attr", "acomp", "appos"):
            yield from _said_to_be(tree, token.head)
    elif token.dep in ("pobj", "amod") and tree.tokens[token.head].lemma == "as":
        over = tree.tokens[token.head].head
        yield from (done_to(tree, over) if tree.tokens[over].pos == "VERB" else ())
