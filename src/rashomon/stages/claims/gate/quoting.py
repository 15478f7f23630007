"""Where quoted words stand in a text: exactly, but for white space and the form of quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from rashomon.model.span import Span

_MARKS = dict.fromkeys("\"'`´‘’‚‛“”„‟«»‹›〝〞＂＇「」『』", "'")
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Characters that nobody sees: a soft hyphen, joiners of no width."""


def evened(text: str) -> tuple[str, list[int]]:
    """The text with white space as single spaces and one kind of quotation mark; of each character where it came from."""
    parts: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        if char in _UNSEEN:
            continue
        if char.isspace():
            if parts and parts[-1] == " ":
                continue
            char = " "
        parts.append(_MARKS.get(char, char))
        places.append(at)
    return "".join(parts), [*places, len(text)]


MOST = 200
_BESIDE = 3000


class Text:
    """A text in which quoted words are sought."""

    def __init__(self, text: str) -> None:
        self._even, self._places = evened(text)

    def find(self, words: str, within: Span) -> tuple[Span, ...]:
        """The places of the words inside a stretch, in text order, where they cut no word or figure; with own offsets.

        What stands more often than MOST is no quotation: the first of them are enough.
        """
        return tuple(islice((s for s, whole in self._find(words, within) if whole), MOST))

    def near(self, words: str, span: Span, within: Span) -> tuple[Span, ...]:
        """The same, beside a stretch where they stand there, else anywhere within."""
        beside = Span(max(within.start, span.start - _BESIDE), min(within.end, span.end + _BESIDE))
        return self.find(words, beside) or self.find(words, within)

    def is_cut(self, words: str, within: Span) -> bool:
        """Whether the words stand there only as part of longer words or figures."""
        found = [whole for _, whole in islice(self._find(words, within), MOST)]
        return bool(found) and not any(found)

    def _find(self, words: str, within: Span) -> Iterator[tuple[Span, bool]]:
        sought = evened(words)[0].strip()
        first, last = bisect_left(self._places, within.start), bisect_left(self._places, within.end)
        at = self._even.find(sought, first, last) if sought else -1
        while at >= 0:
            end = at + len(sought)
            yield Span(self._places[at], self._places[end - 1] + 1), self._is_whole(at, end)
            at = self._even.find(sought, at + 1, last)

    def _is_whole(self, start: int, end: int) -> bool:
        return not (_runs_on(self._even, start - 1, start) or _runs_on(self._even, end - 1, end))


def _runs_on(text: str, before: int, after: int) -> bool:
    """Whether one word or figure goes on over a border: letters, digits, or digits parted by a mark of thousands."""
    if before < 0 or after >= len(text):
        return False
    a, b = text[before], text[after]
    if a.isalnum() and b.isalnum():
        return True
    ahead = text[after + 1 : after + 2]
    behind = text[before - 1 : before] if before else ""
    return (a.isdigit() and b in ".,'" and ahead.isdigit()) or (b.isdigit() and a in ".,'" and behind.isdigit())
