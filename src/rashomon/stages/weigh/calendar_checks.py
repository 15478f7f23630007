"""What contradicts the calendar: weekdays, events after their report, events dated twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations

from rashomon.model.account import Account
from rashomon.model.annotation import TimeRef
from rashomon.model.finding import Finding
from rashomon.model.span import Quote
from rashomon.stages.weigh.counted import singular
from rashomon.stages.weigh.days import Days, days_between
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import make_finding, say_outlet, say_value
from rashomon.text.calendar import weekday_name

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_OF_THE_NEWS = 60  # Days on either side of a report within which a day without a year is of its own year.
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.I)
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class _Dated:
    """A claim that gives an event a day by its year, and the nouns by which the event goes beside it."""

    laid: Laid
    day: Days
    nouns: tuple[str, ...]


def check_calendar(layout: Layout) -> list[Finding]:
    """All inconsistencies with the calendar."""
    by_document: dict[str, list[Laid]] = defaultdict(list)
    for laid in (*layout.claims, *layout.repeats):
        by_document[laid.document.id].append(laid)
    found = []
    for account in layout.accounts:
        laids = by_document.get(account.document.id, [])
        found.extend(_wrong_weekdays(layout, account, laids))
        found.extend(_told_before(layout, laids))
        found.extend(_twice_dated(layout, account, laids))
        found.extend(_papers_twice_dated(layout, laids))
    return [*found, *_papers_ahead(layout)]


def _wrong_weekdays(layout: Layout, account: Account, laids: Sequence[Laid]) -> list[Finding]:
    found = []
    seen: set[str] = set()
    for time in account.annotations.times:
        days = days_between(time.earliest, time.latest)
        if (
            time.quote in seen
            or time.weekday is not False
            or days is None
            or not days.single
            or _is_of_a_guessed_year(account, time, days)
        ):
            continue
        seen.add(time.quote)
        nearest = [c for c in laids if c.claim.start < time.end and time.start < c.claim.end]
        nearest = nearest or [c for c in laids if c.sentence and c.sentence.index == time.sentence]
        said = _WEEKDAY.search(time.quote)
        outlet, weekday = say_outlet(account.document), weekday_name(days.first)
        reason = f"{outlet} writes “{time.quote}”, but {days} is a {weekday}"
        if said:
            reason += f", not a {said.group()}"
        where = f"{account.document.id} {time.quote}"
        in_document = (account.document.id,)
        found.append(
            make_finding("inconsistency", layout, nearest, reason, prop="date", documents=in_document, place=where)
        )
    return found


def _is_of_a_guessed_year(account: Account, time: TimeRef, days: Days) -> bool:
    """True for "Sunday, Nov. 15" far from the day of the report: the year was filled in, and the weekday may be right."""
    published = days_between(account.document.published, account.document.published)
    return not _YEAR.search(time.quote) and published is not None and days.gap(published) > _OF_THE_NEWS


def _told_before(layout: Layout, laids: Sequence[Laid]) -> list[Finding]:
    """Events told as past on a date after the report's publication; only dates that are spelled out."""
    found = []
    for laid in laids:
        published = days_between(laid.document.published, laid.document.published)
        days = _spelled_day(laid)
        if laid.claim.property != "date" or laid.claim.stance != "asserted" or not published or not days:
            continue
        if days.first > published.last and days.gap(published) > 1 and not _speaks_ahead(laid):
            outlet, quote = say_outlet(laid.document), laid.claim.quote
            reason = f"{outlet}, published {published}, tells of {days} as past (“{quote}”)"
            found.append(make_finding("inconsistency", layout, [laid], reason, prop="date"))
    return found


def _spelled_day(laid: Laid) -> Days | None:
    """The single day a date claim gives, where its words hold the year."""
    days = days_between(laid.claim.value.earliest, laid.claim.value.latest)
    return days if days and days.single and _YEAR.search(laid.claim.quote) else None


def _speaks_ahead(laid: Laid) -> bool:
    return _ahead().search(laid.words.lower()) is not None


