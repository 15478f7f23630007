"""One tree of every piece of a sentence: with one root, and never deeper than a reader can climb."""

from __future__ import annotations

from collections.abc import Sequence

DEEPEST = 60
"""Words above a word: a list of 120 names hangs each on the one before, and readers follow such chains by recursion."""


def whole_tree(heads: Sequence[int | None], roots: Sequence[bool]) -> tuple[list[int], int]:
    """Heads of one tree, and its root; None is a head that was cut off with another piece of the sentence.

    What was cut off hangs on the root: the sentence's own where the piece has it, else the first word cut off. What
    lies too deep hangs on the last word that does not.
    """
    loose = [n for n, head in enumerate(heads) if head is None or head == n]
    root = next((n for n in loose if roots[n]), loose[0] if loose else 0)
    tree = [root if head is None or head == n or n == root else head for n, head in enumerate(heads)]
    return (_flat(tree) if len(tree) > DEEPEST else tree), root


def _flat(tree: list[int]) -> list[int]:
    """The same tree where no word has more than DEEPEST above it."""
    above: dict[int, tuple[int, int]] = {}
    for start in range(len(tree)):
        path = []
        at = start
        while at not in above and tree[at] != at:
            path.append(at)
            at = tree[at]
        depth, last = above.get(at, (0, at))
        for n in reversed(path):
            depth += 1
            last = n if depth < DEEPEST else last
            above[n] = (depth, last)
    # The last ancestor that is not too deep; a word that is itself not too deep keeps its head.
    return [head if above.get(n, (0, n))[0] < DEEPEST else above[n][1] for n, head in enumerate(tree)]
