"""What governs a clause that hangs on a noun: "a plan to kill", "the idea that he killed", "it was not X who killed"."""

from __future__ import annotations

from rashomon.lexicon.operators import SPEECH, class_of
from rashomon.model.clause import Governance, Operator
from rashomon.stages.annotate.clauses.beyond_doubt import nobody_denies
from rashomon.stages.annotate.clauses.governed_nouns import shows_doing
from rashomon.stages.annotate.clauses.labels import Tree
from rashomon.stages.annotate.clauses.modifiers import Own, has_to, is_had, is_negated, operator, under_word

_SCANT = frozenset({"little", "few", "scant", "scarce", "insufficient", "thin", "meagre", "precious"})
_LACKING = frozenset({"lack", "absence", "want", "dearth", "shortage", "paucity"})
_TOLD = frozenset({"tell", "inform", "assure", "notify"})
_FIRST = frozenset(
    {"first", "last", "only", "one", "second", "third", "people", "person", "man", "woman", "those", "latest"}
)


def of_noun(tree: Tree, own: Own, n: int, h: int) -> Governance:
    """As in "a plan to kill", "allegations that he killed", "nobody was found killed", "the first to die"."""
    if any(tree.tokens[k].text.lower() == "that" and tree.tokens[k].dep == "mark" for k in tree.children[n]):
        return content(tree, own, n, h)
    if has_to(tree, n) and tree.tokens[n].dep != "relcl":
        word = tree.tokens[h].lemma.lower()
        return Governance(own[n], None if word in _FIRST else _infinitive(word, h), False, "none")
    if any(tree.tokens[k].lemma.lower() in _FIRST for k in tree.kids(h, "amod")):
        return Governance(own[n], None, False, "none")
    if is_had(tree, tree.tokens[h].head):
        return Governance(own[n], operator(tree.tokens[h].head, "condition"), False, "none")
    apart = _set_apart(tree, h)
    if apart is not None:
        over = operator(apart, "cleft", negated=is_negated((*own[apart], *own[h])))
        return Governance(own[n], over, True, "none")
    shown = shows_doing(tree, h) if tree.tokens[n].tag == "VBG" else None
    if shown is not None:
        return under_word(own, n, shown, class_of(tree.tokens[shown].lemma.lower(), "V") or "evidence")
    first = h
    while tree.tokens[first].dep == "conj":
        first = tree.tokens[first].head
    one = _set_apart(tree, first) if first != h else None
    if one is not None and is_negated(own[h]):  # "it was X and not Y that did it": X did
        return Governance(own[n], operator(one, "cleft", negated=is_negated((*own[one], *own[first]))), True, "none")
    negated = is_negated(own[h]) or _is_no_case(tree, h)
    false = next((o for o in own[h] if o.cls == "false"), None)
    return Governance(own[n], operator(h, "relative", negated=True) if negated else false, False, "none")


def _infinitive(word: str, at: int) -> Operator:
    cls = class_of(word, "N")
    return operator(at, cls if cls in ("prevent", "wish", "fear", "possible") else "intend")


def _set_apart(tree: Tree, noun: int) -> int | None:
    """The "be" of "it was X who": who follows is said to have done it, or not to."""
    token = tree.tokens[noun]
    if token.dep != "attr" or tree.tokens[token.head].lemma != "be":
        return None
    it = any(tree.tokens[k].text.lower() == "it" for k in tree.kids(token.head, "nsubj"))
    return token.head if it else None


def _is_no_case(tree: Tree, noun: int) -> bool:
    """Of "this is not a case where he shot": he did not."""
    token = tree.tokens[noun]
    if token.lemma.lower() not in ("case", "situation", "instance") or token.dep != "attr":
        return False
    return tree.child(token.head, "neg") is not None


def content(tree: Tree, own: Own, n: int, h: int) -> Governance:
    """As in "the idea that he killed": the noun whose content a clause is, though the parser hang it on one behind."""
    opens = tree.subtree(n)[0]
    if nobody_denies(tree, h, tree.tokens[h].lemma.lower()):
        return Governance(own[n], operator(h, "certain"), True, "none")
    for k in (h, *range(min(opens, len(tree)) - 1, max(-1, opens - 8), -1)):
        noun = tree.tokens[k].pos in ("NOUN", "PROPN") and tree.tokens[k].text.lower() != "talks"
        cls = class_of(tree.tokens[k].lemma.lower(), "N") if noun else None
        if cls is not None:
            return Governance(own[n], operator(k, cls, negated=_is_negated_noun(tree, own, k)), k == h, "none")
    verb = _telling(tree, h)
    if verb is not None:
        cls = class_of(tree.tokens[verb].lemma.lower(), "V")
        return under_word(own, n, verb, cls if cls in SPEECH else "say")
    return Governance(own[n], operator(h, "unknown"), True, "none")


def _telling(tree: Tree, noun: int) -> int | None:
    """Of "argued at the hearing that": the verb of saying, where the parser hung what is said on a noun between."""
    over = next((k for k in tree.up(noun) if tree.tokens[k].pos == "VERB"), None)
    word = tree.tokens[over].lemma.lower() if over is not None else ""
    return over if class_of(word, "V") in SPEECH or word in _TOLD else None


def _is_negated_noun(tree: Tree, own: Own, noun: int) -> bool:
    """Of "no evidence", "have not produced any evidence", "there is not a doubt"."""
    token = tree.tokens[noun]
    weighed = token.dep == "nsubjpass" and class_of(tree.tokens[token.head].lemma.lower(), "V") in ("evidence", "deny")
    hung = token.dep in ("dobj", "attr", "nsubjpass", "nsubj") and token.head != noun and not weighed
    above = own[token.head] if hung else ()
    if token.dep == "pobj" and tree.tokens[token.head].text.lower() == "of":  # "not a shred of evidence that"
        measure = tree.tokens[token.head].head
        over = tree.tokens[measure].head
        above = (*own[measure], *(own[over] if tree.tokens[measure].dep in ("attr", "dobj", "nsubj") else ()))
    held = {o.token: o for o in (*own[noun], *above) if o.cls == "negate"}
    return (len(held) + _is_scant(tree, noun)) % 2 == 1


def _is_scant(tree: Tree, noun: int) -> bool:
    """Of "little evidence", "few signs", "a lack of proof": as good as none."""
    if any(tree.tokens[k].text.lower() in _SCANT for k in tree.kids(noun, "amod", "advmod", "nummod", "det")):
        return True
    prep = tree.tokens[noun].head
    if tree.tokens[noun].dep == "dobj" and tree.tokens[prep].lemma.lower() in _LACKING:
        return True
    of = tree.tokens[noun].dep == "pobj" and tree.tokens[prep].text.lower() == "of"
    return of and tree.tokens[tree.tokens[prep].head].lemma.lower() in _LACKING
