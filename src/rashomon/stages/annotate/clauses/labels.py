"""The parser's labels: what each tells of a word, and sentences as trees that know them. Nobody else reads them.

`lexicon/labels.tsv` is the table, with a column for Universal Dependencies beside that of the English parser.
"""

from __future__ import annotations

from functools import cache

from rashomon.lexicon import rows
from rashomon.model import parts
from rashomon.model.annotation import Token
from rashomon.model.tree import LabelledTree

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


def is_tree(tokens: tuple[Token, ...]) -> bool:
    """Whether the heads above every token end: two moves at once may hang each on the other, and readers climb."""
    sound: set[int] = set()
    for at in range(len(tokens)):
        path: set[int] = set()
        while at not in sound and tokens[at].head != at:
            if at in path:
                return False
            path.add(at)
            at = tokens[at].head
        sound |= path
    return True


class Tree(LabelledTree):
    """A sentence's tree for those who read labels."""

    __slots__ = ()

    def conjuncts(self, at: int) -> list[int]:
        """The token and those joined to it by "and", "or", commas."""
        found, stack = [], [at]
        while stack:
            n = stack.pop()
            found.append(n)
            if self.children[n]:
                stack.extend(reversed(list(self.kids(n, "conj"))))
        return found
