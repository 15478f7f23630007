"""Sentences of languages that no parser reads: their words, and what of them is listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rashomon.lexicon.languages import Language, Number, Sign, Word, read_words
from rashomon.model.document import APART, Document

_ENDS = frozenset(".!?؟…")
_PASSED = frozenset({"boilerplate", "byline", "dateline", *APART})
_CUTS = frozenset(",;:،؛—–()")
_OPENING, _CLOSING, _EITHER = frozenset("«“„"), frozenset("»”"), frozenset('"')


@dataclass(frozen=True)
class Line:
    """One sentence by its words, in one language."""

    language: Language
    text: str
    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.words[-1].end

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
            yield from (Line(language, document.text, one) for one in _cut(document.text, language, words) if one)


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
