"""Who does what a verb tells, and to whom: through passives, relative clauses, coordination and control.
Where the parse leaves two readings open, the answer is nobody: a person is not accused on a guess."""

from __future__ import annotations

from rashomon.lexicon import word_set, words
from rashomon.lexicon.nouns import is_person_noun
from rashomon.stages.annotate.clauses.antecedents import attaches, personal, relative_clause, set_apart
from rashomon.stages.annotate.clauses.hurting import HURTING, is_aimed_at, is_hurting
from rashomon.stages.annotate.clauses.labels import Tree
from rashomon.stages.annotate.clauses.passive import is_gerund, is_passive
from rashomon.stages.annotate.clauses.perceived import is_guise, seen_doing

_SUBJECTS, _RELATIVE = ("nsubj", "nsubjpass", "csubj"), frozenset({"who", "which", "that", "whom"})
_VERBAL, _OPENED = frozenset({"VERB", "AUX"}), frozenset({"acl", "advcl", "xcomp"})
_SAYING = frozenset({"say", "tell", "report", "believe", "think", "allege", "claim", "add"})
_GUESSING = frozenset({"suspect", "know", "presume", "understand", "fear", "suppose", "assume", "estimate"})
_REPORTING = _GUESSING | {"believe", "think", "say", "allege", "report", "claim", "rumour", "rumor"}
_SET = frozenset({"expect", "schedule", "set", "slate", "summon", "show", "prove", "find", "see"})
_DUE = frozenset({"due", "set", "likely", "scheduled", "bound", "unlikely", "certain"})
_CARING = word_set("roles.caring")
_PERCEIVING = frozenset({"see", "watch", "spot", "find", "meet", "notice", "film", "catch"})
_ACCUSING = frozenset({"accuse", "blame", "charge", "suspect", "condemn", "denounce"})
_MOVING = frozenset({"lead", "cause", "prompt", "drive", "push", "persuade", "convince"})
"""Verbs whose object does what the infinitive says, as far as is told: "led police to suspect"."""
_RAISING = frozenset(
    {"begin", "start", "proceed", "continue", "manage", "go", "appear", "seem", "use", "return",
     "come", "help", "have", "be", "stand", "turn", "happen", "prove", "cease", "tend", "dare"}
)  # fmt: skip
_ORDERING = frozenset({"order", "direct", "instruct", "require", "force", "cause", "command", "allow"})
"""Of "ordered X to be held", "X was ordered held" X is held."""


def subjects(tree: Tree, verb: int, depth: int = 0) -> list[int]:
    """The heads of the verb's grammatical subject; empty where the tree does not give it plainly."""
    own = own_subject(tree, verb)
    if own is not None and (_is_shadowed(tree, own, verb) or (depth and _has_rival(tree, own, verb))):
        return []
    if own is not None:
        return _resolved(tree, own, verb)
    token = tree.tokens[verb]
    if depth > 4 or token.head == verb:
        return []
    head = token.head
    if token.dep == "conj" and tree.tokens[head].pos in _VERBAL:
        if any(_opens_clause(tree, n) for n in range(head + 1, verb)) or _is_crowded(tree, verb):
            return []
        if _is_unlike(tree, head, verb) or _is_of_the_hurt(tree, verb):
            return []
        return subjects(tree, head, depth + 1)
    if token.dep == "pcomp" and (is_gerund(tree, verb) or tree.child(verb, "auxpass") is not None):
        return _of_preposition(tree, head, depth, verb)
    if token.dep in _OPENED and tree.tokens[head].pos in _VERBAL:
        return _controlled(tree, verb, head, depth)
    if token.dep == "acomp" and tree.tokens[head].lemma == "stand":  # "stands accused"
        return subjects(tree, head, depth + 1)
    if token.dep == "xcomp" and tree.tokens[head].lemma in _DUE and tree.tokens[head].dep == "acomp":
        return subjects(tree, tree.tokens[head].head, depth + 1)
    if token.dep == "relcl" and tree.child(verb, "parataxis") is not None:  # "the man the police say shot the mayor"
        return tree.conjuncts(head)
    if token.dep == "acl" and token.tag in {"VBG", "VBN"} and tree.child(verb, "mark") is None:
        return [] if token.tag == "VBG" and is_aimed_at(tree, head) else tree.conjuncts(head)
    return []


