"""Two nouns that the parser makes objects of one verb: whoever gets the thing, or two parts of one noun; and the subject behind its verb."""

from __future__ import annotations

from rashomon.lexicon.nouns import is_person_word
from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree

Changes = dict[int, Token]
_BEHIND = frozenset({"stand", "be", "lie"})
_SOUGHT = frozenset({"want", "seek", "accuse", "suspect", "charge", "hunt", "arrest", "detain", "convict", "jail"})


def person_before_what_is_given(tree: Tree) -> Changes:
    """Of "He handed the killers the key": the killers get the key."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        second = _next_object(tree, n)
        if second is None or not _is_somebody(token) or _is_somebody(tree.tokens[second]):
            continue
        if tree.subtree(n)[-1] + 1 == tree.subtree(second)[0] < second:
            found[n] = token._replace(dep="dative")
    return found


def noun_before_its_own(tree: Tree) -> Changes:
    """Of "He handed the church key to them": it is one key, no church and no key."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        second = _next_object(tree, n)
        if second == n + 1 and token.tag == "NN" and tree.subtree(second)[0] == second and not _is_somebody(token):
            found[n] = token._replace(dep="compound", head=second)
            found.update({k: tree.tokens[k]._replace(head=second) for k in tree.children[n] if k < n})
    return found


def subject_behind_behind(tree: Tree) -> Changes:
    """Of "Behind the murder stands the banker": the banker stands there."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        verb = token.head
        if token.dep not in ("dobj", "attr") or n < verb or tree.tokens[verb].lemma not in _BEHIND:
            continue
        first = tree.subtree(verb)[0]
        fronted = tree.tokens[first].text.lower() == "behind" and tree.tokens[first].head == verb
        if fronted and tree.child(verb, "nsubj", "nsubjpass", "expl") is None:
            found[n] = token._replace(dep="nsubj")
    return found


def subject_taken_for_compound_of_verb(tree: Tree) -> Changes:
    """Of "He helped the killers escape": the killers escape."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        over = tree.tokens[token.head]
        if (
            token.dep == "compound"
            and token.tag in ("NNS", "NN")
            and over.tag == "VB"
            and over.dep == "ccomp"
            and token.head == n + 1
        ):
            found[n] = token._replace(dep="nsubj")
    return found


def sought_behind_name(tree: Tree) -> Changes:
    """Of "Police asked about Mira Holt, wanted for murder": it is she who is wanted."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens[2:], 2):
        name = tree.tokens[n - 2]
        loose = token.tag == "VBN" and token.dep == "advcl" and token.head < n - 2 and tree.tokens[n - 1].text == ","
        bare = tree.child(n, "nsubj", "aux", "auxpass", "mark", "dobj") is None
        if loose and bare and token.lemma in _SOUGHT and name.pos == "PROPN" and name.ent[2:] == "PERSON":
            found[n] = token._replace(dep="acl", head=n - 2)
    return found


def points_taken_for_noun(tree: Tree) -> Changes:
    """Of "All the evidence in the murder points to him": the evidence points."""
    for n, token in enumerate(tree.tokens[1:-1], 1):
        if token.text not in ("points", "leads") or token.dep != "pobj":
            continue
        by = tree.tokens[token.head]
        root = next((k for k, t in enumerate(tree.tokens) if t.head == k), n)
        noun = tree.child(n, "compound")
        to = tree.tokens[n + 1].text.lower() in ("to", "at", "towards", "toward")
        fits = by.head == root and tree.tokens[root].pos == "NOUN"
        if fits and to and noun == n - 1 and noun is not None:
            moved = {k: tree.tokens[k]._replace(head=noun) for k in tree.children[n] if k < noun}
            turned = token._replace(pos="VERB", tag="VBZ", dep="ROOT", head=n, lemma=token.text[:-1])
            last = {k: t._replace(head=n) for k, t in enumerate(tree.tokens) if t.head == root and k > n}
            return {
                root: tree.tokens[root]._replace(dep="nsubj", head=n),
                noun: tree.tokens[noun]._replace(dep="pobj", head=token.head),
                n: turned, **moved, **last,
            }  # fmt: skip
    return {}


def _next_object(tree: Tree, n: int) -> int | None:
    """The object of the same verb right behind an object."""
    token = tree.tokens[n]
    if token.dep != "dobj" or token.pos not in ("NOUN", "PROPN") or token.head > n:
        return None
    return next((k for k in tree.kids(token.head, "dobj") if k > n and tree.tokens[k].pos == "NOUN"), None)


def _is_somebody(token: Token) -> bool:
    return is_person_word(token.lemma.lower()) or token.ent[2:] in ("PERSON", "ORG")


TWO_OBJECTS = (
    ("person-before-what-is-given", person_before_what_is_given),
    ("noun-before-its-own", noun_before_its_own),
    ("subject-behind-behind", subject_behind_behind),
    ("subject-taken-for-compound-of-verb", subject_taken_for_compound_of_verb),
    ("sought-behind-name", sought_behind_name),
    ("points-taken-for-noun", points_taken_for_noun),
)
