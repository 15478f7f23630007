"""What is told past what stands between: "told the judges before they withdrew that the captain had called him", "had not
fired, the judge said, but had ordered it"."""

from __future__ import annotations

from rashomon.lexicon.operators import SPEECH, class_of
from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree
from rashomon.stages.annotate.who.lexicon import words

_WHILES = frozenset({"before", "after", "as", "when", "while", "once", "until", "since"})
_TAKE_A_CLAUSE = SPEECH | {"evidence", "know", "perceive", "certain", "notion"}
_FULL = ("ccomp", "xcomp")
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_SHARED = frozenset({"had", "would", "has", "have", "will"})

Changes = dict[int, Token]


def told_behind_while(tree: Tree) -> Changes:
    """Of "told the police after he was arrested that Ardo Salvin had fired": told is that he fired, and nobody is arrested that."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        while_verb = token.head
        over = tree.tokens[while_verb].head
        if token.dep != "ccomp" or tree.tokens[while_verb].dep != "advcl" or not over < while_verb < n:
            continue
        that = next((k for k in tree.kids(n, "mark") if tree.words[k] == "that"), None)
        if that is None or tree.words[that - 1] == "," or not _is_while(tree, while_verb):
            continue
        if _tells(tree.tokens[over]) and tree.child(over, *_FULL) is None:
            found[n] = token._replace(head=over)
    return found


def joined_past_sayer(tree: Tree) -> Changes:
    """Of "Ardo Salvin had not fired, the judge said, but had ordered it": he had ordered it, and the judge has said that too."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        says = token.head
        told = tree.child(says, "ccomp") if token.dep == "conj" and _tells(tree.tokens[says]) else None
        if told is None or not told < says < n or tree.child(n, *_SUBJECTS) is not None:
            continue
        helping = (
            {tree.words[k] for k in tree.kids(n, "aux")} & {tree.words[k] for k in tree.kids(told, "aux")} & _SHARED
        )
        joins = next((k for k in tree.kids(says, "cc") if says < k < n), None)
        who = tree.child(says, "nsubj")
        apart = who is not None and told < who < says and tree.words[tree.subtree(who)[0] - 1] == ","
        if helping and joins is not None and tree.words[joins - 1] == "," and apart:
            found |= {n: token._replace(head=told), joins: tree.tokens[joins]._replace(head=told)}
    return found


def participle_taken_for_root(tree: Tree) -> Changes:
    """Of "Ardo Salvin, retired since last year, denied under oath that he had fired": he denied it, and "retired" says who he is."""
    first = tree.root() if len(tree) else 0
    who = tree.child(first, "nsubj") if len(tree) else None
    if who is None or not who < first or tree.words[first - 1] != "," or tree.tokens[first].tag not in ("VBN", "VBD"):
        return {}
    if tree.child(first, "aux", "auxpass", "cc", "dobj") is not None:
        return {}
    for n in tree.kids(first, "advcl", "conj"):
        full = tree.child(n, "ccomp") is not None and tree.child(n, *_SUBJECTS, "mark", "aux", "auxpass") is None
        if (
            first < n
            and tree.words[n - 1] == ","
            and tree.tokens[n].tag in ("VBN", "VBD")
            and full
            and _tells(tree.tokens[n])
        ):
            closing = (k for k in tree.children[first] if k > n and tree.tokens[k].dep == "punct")
            return {k: tree.tokens[k]._replace(head=n) for k in closing} | {
                n: tree.tokens[n]._replace(dep="ROOT", head=n, tag="VBD"),
                who: tree.tokens[who]._replace(head=n),
                first: tree.tokens[first]._replace(dep="acl", head=who, tag="VBN"),
            }
    return {}


def _is_while(tree: Tree, verb: int) -> bool:
    """True for a clause of time whose verb is none that "that" may follow."""
    opens = (k for k in tree.kids(verb, "mark", "advmod") if k < verb)
    plain = class_of(tree.tokens[verb].lemma.lower(), "V") not in _TAKE_A_CLAUSE
    return plain and not _tells(tree.tokens[verb]) and any(tree.words[k] in _WHILES for k in opens)


def _tells(token: Token) -> bool:
    return token.pos == "VERB" and token.lemma.lower() in words("speech.txt")


TOLD_WHILE = (
    ("told-behind-while", told_behind_while),
    ("joined-past-sayer", joined_past_sayer),
    ("participle-taken-for-root", participle_taken_for_root),
)