def _opens_clause(tree: Tree, at: int) -> bool:
    """Whether another clause starts at a token: with its subject, or a noun the parser took for its verb."""
    token = tree.tokens[at]
    return token.dep in _SUBJECTS or (token.dep == "advcl" and token.pos == "NOUN")


def _is_unlike(tree: Tree, head: int, verb: int) -> bool:
    """Whether joined verbs differ in form, so that the second belongs elsewhere.

    "walked up to a crowd waiting at a tram stop and opened fire", "was with X and shooting victim Y".
    """
    first, second = tree.tokens[head].tag, tree.tokens[verb].tag
    if tree.tokens[head].dep == "acl" and is_aimed_at(tree, tree.tokens[head].head):
        return True
    if second == "VBG":
        return first != "VBG" and tree.child(verb, "aux") is None
    dep = tree.tokens[head].dep
    bare = dep == "relcl" or (dep in {"acl", "advcl", "pcomp"} and tree.child(head, "aux") is None)
    return first == "VBG" and bare and second in {"VBD", "VBZ", "VBP"}


def _is_of_the_hurt(tree: Tree, verb: int) -> bool:
    """Of "X shot a man who broke in and killed his brother": either of the two may have killed."""
    clause = relative_clause(tree, verb)
    if clause is None or clause == verb:
        return False
    own = own_subject(tree, clause)
    if own is not None and tree.tokens[own].text.lower() not in _RELATIVE:
        return False  # "where rebels killed nine, soldiers came and shot five": of no relative clause
    whom = tree.tokens[tree.tokens[clause].head]
    return whom.dep == "dobj" and tree.tokens[whom.head].lemma in HURTING


def _has_rival(tree: Tree, own: int, verb: int) -> bool:
    """Whether a verb has two subjects: "the killer of X, the boy found dead, is held and charged" is not said of X."""
    return any(n != own and n < verb for n in tree.kids(verb, *_SUBJECTS))


def _is_shadowed(tree: Tree, subject: int, verb: int) -> bool:
    """Whether the verb may have another subject than the parser says.

    "a miller who faced trial after his daughter found", "who police say shot", "dressed as X opened fire".
    """
    if subject > verb:
        return False  # "among the suspects are X and Y"
    before = tree.tokens[verb - 1]
    next_to = tree.tokens[min(subject + 1, len(tree) - 1)]
    if next_to.lemma in _SAYING and verb > subject + 1 and next_to.pos in _VERBAL:
        return True
    first = min(tree.subtree(subject)[0], subject)
    if is_guise(tree, first) or (first and is_hurting(tree.tokens[first - 1])):
        return True
    if tree.tokens[verb].tag == "VBG" and before.text.lower() in {"as", "than"}:
        return True  # "guilty of killing a nun, two priests, as well as carrying out": the priests did not
    after = tree.tokens[before.head].lemma.lower() in {"after", "before", "since", "until", "when", "as"}
    return verb - 1 != subject and before.dep == "pobj" and after and is_person_noun(before)


def own_subject(tree: Tree, verb: int) -> int | None:
    """The verb's own subject; where the parser gives it two ("A witness in the case, X said"), the nearer one."""
    return max((n for n in tree.kids(verb, *_SUBJECTS)), key=lambda n: (n < verb, n), default=None)


