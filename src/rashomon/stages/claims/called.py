"""By which names a report's occurrences go: places, targets, the words before "attack", and who was killed there."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from rashomon.model import parts
from rashomon.model.claim import Occurrence
from rashomon.model.tree import asked_once
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.events.deed_phrase import aside_of, behind
from rashomon.stages.claims.view import SentenceView
from rashomon.text.calendar import Interval, days_between, overlaps
from rashomon.text.fold import fold
from rashomon.text.places import contains

_NAME = re.compile(r"[^\W\d_][\w'’-]*")
_GIVES = frozenset({"place", "target"})
_DONE_TO = frozenset({"victim", "kidnapped"})
_SHORT, _YEAR = 3, 366


class Called:
    """The names of each occurrence, and the referents of its places and of those to whom it was done."""

    def __init__(self, told: Told, kept: Sequence[Occurrence]) -> None:
        self._places: dict[str, set[str]] = defaultdict(set)
        self._people: dict[str, set[str]] = defaultdict(set)
        self._days: dict[str, list[Interval]] = defaultdict(list)
        self._ids = frozenset(o.id for o in kept if not o.generic)
        for draft in told.drafts:
            ident = draft.subject.occurrence
            if ident not in self._ids or ident is None:
                continue
            if draft.property == "date":
                self._days[ident].append((draft.value.earliest, draft.value.latest))
            if draft.property in _GIVES:
                self._places[ident] |= _names(draft.value.text or "")
            elif draft.property in _DONE_TO and draft.value.referent:
                self._people[ident].add(draft.value.referent)
        self._shared = Counter(name for names in self._places.values() for name in names)

    def by_name(self, sentence: SentenceView, heads: Sequence[int], ident: str) -> dict[str, float]:
        """What some phrases have in common with an occurrence: a victim, a place; or that they give a town or a day of another."""
        return {
            "victim": float(any(self._befell(sentence, at, ident) for at in heads)),
            "other_victim": float(any(self._befell_another(sentence, at, ident) for at in heads)),
            "name": float(any(_said(sentence, at) & self._places[ident] for at in heads)),
            "elsewhere": float(any(self._is_elsewhere(sentence, at, ident) for at in heads)),
            "other_day": float(any(self._is_another_day(sentence, at, ident) for at in heads)),
        }

    def in_sentence(self, sentence: SentenceView, at: int, ident: str) -> dict[str, float]:
        """What a whole sentence has of an occurrence: one of its days, a place that none of the others has."""
        said, own = _names_of(sentence), self._places.get(ident, set())
        days = self._days.get(ident, ())
        return {
            "day_here": float(any(overlaps(a, b) for a in _days_told(sentence) for b in days)),
            "place_here": float(any(self._shared[name] == 1 for name in own & said)),
            "before_it": float(self._is_before(sentence, at, ident)),
        }

    def _is_before(self, sentence: SentenceView, at: int, ident: str) -> bool:
        """ "was arrested in 2012", of a deed of 2019: what a clause tells had happened before it."""
        told = [latest[:10] for latest in _latest_beside(sentence, at)]
        days = [first[:10] for first, _ in self._days.get(ident, ()) if first]
        return bool(told and days) and max(told) < min(days)

    def _befell(self, sentence: SentenceView, at: int, ident: str) -> bool:
        return bool(self._people[ident] & _people_of(sentence, at))

    def _befell_another(self, sentence: SentenceView, at: int, ident: str) -> bool:
        """ "the murder of X", of a deed whose victims by name are others."""
        named = _named_behind(sentence, at)
        return bool(named and self._people[ident]) and not named & self._people[ident]

    def _is_elsewhere(self, sentence: SentenceView, at: int, ident: str) -> bool:
        """ "the Tarvel bomber", in a report on an attack in Karsova: a town that is none of its places, nor holds or lies in one."""
        towns = _towns_of(sentence, at)
        if not towns or not self._places[ident] or _said(sentence, at) & self._places[ident]:
            return False
        return all(
            contains(town, place.title()) is False and contains(place.title(), town) is False
            for town in towns
            for place in self._places[ident]
        )

    def _is_another_day(self, sentence: SentenceView, at: int, ident: str) -> bool:
        """ "the attack of 3 May", of one on 9 May: a day in a noun's own phrase, which an occurrence that has days does not have.

        Not of "indicted for murder on 31 May": beside a crime in law stands the court's day.
        """
        own = _days_of(sentence, at)
        days = self._days[ident]
        return bool(own and days) and not any(overlaps(a, b) for a in own for b in days)


@asked_once
def _people_of(sentence: SentenceView, at: int) -> frozenset[str]:
    """The referents named in the phrase of a token, beside its own head."""
    phrase = sentence.phrase(at)
    named = (m for m in sentence.mentions if m.form == "name" and m.head != at)
    return frozenset(m.referent for m in named if phrase.start <= m.start < phrase.end and m.referent)


@asked_once
def _named_behind(sentence: SentenceView, at: int) -> frozenset[str]:
    """Of "the murder of X" the referent of X."""
    people = (sentence.mention_at(n) for n in behind(sentence, at, "of"))
    return frozenset(
        m.referent for m in people if m is not None and m.type == "person" and m.form == "name" and m.referent
    )


@asked_once
def _towns_of(sentence: SentenceView, at: int) -> frozenset[str]:
    """The places by name in the phrase of a token."""
    phrase = sentence.phrase(at)
    towns = (m for m in sentence.mentions if m.type == "place" and m.form == "name")
    return frozenset(m.quote for m in towns if phrase.start <= m.start < phrase.end and m.end <= phrase.end)


@asked_once
def _days_of(sentence: SentenceView, at: int) -> tuple[Interval, ...]:
    """The days in the phrase of a known noun: with an article or an owner."""
    known = sentence.owner(at) is not None or any(True for _ in sentence.each(at, parts.DETERMINER))
    if not known or not sentence.tokens[at].is_a(parts.COMMON_NOUN | parts.NAME):
        return ()
    phrase = sentence.phrase(at)
    inside = (t for t in sentence.times if phrase.start <= t.start < phrase.end and t.type == "DATE")
    return tuple((t.earliest, t.latest) for t in inside)


@asked_once
def _days_told(sentence: SentenceView) -> tuple[Interval, ...]:
    """The days that a sentence gives, but for spans of more than a year."""
    dated = ((t.earliest, t.latest) for t in sentence.times if t.type == "DATE")
    return tuple(d for d in dated if (long := days_between(*d)) is not None and long <= _YEAR)


@asked_once
def _latest_beside(sentence: SentenceView, at: int) -> tuple[str, ...]:
    """The last day of each day that a sentence gives, but for those in asides that do not hold a token."""
    above = {at, *sentence.up(at)}
    asides = ((t, aside_of(sentence, sentence.token_at(t.start))) for t in sentence.times if t.type == "DATE")
    kept = [t for t, aside in asides if aside is None or aside in above]
    return tuple(t.latest for t in kept if t.latest and (days_between(t.earliest, t.latest) or 0) <= _YEAR)


@asked_once
def _names_of(sentence: SentenceView) -> frozenset[str]:
    """The folded words of a sentence that are written like names."""
    return _names(sentence.text[sentence.sentence.start : sentence.sentence.end])


@asked_once
def _said(sentence: SentenceView, at: int) -> frozenset[str]:
    """The names in the phrase of a noun: "a Karsova terror suspect"; of a verb or an adjective the clause says too much."""
    if not sentence.tokens[at].is_a(parts.COMMON_NOUN | parts.NAME):
        return frozenset()
    phrase = sentence.phrase(at)
    return _names(sentence.text[phrase.start : phrase.end])


@lru_cache(maxsize=10_000)
def _names(text: str) -> frozenset[str]:
    """The folded words of a stretch that are written like names."""
    found = (word.removesuffix("'s").removesuffix("’s") for word in _NAME.findall(text))
    return frozenset(fold(word) for word in found if word[:1].isupper() and len(word) > _SHORT)
