"""Who does what a verb tells, and to whom: through passives, relative clauses, coordination and control.

Where the parse leaves two readings open, the answer is nobody: a person is not accused on a guess.
"""

from __future__ import annotations

from rashomon.model.annotation import Token
from rashomon.stages.claims.actors import GROUPS, is_person_noun
from rashomon.stages.claims.perceived import seen_doing
from rashomon.stages.claims.view import SentenceView

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_VERBAL = frozenset({"VERB", "AUX"})
_OPENED = frozenset({"acl", "advcl", "xcomp"})
_REPORTING = frozenset({"believe", "think", "say", "allege", "report", "suspect", "know", "presume", "claim"})
_SAYING = frozenset({"say", "tell", "report", "believe", "think", "allege", "claim", "add"})
_CARING = frozenset(
    {"drive", "take", "carry", "rush", "transport", "fly", "find", "treat", "rescue", "help", "identify", "airlift"}
)
_PERCEIVING = frozenset({"see", "watch", "spot", "find", "meet", "notice", "film", "catch"})
_POSING = frozenset({"dress", "disguise", "pose", "masquerade"})
_HURTING = frozenset({"kill", "shoot", "stab", "murder", "injure", "wound", "attack", "strike", "beat", "rape"})
_RAISING = frozenset(
    {"begin", "start", "proceed", "continue", "manage", "go", "appear", "seem", "use", "return",
     "come", "help"}
)  # fmt: skip


def is_passive(sentence: SentenceView, verb: int) -> bool:
    """True for "was shot", "shot by", and for a verb joined to such a one without a subject of its own."""
    deps = {sentence.tokens[n].dep for n in sentence.children[verb]}
    if deps & {"auxpass", "nsubjpass", "agent"}:
        return True
    token = sentence.tokens[verb]
    if token.tag != "VBN" or "aux" in deps:
        return token.dep == "conj" and not deps & {"nsubj", "aux"} and _joins_passive(sentence, verb)
    return token.dep == "acl" or (token.dep == "conj" and "nsubj" not in deps and _joins_passive(sentence, verb))


def _joins_passive(sentence: SentenceView, verb: int) -> bool:
    head = sentence.tokens[verb].head
    return sentence.tokens[verb].tag in {"VBN", "VBD"} and is_passive(sentence, head)


def subjects(sentence: SentenceView, verb: int, depth: int = 0) -> list[int]:
    """The heads of the verb's grammatical subject; empty where the sentence does not give it plainly."""
    own = own_subject(sentence, verb)
    if own is not None and (_is_shadowed(sentence, own, verb) or (depth and _has_rival(sentence, own, verb))):
        return []
    if own is not None:
        return _resolved(sentence, own, verb)
    token = sentence.tokens[verb]
    if depth > 4 or token.head == verb:
        return []
    head = token.head
    if token.dep == "conj" and sentence.tokens[head].pos in _VERBAL:
        if any(_opens_clause(sentence, n) for n in range(head + 1, verb)) or _is_crowded(sentence, verb):
            return []
        if _is_unlike(sentence, head, verb) or _is_of_the_hurt(sentence, verb):
            return []
        return subjects(sentence, head, depth + 1)
    if token.dep == "pcomp" and (token.tag == "VBG" or sentence.child(verb, "auxpass") is not None):
        return _of_preposition(sentence, head, depth)
    if token.dep in _OPENED and sentence.tokens[head].pos in _VERBAL:
        return _controlled(sentence, verb, head, depth)
    if token.dep == "acl" and token.tag in {"VBG", "VBN"}:
        return [] if _is_aimed_at(sentence, head) else sentence.conjuncts(head)
    return []


def _opens_clause(sentence: SentenceView, at: int) -> bool:
    """Whether another clause starts at a token: with its subject, or a noun the parser took for its verb."""
    token = sentence.tokens[at]
    return token.dep in _SUBJECTS or (token.dep == "advcl" and token.pos == "NOUN")


def _is_unlike(sentence: SentenceView, head: int, verb: int) -> bool:
    """Whether joined verbs differ in form, so that the second belongs elsewhere.

    "walked up to a crowd waiting at a tram stop and opened fire", "was with X and shooting victim Y".
    """
    first, second = sentence.tokens[head].tag, sentence.tokens[verb].tag
    if sentence.tokens[head].dep == "acl" and _is_aimed_at(sentence, sentence.tokens[head].head):
        return True
    if second == "VBG":
        return first != "VBG" and sentence.child(verb, "aux") is None
    dep = sentence.tokens[head].dep
    bare = dep == "relcl" or (dep in {"acl", "advcl", "pcomp"} and sentence.child(head, "aux") is None)
    return first == "VBG" and bare and second in {"VBD", "VBZ", "VBP"}


def _is_of_the_hurt(sentence: SentenceView, verb: int) -> bool:
    """Of "X shot a man who broke in and killed his brother": either of the two may have killed."""
    clause = _clause(sentence, verb)
    if clause is None or clause == verb:
        return False
    whom = sentence.tokens[sentence.tokens[clause].head]
    return whom.dep == "dobj" and sentence.tokens[whom.head].lemma in _HURTING


