"""Which tellings of one document are of one incident.

A report is mostly about one incident, named in its headline and first lines: later words fall to it, or to the one
told last, unless a date, a place or a word like "another" keeps them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from rashomon.stages.claims.events.apart import may_be_one_place
from rashomon.stages.claims.events.days import (
    by_background,
    by_dates,
    by_freshness,
    by_series,
    by_story,
    days_of,
    is_echo,
    is_narrow,
    without_echo,
)
from rashomon.stages.claims.events.kin import are_kin, are_told_beside, by_harm, main_for
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.roll import roll_of
from rashomon.stages.claims.events.summaries import part_summaries, share_summaries, sums_up
from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.victims_told import by_victims, late_death, with_their_dead
from rashomon.stages.claims.events.wording import (
    Group,
    fronted,
    is_definite_noun,
    own_story,
    score_wording,
    tells_of_another,
)
from rashomon.stages.claims.view import View
from rashomon.text.fold import fold
from rashomon.text.places import contains, lookup

_LEAD = 4
_OPEN, _RECALLED = 40, 16
"""In a text as long as a book a new telling is compared with the last incidents and the first, and of each with its
first and last tellings: otherwise the work grows with the square of the text."""


def group_tellings(view: View, tellings: Sequence[Telling]) -> list[Group]:
    """The document's incidents, in order of first telling; what speaks of several incidents stands alone.

    Captions come last: what a picture shows may be another day's, and the text is what they are held against.
    """
    groups: list[Group] = []
    last: Group | None = None
    roundup = _is_roundup(tellings)
    for sentence in _by_sentence(sorted(tellings, key=_is_caption)):
        last = None if _is_caption(sentence[0]) else last
        summing = [t for t in sentence if t.several or sums_up(groups, t)]
        groups.extend([replace(t, several=True)] for t in summing)
        single = [t for t in sentence if not any(t is s for s in summing)]
        while single:
            ranked = [(_best(view, groups, t, last, roundup), n) for n, t in enumerate(single)]
            (score, at), n = max(ranked, key=lambda r: (r[0][0], -r[1]))
            telling = single.pop(n)
            if score > 0:
                why = _why(view, groups[at], telling, recent=groups[at] is last)
                groups[at].append(replace(without_echo(groups[at], telling), joined=(score, why)))
                last = groups[at]
            else:
                last = [telling]
                groups.append(last)
    groups.sort(key=lambda group: group[0].sentence.sentence.index)
    return share_summaries(part_summaries(with_their_dead(view, groups)))


def _is_caption(telling: Telling) -> bool:
    """A caption that may tell of another deed: it gives a year, or a place and how many. Others tell of the report's own."""
    own = telling.sentence.sentence
    if own.block != "caption":
        return False
    counted = any(f.sort == "stated" and (f.value.number or 0) > 1 for f in telling.figures)
    return any(len(t.quote) == 4 and t.quote.isdigit() for t in telling.sentence.times) or (
        counted and bool(telling.places)
    )


def is_incident(group: Group) -> bool:
    """A death told alone, with no word of violence or disaster, is an obituary."""
    told = [t for telling in group for t in telling.triggers]
    if all(telling.family == "unrest" for telling in group):
        return any(telling.figures for telling in group)
    if any(t.harm == "missing" or not (is_a(t.entry.word, "loose") or t.entry.frame == "refer") for t in told):
        return True
    named = any(len(roll_of(t.sentence, t.at)) > 1 for t in told)
    return named or any(f.sort in ("stated", "toll") for telling in group for f in telling.figures)


def _by_sentence(tellings: Sequence[Telling]) -> Iterator[list[Telling]]:
    for _, own in groupby(tellings, key=lambda t: t.sentence.sentence.index):
        yield list(own)


