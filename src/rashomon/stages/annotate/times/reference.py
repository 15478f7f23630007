"""The day a text was written on (its own dateline, else publication), and the year that an old story keeps to."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date

from rashomon.model.annotation import Sentence
from rashomon.model.document import Document
from rashomon.stages.annotate.times.absolute import iso, month_day
from rashomon.stages.annotate.times.context import Context
from rashomon.stages.annotate.times.extent import Extent
from rashomon.stages.annotate.times.grammar import Phrase, first_phrases
from rashomon.stages.annotate.times.lexicon import count, ordinal
from rashomon.text.calendar import parse_day, period

_HEAD = 8
_DATES = {"mdy": month_day, "dmy": month_day, "iso": iso}
_PLACE = re.compile(r"[^\W\d_][\w .,'’/()-]{1,50}?,?\s*$")
_DASH = re.compile(r"\s*(?:\([^)]{2,40}\)|\[[^\]]{2,40}\])?\s*(?:--|[—–_]|-\s|/|\(|\[)")
_LABEL = re.compile(
    r"(?:published|posted|date|dated|updated|first published|last updated|modified)\W{0,3}(?:on|at)?\s*$",
    re.I,
)
_ANNIVERSARY = re.compile(r"\b([\w-]+) anniversary\b|\b([\w-]+) years ago\b", re.IGNORECASE)
_YEAR = re.compile(r"\s((?:19|20)\d\d)\b")
_YEARED = re.compile(
    r"[^\W\d_]{3}\.?\s+\d{1,2},?\s+((?:19|20)\d\d)\b|\b\d{1,2}\s+[^\W\d_]{3,9}\.?,?\s+((?:19|20)\d\d)\b"
)


def read_contexts(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Context, ...]:
    """The context at the head of a document; two, of the first and the last day, where only its month or year is known."""
    first, last = period(document.published)
    days = dict.fromkeys(day if day and 1000 <= day.year < 9000 else None for day in map(parse_day, (first, last)))
    return tuple(dict.fromkeys(_context(document, sentences, day) for day in days))


def _context(document: Document, sentences: tuple[Sentence, ...], published: date | None) -> Context:
    start = Context(published, "published" if published else None)
    own = _own_day(document.text, sentences[:_HEAD], start)
    if own is not None:
        start = replace(start, reference=own, source="text")
    return replace(start, era=_era(document.text, start.reference), anniversary=_looked_back(document.text, start))


def at_entry(text: str, sentence: Sentence, context: Context) -> Context:
    """The context from a dateline amid the text on: what follows was written on its day, where that is given in full."""
    for phrase in first_phrases(text, sentence.start, sentence.end):
        extent = _DATES[phrase.rule](phrase, context) if phrase.rule in _DATES and phrase.get("year") else None
        if extent is not None and extent.first is not None and extent.first == extent.last:
            return Context(extent.first, "text", era=context.era, day_first=context.day_first)
    return context


def _looked_back(text: str, context: Context) -> int | None:
    """The year of the event whose anniversary the head of a text keeps."""
    found = _ANNIVERSARY.search(text, 0, 2000)
    if not found or context.reference is None:
        return None
    number = ordinal(found[1]) if found[1] else count(found[2])
    return context.reference.year - int(number) if number and 0 < number < 500 else None


def _own_day(text: str, sentences: tuple[Sentence, ...], context: Context) -> date | None:
    for sentence in sentences:
        for phrase in first_phrases(text, sentence.start, min(sentence.end, sentence.start + 160)):
            if phrase.rule in _DATES and (found := _dateline_day(text, sentence, phrase, context)):
                return found
    return None


def _dateline_day(text: str, sentence: Sentence, phrase: Phrase, context: Context) -> date | None:
    """The day of a phrase that heads its report: between a place and a dash, after a label, or alone in its line."""
    extent = _DATES[phrase.rule](phrase, context)
    if extent is None or extent.first is None or extent.first != extent.last:
        return None
    before, after = text[sentence.start : phrase.start], text[phrase.end : sentence.end]
    line = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start] + before
    if _is_headed(line, text[phrase.end : phrase.end + 50], dated=bool(phrase.get("year"))) or (
        phrase.get("year") and _LABEL.search(line)
    ):
        return extent.first
    alone = (not line.strip() and not after.strip(" .\n")) or sentence.block in ("dateline", "byline")
    return extent.first if alone and phrase.get("year") and _is_near(extent, context) else None


def _is_headed(line: str, after: str, *, dated: bool) -> bool:
    """A place before the date, a dash or bracket after it: "CITY, August 7 (Agency) --", "City, 7 Aug 88 (X)"."""
    place = line.strip(" ,")
    head = place.split(",")[0].split("(")[0]
    named = head == head.upper() or (dated and all(word[:1].isupper() for word in place.split()))
    return bool(place) and named and bool(_PLACE.match(line)) and bool(_DASH.match(after))


def _is_near(extent: Extent, context: Context) -> bool:
    """A date alone in its line is a dateline only when nothing dates the document otherwise."""
    return context.reference is None or extent.first is None or abs((extent.first - context.reference).days) <= 3


def _era(text: str, reference: date | None) -> int | None:
    """The year that most of a text's full dates fall in, where that is not the year it was written in."""
    if {int(year) for year in _YEAR.findall(text)} <= {reference.year if reference is not None else 0}:
        return None
    years = Counter(int(m[1] or m[2]) for m in _YEARED.finditer(text))
    if not years:
        return None
    year, times = min(years.items(), key=lambda item: (-item[1], item[0]))
    if reference is not None and (times < 2 or year == reference.year or times <= 2 * years[reference.year]):
        return None
    return year
