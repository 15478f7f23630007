"""What one "not" denies: participles in a row ("has not been arrested, charged or tried"), a verb behind "not at all"."""

from __future__ import annotations

from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree

_OWN = ("nsubj", "nsubjpass", "mark", "aux", "auxpass", "advmod")

Changes = dict[int, Token]


def participles_in_a_row(tree: Tree) -> Changes:
    """Of "Ardo Salvin has not been questioned, arrested or charged": each stands beside the one before, and none of it was done."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        first = token.head
        if token.dep != "advcl" or token.tag != "VBN" or first >= n or tree.words[n - 1] != ",":
            continue
        passive = tree.tokens[first].tag == "VBN" and tree.child(first, "auxpass") is not None
        joined = tree.child(n, "cc") is not None and any(t.tag == "VBN" for t in tree.tokens[n + 1 :])
        if passive and joined and tree.child(n, *_OWN) is None:
            found[n] = token._replace(dep="conj")
    return found


def not_at_all(tree: Tree) -> Changes:
    """Of "was suspended but not at all arrested": it is the verb that "not" denies."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens[:-3]):
        if token.dep == "neg" and tree.words[n + 1] == "at" and tree.words[n + 2] == "all" == tree.words[token.head]:
            found[n] = token._replace(head=tree.tokens[token.head].head)
    return found


DENIED_ROW = (("participles-in-a-row", participles_in_a_row), ("not-at-all", not_at_all))