def _best(
    view: View, groups: Sequence[Group], telling: Telling, last: Group | None, roundup: bool
) -> tuple[float, int]:
    """The best score of a telling with a group, and that group's index."""
    best, place, another = 0.0, -1, tells_of_another(telling) if groups else False
    main = main_for(groups, telling)
    late = max(0, len(groups) - _OPEN)
    for n in (*range(main, min(main + 1, late)), *range(late, len(groups))):
        group = groups[n]
        if group[0].several or not are_kin(group, telling) or _taken(group, telling) or _shows_another(group, telling):
            continue
        first = n == main and not roundup
        found = _score(view, _recalled(group), telling, first=first, recent=group is last, another=another)
        found -= 1.5 if roundup and _opens(group, telling) else 0.0
        if found > best:
            best, place = found, n
    return best, place


def _shows_another(group: Group, telling: Telling) -> bool:
    """Whether a caption names another place than the text, or counts others: an older picture is never its counterpart."""
    if not _is_caption(telling) or _is_caption(group[0]):
        return False
    here, there = _names_of([telling]), _names_of(group)
    shown, told = _counts_of([telling]), _counts_of(group)
    return (bool(here and there) and not here & there) or (bool(shown and told) and not shown & told)


def _names_of(group: Group) -> set[str]:
    return {fold(m.quote) for t in group for m, _ in t.places}


def _counts_of(group: Group) -> set[tuple[str, float | None]]:
    return {(f.harm, f.value.number) for t in group for f in t.figures if f.sort == "stated"}


def _taken(group: Group, telling: Telling) -> bool:
    """Two tellings of one sentence are two incidents; only the missing and the detained are told beside the dead."""
    if group[-1].sentence is not telling.sentence:
        return False
    return not are_told_beside(group, telling) and not _died_of_it(telling)


def _died_of_it(telling: Telling) -> bool:
    """ "Nine were killed on Monday; two more died on Tuesday": no incident of their own."""
    return telling.late and telling.family == "loose" and not telling.places and not telling.nouns


def _recalled(group: Group) -> Group:
    return group if len(group) <= 2 * _RECALLED else [*group[:_RECALLED], *group[-_RECALLED:]]


def _is_roundup(tellings: Sequence[Telling]) -> bool:
    """A report on several incidents at once: its headline or first line tells of them in the plural, with figures."""
    return any(t.several and t.figures and t.sentence.sentence.index < _LEAD for t in tellings)


def _opens(group: Group, telling: Telling) -> bool:
    """In a roundup, a new paragraph with a day, a place or a figure of its own is a new incident."""
    own = telling.times or telling.places or telling.figures
    definite = any(is_definite_noun(telling, t.at) for t in telling.nouns)
    return bool(own) and not definite and group[-1].sentence.sentence.paragraph != telling.sentence.sentence.paragraph


def _one_vote(group: Group, telling: Telling) -> float:
    """A second date for one election: the same day of another year, or the same kind of election."""
    old = [x for t in group for x in days_of([t])]
    new = days_of([telling])
    if any((a[0] or "")[5:] == (b[0] or "-")[5:] and is_narrow(a) and is_narrow(b) for a in old for b in new):
        return 9.0
    return 0.0


def _score(view: View, group: Group, telling: Telling, *, first: bool, recent: bool, another: bool) -> float:
    score = 0.0
    if first or recent:
        score = 0.6 if telling.family in ("violence", "loose", "disaster") else 0.3
    score += 1.0 if first else 0.0
    if recent:
        near = group[-1].sentence.sentence.paragraph == telling.sentence.sentence.paragraph
        score += 1.3 if near else 0.6
    score += score_wording(group, telling, another=another)
    score += (
        (2.5 * recent if is_echo(telling) else by_dates(group, telling))
        + _by_places(group, telling)
        + _by_figures(group, telling)
    )
    score += by_background(view, group, telling)
    score += by_story(view, group, telling) + by_series(group, telling) + by_freshness(view, group, telling)
    score += own_story(group, telling) + by_harm(group, telling)
    if _obituary(telling):
        return -5.0
    if telling.family == "arrest" and _arrested_before(group, telling):
        return -5.0
    if telling.family == "election":
        score += _one_vote(group, telling)
    return score + by_victims(view, group, telling)


