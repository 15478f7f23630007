"""Whom somebody saw at it: "officers observed a man firing" tells of the man, whatever the parse hangs the firing on."""

from __future__ import annotations

from rashomon.stages.annotate.clauses.labels import Tree

_PERCEIVING = frozenset(
    {"see", "watch", "observe", "witness", "hear", "spot", "notice", "film", "record", "photograph", "show", "catch"}
)
_POSING = frozenset({"dress", "disguise", "pose", "masquerade"})


def seen_doing(tree: Tree, verb: int, head: int) -> int | None:
    """The object of a verb of seeing that a bare participle `verb` follows, with no comma between; the subject behind "Having fled"; else None."""
    token = tree.tokens[verb]
    if opens_as_done(tree, verb):
        return tree.child(head, "nsubj", "nsubjpass")
    seen = tree.child(head, "dobj")
    if token.tag != "VBG" or seen is None or not head < seen < verb:
        return None
    if tree.tokens[head].lemma.lower() not in _PERCEIVING or tree.child(verb, "aux") is not None:
        return None
    return None if any(t.text == "," for t in tree.tokens[seen:verb]) else seen


def is_guise(tree: Tree, first: int) -> bool:
    """Whether the words from a token on are what somebody is dressed, disguised, known as."""
    if first < 2 or tree.tokens[first - 1].text.lower() != "as":
        return False
    return tree.tokens[first - 2].tag == "VBN" or tree.tokens[first - 2].lemma in _POSING


def opens_as_done(tree: Tree, verb: int) -> bool:
    """Of "Having pleaded guilty, X will be sentenced": what opens the sentence is done, by whoever its verb tells of."""
    having = next((n for n in tree.kids(verb, "aux")), None)
    return having == 0 and tree.tokens[0].text == "Having" and tree.tokens[verb].dep == "advcl"
