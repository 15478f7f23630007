"""Finding the time expressions of a document, in text order, each resolved where the text lets it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.lexicon.languages import language_of
from rashomon.model.annotation import Sentence, TimeRef, Token
from rashomon.model.document import Document
from rashomon.model.entries import entry_heads
from rashomon.stages.annotate.times import bounds, relative
from rashomon.stages.annotate.times.absolute import full_year
from rashomon.stages.annotate.times.calendars import find_in_calendars, with_same_days
from rashomon.stages.annotate.times.context import Context
from rashomon.stages.annotate.times.either_end import between
from rashomon.stages.annotate.times.extent import Extent, only
from rashomon.stages.annotate.times.grammar import Phrase, find_phrases
from rashomon.stages.annotate.times.guard import is_time, next_word, previous_word
from rashomon.stages.annotate.times.lexicon import count, unit
from rashomon.stages.annotate.times.listed import find_listed, without_overlap
from rashomon.stages.annotate.times.reference import at_entry, read_contexts
from rashomon.stages.annotate.times.resolvers import RESOLVERS
from rashomon.stages.annotate.times.tense import is_report, tense_at

_PHONE = re.compile(r"(?<![\w.])(?:\+|00|\(?0)\d[\d\s().-]{6,30}\d|(?<![\w.])\d{3}[-.\s]\d{3}[-.\s]\d{4}(?!\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)|\d\d?([./])\d\d?\1(?:19|20)\d\d(?!\d)")
"""A day in figures, which is no telephone number: "02.04.2014"."""
_CLOCKS = frozenset({"clock", "clock_of", "oclock", "clock24", "noon"})
_NEARBY = 3
"""Sentences back in which a day is still the one that a clock time without a day belongs to."""
_YEARLESS = frozenset({"mdy", "dmy", "month"})
_FOREIGN = frozenset({"iso", "numeric", "mdy", "dmy", "other"})
_THIS_YEAR = re.compile(
    r"\s*,?\s*(?:of\s+)?(this|last|the\s+last|the\s+past|next|that|the\s+same)\s+year\b", re.IGNORECASE
)
_AFTER = re.compile(r"\s+(before|after)\s+(?!that\b|which\b)[^.;:()]{0,60}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    """A phrase with what it comes to."""

    phrase: Phrase
    extent: Extent


def find_times(document: Document, sentences: tuple[Sentence, ...], *, day_first: bool = False) -> tuple[TimeRef, ...]:
    """The time expressions of a document, in text order; in a language not read for claims whole dates, and listed words."""
    language = None if document.claims_read else language_of(document.language)
    day_first = day_first or language is not None
    contexts = [replace(c, day_first=day_first) for c in read_contexts(document, sentences)]
    read = [_find(document, sentences, context) for context in contexts]
    told = tuple(between(read[0], read[1])) if len(read) > 1 else read[0]
    if language is not None:
        told = without_overlap(find_listed(document, sentences, language, contexts[0]), read[0])
    in_others = with_same_days(find_in_calendars(document, sentences, contexts[0]), told, document.text)
    return without_overlap(in_others, told) if in_others else told


def _find(document: Document, sentences: tuple[Sentence, ...], context: Context) -> tuple[TimeRef, ...]:
    out: list[TimeRef] = []
    entries = entry_heads(sentences)
    for sentence in sentences:
        if sentence.index in entries:
            context = at_entry(document.text, sentence, context)
        tokens: dict[int, Token] = {}
        phrases = list(_chosen(document, sentence, tokens))
        if phrases:
            found, context = _resolve(document.text, sentence, phrases, context)
            out.extend(_refs(document.text, sentence, found, tokens))
    return tuple(out)


def _chosen(document: Document, sentence: Sentence, tokens: dict[int, Token]) -> Iterator[Phrase]:
    """The first accepted phrase at each place, those inside an earlier one or inside a phone number left out.

    `tokens` are filled, by where they start, as soon as a phrase is looked at.
    """
    done, masked = sentence.start, list[tuple[int, int]]()
    for at, phrases in find_phrases(document.text, sentence.start, sentence.end):
        if at < done:
            continue
        for phrase in phrases:
            masked = masked or [(0, 0), *_phones(document.text, sentence)]
            if any(a <= at < b for a, b in masked):
                break
            if phrase.rule == "age":
                done = phrase.end
                break
            if not document.claims_read and not (phrase.rule in _FOREIGN and phrase.get("year")):
                continue
            if not tokens:
                tokens.update((t.start, t) for t in sentence.tokens)
            if is_time(phrase, document.text, tokens):
                done = phrase.end
                yield phrase
                break


def _phones(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where telephone numbers stand: their digits are no dates."""
    at = sentence.start
    while found := _PHONE.search(text, at, sentence.end):
        day = _DAY.match(found.group())
        at = found.start() + day.end() if day else found.end()
        if not day:
            yield found.span()


