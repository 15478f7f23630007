"""What a text takes back or only makes believe, as a whole, a paragraph or a sentence: corrections, satire, fact checks, verse.

Laid over every draft alike, whatever it says; the wording stands in `data/attribution/withdrawn.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from rashomon.model.claim import Governor, Stance
from rashomon.stages.claims.attribution.cues import table
from rashomon.stages.claims.left_open import opened_first
from rashomon.stages.claims.view import SentenceView, View


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A stretch of the text whose claims do not stand: the stance left to them, and the words that take them back."""

    start: int
    end: int
    stance: Stance
    by: Governor


@dataclass(frozen=True, slots=True)
class _Wording:
    scope: str
    cls: str
    stance: Stance
    pattern: re.Pattern[str]


@cache
def _wordings(*scopes: str) -> tuple[_Wording, ...]:
    rows = ((s, c, t, p) for s, c, t, p in table("withdrawn") if s in scopes)
    return tuple(_Wording(s, c, cast("Stance", t), re.compile(p, re.IGNORECASE)) for s, c, t, p in rows)


def find_withdrawn(view: View) -> tuple[Withdrawn, ...]:
    """Every such stretch, in no order; one may lie within another."""
    found = [w for paragraph in view.paragraphs for w in _in_paragraph(view, paragraph)]
    left = (
        Withdrawn(start, end, "unconfirmed", Governor(first, last, view.text[first:last], "unclear"))
        for start, end, first, last in opened_first(view)
    )
    return (*found, *left)


def over(withdrawn: Sequence[Withdrawn], at: int) -> Withdrawn | None:
    """What takes back the claim at an offset, a denial first; None where nothing does."""
    held = [w for w in withdrawn if w.start <= at < w.end]
    return min(held, key=lambda w: (w.stance != "denied", w.end - w.start), default=None)


def _in_paragraph(view: View, paragraph: Sequence[SentenceView]) -> Iterator[Withdrawn]:
    if not paragraph:
        return
    start, end = paragraph[0].sentence.start, paragraph[-1].sentence.end
    for wording in _wordings("paragraph"):
        if (found := wording.pattern.search(view.text[start:end].strip())) is not None:
            yield _taken(view, wording, start, end, (start + found.start(), start + found.end()))
    told: list[Withdrawn] = []
    for sentence in paragraph:
        first, last = sentence.sentence.start, sentence.sentence.end
        text = view.text[first:last]
        yield from _by_sentence(view, text, first, (start, last))
        if told and _admits(text):
            yield from told
            told = []
        told.extend(_matching(view, "told", text, first, (first, last)))


def _by_sentence(view: View, text: str, first: int, within: tuple[int, int]) -> Iterator[Withdrawn]:
    """What one sentence takes back: itself, what stands before it, or all."""
    taken = list(_matching(view, "sentence", text, first, (first, within[1])))
    if taken and not any(w.pattern.search(text) for w in _wordings("unless")):
        yield from taken
    for wording in _wordings("before"):
        if wording.pattern.fullmatch(text) is not None:
            yield _taken(view, wording, within[0], first, (first, within[1]))
    yield from _matching(view, "document", text, first, (0, len(view.text)))


def _matching(view: View, scope: str, text: str, first: int, within: tuple[int, int]) -> Iterator[Withdrawn]:
    for wording in _wordings(scope):
        if (found := wording.pattern.search(text)) is not None:
            yield _taken(view, wording, *within, (first + found.start(), first + found.end()))


def _admits(text: str) -> bool:
    return any(w.pattern.search(text) for w in _wordings("admits"))


def _taken(view: View, wording: _Wording, start: int, end: int, words: tuple[int, int]) -> Withdrawn:
    by = Governor(words[0], words[1], view.text[words[0] : words[1]], wording.cls)
    return Withdrawn(start, end, wording.stance, by)
