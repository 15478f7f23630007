"""What a relative word stands for: the noun before it, unless another may be meant; both of "it was X and Y who"."""

from __future__ import annotations

from rashomon.lexicon.nouns import GROUPS, is_body_noun, is_person_noun
from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import CUT_OFF, Tree


def set_apart(tree: Tree, relative: int, verb: int) -> list[int] | None:
    """ "It was X and Y who did it": both, wherever the parser hangs the clause; "it was not X" is the same, denied."""
    over = next((n for n in tree.up(verb) if n != verb and tree.tokens[n].lemma == "be"), None)
    it = over is not None and any(tree.tokens[n].text.lower() == "it" for n in tree.kids(over, "nsubj"))
    said = tree.child(over, "attr") if over is not None and it else None
    if over is None or said is None:
        return None
    if _leads_many(tree, said, verb):
        return [said]
    found = [n for n in tree.conjuncts(said) if not any(k < n for k in tree.kids(n, "neg"))]  # "X and not Y"
    if not found or any(tree.tokens[n].pos != "PROPN" or n > relative for n in found):
        return None
    return found


def _leads_many(tree: Tree, said: int, verb: int) -> bool:
    """Of "it was the men of Commander Idr who shot them" the men, though the clause hangs on the commander."""
    over = tree.tokens[verb].head
    many = tree.tokens[said].tag == "NNS" and is_person_noun(tree.tokens[said])
    below = (
        over != said
        and over in tree.subtree(said)
        and any(tree.tokens[n].text.lower() == "of" for n in tree.kids(said, "prep"))
    )
    one = any(tree.tokens[n].text.lower() in ("has", "was", "is") for n in (verb, *tree.kids(verb, "aux", "auxpass")))
    return many and below and not one and tree.tokens[over].dep in ("pobj", "appos")


def relative_clause(tree: Tree, verb: int) -> int | None:
    """The relative clause's verb, from the verb or one it is joined to."""
    while tree.tokens[verb].dep in {"conj", "ccomp", "xcomp"} and tree.tokens[verb].head != verb:
        verb = tree.tokens[verb].head
    return verb if tree.tokens[verb].dep == "relcl" else None


def personal(tree: Tree, antecedent: int, relative: Token) -> int:
    """Of "X, the commander of the battalion, who ordered it" X: "who" is somebody, wherever the parser hangs it."""
    n = antecedent
    body = is_body_noun(tree.tokens[n]) or not is_person_noun(tree.tokens[n])
    if relative.text.lower() != "who" or not body or tree.tokens[n].ent[2:] == "PERSON":
        return antecedent
    while tree.tokens[n].dep in ("pobj", "prep"):
        n = tree.tokens[n].head
    beside = n != antecedent and tree.tokens[n].dep == "appos" and is_person_noun(tree.tokens[n])
    return tree.tokens[n].head if beside and tree.tokens[tree.tokens[n].head].pos == "PROPN" else antecedent


def attaches(tree: Tree, antecedent: int, relative: int) -> bool:
    """False for "the brother of X, who ..." and where another noun than the antecedent's own stands between."""
    head = tree.tokens[antecedent]
    if head.dep == "pobj" and tree.tokens[head.head].lemma in {"of", "for"}:
        outer = tree.tokens[tree.tokens[head.head].head]
        body = outer.lemma == "member" or is_body_noun(head) or head.lemma in GROUPS
        of_group = body and tree.tokens[relative].text.lower() != "who"  # "a member of the gang that"
        if outer.pos in {"NOUN", "PROPN"} and outer.ent == "" and is_person_noun(outer) and not of_group:
            return False
    if any(n < relative and not _of_one(tree, antecedent, n) for n in tree.kids(antecedent, "conj")):
        return False  # "X and Y, who": of which of the two; "X, who shot, and Y" is plain
    return antecedent < relative and not _other_between(tree, antecedent, relative)


def _of_one(tree: Tree, antecedent: int, joined: int) -> bool:
    """Of "X, the bar owner and former policeman who was held" the policeman: X again, as he has no article of his own."""
    head, other = tree.tokens[antecedent], tree.tokens[joined]
    titles = head.dep in ("appos", "attr") and head.tag == other.tag == "NN"
    return titles and tree.child(antecedent, "det") is not None and tree.child(joined, "det", "poss") is None


def _other_between(tree: Tree, antecedent: int, relative: int) -> bool:
    """Whether somebody else stands between the two: "the victims of a student who" leaves open who did it."""
    if tree.tokens[antecedent].lemma in {"member", *GROUPS}:
        return False
    own = {k for n in tree.kids(antecedent, "appos", "relcl", CUT_OFF) for k in tree.subtree(n)}  # "X, and not Y, who"
    own |= {k for n in tree.kids(antecedent, "conj") if _of_one(tree, antecedent, n) for k in tree.subtree(n)}
    opened = next((n for n in range(antecedent, relative) if tree.tokens[n].text == "("), relative)
    between = (n for n in range(antecedent + 1, opened) if n not in own)
    return any(is_person_noun(tree.tokens[n]) or tree.tokens[n].ent == "B-PERSON" for n in between)