def _controlled(tree: Tree, verb: int, head: int, depth: int) -> list[int]:
    token = tree.tokens[verb]
    seen = seen_doing(tree, verb, head) if token.dep in ("advcl", "xcomp") else None
    if seen is not None:
        return tree.conjuncts(seen)
    if token.dep == "advcl" and token.tag == "VBN" and is_passive(tree, verb):
        return _set_aside(tree, verb, head, depth)
    bare = is_gerund(tree, verb) or token.tag == "VB"
    if token.dep == "advcl" and (not bare or tree.child(verb, "mark") is not None):
        return []
    if token.dep == "advcl" and (is_passive(tree, head) or _other_doer_between(tree, head, verb)):
        return []
    if token.dep == "xcomp" and tree.tokens[head].lemma in _MOVING and not is_passive(tree, head):
        moved = tree.child(head, "dobj")
        return tree.conjuncts(moved) if moved is not None else []
    befalls = token.tag == "VBN" or tree.child(verb, "auxpass") is not None
    if token.dep == "xcomp" and befalls and tree.tokens[head].lemma in _ORDERING:
        ordered = tree.child(head, "dobj")  # "ordered X and Y to be held", "X was ordered to be held"
        return tree.conjuncts(ordered) if ordered is not None else subjects(tree, head, depth + 1)
    if token.dep == "xcomp" and not _hands_on(tree, head):
        return []
    return subjects(tree, head, depth + 1)


def _set_aside(tree: Tree, verb: int, head: int, depth: int) -> list[int]:
    """Of "X was held, accused of murder" X; of "police held X, accused of murder" whom they held."""
    held = tree.child(head, "dobj")
    if verb < head or held is None or is_passive(tree, head):
        return subjects(tree, head, depth + 1)
    return tree.conjuncts(held) if tree.tokens[verb].lemma in _ACCUSING and tree.tokens[held].pos == "PROPN" else []


def _hands_on(tree: Tree, head: int) -> bool:
    """Whether what follows is done by the verb's subject: "went on to", "is said to have", not "was going to"."""
    lemma = tree.tokens[head].lemma
    if lemma in _REPORTING | _SET:
        return is_passive(tree, head)
    if lemma == "go":
        return any(tree.tokens[n].text.lower() == "on" for n in tree.children[head])
    return lemma in _RAISING


def _other_doer_between(tree: Tree, head: int, verb: int) -> bool:
    """True for "police seek men who shot into a house, injuring a boy": the parse leaves open who injured."""
    for n in range(head + 1, verb):
        if tree.tokens[n].pos == "VERB" and tree.tokens[n].dep not in {"xcomp", "conj", "advcl", "pcomp"}:
            return True
    return False


def _of_preposition(tree: Tree, preposition: int, depth: int, verb: int) -> list[int]:
    """Of "after shooting X", "before killing X": the subject of the verb it hangs on."""
    head = tree.tokens[preposition].head
    if tree.tokens[preposition].lemma not in {"after", "before", "by", "while", "since"}:
        return []
    if tree.tokens[head].pos not in _VERBAL or (is_passive(tree, head) and not is_passive(tree, verb)):
        return []
    if tree.tokens[head].lemma in _SAYING and preposition < head:
        return []  # "After shooting X, Y said Z ran": Z may have shot
    if tree.tokens[head].lemma in _PERCEIVING | _ACCUSING and tree.child(head, "dobj") is not None:
        return []  # "X accused Y of gassing miners by firing shells": Y fired, whatever the parser hangs it on
    return subjects(tree, head, depth + 1)


def _resolved(tree: Tree, subject: int, verb: int) -> list[int]:
    token = tree.tokens[subject]
    if tree.tokens[verb - 1].text.lower() == "then" and tree.tokens[min(subject + 1, len(tree) - 1)].pos == "PUNCT":
        return []
    if token.tag not in {"WP", "WDT"} and token.text.lower() not in _RELATIVE:
        return tree.conjuncts(subject)
    clause = relative_clause(tree, verb)
    apart = set_apart(tree, subject, verb if clause is None else clause)
    if apart is not None:
        return apart
    if clause is None:
        return []
    antecedent = personal(tree, tree.tokens[clause].head, token)
    for one in (antecedent, *tree.kids(antecedent, "appos")):
        several = [n for n in tree.conjuncts(one) if n < subject]
        if len(several) > 1 and _is_of_all(tree, several, clause):
            return several
    return [antecedent] if attaches(tree, antecedent, subject) else []


