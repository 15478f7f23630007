"""When a contact was, where its own words do not say: the stay in which it fell, the line of a log it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rashomon.lexicon import rows as lexicon_rows
from rashomon.model import parts
from rashomon.model.annotation import TimeRef
from rashomon.model.claim import IncidentType
from rashomon.stages.claims.contacts.circumstances import date_of, dates_of
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.view import SentenceView, View
from rashomon.text.calendar import shift_day

Days = tuple[str | None, str | None]

_STAYING = frozenset(
    [
        "stay",
        "lodge",
        "live",
        "reside",
        "visit",
        "travel",
        "host",
        "house",
        "accommodate",
        "spend",
        "be",
        "arrive",
        "come",
    ]
)
_STAYS = frozenset({"stay", "visit", "trip", "tour", "journey"})
_BACK = 3
_OPENING = 6
_AMID = frozenset({"during", "amid", "throughout", "while", "when", "as"})
_BY_DEED = _AMID | {"before", "after", "until", "since", "following"}
_COUNTED = 2
_PARTS_OF_DAY = {"eve": -1, "day": 0, "morning": 0, "afternoon": 0, "evening": 0, "night": 0, "hour": 0}
_NEARLY = frozenset(
    {
        "minute",
        "minutes",
        "hour",
        "hours",
        "moment",
        "moments",
        "seconds",
        "shortly",
        "just",
        "immediately",
        "right",
        "soon",
    }
)
_DEEDS: frozenset[IncidentType] = frozenset({"attack", "killing", "abduction", "disaster", "other"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def each_days_of(view: View, sentence: SentenceView, at: int, around: tuple[int, ...]) -> list[Days | None]:
    """The days of each contact told at a token: of "met on 26 February and on 5 March" two."""
    days = list(dict.fromkeys(_in_one_year(dates_of(sentence, *around))))
    days = [d for d in days if not any(d is not e and _is_exacter(e, d) for e in days)]
    if len(days) > 1 and all(first is not None and first == last for first, last in days):
        return list(days)
    return [days[0]] if len(days) == 1 and days[0][0] else [days_of(view, sentence, at, around)]


def _is_exacter(one: Days, other: Days) -> bool:
    """Whether one is an hour of the day that the other is."""
    return (
        bool(one[0] and other[0])
        and len(one[0] or "") > len(other[0] or "")
        and (one[0] or "").startswith(other[0] or "")
    )


def _in_one_year(times: list[TimeRef]) -> Iterator[Days]:
    """The days of several times; of "on 26 February and on 5 March 2018" both in the year that the last one gives."""
    year = _YEAR.search(times[-1].quote) if times else None
    for time in times:
        first, last = _whole(time)
        if year is not None and _YEAR.search(time.quote) is None and first and last and time.anchor != "explicit":
            first, last = year.group() + first[4:], year.group() + last[4:]
        yield first, last


def days_of(view: View, sentence: SentenceView, at: int, around: tuple[int, ...]) -> Days | None:
    """First and last day of a contact told at a token; None where nothing plain tells them."""
    own = date_of(sentence, *around)
    if own is not None:
        return _whole(own)
    joined = _of_joined(sentence, at)
    if joined is not None:
        return joined
    return _of_setting(sentence, at) or _of_entry(view, sentence, at) or _of_stay(view, sentence, at)


def days_of_deed(sentence: SentenceView, around: tuple[int, ...], told: Told) -> Days | None:
    """The day of the deed that a contact is told by: "during the siege", "an hour after the blast", "minutes before she was killed".

    Of "before the blast" alone the day is the last one, of "after the blast" the first: a bound, and no more.
    """
    for n, token in enumerate(sentence.tokens):
        word = token.text.lower()
        part = _PARTS_OF_DAY.get(sentence.tokens[n - 1].text.lower()) if word == "of" and n else None
        if (word not in _BY_DEED and part is None) or not _hangs_near(sentence, n, around):
            continue
        day = _day_of_deed(sentence, n, told)
        if day is None:
            continue
        if part is not None:  # "on the eve of the attack", "on the morning of the attack"
            there = shift_day(day, part)
            return (there, there)
        apart = _days_apart(sentence, n)
        if apart is not None and word in ("before", "after"):
            there = shift_day(day, apart if word == "after" else -apart)
            return (there, there)
        near = any(t.text.lower() in _NEARLY for t in sentence.tokens[max(0, n - 2) : n])
        if word in _AMID or near:
            return (day, day)
        return (None, day) if word in ("before", "until") else (day, None)
    return None


def _days_apart(sentence: SentenceView, n: int) -> int | None:
    """Of "two days before", "the day after" how many days; None where days are not counted."""
    words = [t.text.lower() for t in sentence.tokens[max(0, n - 2) : n]]
    if len(words) < _COUNTED or words[1] not in ("day", "days", "night", "evening"):
        return None
    if words[1] != "days":
        return 1 if words[0] in ("the", "a", "one") else None
    return int(words[0]) if words[0].isdigit() else _numbers().get(words[0])


@cache
def _numbers() -> dict[str, int]:
    return {word: int(number) for word, number, *_ in lexicon_rows("en-small-numbers.tsv")}


def _hangs_near(sentence: SentenceView, n: int, around: tuple[int, ...]) -> bool:
    """Whether a word stands in a phrase or clause of the contact's own verb, or opens the sentence before it."""
    above = sentence.tokens[n].head
    chain = (n, *sentence.up(n))
    return bool(set(chain[:4]) & set(around)) or (
        n < _OPENING and above < min(around) and min(around) - n < _OPENING * 2
    )


