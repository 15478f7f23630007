"""Days that have a name: Thanksgiving Day, last Christmas, Easter 2016."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from rashomon.stages.annotate.times.absolute import full_year
from rashomon.stages.annotate.times.context import Context
from rashomon.stages.annotate.times.extent import Extent, day_extent, only
from rashomon.stages.annotate.times.grammar import Phrase
from rashomon.stages.annotate.times.lexicon import holiday


def holiday_of(phrase: Phrase, context: Context) -> Extent | None:
    """Thanksgiving Day, last Christmas, Easter 2016: the day, in the year given or the nearest one."""
    rule = holiday(" ".join(phrase.match["name"].split()))
    named = full_year(phrase.get("year"))
    if named:
        return day_extent(_holiday_day(rule, named)).by("explicit")
    reference, rel = context.reference, (phrase.get("rel") or "").casefold()
    if reference is None:
        return only(f"XXXX-{int(rule[0]):02}-{int(rule[1]):02}" if len(rule) == 2 and rule[0] != "e" else None)
    days = [_holiday_day(rule, y) for y in (reference.year - 1, reference.year, reference.year + 1)]
    past, ahead = [d for d in days if d <= reference], [d for d in days if d > reference]
    soon = (ahead[0] - reference).days < 90 and context.tense not in ("past", "loose")
    if rel == "this":
        return day_extent(min(days, key=lambda d: abs((d - reference).days))).by(context.source)
    use_next = rel == "next" or (rel != "last" and (context.tense == "future" or soon))
    return day_extent(ahead[0] if use_next else past[-1]).by(context.source)


def _holiday_day(rule: tuple[str, ...], year: int) -> date:
    if rule[0] == "e":
        return _easter(year) + timedelta(days=int(rule[1]))
    if len(rule) == 2:
        return date(year, int(rule[0]), int(rule[1]))
    number, weekday, place, *after = (int(part) for part in rule)
    days = [date(year, number, d) for d in range(1, monthrange(year, number)[1] + 1)]
    fitting = [d for d in days if d.isoweekday() == weekday]
    return fitting[place - 1 if place > 0 else place] + timedelta(days=sum(after))


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus/Jones/Butcher, Nature 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    number, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, number, day + 1)
