"""Sentences of languages that no parser reads: their words, and what of them is listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rashomon.lexicon.languages import Language, Number, Sign, Word, read_words
from rashomon.model.document import APART, Document

_ENDS = frozenset(".!?؟…")
_PASSED = frozenset({"boilerplate", "byline", "dateline", *APART})
_TIMES = frozenset({"weekday", "relative"})
_CUTS = frozenset(",;:،؛—–()")
_OPENED, _ASIDE = 4, 12
"""Words from the comma to what tells of a part, and in all of such an aside."""
_OPENING, _CLOSING, _EITHER = frozenset("«“„"), frozenset("»”"), frozenset('"')


@dataclass(frozen=True)
class Line:
    """One sentence by its words, in one language."""

    language: Language
    text: str
    words: tuple[Word, ...]
    span: tuple[int, int] | None = None

    @property
    def start(self) -> int:
        """Where its first word begins, words of time taken in."""
        return self.span[0] if self.span else self.words[0].start

    @property
    def end(self) -> int:
        """Where its last word ends, words of time taken in."""
        return self.span[1] if self.span else self.words[-1].end

    @cached_property
    def signs(self) -> list[Sign]:
        """All that is listed of its words."""
        return self.language.signs(self.words)

    @cached_property
    def numbers(self) -> list[Number]:
        """The numbers in it."""
        return self.language.numbers(self.words)

    @cached_property
    def _cuts(self) -> frozenset[str]:
        return frozenset(self.language.words_of("and", "cut"))

    def of(self, *kinds: str) -> Iterator[Sign]:
        """The listed words of some kinds, in text order."""
        return (s for s in self.signs if s.kind in kinds)

    def at(self, first: int, *kinds: str) -> Sign | None:
        """The listed words of some kinds that begin at a word."""
        return next((s for s in self.of(*kinds) if s.first == first), None)

    def is_cut(self, at: int) -> bool:
        """Whether a clause may end at a word: a comma, an "and", or an "and" written together with it."""
        form = self.words[at].form
        if form in _CUTS or form in self._cuts:
            return True
        return form[0] in self.language.prefixes and form[0] in self._cuts and (form,) not in self.language.whole

    @cached_property
    def _asides(self) -> frozenset[int]:
        """The words between two commas that tell of some of those before: ", una de ellas menor de edad,"."""
        commas = [n for n, w in enumerate(self.words) if w.form in ",،"]
        found: set[int] = set()
        for sign in self.of("among", "member", "mostly"):
            opened = max((c for c in commas if c < sign.first), default=None)
            closed = next((c for c in commas if c >= sign.end), None)
            if (
                opened is not None
                and closed is not None
                and sign.first - opened <= _OPENED
                and closed - opened <= _ASIDE
            ):
                found.update(range(opened, closed + 1))
        return frozenset(found)

    def in_aside(self, at: int) -> bool:
        """Whether a word stands in an aside on some of those a figure counts."""
        return at in self._asides

    def past_aside(self, at: int) -> int:
        """Past an aside that begins at a word: "casi cuarenta, la mayoría mujeres, quedaron heridos"."""
        while at in self._asides:
            at += 1
        return at

    def clause(self, at: int) -> tuple[int, int]:
        """The words from one comma or "and" to the next around a word."""
        first = next(
            (n + 1 for n in range(at - 1, -1, -1) if self.is_cut(n) and not self.words[n].form[0].isalpha()), 0
        )
        first = next((n for n in range(at, first - 1, -1) if self.is_cut(n) and self.words[n].form[0].isalpha()), first)
        return first, next((n for n in range(at + 1, len(self.words)) if self.is_cut(n)), len(self.words))

    def is_quoted(self, at: int) -> bool:
        """Whether a word stands between quotation marks."""
        forms = [w.form for w in self.words[:at]]
        opened = sum(f in _OPENING for f in forms) - sum(f in _CLOSING for f in forms)
        return opened > 0 or sum(f in _EITHER for f in forms) % 2 == 1

    def shown(self, first: int, end: int) -> str:
        """The text's own words from one word to the one before another."""
        return self.text[self.words[first].start : self.words[end - 1].end]


def read_lines(document: Document, language: Language) -> Iterator[Line]:
    """The sentences of the running text and its headings, in order."""
    for block in document.blocks:
        if block.kind not in _PASSED:
            words = read_words(document.text, block.start, block.end)
            cut = _cut(document.text, language, words)
            yield from (line for one in cut if one and (line := _timeless(language, document.text, one)).words)


def _timeless(language: Language, text: str, words: tuple[Word, ...]) -> Line:
    """The sentence without its weekdays and "yesterday": they stand between any two words ("mató este sábado a seis")."""
    passed = {n for s in language.signs(words) if s.kind in _TIMES for n in range(s.first, s.end)}
    kept = tuple(word for n, word in enumerate(words) if n not in passed)
    return Line(language, text, kept, (words[0].start, words[-1].end))


def _cut(text: str, language: Language, words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    first = 0
    titles = {s.end for s in language.signs(words) if s.kind == "title"}
    for at in range(len(words) - 1):
        word, after = words[at], words[at + 1]
        lined = "\n" in text[word.end : after.start]
        ended = word.form in _ENDS and after.start > word.end and not text[after.start].islower() and at not in titles
        if lined or (ended and (at == 0 or len(words[at - 1].form) > 1 or words[at - 1].form.isdigit())):
            yield tuple(words[first : at + 1])
            first = at + 1
    yield tuple(words[first:])
