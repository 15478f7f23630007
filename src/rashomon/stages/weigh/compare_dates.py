"""Dates held against one another as stretches of days: they differ where they share no day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations

from rashomon.model.link import Incident
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.days import Days, days_between
from rashomon.stages.weigh.layout import Laid

# Calls, hearings and journeys go on or come in rows: several days of one are no contradiction.
_ONE_TIME = frozenset(
    {"attack", "killing", "abduction", "arrest", "meeting", "conviction", "payment", "election", "disaster"}
)
_MONTH = 31
_FEW_DAYS = 3
_NEAR_DAYS = 31
_SUDDEN = frozenset({"attack", "killing", "abduction", "disaster"})
_HOUR_ONLY = re.compile(
    r"(?:(?:around|about|at|just|shortly|before|after|nearly)\s+)*\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?\s?m\.?|o'clock|hours)?",
    re.I,
)
_LONG_AGO = re.compile(
    r"\b(?:years?|months?|decades?) (?:ago|earlier|before|later)\b|\b(?:last|this|next|that) (?:year|decade)\b", re.I
)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)
_MONTH_NAME = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I)
_DEATH = re.compile(r"\b(?:kill|murder|shot|stabb|strangl|drown|beat|burn|death|dead|died|assassinat)\w*", re.I)
_NIGHT = re.compile(r"\b(?:night|midnight|late|evening)\b", re.I)
_MORNING = re.compile(r"\b(?:early|morning|overnight|midnight|a\.?m\.?|dawn|pre-dawn)(?:\b|(?=\s))", re.I)


def compare_dates(laids: Sequence[Laid], incident: Incident | None) -> list[Contrast]:
    """Conflicts between dates of one incident, paper or birth; `incident` None for the latter two."""
    if incident is not None and incident.type not in _ONE_TIME and not any(_is_of_a_death(laid) for laid in laids):
        return []
    values: dict[Days, list[Laid]] = defaultdict(list)
    for laid, days in _sure_dates(laids):
        if incident is None or not is_of_something_else(laid, incident):
            values[days].append(laid)
    apart = [(x, y) for x, y in combinations(sorted(values), 2) if not x.meets(y)]
    if incident is not None:
        apart = [(x, y) for x, y in apart if _of_one_event(x, y)]
    finest = [(x, y) for x, y in apart if not any(_finer(pair, (x, y)) for pair in apart)]
    return [found for x, y in finest if (found := _differ(x, y, values[x], values[y]))]


def _is_of_a_death(laid: Laid) -> bool:
    """Whether a date is told of a death, whatever its incident is called: nobody dies twice."""
    return _DEATH.search(laid.claim.quote) is not None


def _sure_dates(laids: Sequence[Laid]) -> list[tuple[Laid, Days]]:
    """Dates that can be held against others: told as past, in reports that do not give several for the matter.

    Two speakers of one report may differ by a few days; further apart, one date more likely belongs elsewhere.
    """
    by_report: dict[str, list[tuple[Laid, Days]]] = defaultdict(list)
    for laid in laids:
        value = laid.claim.value
        days = days_between(value.earliest, value.latest)
        told = laid.claim.stance in ("asserted", "alleged", "undetermined")
        if days and told and not _after_report(laid, days) and not _names_no_day(laid):
            by_report[laid.document.id].append((laid, days))
    sure = (told for told in by_report.values() if _of_one_matter(told))
    return [one for told in sure for one in told]


def _of_one_matter(told: Sequence[tuple[Laid, Days]]) -> bool:
    return all(x.meets(y) or (a.voice != b.voice and x.gap(y) <= _FEW_DAYS) for (a, x), (b, y) in combinations(told, 2))


def _after_report(laid: Laid, days: Days) -> bool:
    published = days_between(laid.document.published, laid.document.published)
    return published is not None and days.first > published.last


def _of_one_event(x: Days, y: Days) -> bool:
    """Whether two dates can be of one event: no further apart than they are vague, or alike but for year or month."""
    if x.gap(y) <= max(_NEAR_DAYS, x.length, y.length):
        return True
    return x.single and y.single and (x.first[5:] == y.first[5:] or x.first[8:] == y.first[8:])


def is_of_something_else(laid: Laid, incident: Incident) -> bool:
    """Whether the words beside a date of an attack tell of a death that followed, an arrest, a hearing."""
    return incident.type in _SUDDEN and any(cue.search(laid.claim.quote.lower()) for cue in _other_events())


@cache
def _other_events() -> tuple[re.Pattern[str], ...]:
    text = (files("rashomon.data") / "weigh" / "other_dates.txt").read_text(encoding="utf-8")
    return tuple(re.compile(line) for line in text.splitlines() if line and not line.startswith("#"))


def _finer(pair: tuple[Days, Days], other: tuple[Days, Days]) -> bool:
    """Whether a pair says the same as another more exactly: the day beside the month it lies in."""
    return pair != other and other[0].holds(pair[0]) and other[1].holds(pair[1])


def _differ(x: Days, y: Days, first: list[Laid], second: list[Laid]) -> Contrast | None:
    ones, others = tuple(first), tuple(second)
    if x.gap(y) == 1 and _one_night(ones, others):
        return None
    reckoned = _reckoned("first", ones) or _reckoned("second", others)
    if x.gap(y) == 1 and reckoned and not _name_two_weekdays(ones, others):
        # "Saturday" or "today" for a deed of Friday night, or a report dated a day late: no two days are told.
        return None
    if _cannot_mean(ones, y) or _cannot_mean(others, x):
        return None
    if x.gap(y) % 7 == 0 and (_is_bare_weekday(ones) or _is_bare_weekday(others)):
        return None
    if len({c.document.id for c in (*ones, *others)}) == 1 and max(x.length, y.length) > _MONTH:
        return None
    notes = [note for note in (_reckoned("first", ones), _reckoned("second", others)) if note]
    return Contrast("conflict", ones, others, ("no day lies in both", *notes))


def _is_bare_weekday(laids: Sequence[Laid]) -> bool:
    """Whether a date rests on a weekday's name alone, so that its week is only reckoned."""
    said = [c.claim.value.text or c.claim.quote for c in laids]
    return all(not any(ch.isdigit() for ch in words) and _WEEKDAY.search(words) for words in said)


