"""Quotation marks: which stretches stand between them, also over several sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from rashomon.model.span import Span
from rashomon.stages.claims.attribution.marks import ALL
from rashomon.stages.claims.view import View

_MARK = re.compile(r"[\"“”„«»‹「『]|''|``|(?<![\w’'])[‘'](?=\w)")
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


@lru_cache(maxsize=2)
def find_quotations(view: View) -> Quotations:
    """All quotations of the document, in text order: looked for once, as several readers ask."""
    found = Quotations()
    for sentences in view.paragraphs:
        if sentences:
            first, last = sentences[0].sentence, sentences[-1].sentence
            dashed = _in_dashes(view.text, first.start, last.end, first.paragraph)
            found.extend(dashed or _in_stretch(view.text, first.start, last.end, first.paragraph))
    return found


_DASH = re.compile(r"(?:(?<=[,.!?…])|^)\s*[—–―]\s+")


def _in_dashes(text: str, start: int, end: int, paragraph: int) -> list[Quotation]:
    """Speech as Russian, Spanish and French print it: "— I saw it, — said the man. — Two ran.": each stretch between."""
    if text[start : start + 1] not in "—–―" or not text[start : start + 1]:
        return []
    marks = list(_DASH.finditer(text[start:end]))
    if not marks:
        return []
    bounds = [(m.end() + start, m.start() + start) for m in marks]
    stops = [*(b[1] for b in bounds[1:]), end]
    pieces = [(b[0], stop) for b, stop in zip(bounds, stops, strict=True) if text[b[0] : stop].strip(" —–―")]
    spoken = pieces[::2] if len(pieces) > 1 else []
    return [Quotation(a, b, False, True, paragraph) for a, b in spoken]


def _in_stretch(text: str, start: int, end: int, paragraph: int) -> list[Quotation]:
    found: list[Quotation] = []
    at = start
    while True:
        mark = _MARK.search(text, at, end)
        if not mark:
            return found
        if mark.group() == "”" or (mark.group() == "»" and not _opens_inward(text, mark, end)):
            at = mark.end()
            continue
        closing, stop = _closing(text, mark.group(), mark.end(), end)
        if not closing and mark.group() in "‘'":
            at = mark.end()
            continue
        found.append(Quotation(mark.start(), stop, not closing, _is_speech(text, mark.end(), stop), paragraph))
        at = stop


def _opens_inward(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a mark opens as in German books, »so«: nothing but white space before it, a word right behind."""
    free = mark.start() == 0 or text[mark.start() - 1].isspace() or text[mark.start() - 1] in "(—–-"
    return free and mark.end() < end and not text[mark.end()].isspace() and "«" in text[mark.end() : end]


_CLOSERS = {
    "»": re.compile("«"), "‹": re.compile("›"), "「": re.compile("」"), "『": re.compile("』"),
    '"': re.compile(r"[\"”]"), "“": re.compile(r"[”\"“]"), "„": re.compile(r"[“”\"]"), "«": re.compile("[»«]"),
    "''": re.compile(r"''|\""), "``": re.compile(r"''|\"|``"),
}  # fmt: skip
_SINGLE = re.compile(r"(?<=[\w.,?!…])[’'](?!\w)")
_OWNS = re.compile(r"s[’'] [a-z]")
_OPENS_ANEW = re.compile(r"(?<=[.?!…]\s)[\"“«](?=\w)|(?<=\s)``(?=\s?\w)")


def _closing(text: str, mark: str, at: int, end: int) -> tuple[bool, int]:
    """Whether a quotation is closed, and where it ends.

    A mark that opens the next one also ends it: each paragraph of a long quotation opens with a mark and only the last
    closes, also where the paragraphs were run together.
    """
    closer = _CLOSERS[mark].search(text, at, end) if mark in _CLOSERS else _closing_single(text, mark, at, end)
    if closer is None:
        return False, end
    if _OPENS_ANEW.match(text, closer.start()):
        return False, at + len(text[at : closer.start()].rstrip())
    return True, closer.end()


def _closing_single(text: str, mark: str, at: int, end: int) -> re.Match[str] | None:
    """The mark that ends words between single ones: no apostrophe, as in "the soldiers’ plans", while a better one follows."""
    again = text.find("‘", at, end) if mark == "‘" else -1
    found = list(_SINGLE.finditer(text, at, again if again > 0 else end))
    ends = next((m for m in found if not _OWNS.match(text, m.start() - 1)), None)
    return ends or (found[0] if found and mark == "‘" else None)


def _is_speech(text: str, start: int, end: int) -> bool:
    inside = text[start:end].strip()
    return len(inside.split()) >= _LONG or inside.rstrip(ALL)[-1:] in (",", ".", "?", "!")
