"""Who does what a verb tells, and to whom: through passives, relative clauses, coordination and control.

Where the parse leaves two readings open, the answer is nobody: a person is not accused on a guess.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.model.annotation import EntityType, Mention, Token
from rashomon.model.span import Quote
from rashomon.stages.claims.view import SentenceView, View
from rashomon.stages.claims.wordlists import word_list

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_VERBAL = frozenset({"VERB", "AUX"})
_ACTING = frozenset({"person", "organization"})
_GROUPS = frozenset({"group", "gang", "band", "number", "dozen", "couple", "pair", "handful", "crowd", "mob"})
_NAMED = frozenset({"PERSON", "ORG", "NORP"})
_OPENED = frozenset({"acl", "advcl", "xcomp"})
_CHUNK = frozenset({"det", "amod", "compound", "nummod", "nmod", "poss", "quantmod", "case", "punct"})
_REPORTING = frozenset({"believe", "think", "say", "allege", "report", "suspect", "know", "presume", "claim"})
_RAISING = frozenset(
    {
        "begin",
        "start",
        "proceed",
        "continue",
        "manage",
        "go",
        "appear",
        "seem",
        "use",
        "return",
        "come",
        "help",
    }
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody as a clause names them: token, words, and the local referent where one is certain."""

    token: int
    words: Quote
    referent: str | None
    type: str | None
    name: bool


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
    if own is not None:
        return _resolved(sentence, own, verb)
    token = sentence.tokens[verb]
    if depth > 4 or token.head == verb:
        return []
    head = token.head
    if token.dep == "conj" and sentence.tokens[head].pos in _VERBAL:
        if any(sentence.tokens[n].dep in _SUBJECTS for n in range(head + 1, verb)):
            return []
        return subjects(sentence, head, depth + 1)
    if token.dep == "pcomp" and token.tag == "VBG":
        return _of_preposition(sentence, head, depth)
    if token.dep in _OPENED and sentence.tokens[head].pos in _VERBAL:
        return _controlled(sentence, verb, head, depth)
    if token.dep == "acl" and token.tag == "VBG":
        return sentence.conjuncts(head)
    return []


def own_subject(sentence: SentenceView, verb: int) -> int | None:
    """The verb's own subject; where the parser gives it two ("A witness in the case, X said"), the nearer one."""
    return max((n for n in sentence.kids(verb, *_SUBJECTS)), key=lambda n: (n < verb, n), default=None)


def _controlled(sentence: SentenceView, verb: int, head: int, depth: int) -> list[int]:
    token = sentence.tokens[verb]
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
    return subjects(sentence, head, depth + 1)


def _resolved(sentence: SentenceView, subject: int, verb: int) -> list[int]:
    token = sentence.tokens[subject]
    if token.tag not in {"WP", "WDT"} and token.text.lower() not in _RELATIVE:
        return sentence.conjuncts(subject)
    clause = _clause(sentence, verb)
    if clause is None:
        return []
    antecedent = sentence.tokens[clause].head
    return [antecedent] if _attaches(sentence, antecedent, subject) else []


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
    if any(sentence.tokens[n].dep == "conj" for n in sentence.children[antecedent]):
        return False
    return antecedent < relative


def is_person_noun(token: Token) -> bool:
    """True for a noun that stands for a person or a body, by the word list."""
    lemma = token.lemma.lower()
    return lemma in word_list("accusations", "people.txt") or lemma in word_list("accusations", "victims.txt")


def is_body_noun(token: Token) -> bool:
    """True for a noun that stands for a body that acts as one, by the word list."""
    return token.lemma.lower() in word_list("accusations", "bodies.txt")


def doers(sentence: SentenceView, verb: int) -> list[int]:
    """Who does what the verb tells: the subject, or the "by" of a passive; empty where the sentence does not say."""
    if not is_passive(sentence, verb):
        return subjects(sentence, verb)
    agent = sentence.child(verb, "agent")
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


def actor(view: View, sentence: SentenceView, at: int) -> Actor | None:
    """The person or body at a token, or None where it is neither, or a pronoun that nobody is certain for."""
    at = _of_whom(sentence, at)
    token = sentence.tokens[at]
    named = _apposed(view, sentence, at)
    if named is not None:
        return named
    mention = _mention_of(sentence, at)
    referent = view.referents.get(mention.referent) if mention and mention.referent else None
    kind = referent.type if referent else mention.type if mention else None
    if not _can_act(token, kind, referent is not None):
        return None
    name = mention.form == "name" if mention else token.ent[2:] in _NAMED
    return Actor(at, chunk(sentence, at), referent.id if referent else None, kind, name)


def _of_whom(sentence: SentenceView, at: int) -> int:
    """Of "a group of terrorists" the terrorists."""
    if sentence.tokens[at].lemma.lower() not in _GROUPS:
        return at
    for n in sentence.kids(at, "prep"):
        below = sentence.child(n, "pobj")
        if sentence.tokens[n].lemma == "of" and below is not None and is_person_noun(sentence.tokens[below]):
            return below
    return at


def _mention_of(sentence: SentenceView, at: int) -> Mention | None:
    """The mention at a token, not a name inside which it merely stands."""
    mention = sentence.mention_at(at)
    if mention is None or mention.head == at or mention.form != "name":
        return mention
    return mention if mention.end == sentence.tokens[at].end else None


def _can_act(token: Token, kind: EntityType | None, resolved: bool) -> bool:
    if token.pos == "PRON" or token.tag in {"PRP", "WP", "WDT", "DT", "PRP$"}:
        return resolved and kind in _ACTING
    if is_person_noun(token) or is_body_noun(token):
        return True
    return kind in _ACTING if kind is not None else token.ent[2:] in _NAMED


def _apposed(view: View, sentence: SentenceView, at: int) -> Actor | None:
    """Of "her husband, X" the named X; None where the token is itself a name or nobody is named beside it."""
    token = sentence.tokens[at]
    if token.pos != "NOUN":
        return None
    for n in sentence.kids(at, "appos"):
        mention = sentence.mention_at(n)
        if mention and mention.form == "name" and mention.type == "person" and mention.referent:
            return Actor(n, Quote(mention.start, mention.end, mention.quote), mention.referent, "person", True)
    return None


def chunk(sentence: SentenceView, at: int) -> Quote:
    """The noun at a token with the words before it that belong to it: "two unidentified gunmen"."""
    mention = sentence.mention_at(at)
    if mention is not None and mention.head == at and mention.form == "name":
        return Quote(mention.start, mention.end, mention.quote)
    first = at
    for n in reversed([k for k in sentence.children[at] if k < at]):
        if sentence.tokens[n].dep not in _CHUNK or (sentence.tokens[n].dep == "punct" and n == first - 1 and n == 0):
            break
        first = sentence.subtree(n)[0]
    return _trimmed(sentence, first, at)


def _trimmed(sentence: SentenceView, first: int, last: int) -> Quote:
    while first < last and (sentence.tokens[first].pos in {"PUNCT", "SPACE"}):
        first += 1
    return sentence.quote(first, last)


def stretch(sentence: SentenceView, tokens: Iterable[int], *, limit: int = 16) -> tuple[int, int]:
    """First and last of the given tokens; those furthest from the first given are left out beyond `limit` words."""
    given = list(tokens)
    core = given[0]
    first = last = core
    for n in given[1:]:
        low, high = min(first, n), max(last, n)
        if high - low < limit:
            first, last = low, high
    return first, last