def _has_rival(sentence: SentenceView, own: int, verb: int) -> bool:
    """Whether a verb has two subjects: "the killer of X, the boy found dead, is held and charged" is not said of X."""
    return any(n != own and n < verb for n in sentence.kids(verb, *_SUBJECTS))


def _is_aimed_at(sentence: SentenceView, at: int) -> bool:
    """Of "opened fire on a crowd, killing a woman": the crowd did not kill."""
    token = sentence.tokens[at]
    if token.dep == "dobj" and sentence.tokens[token.head].lemma in _HURTING:
        return True
    return token.dep == "pobj" and sentence.tokens[token.head].lemma.lower() in {"on", "at", "into", "against", "in"}


def _is_shadowed(sentence: SentenceView, subject: int, verb: int) -> bool:
    """Whether the verb may have another subject than the parser says.

    "a miller who faced trial after his daughter found", "who police say shot", "dressed as X opened fire".
    """
    before = sentence.tokens[verb - 1]
    next_to = sentence.tokens[subject + 1]
    if next_to.lemma in _SAYING and verb > subject + 1 and next_to.pos in _VERBAL:
        return True
    first = min(sentence.subtree(subject)[0], subject)
    if is_guise(sentence, first) or (first and _is_hurting(sentence.tokens[first - 1])):
        return True
    if sentence.tokens[verb].tag == "VBG" and before.text.lower() in {"as", "than"}:
        return True  # "guilty of killing a nun, two priests, as well as carrying out": the priests did not
    after = sentence.tokens[before.head].lemma.lower() in {"after", "before", "since", "until", "when", "as"}
    return verb - 1 != subject and before.dep == "pobj" and after and is_person_noun(before)


def is_guise(sentence: SentenceView, first: int) -> bool:
    """Whether the words from a token on are what somebody is dressed, disguised, known as."""
    if first < 2 or sentence.tokens[first - 1].text.lower() != "as":
        return False
    return sentence.tokens[first - 2].tag == "VBN" or sentence.tokens[first - 2].lemma in _POSING


def _is_hurting(token: Token) -> bool:
    """Of "the man police say killed X was charged": X, whom the parser takes for the subject, was killed."""
    return token.lemma in _HURTING and token.tag in {"VBD", "VBN"}


def own_subject(sentence: SentenceView, verb: int) -> int | None:
    """The verb's own subject; where the parser gives it two ("A witness in the case, X said"), the nearer one."""
    return max((n for n in sentence.kids(verb, *_SUBJECTS)), key=lambda n: (n < verb, n), default=None)


def _controlled(sentence: SentenceView, verb: int, head: int, depth: int) -> list[int]:
    token = sentence.tokens[verb]
    seen = seen_doing(sentence, verb, head) if token.dep in ("advcl", "xcomp") else None
    if seen is not None:
        return sentence.conjuncts(seen)
    if token.dep == "advcl" and (token.tag not in {"VBG", "VB"} or sentence.child(verb, "mark") is not None):
        return []
    if token.dep == "advcl" and (is_passive(sentence, head) or _other_doer_between(sentence, head, verb)):
        return []
    if token.dep == "xcomp" and not _hands_on(sentence, head):
        return []
    return subjects(sentence, head, depth + 1)


def _hands_on(sentence: SentenceView, head: int) -> bool:
    """Whether what follows is done by the verb's subject: "went on to", "is said to have", not "was going to"."""
    lemma = sentence.tokens[head].lemma
    if lemma in _REPORTING:
        return is_passive(sentence, head)
    if lemma == "go":
        return any(sentence.tokens[n].text.lower() == "on" for n in sentence.children[head])
    return lemma in _RAISING


def _other_doer_between(sentence: SentenceView, head: int, verb: int) -> bool:
    """True for "police seek men who shot into a house, injuring a boy": the parse leaves open who injured."""
    for n in range(head + 1, verb):
        if sentence.tokens[n].pos == "VERB" and sentence.tokens[n].dep not in {"xcomp", "conj", "advcl", "pcomp"}:
            return True
    return False


def _of_preposition(sentence: SentenceView, preposition: int, depth: int) -> list[int]:
    """Of "after shooting X", "before killing X": the subject of the verb it hangs on."""
    head = sentence.tokens[preposition].head
    if sentence.tokens[preposition].lemma not in {"after", "before", "by", "while"}:
        return []
    if sentence.tokens[head].pos not in _VERBAL or is_passive(sentence, head):
        return []
    if sentence.tokens[head].lemma in _SAYING and preposition < head:
        return []  # "After shooting X, Y said Z ran": Z may have shot
    if sentence.tokens[head].lemma in _PERCEIVING and sentence.child(head, "dobj") is not None:
        return []
    return subjects(sentence, head, depth + 1)


