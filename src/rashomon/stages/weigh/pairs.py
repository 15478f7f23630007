"""Two figures on one thing counted in one incident: the first row of the contract's table that fits."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rashomon.model.claim import Claim, is_worked_out
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.dating import Clock, is_later, of_other_days, tell_by_day
from rashomon.stages.weigh.doubts import (
    Mind,
    doubtful_claims,
    leave_out_single_victims,
    lesser_claims,
    makes_up_gap,
    numbers_by_report,
)
from rashomon.stages.weigh.figures import FLOORS, Figure, read_figure
from rashomon.stages.weigh.layout import Laid
from rashomon.stages.weigh.recounted import is_told_again, recount, retell
from rashomon.stages.weigh.rows import Row, first_row
from rashomon.stages.weigh.scopes import close_by_groups, tell_things
from rashomon.stages.weigh.succession import has_cue, is_called_earlier, overtakes

_FEW = 4
ONE_MIND_STANCES = ("asserted", "alleged", "undetermined")
"""Stances of a value that somebody stands by, and of one of which the program could not tell: that is compared, and said."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of one thing counted, what comparing them shows, and the claims that answer the question."""

    thing: str
    contrasts: tuple[Contrast, ...]
    told: tuple[Laid, ...]


def compare_figures(laids: Sequence[Laid], clock: Clock) -> list[Counts]:
    """For each thing counted in one property of one incident, the contrasts between its figures, each with its claims."""
    minds = _gather([laid for laid in laids if laid.claim.stance in ONE_MIND_STANCES])
    parts = numbers_by_report(minds)
    by_thing = tell_things(minds)
    scopes = close_by_groups(by_thing)
    told = ((thing, [*_compare_thing(ones, laids, parts, clock), *scopes.get(thing, ())]) for thing, ones in by_thing)
    return [Counts(thing, _once(found), _tellers(found, dict(by_thing)[thing])) for thing, found in told if found]


def _once(contrasts: Sequence[Contrast]) -> tuple[Contrast, ...]:
    """Without a second contrast between the same claims: a difference that a group closes is no conflict as well."""
    scoped = [{laid.claim.id for laid in c.laids} for c in contrasts if c.kind == "scope"]
    kept = (c for c in contrasts if c.kind == "scope" or not any(_within(c, claims) for claims in scoped))
    return tuple(kept)


def _within(contrast: Contrast, claims: set[str]) -> bool:
    return {laid.claim.id for laid in contrast.laids} <= claims


def _tellers(contrasts: Sequence[Contrast], minds: Sequence[Mind]) -> tuple[Laid, ...]:
    """The claims of all contrasts, and the others that give one of those figures."""
    told = {laid.claim.id for contrast in contrasts for laid in contrast.laids}
    return _unique(laid for mind in minds if any(c.claim.id in told for c in mind.claims) for laid in mind.claims)


def _compare_thing(
    minds: Sequence[Mind], laids: Sequence[Laid], parts: dict[str, Counter[float]], clock: Clock
) -> list[Contrast]:
    values: dict[tuple[float, str], list[Mind]] = defaultdict(list)
    for mind in minds:
        values[mind.figure.key].append(mind)
    pairs = [(values[a], values[b]) for a, b in combinations(sorted(values), 2)]
    inside = [found for first, second in pairs if (found := _overtaken(first, second, parts))]
    gone = {laid.claim.id for contrast in inside for laid in contrast.first}
    gone |= doubtful_claims(_without(minds, gone))
    contrasts = list(inside)
    for first, second in pairs:
        contrasts.extend(_judge(_without(first, gone), _without(second, gone), parts, clock))
    lesser = lesser_claims(minds)
    told = [recount(c, laids) for contrast in contrasts if (c := _between_reports(contrast, lesser))]
    return [retell(c, inside) for c in told if not any(is_told_again(c, known) for known in inside)]


def _between_reports(contrast: Contrast, lesser: set[str]) -> Contrast | None:
    """A contrast between reports without the smaller figures of a voice that gives a larger one: those are parts, or older."""
    ones, others = ({c.document.id for c in side} for side in (contrast.first, contrast.second))
    if contrast.kind not in ("conflict", "update") or ones & others:
        return contrast
    first, second = (tuple(c for c in side if c.claim.id not in lesser) for side in (contrast.first, contrast.second))
    return replace(contrast, first=first, second=second) if first and second else None


def _gather(laids: Sequence[Laid]) -> list[Mind]:
    """The figures with their claims; single victims told one by one beside a larger figure are no figures."""
    by_document: dict[str, list[Laid]] = defaultdict(list)
    for laid in laids:
        by_document[laid.document.id].append(laid)
    minds: dict[Figure, list[Laid]] = defaultdict(list)
    for told in by_document.values():
        ordered = tuple(sorted(told, key=lambda laid: laid.claim.start))
        figures = [(laid, f) for n, laid in enumerate(ordered) if (f := read_figure(laid, ordered[max(0, n - 3) : n]))]
        for laid, figure in leave_out_single_victims(figures):
            minds[figure].append(laid)
    return [Mind(figure, tuple(claims)) for figure, claims in minds.items()]


def _without(minds: Sequence[Mind], gone: set[str]) -> list[Mind]:
    kept = (replace(mind, claims=tuple(c for c in mind.claims if c.claim.id not in gone)) for mind in minds)
    return [mind for mind in kept if mind.claims]


def _overtaken(first: list[Mind], second: list[Mind], parts: dict[str, Counter[float]]) -> Contrast | None:
    """An update that one report tells itself; the claims of the overtaken figure come first."""
    for a in (row for row in _rows(first, second) if row.kind == "differs"):
        for one, other in ((a.first, a.second), (a.second, a.first)):
            inside = _in_one_report(one.claims, other.claims)
            found = [
                (x, y)
                for x, y in inside
                if overtakes(y, x) and (is_called_earlier(y, x) or not makes_up_gap(x, y, parts))
            ]
            if found:
                early, late = _unique(x for x, _ in found), _unique(y for _, y in found)
                return Contrast("update", early, late, ("the report itself says that the second stands for the first",))
    return None