def _name_two_weekdays(ones: Sequence[Laid], others: Sequence[Laid]) -> bool:
    """Whether both sides name a weekday and none is named by both: a report dated a day late does not change those.

    Of a deed by night one may name the day after it, unless both have nothing but a weekday.
    """
    if any(_NIGHT.search(c.words) for c in (*ones, *others)) and not (
        _is_bare_weekday(ones) and _is_bare_weekday(others)
    ):
        return False
    first, second = (
        {m.group().lower() for c in side for m in _WEEKDAY.finditer(c.claim.value.text or c.claim.quote)}
        for side in (ones, others)
    )
    return bool(first and second) and first.isdisjoint(second)


def _cannot_mean(laids: Sequence[Laid], day: Days) -> bool:
    """Whether a weekday's name is used in reports so late that it can't mean that day: it is of something else."""
    published = [days_between(c.document.published, c.document.published) for c in laids]
    return _is_bare_weekday(laids) and all(p is not None and day.last < p.first and day.gap(p) > 7 for p in published)


def _names_no_day(laid: Laid) -> bool:
    """Whether a date rests on an hour alone, or on years or months counted back ("a year ago")."""
    words = laid.claim.value.text or ""
    return bool(_HOUR_ONLY.fullmatch(words.strip()) or _LONG_AGO.search(words))


def _reckoned(which: str, laids: Sequence[Laid]) -> str | None:
    said = [c.claim.value.text or c.claim.quote for c in laids]
    if any(any(ch.isdigit() for ch in words) or _MONTH_NAME.search(words) for words in said):
        return None
    return f"the {which} is reckoned from the words “{said[0]}”"


def _one_night(evening: Sequence[Laid], morning: Sequence[Laid]) -> bool:
    """Whether a late evening and the next early morning may be one night, told by its two days."""
    return any(_NIGHT.search(c.words) for c in evening) and any(_MORNING.search(c.words) for c in morning)
