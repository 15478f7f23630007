"""Which tellings of one document are of one incident.

A report is mostly about one incident, named in its headline and first lines: later words fall to it, or to the one
told last, unless a date, a place or a word like "another" keeps them apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rashomon.stages.claims.events.by_turns import take_turns
from rashomon.stages.claims.events.comparing import explain, read_weights, show_features
from rashomon.stages.claims.events.days import without_echo
from rashomon.stages.claims.events.dealt import deal_out
from rashomon.stages.claims.events.kin import are_kin, are_told_beside, main_for, of_harm
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.roll import roll_of
from rashomon.stages.claims.events.summaries import part_summaries, share_summaries, sums_up
from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.events.victims_told import with_their_dead
from rashomon.stages.claims.events.wording import Group, is_definite_noun, tells_of_another
from rashomon.stages.claims.view import View
from rashomon.stages.claims.weights import Features, add_up
from rashomon.text.fold import fold

_LEAD, _FAR = 4, -4.0
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
    for told in _by_sentence(sorted(tellings, key=_is_caption)):
        sentence = take_turns(groups, deal_out(groups, told))
        last = None if _is_caption(told[0]) else last
        summing = [t for t in sentence if t.several or sums_up(groups, t)]
        groups.extend([replace(t, several=True)] for t in summing)
        single = [t for t in sentence if not any(t is s for s in summing)]
        while single:
            ranked = [(_best(view, groups, t, last, roundup), n) for n, t in enumerate(single)]
            best, n = max(ranked, key=lambda r: (r[0].score, -r[1]))
            telling = single.pop(n)
            if last is not None and _goes_on_counting(last, telling):
                last.append(replace(telling, joined=(1.0, "it counts those whom the sentence before counts")))
            elif best.score > 0:
                last = groups[best.at]
                last.append(
                    replace(
                        without_echo(last, telling),
                        joined=(best.score, explain(best.shown, read_weights(of_deeds=of_harm(telling)))),
                    )
                )
            else:
                opened = [replace(telling, apart=tuple(groups[n][0].triggers[0] for n in best.far))]
                groups.append(opened)
                last = last if last and _is_aside(telling) else opened
    groups.sort(key=lambda group: group[0].sentence.sentence.index)
    return share_summaries(part_summaries(with_their_dead(view, groups)))


def _is_bare(telling: Telling) -> bool:
    """Whether a telling is nothing but a count: "the ministry says 64"."""
    return bool(telling.triggers) and all(t.entry.frame == "bare" for t in telling.triggers)


def _counts_others(group: Group, telling: Telling) -> bool:
    """Whether one of the two is a bare count and the other has a day or a place that it lacks: nothing ties them."""
    if _is_bare(telling):
        return bool(telling.times) and not any(t.times for t in group)
    return all(map(_is_bare, group)) and bool(telling.times or telling.places)


def _goes_on_counting(group: Group, telling: Telling) -> bool:
    """ "The ministry says 64. The union says at least 78": a bare count is of those counted right before it, no one man."""
    near = 0 <= telling.sentence.sentence.index - group[-1].sentence.sentence.index <= 1
    return (
        _is_bare(telling)
        and near
        and any(f.harm == "killed" and f.value.number and f.sort != "single" for f in group[-1].figures)
    )


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
    return (
        named
        or any(map(_died_in_custody, told))
        or any(f.sort in ("stated", "toll") for telling in group for f in telling.figures)
    )


def _is_aside(telling: Telling) -> bool:
    """ "of which nothing had been heard before": a word of absence that counts nobody takes no report off its deed."""
    return telling.family == "absence" and not telling.figures


def _died_in_custody(trigger: Trigger) -> bool:
    """ "A tailor who had been arrested died in custody": a death for which somebody has to answer."""
    frame = trigger.sentence.frame(trigger.at)
    held = frame.oblique("in", "under") if frame is not None and trigger.harm == "killed" else ()
    return any(is_a(trigger.sentence.tokens[n].lemma.lower(), "custody") for n in held)


def _by_sentence(tellings: Sequence[Telling]) -> Iterator[list[Telling]]:
    for _, own in groupby(tellings, key=lambda t: t.sentence.sentence.index):
        yield list(own)


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well a telling fits the group at an index, and what the two show; `far` are the groups from which much holds it apart."""

    score: float
    at: int
    shown: Features
    far: tuple[int, ...] = ()


def _best(view: View, groups: Sequence[Group], telling: Telling, last: Group | None, roundup: bool) -> _Fit:
    """The group that a telling fits best, of those that it fits at all."""
    best, another = _Fit(0.0, -1, {}), tells_of_another(telling) if groups else False
    far: list[int] = []
    main, table = main_for(groups, telling), read_weights(of_deeds=of_harm(telling))
    late = max(0, len(groups) - _OPEN)
    for n in (*range(main, min(main + 1, late)), *range(late, len(groups))):
        group = groups[n]
        if group[0].several or not are_kin(group, telling) or _taken(group, telling) or _shows_another(group, telling):
            continue
        if _counts_others(group, telling):
            continue
        first = n == main and not roundup
        shown = show_features(
            view, _recalled(group), telling, groups, first=first, recent=group is last, another=another
        )
        shown |= {"roundup": 1.0} if roundup and _opens(group, telling) else {}
        if (score := add_up(shown, table)) > best.score:
            best = _Fit(score, n, shown)
        elif score <= _FAR:
            far.append(n)
    return replace(best, far=tuple(far))


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
