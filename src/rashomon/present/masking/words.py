"""Find in any text what is masked: names by their folded words, longest first, and what has a form of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rashomon.present.masking.plan import Plan
from rashomon.text.fold import fold_words

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\w")
_PHONE = re.compile(r"(?<![\w.])\+?\(?\d[\d ()./\u00a0\u2009-]{7,}\d(?!\w)")
_NUMBER = re.compile(r"(?<!\w)(?=[A-Z]{0,3}\d)[A-Z]{0,3}\d{8,}(?!\w)")
_STREET = re.compile(
    r"\b\d{1,5}[A-Za-z]?\s+(?:[NSEW]\.?\s+)?(?:[A-Z0-9][\w.'’-]*\s+){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Terrace|Square|Caddesi|Sokak)\b\.?"
)
_DATE = re.compile(r"^\d{4}-\d\d-\d\d")
LONGEST = 8
"""Words of a name that are compared."""

Cut = tuple[int, int, str]


@dataclass
class Masker:
    """Masks texts by one plan, and `strings` (with their labels) wherever they stand. Each number gets one label."""

    plan: Plan
    strings: dict[str, str] = field(default_factory=dict)
    _numbers: dict[str, str] = field(default_factory=dict)

    def text(self, text: str | None, extra: tuple[Cut, ...] = ()) -> str | None:
        """A text with all that is masked replaced."""
        return None if text is None else replace_cuts(text, self.cuts(text, extra))

    def cuts(self, text: str, extra: tuple[Cut, ...] = ()) -> list[Cut]:
        """What is replaced in a text: (start, end, label), in order, none overlapping."""
        found = [*extra, *self._patterns(text), *self._names(text)]
        found.sort(key=lambda c: (c[0], -c[1]))
        kept: list[Cut] = []
        for cut in found:
            if not kept or cut[0] >= kept[-1][1]:
                kept.append(cut)
            elif cut[1] > kept[-1][1]:
                kept[-1] = (kept[-1][0], cut[1], kept[-1][2])
        return kept

    def hushed(self, reason: str) -> str:
        """A sentence that compares names in lower case: shown only where none of them is masked."""
        words = fold_words(reason).split()
        return "Names that are masked were compared." if any((w,) in self.plan.masked for w in words) else reason

    def number(self, digits: str) -> str:
        """The label of a telephone number."""
        key = re.sub(r"\D", "", digits)
        return self._numbers.setdefault(key, f"[phone {len(self._numbers) + 1}]")

    def _patterns(self, text: str) -> Iterator[Cut]:
        for words, label in self.strings.items():
            at = text.find(words)
            while at >= 0:
                yield at, at + len(words), label
                at = text.find(words, at + len(words))
        if any(c.isdigit() for c in text) or "@" in text:
            yield from ((m.start(), m.end(), "[e-mail address]") for m in _MAIL.finditer(text))
            yield from ((m.start(), m.end(), "[street address]") for m in _STREET.finditer(text))
            for m in _PHONE.finditer(text):
                if len(re.sub(r"\D", "", m.group())) >= 9 and not _DATE.match(m.group()):
                    yield m.start(), m.end(), self.number(m.group())
            yield from ((m.start(), m.end(), "[number]") for m in _NUMBER.finditer(text))

    def _names(self, text: str) -> Iterator[Cut]:
        """Longest first from left to right; a kept name shields the words inside it."""
        spans = [(m.start(), m.end(), fold_words(m.group())) for m in _WORD.finditer(text)]
        at = 0
        while at < len(spans):
            length, label = self._longest(text, spans, at)
            if label:
                yield spans[at][0], spans[at + length - 1][1], label
            at += length

    def _longest(self, text: str, spans: list[tuple[int, int, str]], at: int) -> tuple[int, str | None]:
        """How many words from here on are one name, and its label where it is masked."""
        for length in range(min(LONGEST, len(spans) - at), 0, -1):
            words = tuple(w for _, _, w in spans[at : at + length])
            if words in self.plan.masked and (length > 1 or _is_name_like(text, spans[at])):
                return length, self.plan.masked[words]
            if words in self.plan.kept:
                return length, None
        return 1, None


def _is_name_like(text: str, span: tuple[int, int, str]) -> bool:
    """A single word is a name where it has a capital; in file names and addresses, which have none, always."""
    return not text[span[0]].islower() or not any(c.isspace() for c in text)


def replace_cuts(text: str, cuts: list[Cut]) -> str:
    """The text with each cut replaced by its label."""
    parts, at = [], 0
    for start, end, label in cuts:
        parts += [text[at:start], label]
        at = end
    return "".join([*parts, text[at:]])
