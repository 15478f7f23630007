"""What turns of talk change in what was read: a question claims nothing, and "I don't remember" stands with what came before it.

A witness who was stopped twice and then "had forgotten the name" is shown as that: the words that carry the statement begin
with the question, or with the first time that somebody stopped him.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from rashomon.model.claim import Attribution
from rashomon.model.span import Quote
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.view import View
from rashomon.stages.claims.wordlists import rows

_ASKS = frozenset({"q", "question"})
_TALKS = frozenset({"hearing", "transcript"})
_MARKS = frozenset({":", "."})
_PRESIDES = re.compile(r"judge|presid|chair|court|magistrate|başkan|hakim|the bench", re.IGNORECASE)
_BEFORE = 8
"""Turns before a statement among which it is looked for who stopped whom."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """One turn: from its label to its end, what is said in it, and by whom as its label says."""

    start: int
    said: int
    end: int
    who: str


def with_turns(view: View, attributions: Sequence[Attribution], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a transcript without those of questions, and those of what is not remembered with what came before; all others as they are."""
    turns = _turns(view, attributions)
    if not turns:
        return list(drafts)
    asked = _asked(view, turns)
    kept = (d for d in drafts if not any(start <= d.at < end for start, end in asked))
    return [_with_before(view, turns, d) if d.property == "statement" and forgets(d.quote.quote) else d for d in kept]


def _turns(view: View, attributions: Sequence[Attribution]) -> list[_Turn]:
    found = [
        _Turn(a.source[0].start, a.content[0].start, a.content[-1].end, a.source[0].quote)
        for a in attributions
        if a.direct and a.parent is None and a.source and a.content and a.cue and a.cue[0].quote in _MARKS
    ]
    talk = view.document.kind in _TALKS or any(t.who.lower() in _ASKS for t in found)
    return sorted(found, key=lambda t: t.start) if talk and len(found) > 1 else []


def _asked(view: View, turns: Sequence[_Turn]) -> list[tuple[int, int]]:
    """Where questions stand: all that a questioner says, and what ends in a question mark."""
    found = [(t.said, t.end) for t in turns if t.who.lower() in _ASKS]
    for sentence in view.sentences:
        start, end = sentence.sentence.start, sentence.sentence.end
        inside = any(t.start <= start and end <= t.end for t in turns)
        if inside and view.text[start:end].rstrip(" \t\"'”’)").endswith("?"):
            found.append((start, end))
    return found


def forgets(words: str) -> bool:
    """Whether somebody says that he does not remember."""
    return any(pattern.search(words) for pattern in _patterns("memory.txt"))


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row[0], re.IGNORECASE) for row in rows("transcripts", name))


def _with_before(view: View, turns: Sequence[_Turn], draft: Draft) -> Draft:
    """The statement's words from the question on; from the first of the turns before it in which somebody was stopped, where one was."""
    at = next((n for n, t in enumerate(turns) if t.said <= draft.at < t.end), None)
    if not at:
        return draft
    before = range(max(0, at - _BEFORE), at)
    stops = [n for n in before if _is_stop(view, turns[n])]
    first = max(0, stops[0] - 1) if stops else at - 1
    whole = Quote.cut(view.text, turns[first].start, draft.quote.end)
    text = draft.value.text or draft.quote.quote
    return replace(draft, quote=whole, value=replace(draft.value, text=text))


def _is_stop(view: View, turn: _Turn) -> bool:
    said = view.text[turn.said : turn.end]
    return bool(_PRESIDES.search(turn.who)) and any(p.search(said) for p in _patterns("stops.txt"))