def _day_of_deed(sentence: SentenceView, n: int, told: Told) -> str | None:
    """The one day of what is told of right behind a word."""
    behind = sentence.tokens[n + 1 : n + 1 + _OPENING]
    found = next(
        (o for t in behind if (o := told.occurrence_at(t.start, t.end)) is not None and o.type in _DEEDS), None
    )
    if found is None:
        return None
    own = {
        (d.value.earliest, d.value.latest)
        for d in told.drafts
        if d.property == "date" and d.subject.occurrence == found.id
    }
    days = {first[:10] for first, last in own if first and last and first[:10] == last[:10]}
    return next(iter(days)) if len(days) == 1 and len(own) == 1 else None


def _whole(time: TimeRef) -> Days:
    return time.joined or (time.earliest, time.latest)


def _of_joined(sentence: SentenceView, at: int) -> Days | None:
    """ "On the 4th X came to the house and met Y": a day set before the first of joined verbs is that of all."""
    verb = next((n for n in (at, *sentence.up(at)) if sentence.tokens[n].is_a(parts.VERB)), at)
    frame, first = sentence.frame(verb), sentence.frame(sentence.tokens[verb].head)
    if not sentence.tokens[verb].is_a(parts.JOINED) or first is None or (frame is not None and frame.own is not None):
        return None
    found = date_of(sentence, first.at)
    if found is None or first.own is None or found.start > sentence.tokens[first.own].start:
        return None
    return _whole(found)


def _of_setting(sentence: SentenceView, at: int) -> Days | None:
    """ "From the 3rd to the 5th X stayed in ..., where Y met him": the days of the stay."""
    where = any(sentence.tokens[n].text.lower() == "where" for n in sentence.children[at])
    if not where or not sentence.tokens[at].is_a(parts.RELATIVE_CLAUSE):
        return None
    for above in sentence.up(at):
        if above != at and sentence.frame(above) is not None and sentence.tokens[above].lemma in _STAYING:
            found = date_of(sentence, above)
            return _whole(found) if found is not None else None
    return None


def _of_entry(view: View, sentence: SentenceView, at: int) -> Days | None:
    """ "13.05.2014 14:20 X calls Y"; "13.05.2014, 14:20." and then the sentence: a line of a log."""
    dated = [t for t in sentence.times if t.type == "DATE" and t.earliest]
    if dated and dated[0].start == sentence.tokens[0].start:
        free = not sentence.has_verb(range(at))
        return _whole(dated[0]) if free and dated[0].earliest == dated[0].latest else None
    before = sentence.before
    if dated or before is None or before.sentence.paragraph != sentence.sentence.paragraph:
        return None
    heads = [t for t in before.times if t.type == "DATE" and t.earliest]
    rest = [t for t in before.tokens if not any(x.start <= t.start < x.end for x in before.times)]
    fragment = all(t.is_a(parts.MARK | parts.NUMBER) for t in rest)
    return _whole(heads[0]) if len(heads) == 1 and fragment else None


def _of_stay(view: View, sentence: SentenceView, at: int) -> Days | None:
    """ "There he held talks", "During the stay he phoned": the days that the sentences before give to the stay."""
    tokens = sentence.tokens
    there = (
        tokens[0].text.lower() == "there" and tokens[0].is_a(parts.ADVERB) and tokens[0].head in {at, tokens[at].head}
    )
    during = any(t.lemma in _STAYS and tokens[t.head].text.lower() in {"during", "throughout"} for t in tokens)
    if not there and not during:
        return None
    n = sentence.sentence.index
    for before in reversed(view.sentences[max(0, n - (1 if there else _BACK)) : n]):
        if before.sentence.paragraph != sentence.sentence.paragraph:
            return None
        for k, token in enumerate(before.tokens):
            if token.lemma in _STAYING and (found := date_of(before, k)) is not None:
                return _whole(found)
    return None
