"""What came before an attribution, and how far it stands from another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from rashomon.model.claim import Attribution
from rashomon.stages.claims.view import View


@dataclass(frozen=True, slots=True)
class Before:
    """What came before an attribution: who spoke last in the report's own voice, where, and every named speaker."""

    speaker: Attribution | None
    where: Attribution | None
    named: Collection[Attribution]


def start_of(one: Attribution) -> int:
    """Where the first of its parts starts."""
    return min(s.start for s in (*one.source, *one.cue, *one.content))


def end_of(one: Attribution) -> int:
    """Where the last of its parts ends."""
    return max(s.end for s in (*one.source, *one.cue, *one.content))


def sentence_of(view: View, offset: int) -> int:
    """The number of the sentence at an offset."""
    sentence = view.sentence_at(offset)
    return sentence.sentence.index if sentence is not None else 0


def gap_of(view: View, before: Attribution | None, one: Attribution) -> int:
    """How many sentences lie from the end of one attribution to the start of another."""
    return sentence_of(view, start_of(one)) - sentence_of(view, end_of(before) - 1) if before is not None else 99


def paragraph_of(view: View, one: Attribution) -> int:
    """The number of the paragraph that its cue stands in."""
    sentence = view.sentence_at((*one.cue, *one.content)[0].start)
    return sentence.sentence.paragraph if sentence else 0
