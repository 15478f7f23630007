"""Names in the texts of a case that no person was made of: found by lists in every text, title and author field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from rashomon.present.masking.strays import Name, find_officials, find_strays
from rashomon.present.masking.tokens import name_words
from rashomon.present.masking.towns import find_towns
from rashomon.present.resolve import Resolved


class Missed:
    """Names in the texts of a case that no person was made of; `solid` are the ids of what surely is a place or a body."""

    def __init__(self, case: Resolved, solid: set[str], wanted: frozenset[Name]) -> None:
        """Over a case; `wanted` are the names that the user wants masked."""
        self._case, self._wanted = case, wanted
        sure = solid | {e.id for e in case.entities.values() if e.type == "person"}
        self._taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._placed: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for document, mention in case.mentions.values():
            if mention.form == "name" and case.entity(mention.referent) in sure:
                self._taken[document].append((mention.start, mention.end))
            if mention.form == "name" and mention.type == "place":
                self._placed[document].append((mention.start, mention.end))

    @cached_property
    def _towns(self) -> frozenset[Name]:
        """Names that the texts show to be a place's."""
        texts = self._case.documents.items()
        return frozenset(name for ident, d in texts for name in find_towns(d.text, self._placed[ident]))

    @cached_property
    def single_towns(self) -> frozenset[str]:
        """Those of them that are one word."""
        return frozenset(name[0] for name in self._towns if len(name) == 1)

    def officials(self) -> set[Name]:
        """Those whose office stands before their name."""
        texts = self._case.documents.items()
        found = {n for ident, d in texts for n in find_officials(d.text, self._taken[ident], self._towns)}
        return found - self._wanted

    def new(self, known: set[Name], shown: set[Name]) -> list[Name]:
        """All of them that are not known yet, in the order of the reports; those that the user wants masked first."""
        found: dict[Name, None] = {n: None for n in sorted(self._wanted) if n and n not in known}
        for ident, origin in self._case.documents.items():
            english = origin.claims_read
            found.update(dict.fromkeys(find_strays(origin.text, self._taken[ident], self._towns, english=english)))
            for line in (origin.title, origin.author if name_words(origin.author or "") not in shown else None):
                found.update(dict.fromkeys(find_strays(line or "", (), self._towns, english=english)))
        covered = _runs(known | shown)
        fresh = [name for name in found if name and name not in covered]
        inner = {run for name in fresh for run in _runs((name,)) if run != name}
        return [name for name in fresh if name not in inner]


def _runs(names: Iterable[Name]) -> frozenset[Name]:
    """Every run of words inside the names."""
    return frozenset(o[a:b] for o in names for a in range(len(o)) for b in range(a + 1, len(o) + 1))
