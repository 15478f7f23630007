"""What is said only not to be said: "I do not say that he ordered it", "nobody claims that", "whoever whispers that"."""

from __future__ import annotations

from rashomon.lexicon import word_set
from rashomon.lexicon.operators import class_of
from rashomon.stages.annotate.clauses.labels import Tree
from rashomon.stages.annotate.clauses.modifiers import Own, is_negated

_OWN = frozenset({"i", "we"})
_NONE = frozenset({"nobody", "none"})
_ANYBODY = frozenset({"whoever", "anyone", "anybody", "whomever"})
_SUBJECTS = ("nsubj", "nsubjpass")


def unsaid_class(tree: Tree, own: Own, clause: int, verb: int) -> str | None:
    """The class that a verb of saying has over its clause where the writer does not say so, or nobody in particular does; else None.

    What a court "does not consider proven" is unproven, whatever verb judges that.
    """
    judges = tree.tokens[verb].lemma.lower() in word_set("disclaimed.judging")
    if judges and is_negated(own[verb]) and _is_proof(tree, clause):
        return "unproven"
    if tree.tokens[verb].lemma.lower() not in word_set("disclaimed.saying"):
        return None
    subject = tree.child(verb, *_SUBJECTS)
    if subject is None:
        return None
    word = tree.words[subject]
    now = tree.tokens[verb].lemma.lower() != "say" or tree.tokens[verb].tag in ("VBZ", "VBP")
    if (word in _OWN and is_negated(own[verb])) or (now and _is_none(tree, subject)):
        return "unproven"
    of_whom = tree.tokens[tree.tokens[verb].head].text.lower() if tree.tokens[verb].dep == "relcl" else word
    return "notion" if _ANYBODY & {word, of_whom} else None


def _is_proof(tree: Tree, at: int) -> bool:
    """ "it proven", "it as established": a participle of showing as what is judged."""
    shown = tree.tokens[at].tag in ("VBN", "VBD") and class_of(tree.tokens[at].lemma.lower(), "V") == "evidence"
    opens = {tree.words[k] for k in tree.kids(at, "aux", "auxpass", "mark")}
    return shown and opens <= {"as"}


def _is_none(tree: Tree, subject: int) -> bool:
    """ "Nobody", "no one"."""
    word = tree.words[subject]
    return word in _NONE or (word == "one" and subject > 0 and tree.words[subject - 1] == "no")