def _in_one_report(ones: Iterable[Laid], others: Iterable[Laid]) -> Iterator[tuple[Laid, Laid]]:
    """Two claims of one report, with words near one of them that could say that it stands for another."""
    by_document: dict[str, list[Laid]] = defaultdict(list)
    cued: dict[str, list[Laid]] = defaultdict(list)
    for laid in others:
        by_document[laid.document.id].append(laid)
        if has_cue(laid):
            cued[laid.document.id].append(laid)
    for x in ones:
        yield from ((x, y) for y in (by_document if has_cue(x) else cued).get(x.document.id, ()))


def _rows(first: list[Mind], second: list[Mind]) -> list[Row]:
    return [row for a in first for b in second if (row := first_row(a, b))]


def _judge(first: list[Mind], second: list[Mind], parts: dict[str, Counter[float]], clock: Clock) -> list[Contrast]:
    rows = _rows(first, second)
    for kind in ("scope", "differs", "rounding"):
        chosen = [row for row in rows if row.kind == kind]
        if not chosen:
            continue
        ones = _unique(laid for row in chosen for laid in row.first.claims)
        others = _unique(laid for row in chosen for laid in row.second.claims)
        notes = tuple(dict.fromkeys(row.note for row in chosen if row.note))[:1]
        if kind == "scope":
            return [Contrast("scope", ones, others, notes)]
        if kind == "rounding":
            passed = _passed(chosen[0], ones, others, clock) or _put_in(chosen[0], ones, others, clock)
            return [passed or Contrast("rounding", ones, others, notes)]
        return _differ(ones, others, notes, parts, clock)
    return []


def _passed(row: Row, ones: tuple[Laid, ...], others: tuple[Laid, ...], clock: Clock) -> Contrast | None:
    """An update where a later count passes a floor ("at least 12", two days later 35); else None."""
    for floor, count, early, late in (
        (row.first.figure, row.second.figure, ones, others),
        (row.second.figure, row.first.figure, others, ones),
    ):
        if floor.bound in FLOORS and count.number > floor.number and is_later(early, late, clock):
            return tell_by_day(early, late, (), clock)
    return None


def _put_in(row: Row, ones: tuple[Laid, ...], others: tuple[Laid, ...], clock: Clock) -> Contrast | None:
    """An update where one text is the other with a higher floor put in: which of them is older need not be told."""
    x, y = row.first.figure, row.second.figure
    if not {x.bound, y.bound} <= set(FLOORS) or x.number == y.number or not clock.is_revised(ones, others):
        return None
    early, late = (ones, others) if x.number < y.number else (others, ones)
    note = "one text is the other with another figure put in; of two floors the higher is taken for the later"
    return Contrast("update", early, late, (note,))


def _differ(
    first: tuple[Laid, ...],
    second: tuple[Laid, ...],
    notes: tuple[str, ...],
    parts: dict[str, Counter[float]],
    clock: Clock,
) -> list[Contrast]:
    """Who differs: one report from itself in one voice, or voices from one another."""
    tellers = {laid.teller for laid in first} & {laid.teller for laid in second}
    found = []
    for teller in sorted(tellers):
        ones, others = ([c for c in side if c.teller == teller] for side in (first, second))
        if _contradicts_itself(ones, others, parts):
            found.append(Contrast("inconsistency", tuple(ones), tuple(others), notes))
        elif of_other_days(ones, others):
            found.append(tell_by_day(tuple(ones), tuple(others), notes, clock))
    ones = [c for c in first if c.teller not in tellers]
    others = [c for c in second if c.teller not in tellers]
    ones, others = _drop_parts(ones, others, parts)
    if ones and others:
        found.append(tell_by_day(tuple(ones), tuple(others), notes, clock))
    return found


def _contradicts_itself(ones: list[Laid], others: list[Laid], parts: dict[str, Counter[float]]) -> bool:
    """Strict, because a misreading looks the same: plain figures, no third that makes the difference."""
    low = min(float(c.claim.value.number or 0) for c in (*ones, *others))
    if low < _FEW and {c.claim.value.of for c in ones}.isdisjoint({c.claim.value.of for c in others}):
        return False
    plain = all(_is_plain(c.claim) for c in (*ones, *others))
    days = {c.claim.value.as_of for c in ones} != {c.claim.value.as_of for c in others}
    return plain and not days and not makes_up_gap(ones[0], others[0], parts)


def _is_plain(claim: Claim) -> bool:
    """Whether a report states a figure of its own: no bound, no part, none that the tool worked out."""
    return claim.value.bound in (None, "exact") and not claim.value.part and not is_worked_out(claim)


def _drop_parts(
    ones: list[Laid], others: list[Laid], parts: dict[str, Counter[float]]
) -> tuple[list[Laid], list[Laid]]:
    """Within one report the parts of a sum are no conflict, whoever gives them."""
    shared = {c.document.id for c in ones} & {c.document.id for c in others}
    summed = {c.document.id for c in ones if c.document.id in shared and makes_up_gap(c, others[0], parts)}
    if not summed:
        return ones, others
    return [c for c in ones if c.document.id not in summed], [c for c in others if c.document.id not in summed]


def _unique(laids: Iterable[Laid]) -> tuple[Laid, ...]:
    found = {laid.claim.id: laid for laid in laids}
    return tuple(sorted(found.values(), key=lambda c: (c.document.sha256, c.claim.start, c.claim.id)))
