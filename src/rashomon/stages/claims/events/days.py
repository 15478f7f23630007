"""What the days of tellings say for and against their being of one incident."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rashomon.stages.claims.events.deed_phrase import held_for
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.persons import is_person
from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.wording import Group, is_definite_noun
from rashomon.stages.claims.view import View
from rashomon.text.calendar import Interval, days_between, gap_days, overlaps, period
from rashomon.text.fold import fold
from rashomon.text.places import contains

_DAYS = 3
_LEAD = 4
_LONG_AGO = 14
_WEEKS = 30
_A_YEAR = 365
_FEW_WORDS = 3
_LESS = 0.6


def of_days(view: View, group: Group, telling: Telling, *, recent: bool) -> dict[str, float]:
    """What the days of a telling show beside those of a group."""
    found = {"one_day": float(recent)} if is_echo(telling) else _held(group, telling)
    return found | {
        "known_for": float(_is_known_for(view, group, telling)),
        "long_ago": float(_is_long_ago(view, group, telling)),
        "series": _in_series(group, telling),
        "news": float(_is_before_news(view, group, telling)),
        "known_before": float(_is_known_before(group, telling)),
    }


def _held(group: Group, telling: Telling) -> dict[str, float]:
    """Whether the days that both sides give agree, lie side by side, or exclude each other."""
    old, new = days_of(group), days_of([telling])
    if not old or not new:
        return {}
    exact = [x for x in old if is_narrow(x)] or old
    if any(overlaps(a, b) for a in exact for b in new):
        return {"one_day" if any(map(is_narrow, new)) and any(map(is_narrow, exact)) else "days_meet": 1.0}
    gaps = [g for a in exact for b in new if (g := gap_days(a, b)) is not None]
    if telling.late and gaps and min(gaps) <= _WEEKS and all((a[0] or "") <= (b[0] or "") for a in exact for b in new):
        return {}
    near = (
        gaps and min(gaps) <= 1 and any(map(is_narrow, (*exact, *new)))
    )  # May and June are next to each other, and not one
    return {"day_beside" if near else "other_days": 1.0}


def _in_series(group: Group, telling: Telling) -> float:
    """ "On Friday in one village, on Saturday in another": each with its own day and place is an attack of its own."""
    old, new = ([x for x in days_of(g) if days_between(*x) == 0] for g in (group, [telling]))
    there = {m.quote for t in group for m, _ in t.places}
    here = {m.quote for m, _ in telling.places}
    if not (old and new and here) or any(overlaps(a, b) for a in old for b in new):
        return 0.0
    if not there:
        known = {f.value.number for t in group for f in t.figures}
        own = {f.value.number for f in telling.figures if f.sort == "stated"}
        return (
            _LESS
            if own and known and not own & known and not any(is_definite_noun(telling, t.at) for t in telling.nouns)
            else 0.0
        )
    one = any(fold(a) in fold(b) or fold(b) in fold(a) or contains(a, b) or contains(b, a) for a in there for b in here)
    return 0.0 if one else 1.0


def _is_long_ago(view: View, group: Group, telling: Telling) -> bool:
    """ "In April, 17 people were killed in another town": long ago, elsewhere, other figures, in a report of today."""
    published = view.document.published
    if telling.sentence.sentence.index < _LEAD:
        return False
    old = {fold(m.quote) for t in group for m, _ in t.places}
    new = {fold(m.quote) for m, _ in telling.places}
    known = {f.value.number for t in group for f in t.figures if f.sort == "stated"}
    own = {f.value.number for f in telling.figures if f.sort == "stated"}
    if not (old and new and known and own) or old & new or known & own or any(t.times for t in group):
        return False
    days = [x for x in days_of([telling]) if x[1]]
    if published:
        gaps = [gap_days(x, period(published)) or 0 for x in days]
        return bool(gaps) and min(gaps) > _LONG_AGO
    return bool(days) and not any(is_narrow(x) for x in days)


def _is_before_news(view: View, group: Group, telling: Telling) -> bool:
    """ "The army has killed three men": news, without a day; what was on a day long before is another incident."""
    published = view.document.published
    new = days_of([telling])
    if not published or not new or days_of(group) or not any(_is_news(t) for t in group):
        return False
    gaps = [gap_days(x, period(published)) for x in new]
    return all(g is not None and g > _LONG_AGO for g in gaps)


def _is_known_before(group: Group, telling: Telling) -> bool:
    """ "was questioned in 2011 over the murder", of a fire in 2018: what somebody was held for before the group's day."""
    old = [x[0] for x in days_of(group) if x[0]]
    if telling.times or not old or not any(held_for(telling.sentence, t.at) is not None for t in telling.triggers):
        return False
    held = [x.latest for x in telling.sentence.times if x.type == "DATE" and x.latest]
    return bool(held) and max(day[:10] for day in held) < min(day[:10] for day in old)


def _is_known_for(view: View, group: Group, telling: Telling) -> bool:
    """ "the widow of one of the men who struck the port in July 2005", in news of another day: what somebody is known for.

    Not where the first lines speak of a court: then what is told of somebody is what the report is about.
    """
    published = view.document.published
    new = days_of([telling])
    if not published or not new or days_of(group) or group[0].sentence.sentence.index >= _LEAD:
        return False
    known_for = any(t.token.dep == "relcl" and is_person(telling.sentence, t.token.head) for t in telling.triggers)
    gaps = [gap_days(x, period(published)) or 0 for x in new]
    if not known_for or min(gaps) <= _A_YEAR:
        return False
    lead = (t.lemma.lower() for s in view.sentences[: _LEAD + 2] for t in s.tokens)
    return not any(is_a(word, "court_word") for word in lead)


def _is_news(telling: Telling) -> bool:
    """Whether the first lines tell by a verb in the present perfect, which is used of what has just happened."""
    if telling.sentence.sentence.index >= _LEAD:
        return False
    verbs = [
        t.at
        for t in telling.triggers
        if t.entry.pos == "V" and t.token.tag in ("VBN", "VBD") and not is_a(t.token.lemma.lower(), "come_upon")
    ]
    return any(telling.sentence.tokens[k].text.lower() in ("has", "have") for n in verbs
               for k in telling.sentence.kids(n, "aux"))  # fmt: skip


def days_of(tellings: Iterable[Telling]) -> list[Interval]:
    """The intervals of all times of some tellings, as ISO dates."""
    return [(x.earliest, x.latest) for t in tellings for x, _ in t.times]


def is_narrow(interval: Interval) -> bool:
    """Whether an interval tells a day, give or take a night or a weekend."""
    wide = days_between(*interval)
    return wide is not None and wide <= _DAYS


def is_echo(telling: Telling) -> bool:
    """ "on that day", "the same night": the day of what was told last."""
    words = [x.quote.lower().split() for x, _ in telling.times]
    return bool(words) and all(set(w) & {"that", "same"} and len(w) <= _FEW_WORDS for w in words)


def without_echo(group: Group, telling: Telling) -> Telling:
    """The telling without a day that only takes up the incident's own and was read otherwise."""
    old = days_of(group)
    if not old or not is_echo(telling) or any(overlaps(a, b) for a in old for b in days_of([telling])):
        return telling
    return replace(telling, times=())
