"""One finding a question: the contrasts of one property of one incident or entity, as its pairs, in one series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from rashomon.model.finding import Finding, FindingKind, Pair
from rashomon.model.identity import make_id
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.dating import Clock
from rashomon.stages.weigh.figures import FLOORS
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import make_finding, say_contrast, start_sentence
from rashomon.stages.weigh.series import say_series
from rashomon.stages.weigh.topics import speaker_of

STRENGTH: tuple[FindingKind, ...] = ("conflict", "inconsistency", "update", "scope", "rounding", "agreement")
"""The kinds of pairs, strongest first: a question is of the kind of its strongest pair."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked (a property, and of counts whom they count), the contrasts between the answers, and all answers."""

    prop: str
    contrasts: tuple[Contrast, ...]
    told: tuple[Laid, ...]
    thing: str = ""
    clock: Clock = field(default_factory=Clock)
    incident: str | None = None


def answer(layout: Layout, question: Question) -> Finding:
    """The finding of a question: its kind is the strongest of its pairs, its reason tells the accounts in their order."""
    kept = sorted(thin_out(question.contrasts, question.clock), key=lambda c: _rank(c, question.clock))
    pairs = tuple(_pair(layout, contrast) for contrast in kept)
    kind = min((pair.kind for pair in pairs), key=STRENGTH.index)
    laids = [laid for contrast in kept for laid in contrast.laids] + list(question.told)
    reason = say_series(layout, question.prop, kept, question.told, question.clock)
    found = make_finding(kind, layout, laids, reason, prop=question.prop)
    ident = make_id("f", "question", question.prop, question.thing, *found.claims)
    return replace(found, id=ident, pairs=pairs, incident=question.incident or found.incident)


def _rank(contrast: Contrast, clock: Clock) -> tuple[int, str, tuple[str, ...]]:
    days = clock.days(contrast.second)
    when = str(days[0].first) if days else "~"
    return STRENGTH.index(contrast.kind), when, tuple(laid.claim.id for laid in contrast.laids)


def _pair(layout: Layout, contrast: Contrast) -> Pair:
    first, second = (tuple(dict.fromkeys(c.claim.id for c in side)) for side in (contrast.first, contrast.second))
    return Pair(contrast.kind, first, second, start_sentence(say_contrast(layout, contrast)))


def thin_out(contrasts: Sequence[Contrast], clock: Clock) -> list[Contrast]:
    """Each account against the one before it, and what can't both be true; not every two.

    Of several earlier figures a later one is held against those of the last day before it and against the nearest; a
    floor against the nearest count that passes it, and against the nearest other floor of its time. What somebody
    puts in the place of his own figure always stays. What has no figure
    (a verdict after a charge, and another term) stays as it is.
    """
    figures = [c for c in contrasts if c.kind in ("update", "rounding") and _has_figures(c)]
    merged, held = _merge(figures), [c for c in contrasts if c not in figures]
    rounded = _roundings([c for c in merged if c.kind == "rounding"])
    return [*held, *_updates([c for c in merged if c.kind == "update"], clock), *rounded]


def _has_figures(contrast: Contrast) -> bool:
    return all(side[0].claim.value.number is not None for side in (contrast.first, contrast.second))


def _merge(contrasts: Sequence[Contrast]) -> list[Contrast]:
    """One contrast for "39" and "at least 39" against the same later figure."""
    alike: dict[tuple[object, ...], list[Contrast]] = defaultdict(list)
    for contrast in contrasts:
        alike[(contrast.kind, _number(contrast.first), _number(contrast.second))].append(contrast)
    return [_join(several) for several in alike.values()]


def _join(several: Sequence[Contrast]) -> Contrast:
    first, second = (
        tuple(sorted({c.claim.id: c for c in side}.values(), key=_exact_first))
        for side in ([c for o in several for c in o.first], [c for o in several for c in o.second])
    )
    return replace(several[0], first=first, second=second)


def _exact_first(laid: Laid) -> tuple[bool, str, int]:
    return laid.claim.value.bound not in (None, "exact"), laid.document.sha256, laid.claim.start


def _updates(updates: Sequence[Contrast], clock: Clock) -> list[Contrast]:
    to_late, from_early = _by(updates, lambda c: c.second), _by(updates, lambda c: c.first)
    kept = []
    for contrast in updates:
        rivals = to_late[_ids(contrast.second)]
        if _bound(contrast.first) in FLOORS:
            before = contrast is _nearest(from_early[_ids(contrast.first)])
        else:
            before = _last_day(contrast, clock) == max(_last_day(c, clock) for c in rivals)
        if before or contrast is _nearest(rivals) or _is_own(contrast):
            kept.append(contrast)
    return kept


def _is_own(contrast: Contrast) -> bool:
    """Whether somebody other than the reports puts another figure in the place of his own."""
    ones, others = ({speaker_of(c) for c in side if len(c.voice) > 1} for side in (contrast.first, contrast.second))
    return not ones.isdisjoint(others)


def _roundings(roundings: Sequence[Contrast]) -> list[Contrast]:
    of_bound = _by(roundings, _bounded_side)
    return [
        c
        for c in roundings
        if "exact" in (_bound(c.first), _bound(c.second)) or c is _nearest(of_bound[_ids(_bounded_side(c))])
    ]


def _bounded_side(contrast: Contrast) -> tuple[Laid, ...]:
    return contrast.second if _bound(contrast.first) == "exact" else contrast.first


def _by(
    contrasts: Sequence[Contrast], side: Callable[[Contrast], tuple[Laid, ...]]
) -> dict[tuple[str, ...], list[Contrast]]:
    found: dict[tuple[str, ...], list[Contrast]] = defaultdict(list)
    for contrast in contrasts:
        found[_ids(side(contrast))].append(contrast)
    return found


def _ids(laids: Sequence[Laid]) -> tuple[str, ...]:
    return tuple(sorted(laid.claim.id for laid in laids))


def _nearest(rivals: Sequence[Contrast]) -> Contrast:
    return min(rivals, key=lambda c: abs(_number(c.first) - _number(c.second)))


def _last_day(contrast: Contrast, clock: Clock) -> str:
    days = clock.days(contrast.first)
    return days[-1].last if days else ""


def _bound(laids: Sequence[Laid]) -> str:
    return laids[0].claim.value.bound or "exact"


def _number(laids: Sequence[Laid]) -> float:
    return float(laids[0].claim.value.number or 0)
