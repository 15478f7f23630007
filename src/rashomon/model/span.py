"""Where words stand: half-open ranges of Unicode code points in a document's one normalised text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points; `start <= end`."""

    start: int
    end: int

    def holds(self, other: Span | Quote) -> bool:
        """True when the other range lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span | Quote) -> bool:
        """True when the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A range and the words in it: `text[start:end] == quote` holds for every Quote of a document."""

    start: int
    end: int
    quote: str

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Quote:
        """The words of `text` between two offsets, with white space at both ends left outside."""
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return cls(start, end, text[start:end])

    def holds(self, other: Span | Quote) -> bool:
        """True when the other range lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span | Quote) -> bool:
        """True when the two share at least one character."""
        return self.start < other.end and other.start < self.end