def _twice_dated(layout: Layout, account: Account, laids: Sequence[Laid]) -> list[Finding]:
    """One event of one text, by one noun, on the same day and month of two years."""
    found, told = [], set()
    for dated in _by_day_of_year(account, laids):
        for a, b in combinations(dated, 2):
            x, y = a.day, b.day
            if x == y or a.laid.voice != b.laid.voice or (x, y) in told:
                continue
            noun = next((noun for noun in a.nouns if noun in b.nouns), None)
            if noun:
                told |= {(x, y), (y, x)}
                reason = f"{say_outlet(a.laid.document)} dates the {noun} both {x} (“{a.laid.claim.quote}”)"
                reason += f" and {y} (“{b.laid.claim.quote}”)"
                found.append(make_finding("inconsistency", layout, [a.laid, b.laid], reason, prop="date"))
    return found


def _papers_twice_dated(layout: Layout, laids: Sequence[Laid]) -> list[Finding]:
    """One paper of one text, "that same cable", to which one voice gives two days."""
    papers: dict[tuple[object, ...], list[tuple[Days, Laid]]] = defaultdict(list)
    for laid in laids:
        claim = laid.claim
        day = days_between(claim.value.earliest, claim.value.latest)
        if claim.property == "dated" and claim.stance == "asserted" and claim.subject.referent and day and day.single:
            papers[(claim.subject.referent, laid.voice)].append((day, laid))
    found = []
    for told in papers.values():
        for (x, a), (y, b) in combinations(told, 2):
            if x != y:
                reason = f"{say_outlet(a.document)} dates one paper both {x} (“{a.claim.quote}”)"
                reason += f" and {y} (“{b.claim.quote}”)"
                found.append(make_finding("inconsistency", layout, [a, b], reason, prop="dated"))
    return found


def _by_day_of_year(account: Account, laids: Sequence[Laid]) -> list[list[_Dated]]:
    """The claims that spell out a day, those of one month and day together, the first of each voice, day and nouns."""
    mentions = {o.id: o.mentions for o in account.reading.occurrences}
    firsts: dict[tuple[object, ...], _Dated] = {}
    for laid in laids:
        if laid.claim.property == "date" and laid.claim.stance == "asserted" and (day := _spelled_day(laid)):
            nouns = _triggers(laid, mentions.get(laid.claim.subject.occurrence or "", ()))
            firsts.setdefault((laid.voice, day, nouns), _Dated(laid, day, nouns))
    groups: dict[str, list[_Dated]] = defaultdict(list)
    for one in firsts.values():
        groups[one.day.first[5:]].append(one)
    return list(groups.values())


def _triggers(laid: Laid, mentions: Sequence[Quote]) -> tuple[str, ...]:
    """The nouns by which a claim's event goes in its own sentence, the nearest first."""
    here = [m for m in mentions if laid.sentence and laid.sentence.start <= m.start < laid.sentence.end]
    near = sorted(here, key=lambda m: abs(m.start - laid.claim.start))
    return tuple(singular(w.group().lower()) for m in near for w in _WORD.finditer(m.quote))


def _papers_ahead(layout: Layout) -> list[Finding]:
    """Papers that speak, as of something past, of a day after the date they bear."""
    borne: dict[str, list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        if laid.claim.property == "dated" and laid.entity and laid.claim.stance == "asserted":
            borne[f"entity {laid.entity}"].append(laid)
    found = []
    for laid in layout.claims:
        if laid.claim.property != "date" or _spelled_day(laid) is None or _speaks_ahead(laid):
            continue
        for key in laid.voice[1:]:
            for paper in borne.get(key, ()):
                if _after(paper, laid):
                    name = layout.entities[paper.entity or ""].name
                    reason = f"{name} bears the date {say_value(layout, [paper])}, yet is said to speak of"
                    reason += f" {_spelled_day(laid)} (“{laid.claim.quote}”)"
                    found.append(make_finding("inconsistency", layout, [paper, laid], reason, prop="dated"))
    return found


def _after(paper: Laid, laid: Laid) -> bool:
    dated = days_between(paper.claim.value.earliest, paper.claim.value.latest)
    spoken = _spelled_day(laid)
    return dated is not None and spoken is not None and spoken.first > dated.last


@cache
def _ahead() -> re.Pattern[str]:
    text = (files("rashomon.data") / "weigh" / "ahead.txt").read_text(encoding="utf-8")
    return re.compile("|".join(line for line in text.splitlines() if line and not line.startswith("#")))
