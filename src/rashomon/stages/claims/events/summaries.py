"""First lines that tell of several incidents at once, which the text then tells one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model.annotation import TimeRef
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.wording import Group, fronted
from rashomon.text.calendar import days_between, overlaps

_LEAD = 4
_FEWEST = 2
_SUMMING = ("these", "those", "both", "all")


def sums_up(groups: Sequence[Group], telling: Telling) -> bool:
    """ "These attacks took place on one day", after two attacks were told: they are spoken of together."""
    if telling.figures or not telling.nouns or not all(_is_summing(telling, t.at) for t in telling.nouns):
        return False
    return sum(1 for g in groups if not g[0].several and g[0].family == telling.family) > 1


def _is_summing(telling: Telling, at: int) -> bool:
    token = telling.sentence.tokens[at]
    if token.tag != "NNS" or is_a(token.lemma.lower(), "plural_form"):
        return False
    return any(telling.sentence.tokens[n].text.lower() in _SUMMING for n in telling.sentence.children[at])


def part_summaries(groups: Sequence[Group]) -> list[Group]:
    """The groups, with each summary that had fallen to one of its parts as a group of its own, of several incidents.

    "A teacher, a guard and a clerk were killed" in the first line; then the teacher in one town, the two others in
    another: the three are the victims of both.
    """
    found = [list(g) for g in groups]
    for group in list(found):
        first = group[0]
        if len(group) > 1 and first.sentence.sentence.index < _LEAD and _is_summary(first, group[1:], found, group):
            group.pop(0)
            found.append([replace(first, several=True)])
    return sorted(found, key=lambda g: g[0].triggers[0].token.start)


def _is_summary(first: Telling, rest: Sequence[Telling], groups: Sequence[Group], own: Group) -> bool:
    """Whether the victims of a first line are told again, some in its own group and others in another one."""
    if first.several or first.places or first.family not in ("violence", "loose"):
        return False
    people = _victims([first])
    here = _victims(rest) & people
    others = [_victims(g) & people for g in groups if g is not own and not g[0].several]
    if len(people) > 1 and here and any(o - here for o in others):
        return True
    return _adds_up(first, rest, [g for g in groups if g is not own and not g[0].several])


def _adds_up(first: Telling, rest: Sequence[Telling], others: Sequence[Group]) -> bool:
    """Whether the dead of a first line are those of two stories together that open with a place each."""
    whole = _most([first])
    if whole < _FEWEST or not any(True for t in rest for _ in fronted(t)):
        return False
    beside = [g for g in others if any(True for t in g for _ in fronted(t))]
    return any(0 < _most(rest) < whole and _most(rest) + _most(g) == whole for g in beside)


def _most(tellings: Sequence[Telling]) -> int:
    """The largest number of people hurt that some tellings give."""
    return max((int(f.value.number) for t in tellings for f in t.figures if f.value.number), default=0)


def _victims(tellings: Sequence[Telling]) -> set[str]:
    """What those who came to harm are called: "pedestrian", "professor"; not "man" or "people", which tell nobody apart."""
    found: set[str] = set()
    for telling in tellings:
        sentence = telling.sentence
        for figure in telling.figures:
            for n in sentence.conjuncts(figure.victim):
                near = [
                    n,
                    *sentence.kids(n, "appos"),
                    *(k for k in sentence.subtree(n) if sentence.tokens[k].dep == "compound"),
                ]
                found.update(
                    sentence.tokens[k].lemma.lower() for k in near if sentence.tokens[k].pos in ("NOUN", "PROPN")
                )
    return {word for word in found if not is_a(word, "no_victim") and not is_a(word, "anybody")}


def share_summaries(groups: Sequence[Group]) -> list[Group]:
    """The groups, each part of a counted summary with the day and the one place that the summary gives to all.

    "Two attacks were carried out in Orvel last night": both were in Orvel, last night.
    """
    found = [list(g) for g in groups]
    for summary in [g[0] for g in groups if g[0].several and g[0].sentence.sentence.index < _LEAD]:
        number = _counted(summary)
        parts = [g for g in found if not g[0].several and _is_part(g, summary)]
        if number is not None and 0 < len(parts) <= number:
            for group in parts:
                group.extend(_shared(summary, group))
    return found


def _counted(summary: Telling) -> int | None:
    """Of how many incidents a summary speaks: "three attacks"."""
    heads = {t.at for t in summary.triggers if t.noun and t.several and not t.generic}
    numbers = [q.number for q in summary.sentence.quantities if q.head in heads and q.number is not None]
    return int(numbers[0]) if len(numbers) == 1 else None


def _is_part(group: Group, summary: Telling) -> bool:
    """Whether a group is told below a summary and by nothing kept apart from it."""
    if group[0].family != summary.family or group[0].sentence.sentence.index <= summary.sentence.sentence.index:
        return False
    days = [(x.earliest, x.latest) for t in group for x, _ in t.times]
    all_days = [(x.earliest, x.latest) for x in _days(summary)]
    return not days or not all_days or any(overlaps(a, b) for a in days for b in all_days)


def _days(summary: Telling) -> Iterator[TimeRef]:
    return (x for x, _ in summary.times if days_between(x.earliest, x.latest) in (0, 1))


def _shared(summary: Telling, group: Group) -> Iterator[Telling]:
    times = summary.times if len(list(_days(summary))) == 1 and not any(t.times for t in group) else ()
    places = summary.places if len(summary.places) == 1 and not any(t.places for t in group) else ()
    if times or places:
        yield replace(summary, triggers=(), times=times, places=places, figures=(), several=False)