def _is_of_all(tree: Tree, several: list[int], clause: int) -> bool:
    """Of "X and Y, who have been in custody" both: names of one each, and a verb of many."""
    one_each = all(tree.tokens[n].tag == "NNP" for n in several)
    said = {tree.tokens[n].text.lower() for n in (clause, *tree.kids(clause, "aux", "auxpass"))}
    return one_each and not said.isdisjoint(("have", "are", "were"))


def _is_crowded(tree: Tree, verb: int) -> bool:
    """Whether a joined verb may belong to another: a name right before it, or a relative clause with a "him" after."""
    if verb and tree.tokens[verb - 1].pos == "PROPN":
        return True
    if tree.tokens[tree.tokens[verb].head].lemma in _SAYING:
        return True
    inside = relative_clause(tree, verb)
    found = tree.child(verb, "dobj")
    if inside is None or found is None or tree.tokens[found].text.lower() not in {"him", "her", "them"}:
        return False
    subject = own_subject(tree, inside)
    return subject is not None and tree.tokens[subject].tag in {"WP", "WDT"}


def doers(tree: Tree, verb: int) -> list[int]:
    """Who does what the verb tells: the subject, or the "by" of a passive; empty where the tree does not say."""
    if not is_passive(tree, verb):
        return subjects(tree, verb)
    agent = _agent(tree, verb)
    if agent is None:
        # "killed and burned by X": both by X, where the two stand side by side.
        beside = (n for n in tree.kids(verb, "conj") if n == verb + 2 and tree.tokens[n].lemma not in _CARING)
        joined = next(beside, None)
        agent = tree.child(joined, "agent") if joined is not None else None
    at = tree.child(agent, "pobj") if agent is not None else None
    return tree.conjuncts(at) if at is not None else []


def _left_out(tree: Tree, verb: int) -> list[int]:
    """Of "the man X met" the man: what a clause without "whom" is about, where nothing else stands in that place."""
    token, kids = tree.tokens[verb], {tree.tokens[n].dep for n in tree.children[verb]}
    above = tree.tokens[token.head]
    bare = token.dep == "relcl" and "nsubj" in kids and not kids & {"ccomp", "xcomp", "acomp", "attr", "prt"}
    relative = bare and {"WDT", "WP", "WRB", "WP$"} & {tree.tokens[n].tag for n in tree.subtree(verb) if n < verb}
    if not bare or relative or above.pos not in ("NOUN", "PROPN") or above.ent[2:] in ("DATE", "TIME"):
        return []
    if above.lemma.lower() in words("en-when-how.txt") or left_behind(tree, verb) is not None:
        return []
    return [token.head]


def left_behind(tree: Tree, verb: int) -> int | None:
    """Of "the man he spoke to" the "to", behind which nothing stands."""
    found = (n for n in tree.kids(verb, "prep") if n > verb and not tree.children[n])
    return next(found, None) if tree.tokens[verb].dep == "relcl" else None


def _agent(tree: Tree, verb: int) -> int | None:
    """The "by" of who does it; of "was warned by phone by X" the second, as a bare noun before it is only the way."""
    found = list(tree.kids(verb, "agent"))
    below = {k: tree.child(k, "pobj") for k in found}
    more = [k for k in found if (at := below[k]) is not None and (tree.children[at] or tree.tokens[at].pos != "NOUN")]
    return next(iter(more or found), None)


def done_to(tree: Tree, verb: int) -> list[int]:
    """Whom or what the verb is done to: its object, or the subject of a passive."""
    if not is_passive(tree, verb):
        at = tree.child(verb, "dobj")
        over = (
            tree.tokens[verb].head if tree.tokens[verb].dep == "ccomp" else verb
        )  # "which the group says it carried out"
        if at is not None and tree.tokens[at].tag in {"WDT", "WP"} and tree.tokens[over].dep == "relcl":
            return [tree.tokens[over].head]  # "an attack that the group has claimed"
        return tree.conjuncts(at) if at is not None else _left_out(tree, verb)
    if tree.tokens[verb].dep == "acl" and tree.child(verb, "mark") is None:
        return [tree.tokens[verb].head]
    return subjects(tree, verb)
