"""A sentence's tokens as a tree: what hangs on what. It knows heads and labels by name, and nothing of what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.model.annotation import Token


class Tree:
    """Tokens with their children. Tokens are spoken of by their index in the sentence."""

    __slots__ = ("_by_label", "children", "tokens")

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.children: list[list[int]] = [[] for _ in tokens]
        self._by_label: dict[tuple[int, str], list[int]] = {}
        for n, token in enumerate(tokens):
            head = token.head
            if head != n:
                self.children[head].append(n)
                self._by_label.setdefault((head, token.dep), []).append(n)

    def __len__(self) -> int:
        return len(self.tokens)

    def root(self) -> int:
        """The index of the sentence's root token (0 where the parse has none)."""
        return next((n for n, t in enumerate(self.tokens) if t.head == n), 0)

    def subtree(self, at: int) -> list[int]:
        """The token and all below it, in text order."""
        if not self.children[at]:
            return [at]
        found, stack = [], [at]
        while stack:
            n = stack.pop()
            found.append(n)
            stack.extend(self.children[n])
        return sorted(found)

    def child(self, at: int, *deps: str) -> int | None:
        """The first child of a token with one of these dependency labels."""
        found = [below[0] for dep in deps if (below := self._by_label.get((at, dep)))]
        return min(found) if found else None

    def kids(self, at: int, *deps: str) -> Iterator[int]:
        """All children of a token with one of these dependency labels."""
        if len(deps) == 1:
            return iter(self._by_label.get((at, deps[0]), ()))
        below = self.children[at]
        return iter([n for n in below if self.tokens[n].dep in deps] if below else ())

    def conjuncts(self, at: int) -> list[int]:
        """The token and those joined to it by "and", "or", commas."""
        found, stack = [], [at]
        while stack:
            n = stack.pop()
            found.append(n)
            if self.children[n]:
                stack.extend(reversed(list(self.kids(n, "conj"))))
        return found

    def up(self, at: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        while self.tokens[at].head != at:
            at = self.tokens[at].head
            yield at
