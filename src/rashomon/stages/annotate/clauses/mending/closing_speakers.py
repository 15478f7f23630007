"""Whoever closes a sentence without a comma before, as wires and clumsy copies have it: "Nine died the agency said Friday"."""

from __future__ import annotations

from rashomon.lexicon.operators import class_of
from rashomon.model.annotation import Token
from rashomon.stages.annotate.who.lexicon import bodies, person_nouns, words

_PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "PRON")
_LAST = 6
"""Words that may follow the verb: "on Monday", "without apportioning blame"."""
_FIRST = 4
_GOES_ON = frozenset({"that", "whether", "if", ":", "how", "why"})
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_SOURCES = frozenset({"source", "witness", "observatory", "monitor", "agency", "media", "correspondent"})


def read_closing_speakers(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """The tokens of such a sentence: what is said hangs on the verb of saying; empty where nothing is wrong."""
    for at in range(max(_FIRST, len(tokens) - 1 - _LAST), len(tokens)):
        if tokens[at].tag not in ("VBD", "VBZ") or tokens[at].lemma.lower() not in words("speech.txt"):
            continue
        behind = {t.text.lower() for t in tokens[at + 1 :]}
        if _has_own(tokens, at) or _denies_a_noun(tokens, at):
            continue
        first = _phrase_start(tokens, at)
        root = next((n for n, t in enumerate(tokens) if t.head == n), 0)
        if root == at:
            return _subject_given(tokens, first, at) if not behind & _GOES_ON else {}
        told = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens[: max(0, first - 1)])
        if first >= _FIRST and told and root < first and not behind & _GOES_ON and _speaks(tokens, first, at):
            return _hung(tokens, (first, at), root)
    return {}


def _subject_given(tokens: tuple[Token, ...], first: int, at: int) -> dict[int, Token]:
    """Of "... in Odan the Observatory for Rights says.": the verb has what is said, and its speaker was taken into that."""
    told = next((n for n, t in enumerate(tokens[:at]) if t.head == at and t.dep == "ccomp"), None)
    if told is None or any(t.head == at and t.dep in ("nsubj", "nsubjpass", "expl") for t in tokens):
        return {}
    head = at - 1
    if tokens[first - 1].text.lower() in ("of", "for", "in") and tokens[first - 1].head == first - 2:
        head, first = first - 2, _phrase_start(tokens, first - 1)
    if first <= told + 1 or first < _FIRST or not _speaks(tokens, first, head + 1):
        return {}
    return {head: tokens[head]._replace(dep="nsubj", head=at)}


def _hung(tokens: tuple[Token, ...], phrase: tuple[int, int], root: int) -> dict[int, Token]:
    """The verb of saying as root, what stood there as what is said, the noun phrase before the verb as who says it."""
    first, at = phrase
    found = {
        n: tokens[n]._replace(head=at - 1, dep="compound" if tokens[n].pos != "DET" else "det")
        for n in range(first, at - 1)
        if not first <= tokens[n].head < at
    }
    found |= {n: t._replace(head=at) for n, t in enumerate(tokens[at + 1 :], start=at + 1) if t.head < at}
    return found | {
        root: tokens[root]._replace(head=at, dep="ccomp"),
        at - 1: tokens[at - 1]._replace(head=at, dep="nsubj"),
        at: tokens[at]._replace(head=at, dep="ROOT", pos="VERB"),
    }


def _has_own(tokens: tuple[Token, ...], at: int) -> bool:
    """True for "though the league denied any part": the verb has its own object or clause behind it."""
    own = any(t.head == at and t.dep in ("dobj", "attr", "xcomp", "ccomp") for t in tokens[at + 1 :])
    return own and tokens[at].lemma != "tell"


def _denies_a_noun(tokens: tuple[Token, ...], at: int) -> bool:
    """True for "..., an accusation he denies": what he denies is the accusation, and he tells nothing of what stands before."""
    noun = tokens[tokens[at].head]
    denies = class_of(tokens[at].lemma.lower(), "V") in ("deny", "reject", "doubt")
    return denies and tokens[at].dep == "relcl" and noun.dep == "appos" and noun.pos == "NOUN"


def _phrase_start(tokens: tuple[Token, ...], at: int) -> int:
    """Where the noun phrase right before the verb begins: a name alone, or from its article on."""
    n = at - 1
    if tokens[n].text.lower() in _PRONOUNS:
        return n
    while n > 0 and tokens[n - 1].pos in _PHRASE and tokens[n].pos != "DET" and not _is_apart(tokens, n):
        n -= 1
    return n


def _is_apart(tokens: tuple[Token, ...], n: int) -> bool:
    """True where a name ends and another begins: "since 2011 AFP", a day before a name."""
    before = tokens[n - 1].ent[2:]
    return before in ("DATE", "TIME", "CARDINAL") or before not in ("", tokens[n].ent[2:])


def _speaks(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """True for a pronoun, an office, a body or a name that no preposition or relative brings."""
    head, before = tokens[at - 1], tokens[first - 1]
    if before.pos in ("ADP", "SCONJ", "CCONJ", "VERB", "AUX", "PART", "PUNCT", "NUM") or before.tag in ("WP", "WDT"):
        return False
    word = head.lemma.casefold()
    known = word in person_nouns() or word in bodies() or word in _SOURCES or word in words("papers.txt")
    return head.text.lower() in _PRONOUNS or known or head.ent[2:] in ("PERSON", "ORG")
