"""When a contact was, where its own words do not say: the stay in which it fell, the line of a log it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.model import parts
from rashomon.model.annotation import TimeRef
from rashomon.stages.claims.contacts.circumstances import date_of, dates_of
from rashomon.stages.claims.view import SentenceView, View

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
