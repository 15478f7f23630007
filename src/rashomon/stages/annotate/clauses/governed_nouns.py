"""What governs a noun: of what happened ("prevented an attack"), or of what is said ("rejected the claim that ...")."""

from __future__ import annotations

from rashomon.lexicon.operators import class_of
from rashomon.model.annotation import Token
from rashomon.model.clause import Governance, Operator
from rashomon.stages.annotate.clauses.labels import Tree
from rashomon.stages.annotate.clauses.modifiers import Own, is_negated, operator, verb_class

_DONE = frozenset({"order", "call", "ask", "try", "set", "plot", "allow", "need", "get", "tell", "claim", "risk"})
"""Verbs of intending whose object is told of all the same: "ordered the attack", "tried the killers"."""
_OF_LAW = frozenset(
    {"arrest", "detention", "capture", "extradition", "imprisonment", "release", "acquittal", "conviction"}
)
_NOT_YET = frozenset({"order", "call", "ask", "face", "escape", "evade", "dodge", "resist", "elude", "flee"})
"""What the law does is not done by being ordered, asked for or faced."""
_STAYS = frozenset({"be", "remain", "stay"})
_BROUGHT_ABOUT = frozenset(
    {"send", "deliver", "hold", "make", "post", "place", "complete", "pay", "carry", "launch", "dispatch"}
)
"""Verbs whose passive says that what a noun tells came about: "the letter was never sent"."""
_UNDONE = frozenset({"collapse", "crumble", "evaporate", "unravel", "fail", "fall"})


def govern_noun(tree: Tree, own: Own, n: int, h: int) -> Governance:
    """What the word over a noun makes of it."""
    if class_of(tree.tokens[n].lemma.lower(), "N") in _CONTENT:
        return _content_noun(tree, own, n, h)
    return _event_noun(tree, own, n, h)


_WEIGHING = frozenset({"evidence", "deny", "doubt"})
"""Classes of nouns that weigh what is told: "no confirmation of reports that"."""
_CONTENT = frozenset(
    {"evidence", "know", "say", "report", "admit", "allege", "rumour", "notion", "believe", "doubt", "suggest", "deny"}
)


def _content_noun(tree: Tree, own: Own, n: int, h: int) -> Governance:
    """Of "the idea is nonsense", "dismissed claims that", "there is no doubt that", "evidence has emerged that"."""
    dep, over = tree.tokens[n].dep, tree.tokens[h]
    word = over.lemma.lower()
    if dep == "attr" and word == "be":
        return Governance(own[n], None, True, "none")
    if dep in ("nsubj", "nsubjpass") and word in ("be", "remain", "seem", "prove"):
        return _called(tree, own, n, h)
    cls = verb_class(tree, h)
    if dep in ("nsubjpass", "dobj") and (
        cls in ("deny", "doubt", "prevent") or (cls == "false" and dep == "nsubjpass")
    ):
        over_it = operator(h, "doubt" if cls == "doubt" else "reject", negated=is_negated(own[h]))
        return Governance(own[n], over_it, True, "none")
    if (
        dep == "dobj"
        and word in ("drop", "waive", "shelve")
        and class_of(tree.tokens[n].lemma.lower(), "N") == "allege"
    ):
        return Governance(own[n], operator(h, "reject"), True, "none")
    if dep in ("nsubjpass", "dobj") and (cls == "true" or word in _BEARS_OUT) and not is_negated(own[h]):
        return Governance(own[n], operator(h, "true"), True, "none")
    if dep == "nsubjpass" and cls == "evidence":
        return Governance(own[n], operator(h, cls, negated=is_negated(own[h])), True, "none")
    if dep == "pobj" and (without := _without_substance(tree, own, h)) is not None:
        return Governance(own[n], operator(without, "reject"), False, "none")
    if dep == "pobj" and over.text.lower() == "of" and class_of(tree.tokens[over.head].lemma.lower(), "N") in _WEIGHING:
        noun = over.head
        if is_negated((*own[noun], *own[tree.tokens[noun].head])):
            return Governance(own[n], operator(noun, "unproven"), False, "none")
    if dep == "nsubj" and word in _UNDONE:
        return Governance(own[n], operator(h, "false"), True, "none")
    return Governance(own[n], None, dep in ("nsubj", "nsubjpass", "dobj", "attr"), "none")


