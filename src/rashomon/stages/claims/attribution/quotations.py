"""Quotation marks: which stretches stand between them, also over several sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from rashomon.model.span import Span
from rashomon.stages.claims.view import View

_MARK = re.compile(r"[\"“”„«»]|''|``|(?<![\w’'])[‘'](?=\w[^‘’'\n]{3,}?\w?[,.?!]?[’'](?!\w))")
_LONG = 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, both included. `open` when its paragraph, or the next mark, ends it unclosed.

    `speech` is False for words merely set in quotation marks ("phony").
    """

    start: int
    end: int
    open: bool
    speech: bool
    paragraph: int

    @property
    def span(self) -> Span:
        """The range alone."""
        return Span(self.start, self.end)


class Quotations(list[Quotation]):
    """Quotations in text order, asked by offset."""

    def holds(self, offset: int) -> bool:
        """True for an offset inside one of them."""
        n = bisect_right(self, offset, key=_start) - 1
        return n >= 0 and self[n].start < offset < self[n].end

    def touching(self, start: int, end: int) -> list[Quotation]:
        """Those that share a character with a range."""
        n = max(0, bisect_right(self, start, key=_start) - 1)
        found = []
        while n < len(self) and self[n].start < end:
            if self[n].end > start:
                found.append(self[n])
            n += 1
        return found


def _start(quotation: Quotation) -> int:
    return quotation.start


def find_quotations(view: View) -> Quotations:
    """All quotations of the document, in text order."""
    found = Quotations()
    for sentences in view.paragraphs:
        if sentences:
            first, last = sentences[0].sentence, sentences[-1].sentence
            found.extend(_in_stretch(view.text, first.start, last.end, first.paragraph))
    return found


def _in_stretch(text: str, start: int, end: int, paragraph: int) -> list[Quotation]:
    found: list[Quotation] = []
    at = start
    while True:
        mark = _MARK.search(text, at, end)
        if not mark:
            return found
        if mark.group() in "”»" and mark.group():
            at = mark.end()
            continue
        closing, stop = _closing(text, mark.group(), mark.end(), end)
        found.append(Quotation(mark.start(), stop, not closing, _is_speech(text, mark.end(), stop), paragraph))
        at = stop


_CLOSERS = {
    '"': re.compile(r"[\"”]"), "“": re.compile(r"[”\"“]"), "„": re.compile(r"[“”\"]"), "«": re.compile("[»«]"),
    "''": re.compile(r"''|\""), "``": re.compile(r"''|\"|``"),
}  # fmt: skip
_SINGLE = re.compile(r"(?<=[\w.,?!…])[’'](?!\w)")
_OPENS_ANEW = re.compile(r"(?<=[.?!…]\s)[\"“«](?=\w)|(?<=\s)``(?=\s?\w)")


def _closing(text: str, mark: str, at: int, end: int) -> tuple[bool, int]:
    """Whether a quotation is closed, and where it ends.

    A mark that opens the next one also ends it: each paragraph of a long quotation opens with a mark and only the last
    closes, also where the paragraphs were run together.
    """
    closer = _CLOSERS.get(mark, _SINGLE).search(text, at, end)
    if closer is None:
        return False, end
    if _OPENS_ANEW.match(text, closer.start()):
        return False, at + len(text[at : closer.start()].rstrip())
    return True, closer.end()


def _is_speech(text: str, start: int, end: int) -> bool:
    inside = text[start:end].strip()
    return len(inside.split()) >= _LONG or inside.rstrip("\"”’'»")[-1:] in (",", ".", "?", "!")
