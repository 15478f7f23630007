"""Clauses of clumsy translations, in which the verb or its object stands where English does not put it."""

from __future__ import annotations

from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree

Changes = dict[int, Token]
_CLAUSE = ("ROOT", "ccomp", "conj", "relcl", "advcl", "parataxis")
_SUBJECTS = ("nsubj", "nsubjpass")


def object_before_participle(tree: Tree) -> Changes:
    """Of "Karl Vost has never Ivo Sand met": whom he has met stands between the helping verb and its participle."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        own = list(tree.kids(n, "nsubj")) if token.tag in ("VBN", "VBD") else []
        if len(own) != 2:
            continue
        helping = [k for k in tree.kids(n, "aux") if tree.tokens[k].lemma == "have"]
        if helping and own[0] < helping[0] < own[1] < n:
            found[own[1]] = tree.tokens[own[1]]._replace(dep="dobj")
    return found


def participle_at_the_end(tree: Tree) -> Changes:
    """Of "he has her on 17 June by phone called", "X has been on Tuesday by the police taken": the verb closes its clause."""
    for n, token in enumerate(tree.tokens):
        if token.lemma not in ("have", "be") or token.dep not in _CLAUSE or tree.child(n, *_SUBJECTS) is None:
            continue
        last = _closing(tree, n)
        if last is None or (token.lemma == "be" and not _is_perfect(tree, n)):
            continue
        return _verb_of(tree, n, last)
    return {}


def _is_perfect(tree: Tree, n: int) -> bool:
    """ "has been", and nothing that somebody is."""
    return tree.tokens[n].tag == "VBN" and tree.child(n, "attr", "acomp", "xcomp") is None


def _closing(tree: Tree, n: int) -> int | None:
    """The participle that hangs on the last noun of the verb's phrases and ends the clause."""
    for prep in tree.kids(n, "prep", "agent"):
        noun = tree.child(prep, "pobj")
        held = [] if noun is None else list(tree.kids(noun, "acl"))
        for k in held:
            after = tree.tokens[k + 1] if k + 1 < len(tree) else None
            ends = after is None or after.pos in ("PUNCT", "CCONJ") or (after.tag == "RB" and after.head == k)
            if tree.tokens[k].tag == "VBN" and noun == k - 1 and prep > n and ends:
                return k
    return None


def _verb_of(tree: Tree, n: int, last: int) -> Changes:
    """The participle in the place of its helping verb, with all that hung on that."""
    token = tree.tokens[n]
    passive = token.lemma == "be"
    found = {last: tree.tokens[last]._replace(dep=token.dep, head=last if token.head == n else token.head)}
    found[n] = token._replace(dep="auxpass" if passive else "aux", pos="AUX", head=last)
    for k in tree.children[n]:
        if k == last:
            continue
        below = tree.tokens[k]
        dep = (
            "nsubjpass"
            if passive and below.dep == "nsubj"
            else "agent"
            if passive and below.text == "by"
            else below.dep
        )
        found[k] = below._replace(head=last, dep=dep)
    return found


def object_behind_phrases(tree: Tree) -> Changes:
    """Of "has captured at noon in the port of Anselo the so-called X": no comma, no apposition, but whom they captured."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        over = tree.tokens[token.head]
        if token.dep != "appos" or token.head > n or over.pos != "PROPN" or over.dep not in ("pobj", "npadvmod"):
            continue
        first = tree.subtree(n)[0]
        if tree.tokens[first].tag != "DT" or tree.tokens[first - 1].pos == "PUNCT":
            continue
        verb = next((k for k in tree.up(n) if tree.tokens[k].pos == "VERB"), None)
        if verb is not None and verb < n and tree.child(verb, "dobj", "nsubjpass", "ccomp", "dative") is None:
            found[n] = token._replace(dep="dobj", head=verb)
    return found