_BEARS_OUT = frozenset({"confirm", "verify", "substantiate", "corroborate", "prove", "bear"})
"""Verbs of showing whose object, where it is a claim or report, is so: "bore out the allegation that"."""


def _without_substance(tree: Tree, own: Own, prep: int) -> int | None:
    """Of "there is no truth in the rumour that", "no basis for the claim that": the noun that is denied."""
    noun = tree.tokens[prep].head
    if tree.tokens[prep].text.lower() not in ("in", "to", "for", "behind") or tree.tokens[noun].pos != "NOUN":
        return None
    word = tree.tokens[noun].lemma.lower()
    weighs = class_of(word, "N") == "true" or word == "truth"
    return noun if weighs and is_negated((*own[noun], *own[tree.tokens[noun].head])) else None


def _called(tree: Tree, own: Own, n: int, h: int) -> Governance:
    """Of "the claim is false", "the theory remains unproven"."""
    for k in tree.kids(h, "acomp", "attr", "oprd"):
        word = tree.tokens[k].lemma.lower()
        cls = class_of(word, "A") or class_of(word, "N")
        if cls in ("false", "true", "certain", "possible", "unclear", "doubt"):
            return Governance(own[n], operator(k, cls, negated=is_negated((*own[h], *own[k]))), True, "modal")
    return Governance(own[n], None, True, "none")


def _event_noun(tree: Tree, own: Own, n: int, h: int) -> Governance:
    token, over = tree.tokens[n], tree.tokens[h]
    word = over.lemma.lower()
    if token.dep == "conj":
        but = any(tree.tokens[k].text.lower() == "but" for k in tree.kids(h, "cc"))  # "no deaths but 23 injuries"
        return Governance(own[n], None, not but, "none" if but else "all")
    if token.dep == "prep":
        named = (
            token.text.lower() == "including"
        )  # "attacks, including kidnappings": what holds of the whole holds of these
        state = token.text.lower() in ("in", "under") and over.lemma in _STAYS
        return Governance(own[n], None, named or state or class_of(word, "N") == "picture", "all")
    if token.dep == "dobj" and word == "rule":
        return Governance(own[n], operator(h, "exclude", negated=is_negated(own[h])), False, "none")
    if token.dep in ("nsubj", "nsubjpass") and (unreal := _unreal(tree, own, h)) is not None:
        return Governance(own[n], unreal, False, "none")
    if token.dep in ("dobj", "nsubjpass", "attr", "oprd"):
        return _object(tree, own, n, h)
    if token.dep == "nsubj":
        likely = [k for k in tree.kids(h, "acomp") if class_of(tree.tokens[k].lemma.lower(), "A") == "possible"]
        if likely:
            return Governance(own[n], operator(likely[0], "possible", negated=is_negated(own[h])), True, "all")
        return Governance(own[n], None, not _definite(tree, n), "all")
    if token.dep == "pobj":
        return _after_preposition(tree, own, n, h)
    if token.dep == "compound" and over.pos == "NOUN" and (cls := _of_compound(over)):
        return Governance(own[n], operator(h, cls), False, "none")
    return Governance(own[n], None, False, "none")


def _unreal(tree: Tree, own: Own, h: int) -> Operator | None:
    """Of "the murder was staged", "the kidnapping was a hoax": the word by which it did not happen."""
    if verb_class(tree, h) == "false" and tree.child(h, "auxpass", "nsubjpass") is not None:
        return None if is_negated(own[h]) else operator(h, "false")
    made = tree.tokens[h].lemma.lower() in _BROUGHT_ABOUT and tree.child(h, "auxpass") is not None
    made = made and tree.child(h, "agent") is None  # "was not carried out by the miners", but by others
    if made or tree.tokens[h].lemma.lower() in ("happen", "occur") or _takes_place(tree, h):
        return operator(h, "negate") if is_negated(own[h]) else None
    for k in tree.kids(h, "acomp", "attr") if tree.tokens[h].lemma == "be" else ():
        word = tree.tokens[k].lemma.lower()
        if class_of(word, "N") == "false" or class_of(word, "A") == "false":
            return None if is_negated((*own[h], *own[k])) else operator(k, "false")
    return None


