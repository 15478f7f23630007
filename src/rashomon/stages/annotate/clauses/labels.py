"""The parser's labels: what each tells of a word, and sentences as trees that know them. Nobody else reads them.

`lexicon/labels.tsv` is the table, with a column for Universal Dependencies beside that of the English parser.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rashomon.lexicon import rows
from rashomon.model import parts, tree
from rashomon.model.annotation import Token

ROOT, CUT_OFF = "ROOT", "dep"
"""The label of a sentence's root, and that of a word whose head stands in another piece of the sentence."""


@cache
def part_of(cls: str, form: str, place: str) -> int:
    """What a word with these labels is and does in its sentence; labels that the table lacks tell nothing."""
    known = _known()
    return known.get(("class", cls), 0) | known.get(("form", form), 0) | known.get(("place", place), 0)


@cache
def _known() -> dict[tuple[str, str], int]:
    return {(level, label): getattr(parts, part) for part, level, label, *_ in rows("labels.tsv")}


def with_parts(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens, each with what it is and does in its sentence."""
    new = tuple.__new__  # an eighth of the time of `_replace`
    return tuple([
        new(Token, (start, end, text, lemma, pos, tag, dep, head, ent, part_of(pos, tag, dep) or part))
        for start, end, text, lemma, pos, tag, dep, head, ent, part in tokens
    ])  # fmt: skip


class Tree(tree.Tree):
    """A sentence's tree for those who read labels."""

    __slots__ = ("_by_label",)

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.children = [[] for _ in tokens]
        self._by_label: dict[tuple[int, str], list[int]] = {}
        for n, token in enumerate(tokens):  # one pass for both: several trees are made of every sentence
            head = token.head
            if head != n:
                self.children[head].append(n)
                self._by_label.setdefault((head, token.dep), []).append(n)

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
