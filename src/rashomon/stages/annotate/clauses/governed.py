"""What governs each word of a sentence, read where somebody asks: of most words nobody does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from rashomon.model.clause import Governance, Operator
from rashomon.stages.annotate.clauses.labels import Tree
from rashomon.stages.annotate.clauses.modifiers import own_operators
from rashomon.stages.annotate.clauses.operators import asides, govern_at, is_relative, question


def govern(tree: Tree) -> Governed:
    """What governs each token."""
    return Governed(tree)


class Governed(Sequence[Governance]):
    """What governs each token of a sentence, read where somebody asks: of most words nobody does."""

    __slots__ = ("_beside", "_found", "_own", "_tree")

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._own: _Own | None = None
        self._beside: frozenset[int] = frozenset()
        self._found: dict[int, Governance] = {}

    def __len__(self) -> int:
        return len(self._tree)

    @overload
    def __getitem__(self, at: int) -> Governance: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Governance, ...]: ...
    def __getitem__(self, at: int | slice) -> Governance | tuple[Governance, ...]:
        if isinstance(at, slice):
            return tuple(self[n] for n in range(*at.indices(len(self))))
        n = range(len(self))[at]
        if n not in self._found:
            if self._own is None:
                self._own, self._beside = _Own(self._tree), asides(self._tree)
            governance = govern_at(self._tree, self._own, n)
            self._found[n] = governance._replace(aside=True) if n in self._beside else governance
        return self._found[n]


class _Own(dict[int, tuple[Operator, ...]]):
    """What each word's own modifiers do to it, a question mark with them, read where somebody asks."""

    def __init__(self, tree: Tree) -> None:
        super().__init__()
        self._tree, self._asked = tree, question(tree)

    def __missing__(self, at: int) -> tuple[Operator, ...]:
        own = own_operators(self._tree, at)
        if self._asked is not None and not is_relative(self._tree, at):
            own = (*own, self._asked)
        self[at] = own
        return own
