"""Denials of what was just said, which stands before the verb: "this the ministry denies", "..., which he disputes", "an accusation she rejects"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from rashomon.model import parts
from rashomon.model.span import Span
from rashomon.stages.claims.attribution.cues import table, verb_cue
from rashomon.stages.claims.attribution.found import Found
from rashomon.stages.claims.attribution.vouching import NOBODY
from rashomon.stages.claims.view import SentenceView, View

_POINTS = frozenset({"this", "that", "which"})
_OPENERS = frozenset({"that", "which"})


@dataclass(frozen=True, slots=True)
class Pointed:
    """Such a clause: its first token, whoever denies, the verb."""

    start: int
    who: int
    at: int


def pointed_denials(sentence: SentenceView) -> Iterator[Pointed]:
    """Each such clause of a sentence."""
    for frame in sentence.verbs:
        who = next(iter(frame.doers.fillers), None)
        if who is None or who > frame.at or not denies(sentence, frame.at) or not _closes(sentence, frame.at):
            continue
        start = _start(sentence, who, frame.at)
        if start is not None and sentence.words[who] not in NOBODY:
            yield Pointed(start, who, frame.at)


def without_denials(view: View, found: list[Found]) -> list[Found]:
    """The same attributions, none of them with ", which he denies" in what is said: that is another's word against it."""
    ends = {s.sentence.index: [s.tokens[p.start].start for p in pointed_denials(s)] for s in view.sentences}
    return [one if one.direct or not ends[one.sentence] else _cut(view, one, ends[one.sentence]) for one in found]


def _cut(view: View, one: Found, ends: list[int]) -> Found:
    kept = []
    for span in one.content:
        end = next((e for e in ends if span.start < e < span.end), None)
        last = span.end if end is None else len(view.text[:end].rstrip(" ,;–—"))
        kept.append(span if last <= span.start else Span(span.start, last))
    return replace(one, content=tuple(kept))


def denies(sentence: SentenceView, at: int) -> bool:
    """Whether a word denies what stands below it, itself not negated: "denies every word of it", "reject the charge"."""
    cue = verb_cue(sentence.tokens[at])
    return cue is not None and cue.stance == "denied" and not sentence.is_negated(at)


def denies_what_is_said(sentence: SentenceView, at: int) -> bool:
    """Of "denies every word of it", "rejects the accusation", "denies having been there"; not of "reject the verdict"."""
    thing = sentence.object_of(at)
    if thing is None or not denies(sentence, at):
        return (
            thing is None and denies(sentence, at) and sentence.first(at, parts.OPEN_CLAUSE | parts.CLAUSE) is not None
        )
    return bool({sentence.words[thing], sentence.lemmas[thing]} & (_deniable() | _pointing()))


@cache
def _pointing() -> frozenset[str]:
    return frozenset({"word"}.union(*(words.split() for name, words in table("replies") if name == "pointing")))


@cache
def _deniable() -> frozenset[str]:
    """Nouns for what is said against somebody."""
    return frozenset(
        word for name, words in table("replies") if name in ("denied", "account") for word in words.split()
    )


def _closes(sentence: SentenceView, at: int) -> bool:
    """True for a verb behind which nothing is left to deny."""
    after = sentence.tokens[at + 1] if at + 1 < len(sentence) else None
    return after is None or after.is_a(parts.MARK | parts.JOINING | parts.ADVERB)


def _start(sentence: SentenceView, who: int, at: int) -> int | None:
    """Where the clause begins whose pointing word, or noun, is what is denied; None where nothing is."""
    first = sentence.subtree(who)[0]
    if sentence.words[first] in _POINTS and first < who and sentence.tokens[who].is_a(parts.NAME):
        return first  # "this Orm denies"
    if sentence.words[at - 1] == "this" and at - 1 > who:
        return first  # "the advocate this denies", as clumsy translations have it
    before = sentence.words[first - 1] if first else ""
    if before in _POINTS and (first == 1 or not sentence.tokens[first - 2].is_a(parts.NOUN | parts.VERB)):
        return first - 1
    noun = first - 2 if before in _OPENERS else first - 1
    article = noun > 1 and sentence.tokens[noun - 1].is_a(parts.DETERMINER | parts.ADJECTIVE)
    return noun - 1 if article and sentence.words[noun] in _deniable() else None