def _why(view: View, group: Group, telling: Telling, *, recent: bool) -> str:
    """What of a telling fits, or does not fit, the group that it is joined to, in words."""
    group = _recalled(group)
    features = {
        "wording": score_wording(group, telling, another=tells_of_another(telling)),
        "days": by_dates(group, telling),
        "places": _by_places(group, telling),
        "figures": _by_figures(group, telling),
        "victims": by_victims(view, group, telling),
        "the course of the story": by_story(view, group, telling),
    }
    fits = [name for name, score in features.items() if score > 0]
    against = [name for name, score in features.items() if score < 0]
    words = [f"{', '.join(fits)} fit"] if fits else []
    words += [f"{', '.join(against)} speak against it"] if against else []
    words += ["it is what was told last"] if recent else []
    return "; ".join(words) or "it is what the report opens with, and nothing speaks against it"


def _obituary(telling: Telling) -> bool:
    """ "the minister, who died last year": the death of somebody told in passing, on a day of its own and by no deed."""
    if telling.family != "loose" or not telling.times or not telling.figures or telling.places:
        return False
    passing = all(t.token.dep == "relcl" and is_a(t.entry.word, "late_word") for t in telling.triggers)
    return passing and all(f.sort == "single" for f in telling.figures) and not any(map(is_narrow, days_of([telling])))


def _arrested_before(group: Group, telling: Telling) -> bool:
    """ "a gang leader who was arrested last week", beside other arrests: told in passing, of somebody, with a day of its own."""
    passing = any(t.token.dep == "relcl" for t in telling.triggers)
    return passing and bool(telling.times) and not any(t.times for t in group)


def _by_places(group: Group, telling: Telling) -> float:
    old = {m.quote for t in group for m, _ in t.places}
    new = {m.quote for m, _ in telling.places}
    if not old or not new:
        return 0.0
    if {fold(a) for a in old} & {fold(b) for b in new}:
        return 2.0
    ahead = {m.quote for t in group for m in fronted(t)}
    if ahead and any(fronted(telling)) and not any(contains(a, b) or contains(b, a) for a in ahead for b in new):
        return -5.0
    known = [{p for p in side if lookup(p)} for side in (old, new)]
    sides = known if all(known) else [old, new]
    if not any(may_be_one_place(a, b) for a in sides[0] for b in sides[1]) or _some_way_off(telling, new, old):
        return -4.0
    if is_echo(telling) and any(m.form == "name" for m, _ in telling.places):
        return -6.0  # "The same day, a mine killed six near Orvel": said of another, for the same one needs no day.
    return 0.0 if any(is_definite_noun(telling, t.at) for t in telling.nouns) or telling.family == "loose" else -0.8


def _some_way_off(telling: Telling, new: set[str], old: set[str]) -> bool:
    """ "in Trebin, a town 13 miles from Ostvar": two towns, in so many words."""
    sentence = telling.sentence
    found = _WAY.search(sentence.text, sentence.sentence.start, sentence.sentence.end)
    if found is None:
        return False
    before, after = sentence.text[sentence.sentence.start : found.start()], sentence.text[found.end() :]
    return any(a in before for a in new) and any(after.startswith(b) for b in old)


_WAY = re.compile(r"\b(miles?|kilomet(?:er|re)s?|km)\b [^.;]{0,20}?\b(from|of) (the )?")


def _by_figures(group: Group, telling: Telling) -> float:
    score = 0.0
    for harm in ("killed", "injured"):
        old = {f.value.number for t in group for f in t.figures if f.harm == harm and f.sort == "stated"}
        new = {f.value.number for f in telling.figures if f.harm == harm and f.sort == "stated"} - {None}
        if old and new and max(n or 0 for n in new) > 1:
            score += 1.5 if old & new else -0.5
    return score + late_death(group, telling)