def _resolve(text: str, sentence: Sentence, phrases: list[Phrase], context: Context) -> tuple[list[_Found], Context]:
    """What the phrases of a sentence come to, clock times last, and the context after them."""
    found: dict[int, Extent] = {}
    for number, phrase in enumerate(phrases):
        if phrase.rule in _CLOCKS:
            continue
        year = _year_beside(text, phrases, number, found, context)
        extent = RESOLVERS[phrase.rule](phrase, _beside(sentence, phrase, replace(context, year=year)))
        if extent is not None:
            found[number] = extent = _told(phrase, extent, context)
            context = context if _names(text, phrase) else _after(context, extent, sentence.index)
    for number, phrase in enumerate(phrases):
        if phrase.rule in _CLOCKS:
            near = _beside(sentence, phrase, _on_nearest_day(context, found, number, sentence.index))
            extent = RESOLVERS[phrase.rule](phrase, near)
            if extent is not None:
                found[number] = extent
    _count_from_dates(text, phrases, found)
    return [_Found(phrases[n], found[n]) for n in sorted(found)], context


def _told(phrase: Phrase, extent: Extent, context: Context) -> Extent:
    """Open where the story's "a year later" would come after the writing: it is told from some other date."""
    late = context.reference is not None and extent.first is not None and extent.first > context.reference
    if late and extent.anchor == "text" and phrase.rule in ("ago", "that_day", "day_beside"):
        return only({"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}.get(extent.size or "", "XXXX"))
    return extent


def _names(text: str, phrase: Phrase) -> bool:
    """A year before a noun ("the 2015 campaign") names a thing, one behind "since" how long something lasts; the story need not be there."""
    if phrase.rule != "year":
        return False
    before = previous_word(text, phrase.start).casefold()
    return before == "since" or (before in ("the", "a", "an") and next_word(text, phrase.end)[:1].isalpha())


def _after(context: Context, extent: Extent, sentence: int) -> Context:
    """The context once an expression was read: a date with days becomes the text's last date."""
    if extent.first is None or extent.type not in ("DATE", "TIME"):
        return context
    if extent.size == "day" and extent.first == extent.last:
        if extent.anchor in ("explicit", "text"):
            context = replace(context, just=extent.first, just_at=sentence)
        return replace(context, focus=extent, day=extent.first, day_at=sentence)
    return replace(context, focus=extent)


def _beside(sentence: Sentence, phrase: Phrase, context: Context) -> Context:
    """The context with what the clause around a phrase adds."""
    at = next((n for n, t in enumerate(sentence.tokens) if t.end > phrase.start), None)
    if at is None:
        return context
    tokens, just = sentence.tokens, context.just if sentence.index - context.just_at <= _NEARBY else None
    return replace(
        context, tense=tense_at(tokens, at, phrase.end), just=just, reported=is_report(tokens, at, phrase.end)
    )


def _on_nearest_day(context: Context, found: dict[int, Extent], number: int, sentence: int) -> Context:
    """The context for a clock time: its day is the sentence's nearest one, else that of a sentence just before."""
    days = [(abs(n - number), -n, e) for n, e in found.items() if e.size == "day" and e.first == e.last]
    best = min(days, key=lambda d: d[:2], default=None)
    if best is not None:
        return replace(context, day=best[2].first, focus=best[2])
    return context if sentence - context.day_at <= _NEARBY else replace(context, day=None, focus=None)


def _year_beside(
    text: str, phrases: list[Phrase], number: int, found: dict[int, Extent], context: Context
) -> int | None:
    """The year for a month or day without one: "in October this year", "from May 3 to June 2, 2016"."""
    phrase = phrases[number]
    if phrase.rule not in _YEARLESS or phrase.get("year"):
        return None
    named = _THIS_YEAR.match(text, phrase.end)
    if named:
        return _named_year(named[1].casefold(), context)
    if number + 1 < len(phrases) and bounds.joins(text, phrase.end, phrases[number + 1].start):
        after = phrases[number + 1]
        return full_year(after.get("year")) if after.rule in _YEARLESS else None
    before = found.get(number - 1)
    if before and before.first and phrases[number - 1].get("year") and phrases[number - 1].rule in _YEARLESS:
        return before.first.year if bounds.joins(text, phrases[number - 1].end, phrase.start) else None
    return None


def _named_year(word: str, context: Context) -> int | None:
    if word in ("that", "the same"):
        return context.focus.first.year if context.focus and context.focus.first else None
    shift = {"last": -1, "past": -1, "next": 1}.get(word.split()[-1], 0)
    return context.reference.year + shift if context.reference else None


def _count_from_dates(text: str, phrases: list[Phrase], found: dict[int, Extent]) -> None:
    """ "two days after the Oct. 10 attack" is a date: counted from the next date of the sentence."""
    for number, phrase in enumerate(phrases[:-1]):
        after = found.get(number + 1)
        if phrase.rule != "duration" or after is None or after.first is None or after.type != "DATE":
            continue
        side = _AFTER.match(text[phrase.end : phrases[number + 1].start])
        amount, named = count(phrase.get("num") or ""), phrase.get("unit")
        if side and amount and amount == int(amount) and named:
            extent = _counted(after, int(amount) * (1 if side[1].casefold() == "after" else -1), unit(named)[0])
            if extent is not None:
                found[number] = extent


def _counted(base: Extent, steps: int, size: str) -> Extent | None:
    fits = {"D": ("day",), "W": ("day",), "M": ("day", "month")}.get(size, ("day", "month", "year"))
    if base.first is None or base.size not in fits or size not in "DWMY":
        return None
    extent = relative.around(base.first, size, steps)
    return extent.by(base.anchor) if extent else None


def _refs(text: str, sentence: Sentence, found: list[_Found], tokens: dict[int, Token]) -> Iterator[TimeRef]:
    ranges = _ranges(text, found)
    for number, item in enumerate(found):
        phrase, extent = item.phrase, item.extent
        side = None if number in ranges else bounds.side_of(text, phrase.start, phrase.end, tokens)
        first, last = bounds.bounded(extent, side)
        yield TimeRef(
            phrase.start,
            phrase.end,
            phrase.match.group(),
            extent.type,
            first,
            last,
            extent.timex,
            extent.anchor,
            sentence.index,
            extent.weekday,
            ranges.get(number),
        )


def _ranges(text: str, found: list[_Found]) -> dict[int, tuple[str, str]]:
    """The interval that two joined expressions give together, under the numbers of both."""
    out: dict[int, tuple[str, str]] = {}
    for number, (a, b) in enumerate(pairwise(found)):
        if not bounds.joins(text, a.phrase.end, b.phrase.start):
            continue
        if bounds.opens_range(text, a.phrase.start) or bounds.is_dash(text, a.phrase.end, b.phrase.start):
            interval = bounds.spanning(a.extent, b.extent)
            if interval:
                out[number] = out[number + 1] = interval
    return out