def _takes_place(tree: Tree, verb: int) -> bool:
    return tree.tokens[verb].lemma == "take" and any(
        tree.tokens[k].text.lower() == "place" for k in tree.children[verb]
    )


def _of_compound(over: Token) -> str | None:
    """Of "attack plan", "bomb threat"; "peace talks" are held."""
    return None if over.text.lower() == "talks" else class_of(over.lemma.lower(), "N")


def _object(tree: Tree, own: Own, n: int, h: int) -> Governance:
    word = tree.tokens[h].lemma.lower()
    cls = verb_class(tree, h)
    if cls == "prevent" or word in ("deny", "disclaim"):
        undone = is_negated(own[h]) != _is_undone(tree, h)
        return Governance(own[n], operator(h, cls or "deny", negated=undone), False, "none")
    if _is_not_yet(tree.tokens[n], word) and cls != "prevent":
        return Governance(own[n], operator(h, "intend"), False, "none")
    if cls in ("intend", "wish", "fear", "imagine") and word not in _DONE:
        return Governance(own[n], operator(h, cls), False, "none")
    predicate = tree.tokens[n].dep in ("attr", "oprd") or shows_doing(tree, n) is not None
    return Governance(own[n], None, predicate or not _definite(tree, n), "all")


def _is_not_yet(noun: Token, verb: str) -> bool:
    """Of "ordered the arrest", "faces arrest", "escaped arrest": nobody is arrested."""
    return noun.lemma.lower() in _OF_LAW and verb in _NOT_YET


def shows_doing(tree: Tree, noun: int) -> int | None:
    """Of "shows a man running", "saw soldiers firing": the verb that shows or sees it; else None."""
    token = tree.tokens[noun]
    if token.dep != "dobj" or not any(tree.tokens[k].tag == "VBG" for k in tree.kids(noun, "acl")):
        return None
    seen = class_of(tree.tokens[token.head].lemma.lower(), "V") in ("evidence", "perceive", "suggest")
    return token.head if seen else None


def _is_undone(tree: Tree, verb: int) -> bool:
    """Of "failed to stop the attack": it was not stopped."""
    token = tree.tokens[verb]
    return token.dep == "xcomp" and class_of(tree.tokens[token.head].lemma.lower(), "V") == "prevent"


def _after_preposition(tree: Tree, own: Own, n: int, prep: int) -> Governance:
    """As in "fears of an attack", "accused of an attack", "without an attack", "involved in the attack"."""
    link, h = tree.tokens[prep].text.lower(), tree.tokens[prep].head
    over = tree.tokens[h]
    word = over.lemma.lower()
    if link in ("in", "under") and over.lemma in _STAYS:
        return Governance(own[n], None, True, "all")  # "was in touch with": what governs the verb governs this
    if link == "including" and over.pos == "NOUN":
        return Governance(own[n], None, True, "all")
    if class_of(link, "P") == "prevent":
        return Governance(own[n], operator(prep, "prevent"), False, "none")
    if link == "against" and word in _CHALLENGES:
        return Governance(own[n], None, False, "none")  # "the appeal against his acquittal": he was acquitted
    if over.pos == "NOUN" and link in ("of", "for", "about", "against"):
        cls = class_of(word, "N")
        return Governance(own[n], operator(h, cls, negated=is_negated(own[h])) if cls else None, False, "none")
    if (
        over.pos == "VERB"
        and link in ("for", "of", "about")
        and (word in ("plan", "prepare", "warn") or _is_not_yet(tree.tokens[n], word))
    ):
        return Governance(own[n], operator(h, "intend"), False, "none")
    return Governance(own[n], None, False, "none")


_CHALLENGES = frozenset({"appeal", "complaint", "petition", "protest"})
"""Nouns of what is done against a verdict or a deed that is there already."""


def _definite(tree: Tree, at: int) -> bool:
    words = ("the", "this", "that", "these", "those")
    return any(
        tree.tokens[n].dep == "poss" or (tree.tokens[n].dep == "det" and tree.tokens[n].text.lower() in words)
        for n in tree.children[at]
    )
