"""Clauses that stand though a word of denial is over them: "it cannot be denied", "nobody disputes that"."""

from __future__ import annotations

from rashomon.lexicon.operators import class_of
from rashomon.stages.annotate.clauses.labels import Tree
from rashomon.stages.annotate.clauses.modifiers import Own, is_negated


def nobody_denies(tree: Tree, h: int, word: str) -> bool:
    """Of "nobody disputes that", "no one denies that", "few in the town doubt that": it is so."""
    nobody = any(
        tree.tokens[k].text.lower() in ("nobody", "none")
        or [t.text.lower() for t in tree.tokens[max(0, k - 1) : k + 1]] == ["no", "one"]
        for k in tree.kids(h, "nsubj")
    ) or _few(tree, h)
    return nobody and class_of(word, "V") in ("deny", "doubt")


def _few(tree: Tree, h: int) -> bool:
    """True for "few", "hardly anyone" as those who doubt, whatever the parser makes of "few"."""
    for k in tree.kids(h, "nsubj", "amod"):
        word, before = tree.tokens[k].text.lower(), tree.tokens[k - 1].text.lower() if k else ""
        if (word == "few" and before != "a") or (word in ("anyone", "anybody") and class_of(before, "R") == "negate"):
            return True
    return False


def is_undeniable(tree: Tree, own: Own, h: int, word: str) -> bool:
    """Of "it cannot be denied that": it is so."""
    able = any(tree.tokens[k].text.lower() in ("can", "ca", "could") for k in tree.kids(h, "aux"))
    return able and is_negated(own[h]) and class_of(word, "V") in ("deny", "doubt")
