"""A proposal with the places of its words in the text, and the room in which it is looked at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rashomon.model.claim import Reading
from rashomon.model.proposal import Proposal
from rashomon.model.span import Span
from rashomon.stages.claims.chain import Chains
from rashomon.stages.claims.gate.matter import makes
from rashomon.stages.claims.gate.people import People
from rashomon.stages.claims.gate.quoting import Text
from rashomon.stages.claims.view import SentenceView, View


class Room:
    """One document as the gate sees it: its view, what rules read in it, and indexes over both."""

    def __init__(self, view: View, reading: Reading) -> None:
        self.view, self.reading = view, reading
        self.text = Text(view.text)
        self.people = People(view, self.text)

    @cached_property
    def whole(self) -> Span:
        """The whole text as a stretch."""
        return Span(0, len(self.view.text))

    @cached_property
    def chains(self) -> Chains:
        """The chains of speakers over each place."""
        return Chains(self.view, self.reading.attributions)

    def sentences(self, span: Span) -> list[SentenceView]:
        """The sentences that a stretch touches."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end)
        return [v for v in self.view.sentences[first:last] if span.start < v.sentence.end]

    @cached_property
    def _starts(self) -> list[int]:
        return [v.sentence.start for v in self.view.sentences]


@dataclass(frozen=True, slots=True)
class Sought:
    """A proposal and where its words stand; `quote` and `value` are None where they were not found."""

    room: Room
    proposal: Proposal
    passage: Span
    quote: Span | None
    value: Span | None

    @property
    def carrying(self) -> Span:
        """The words that carry it, for checks that come after they were found."""
        return self.quote or self.passage

    @property
    def sentences(self) -> list[SentenceView]:
        """The sentences of the quote."""
        return self.room.sentences(self.carrying)

    @property
    def around(self) -> Span:
        """The stretch of those sentences."""
        held = self.sentences
        return Span(held[0].sentence.start, held[-1].sentence.end) if held else self.carrying

    def tops(self) -> list[tuple[SentenceView, int]]:
        """The words that make the claim, sentence and token: those of its matter, else those on which the others hang."""
        inside = [(s, n) for s in self.sentences for n in self._inside(s)]
        prop = self.proposal.property
        made = [(s, n) for s, n in inside if makes(s.tokens[n].text, prop)]
        return made or [(s, n) for s, n in inside if s.tokens[n].head not in self._inside(s) - {n}]

    def _inside(self, sentence: SentenceView) -> set[int]:
        span = self.carrying
        return {n for n, t in enumerate(sentence.tokens) if t.start < span.end and span.start < t.end}

    def said(self, span: Span) -> str:
        """The words of a stretch."""
        return self.room.view.text[span.start : span.end]


def seek(room: Room, proposal: Proposal) -> Sought:
    """The proposal with where its quote and its value stand: the value nearest to the quote, in it if it can be."""
    passage = proposal.passage or room.whole
    quotes = room.text.find(proposal.quote, passage)
    places = [(quote, _nearest(room.text.near(proposal.value, quote, passage), quote)) for quote in quotes]
    best = min(places, key=lambda p: _rank(room, p), default=None)
    return Sought(room, proposal, passage, *(best or (None, None)))


def _nearest(values: Sequence[Span], quote: Span) -> Span | None:
    """The value in the quote, else the one nearest to it; values are in text order."""
    at = bisect_left(values, quote)
    return min(
        values[max(0, at - 1) : at + 2], key=lambda s: (not quote.holds(s), _gap(quote, s), s.start), default=None
    )


def _rank(room: Room, place: tuple[Span, Span | None]) -> tuple[bool, int, int]:
    """Running text before what stands apart or below a picture; the value at hand; the first in the text."""
    quote, value = place
    bare = not any(v.sentence.block == "body" and len(v.tokens) > 1 for v in room.sentences(quote))
    return bare, _gap(quote, value) if value else 0, quote.start


def _gap(a: Span, b: Span) -> int:
    return max(0, a.start - b.end, b.start - a.end)
