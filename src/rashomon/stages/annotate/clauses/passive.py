"""Whether a verb is told of as done to its subject."""

from __future__ import annotations

from rashomon.lexicon import word_set
from rashomon.model.tree import asked_once
from rashomon.stages.annotate.clauses.labels import Tree


@asked_once
def is_passive(tree: Tree, verb: int) -> bool:
    """True for "was shot", "shot by", and for a verb joined to such a one without a subject of its own."""
    deps = {tree.tokens[n].dep for n in tree.children[verb]}
    token = tree.tokens[verb]
    active = token.tag == "VBD" and "nsubj" in deps and "auxpass" not in deps  # "spoke by radio": no agent
    if deps & {"auxpass", "nsubjpass"} or ("agent" in deps and not active):
        return True
    if token.dep == "conj" and "dobj" in deps:
        # "was ordered to shoot and killed them"; "was convicted and given a life sentence"
        kept = token.tag == "VBN" and token.lemma in word_set("passive.keeping") and not deps & {"nsubj", "aux"}
        return kept and _joins_passive(tree, verb)
    if token.tag != "VBN" or "aux" in deps:
        return token.dep == "conj" and not deps & {"nsubj", "aux"} and _joins_passive(tree, verb)
    stands = token.dep in ("xcomp", "acomp") and tree.tokens[token.head].lemma == "stand"  # "stands accused"
    set_aside = (token.dep == "advcl" or stands) and not deps & {
        "nsubj",
        "dobj",
        "mark",
    }  # "X was held, accused of murder"
    return (
        token.dep == "acl" or set_aside or (token.dep == "conj" and "nsubj" not in deps and _joins_passive(tree, verb))
    )


def _joins_passive(tree: Tree, verb: int) -> bool:
    token = tree.tokens[verb]
    if token.lemma in word_set("passive.never"):
        return False  # "was arrested and walked free", "was shot and died"
    return token.tag in {"VBN", "VBD"} and is_passive(tree, token.head)


def is_gerund(tree: Tree, verb: int) -> bool:
    """ "Killing", "having killed", "having been seen": a form with no subject of its own."""
    return tree.tokens[verb].tag == "VBG" or any(tree.tokens[n].tag == "VBG" for n in tree.kids(verb, "aux"))
