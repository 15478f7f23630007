"""What nations add to the names of bodies: "the Kenyan Red Cross" is "the Red Cross" where no other nation's is told of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from rashomon.stages.link.bearers import Bearer
from rashomon.stages.link.known_bodies import read_lines
from rashomon.text.fold import fold_words
from rashomon.text.places import lookup

_ENDINGS = ("n", "an", "ian", "ese", "ish", "i", "ic", "er", "ner")
_STEM = 4


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(map(fold_words, read_lines("who", "demonyms.txt"))) | {"us", "uk", "british", "american"}


class Nations:
    """The words for nations in a case, which of them its reports name most, and which bodies several nations have."""

    def __init__(self, bearers: Iterable[Bearer]) -> None:
        every = list(bearers)
        self._lands = frozenset(b.words[0] for b in every if b.type == "place" and len(b.words) == 1)
        self._of: dict[tuple[str, ...], set[str]] = defaultdict(set)
        told: Counter[str] = Counter()
        for bearer in every:
            if bearer.type == "organization":
                for word in filter(self.is_nation, bearer.words):
                    self._of[_rest(bearer.words, word)].add(self._stem(word))
                    told[self._stem(word)] += len(bearer.documents)
        self._main = max(told, key=lambda s: (told[s], s), default="")

    def is_nation(self, word: str) -> bool:
        """Whether a word is a nation's: a demonym, a country, or a word made of a place that the reports name."""
        if word in _demonyms() or any(p.kind == "country" for p in lookup(word)[:1]):
            return True
        return any(self._is_made_of(word, land) for land in self._lands)

    def may_leave_out(self, a: Bearer, b: Bearer, extra: Sequence[str]) -> bool:
        """Whether all that one name has beyond the other is its nation, and the reports tell of no other nation's such body."""
        if not extra or not all(map(self.is_nation, extra)):
            return False
        rests = {_rest(x.words, w) for x in (a, b) for w in extra if w in x.words}
        alone = all(len(self._of[r]) < 2 for r in rests)
        return alone and (bool(a.documents & b.documents) or any(self._stem(w) == self._main for w in extra))

    def _stem(self, word: str) -> str:
        return next((land for land in sorted(self._lands) if self._is_made_of(word, land)), word)[:_STEM]

    @staticmethod
    def _is_made_of(word: str, land: str) -> bool:
        stem = land.rstrip("aeiouy")
        return len(stem) >= _STEM and word.startswith(stem) and (word == land or word[len(stem) :].endswith(_ENDINGS))


def _rest(words: Sequence[str], nation: str) -> tuple[str, ...]:
    return tuple(sorted(w for w in words if w not in (nation, "of", "the")))
