"""What is told behind a clause of time: "told the judges before they withdrew that the captain had called him"."""

from __future__ import annotations

from rashomon.lexicon.operators import SPEECH, class_of
from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree
from rashomon.stages.annotate.who.lexicon import words

_WHILES = frozenset({"before", "after", "as", "when", "while", "once", "until", "since"})
_TAKE_A_CLAUSE = SPEECH | {"evidence", "know", "perceive", "certain", "notion"}
_FULL = ("ccomp", "xcomp")

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


def _is_while(tree: Tree, verb: int) -> bool:
    """True for a clause of time whose verb is none that "that" may follow."""
    opens = (k for k in tree.kids(verb, "mark", "advmod") if k < verb)
    plain = class_of(tree.tokens[verb].lemma.lower(), "V") not in _TAKE_A_CLAUSE
    return plain and not _tells(tree.tokens[verb]) and any(tree.words[k] in _WHILES for k in opens)


def _tells(token: Token) -> bool:
    return token.pos == "VERB" and token.lemma.lower() in words("speech.txt")


TOLD_WHILE = (("told-behind-while", told_behind_while),)