def _resolved(sentence: SentenceView, subject: int, verb: int) -> list[int]:
    token = sentence.tokens[subject]
    if sentence.tokens[verb - 1].text.lower() == "then" and sentence.tokens[subject + 1].pos == "PUNCT":
        return []
    if token.tag not in {"WP", "WDT"} and token.text.lower() not in _RELATIVE:
        return sentence.conjuncts(subject)
    clause = _clause(sentence, verb)
    apart = _set_apart(sentence, subject, verb if clause is None else clause)
    if apart is not None:
        return apart
    if clause is None:
        return []
    antecedent = sentence.tokens[clause].head
    return [antecedent] if _attaches(sentence, antecedent, subject) else []


def _set_apart(sentence: SentenceView, relative: int, verb: int) -> list[int] | None:
    """ "It was X and Y who did it": both, wherever the parser hangs the clause; nobody where "it was not X"."""
    over = next((n for n in sentence.up(verb) if n != verb and sentence.tokens[n].lemma == "be"), None)
    it = over is not None and any(sentence.tokens[n].text.lower() == "it" for n in sentence.kids(over, "nsubj"))
    said = sentence.child(over, "attr") if over is not None and it else None
    if over is None or said is None:
        return None
    found = sentence.conjuncts(said)
    if any(sentence.tokens[n].pos != "PROPN" or n > relative for n in found):
        return None
    return found if sentence.child(over, "neg") is None else []


def _clause(sentence: SentenceView, verb: int) -> int | None:
    """The relative clause's verb, from the verb or one it is joined to."""
    while sentence.tokens[verb].dep in {"conj", "ccomp", "xcomp"} and sentence.tokens[verb].head != verb:
        verb = sentence.tokens[verb].head
    return verb if sentence.tokens[verb].dep == "relcl" else None


def _attaches(sentence: SentenceView, antecedent: int, relative: int) -> bool:
    """False for "the brother of X, who ..." and where another noun than the antecedent's own stands between."""
    head = sentence.tokens[antecedent]
    if head.dep == "pobj" and sentence.tokens[head.head].lemma in {"of", "for"}:
        outer = sentence.tokens[sentence.tokens[head.head].head]
        if outer.pos in {"NOUN", "PROPN"} and outer.ent == "" and is_person_noun(outer):
            return False
    if any(sentence.tokens[n].dep == "conj" and n < relative for n in sentence.children[antecedent]):
        return False  # "X and Y, who": of which of the two; "X, who shot, and Y" is plain
    return antecedent < relative and not _other_between(sentence, antecedent, relative)


def _other_between(sentence: SentenceView, antecedent: int, relative: int) -> bool:
    """Whether somebody else stands between the two: "the victims of a student who" leaves open who did it."""
    if sentence.tokens[antecedent].lemma in {"member", *GROUPS}:
        return False
    own = {k for n in sentence.kids(antecedent, "appos") for k in sentence.subtree(n)}
    opened = next((n for n in range(antecedent, relative) if sentence.tokens[n].text == "("), relative)
    between = (n for n in range(antecedent + 1, opened) if n not in own)
    return any(is_person_noun(sentence.tokens[n]) or sentence.tokens[n].ent == "B-PERSON" for n in between)


def _is_crowded(sentence: SentenceView, verb: int) -> bool:
    """Whether a joined verb may belong to another: a name right before it, or a relative clause with a "him" after."""
    if verb and sentence.tokens[verb - 1].pos == "PROPN":
        return True
    if sentence.tokens[sentence.tokens[verb].head].lemma in _SAYING:
        return True
    inside = _clause(sentence, verb)
    found = sentence.child(verb, "dobj")
    if inside is None or found is None or sentence.tokens[found].text.lower() not in {"him", "her", "them"}:
        return False
    subject = own_subject(sentence, inside)
    return subject is not None and sentence.tokens[subject].tag in {"WP", "WDT"}


def doers(sentence: SentenceView, verb: int) -> list[int]:
    """Who does what the verb tells: the subject, or the "by" of a passive; empty where the sentence does not say."""
    if not is_passive(sentence, verb):
        return subjects(sentence, verb)
    agent = sentence.child(verb, "agent")
    if agent is None:
        # "killed and burned by X": both by X, where the two stand side by side.
        beside = (n for n in sentence.kids(verb, "conj") if n == verb + 2)
        joined = next((n for n in beside if sentence.tokens[n].lemma not in _CARING), None)
        agent = sentence.child(joined, "agent") if joined is not None else None
    at = sentence.child(agent, "pobj") if agent is not None else None
    return sentence.conjuncts(at) if at is not None else []


def done_to(sentence: SentenceView, verb: int) -> list[int]:
    """Whom or what the verb is done to: its object, or the subject of a passive."""
    if not is_passive(sentence, verb):
        at = sentence.child(verb, "dobj")
        return sentence.conjuncts(at) if at is not None else []
    if sentence.tokens[verb].dep == "acl":
        return [sentence.tokens[verb].head]
    return subjects(sentence, verb)
