"""What stands beside "be", or in front of a clause, and governs it: "it is possible that", "that he shot her is a lie", "the film
shows him shooting", "had he shot her"."""

from __future__ import annotations

from rashomon.lexicon.operators import class_of
from rashomon.model.clause import Governance
from rashomon.stages.annotate.clauses.labels import Tree
from rashomon.stages.annotate.clauses.modifiers import Own, is_negated, operator, under_word

STATES = ("acomp", "attr", "oprd")
_NOUNS = ("NOUN", "PROPN", "PRON", "NUM")


def under_adjective(tree: Tree, own: Own, n: int, h: int, infinitive: bool) -> Governance:
    """As in "is certain that", "is not confident that": the negation stands beside the verb."""
    beside = own[tree.tokens[h].head] if tree.tokens[h].dep in STATES else ()
    over = operator(h, _adjective(tree.tokens[h].lemma.lower(), infinitive), negated=is_negated((*own[h], *beside)))
    return Governance(own[n], over, True, "modal")


def _adjective(word: str, infinitive: bool) -> str:
    cls = class_of(word, "A")
    if cls == "intend" and not infinitive:
        return "say"
    return cls or ("unknown" if not infinitive else "intend")


def under_be(tree: Tree, own: Own, n: int, h: int, infinitive: bool) -> Governance:
    """As in "it is possible that", "it was nonsense that", "one theory is that": the adjective or noun beside the verb."""
    told = (
        k for k in tree.kids(h, "nsubj") if tree.tokens[k].pos == "NOUN" and class_of(tree.tokens[k].lemma.lower(), "N")
    )
    for k in (*tree.kids(h, "acomp", "attr", "oprd"), *told):
        if k == n:
            continue
        if _is_cleft(tree, n, h, k):
            return Governance(own[n], operator(h, "cleft", negated=is_negated((*own[h], *own[k]))), True, "none")
        word, pos = tree.tokens[k].lemma.lower(), tree.tokens[k].pos
        cls = class_of(word, "A") or class_of(word, "N") if pos in ("ADJ", "VERB") else _subject_class(tree, k)
        if cls is not None:
            both = is_negated((*own[h], *own[k]))
            return Governance(own[n], operator(k, cls, negated=both), True, "modal")
        return Governance(own[n], operator(k, "unknown"), True, "modal")
    for k in tree.kids(h, "nsubj"):  # "one theory is that he shot"
        cls = _subject_class(tree, k)
        if cls is not None and not infinitive:
            return Governance(own[n], operator(k, cls, negated=is_negated((*own[h], *own[k]))), True, "modal")
    return Governance(own[n], operator(h, "future") if infinitive else None, True, "all")


def _subject_class(tree: Tree, k: int) -> str | None:
    """Of "the prosecution's version is that": what somebody holds, where "one version is that" is nobody's."""
    cls = class_of(tree.tokens[k].lemma.lower(), "N")
    return "report" if cls == "notion" and tree.child(k, "poss") is not None else cls


def as_subject(tree: Tree, own: Own, n: int, h: int) -> Governance | None:
    """Of "that it was shelled on Friday is a mistake", "that he shot her has never been proved": what is said of the clause."""
    if _clause_marks(tree, n).isdisjoint({"that"}):
        return None
    if tree.tokens[h].lemma.lower() == "be" or tree.child(h, "acomp", "attr", "oprd") is not None:
        return under_be(tree, own, n, h, False)
    return under_word(own, n, h, class_of(tree.tokens[h].lemma.lower(), "V") or "unknown")


def _clause_marks(tree: Tree, n: int) -> set[str]:
    return {tree.tokens[k].text.lower() for k in tree.kids(n, "mark")}


def fiction_of(tree: Tree, verb: int) -> int | None:
    """Of "the film shows him drowning two men": the noun of the made-up work; None for others."""
    subject = tree.child(verb, "nsubj")
    made_up = subject is not None and class_of(tree.tokens[subject].lemma.lower(), "N") == "fiction"
    return (
        subject
        if made_up and class_of(tree.tokens[verb].lemma.lower(), "V") in ("evidence", "say", "perceive")
        else None
    )


def _is_cleft(tree: Tree, n: int, h: int, said: int) -> bool:
    """Of "it was the ministry that ordered it": the clause says of the ministry what it did."""
    it = any(tree.tokens[k].text.lower() == "it" for k in tree.kids(h, "nsubj"))
    own = tree.child(n, "nsubj", "nsubjpass")
    return it and tree.tokens[said].pos in _NOUNS and own is not None and tree.tokens[own].tag in ("WP", "WDT")
