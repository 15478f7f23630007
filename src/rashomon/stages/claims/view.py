"""A document's annotations, indexed for reading: what stands at a token, below a token, around an offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from rashomon.lexicon.frames import is_known
from rashomon.model.annotation import Annotations, Mention, Quantity, Referent, Sentence, TimeRef, blank
from rashomon.model.clause import Frame, bare_state, state_kind
from rashomon.model.document import Document
from rashomon.model.span import Quote, Span
from rashomon.model.tree import LabelledTree


class SentenceView(LabelledTree):
    """One sentence with its tree, its frames and what stands in it; older readers ask it in labels."""

    __slots__ = (
        "_bare",
        "_frames",
        "_known",
        "_mentioned",
        "_phrases",
        "_starts",
        "_states",
        "before",
        "mentions",
        "nouns",
        "quantities",
        "sentence",
        "text",
        "times",
        "verbs",
        "whole",
    )

    def __init__(self, sentence: Sentence, text: str) -> None:
        super().__init__(sentence.tokens)
        self.sentence = sentence
        self.text = text
        self.before: SentenceView | None = None
        self.whole: Sequence[SentenceView] = (self,)
        """All sentences of the document, in order."""
        self.mentions: list[Mention] = []
        self.times: list[TimeRef] = []
        self.quantities: list[Quantity] = []
        self._known: tuple[int, ...] | None = None
        self._phrases: dict[int, Quote] = {}
        self._starts = [t.start for t in sentence.tokens]
        self._mentioned: dict[int, Mention | None] = {}
        self.verbs = tuple([f for f in sentence.frames if f.kind == "V"])
        """The clause frames of the sentence, in text order."""
        self.nouns = tuple([f for f in sentence.frames if f.kind != "V"])
        """The frames of nouns and adjectives of the sentence, in text order."""
        self._frames = {f.at: f for f in self.verbs}
        self._states = {f.at: f for f in self.nouns}
        self._bare: dict[int, Frame | None] = {}

    @property
    def known(self) -> tuple[int, ...]:
        """The words that the lexicon of frames may have a sense for, in text order: its rules wake at no others."""
        if self._known is None:
            pairs = zip(self.words, self.lemmas, strict=True)
            self._known = tuple([n for n, (word, lemma) in enumerate(pairs) if is_known(word, lemma)])
        return self._known

    def frame(self, at: int) -> Frame | None:
        """The clause frame whose head is this token, or None."""
        return self._frames.get(at)

    def state(self, at: int) -> Frame | None:
        """The frame of the noun or adjective at this token, or None."""
        if (found := self._states.get(at)) is not None:
            return found
        if at not in self._bare:
            kind = state_kind(self.tokens[at].part)
            self._bare[at] = None if kind is None else bare_state(at, self.lemmas[at], kind)
        return self._bare[at]

    @property
    def near(self) -> tuple[SentenceView, ...]:
        """This sentence, and the one before where there is one."""
        return (self,) if self.before is None else (self, self.before)

    def tells_near(self, lemmas: frozenset[str]) -> bool:
        """Whether this sentence, or the one before, has one of some words by its lemma, lower case."""
        return any(not lemmas.isdisjoint(one.lemmas) for one in self.near)

    def quote(self, first: int, last: int) -> Quote:
        """The words from one token to another, both included."""
        start, end = self.tokens[first].start, self.tokens[last].end
        return Quote(start, end, self.text[start:end])

    def phrase(self, at: int) -> Quote:
        """The words of a token's whole subtree, from its first to its last token."""
        found = self._phrases.get(at)
        if found is None:
            below = self.subtree(at)
            found = self._phrases[at] = self.quote(below[0], below[-1])
        return found

    def token_at(self, offset: int) -> int:
        """The index of the last token that starts at or before an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def inside(self, *spans: Span | Quote) -> list[int]:
        """The tokens that start in one of some ranges of the text, in text order."""
        ranges = [range(bisect_left(self._starts, s.start), bisect_left(self._starts, s.end)) for s in spans]
        return list(ranges[0]) if len(ranges) == 1 else sorted({n for one in ranges for n in one})

    def mention_at(self, at: int) -> Mention | None:
        """The mention whose head is this token, else the longest mention that covers it."""
        if at not in self._mentioned:
            self._mentioned[at] = self._longest(at)
        return self._mentioned[at]

    def _longest(self, at: int) -> Mention | None:
        token = self.tokens[at]
        covering = [m for m in self.mentions if m.start <= token.start and token.end <= m.end]
        exact = [m for m in covering if m.head == at]
        return max(exact or covering, key=lambda m: m.end - m.start, default=None)


def without_sentences(annotations: Annotations, out: frozenset[int]) -> Annotations:
    """The same annotations with some sentences read as if nothing stood in them."""
    sentences = (blank(s) if n in out else s for n, s in enumerate(annotations.sentences))
    return replace(
        annotations,
        sentences=tuple(sentences),
        mentions=tuple(m for m in annotations.mentions if m.sentence not in out),
        times=tuple(t for t in annotations.times if t.sentence not in out),
        quantities=tuple(q for q in annotations.quantities if q.sentence not in out),
    )


class View:
    """A document with its annotations, indexed by sentence and by id."""

    def __init__(self, document: Document, annotations: Annotations) -> None:
        self.document = document
        self.text = document.text
        self.annotations = annotations
        self.answers: dict[tuple[object, ...], Any] = {}
        self.sentences = [SentenceView(s, document.text) for s in annotations.sentences]
        for earlier, later in pairwise(self.sentences):
            later.before = earlier
        for sentence in self.sentences:
            sentence.whole = self.sentences
        for mention in annotations.mentions:
            self.sentences[mention.sentence].mentions.append(mention)
        for time in annotations.times:
            self.sentences[time.sentence].times.append(time)
        for quantity in annotations.quantities:
            self.sentences[quantity.sentence].quantities.append(quantity)

    @cached_property
    def referents(self) -> dict[str, Referent]:
        """Referents by id."""
        return {r.id: r for r in self.annotations.referents}

    @cached_property
    def mentions_of(self) -> dict[str, list[Mention]]:
        """Mentions by referent id, in text order."""
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.annotations.mentions:
            if mention.referent:
                found[mention.referent].append(mention)
        return found

    @cached_property
    def paragraphs(self) -> list[list[SentenceView]]:
        """The sentences by paragraph, in order."""
        found: dict[int, list[SentenceView]] = defaultdict(list)
        for view in self.sentences:
            found[view.sentence.paragraph].append(view)
        return [found[n] for n in sorted(found)]

    def sentence_at(self, offset: int) -> SentenceView | None:
        """The sentence that covers an offset, or None."""
        starts = self._starts
        n = bisect_right(starts, offset) - 1
        if n < 0 or offset >= self.sentences[n].sentence.end:
            return None
        return self.sentences[n]

    @cached_property
    def _starts(self) -> list[int]:
        return [s.sentence.start for s in self.sentences]

    def referent_at(self, sentence: SentenceView, at: int) -> Referent | None:
        """The referent of the mention at a token, or None where there is none or it was left open."""
        mention = sentence.mention_at(at)
        return self.referents.get(mention.referent) if mention and mention.referent else None
