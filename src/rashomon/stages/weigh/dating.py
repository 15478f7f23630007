"""When a value was given, and whether two values stand on different days, so that the later stands for the earlier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rashomon.model.link import Incident
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.days import Days, days_between
from rashomon.stages.weigh.layout import Laid

_COUNTED_WITHIN = 14
"""Days after an incident within which a report's own day is that of its figures; later it may tell an old one."""


@dataclass(frozen=True, slots=True)
class Clock:
    """What tells when a claim was counted: the days of its incident, and what one text has from another.

    `carried` are the claims taken over from older texts as they stood, `revised` the pairs of claims at one place of
    one wording, where the one text has another figure than the other.
    """

    happened: Days | None = None
    carried: frozenset[str] = frozenset()
    revised: frozenset[frozenset[str]] = frozenset()

    def at(self, incident: Incident | None) -> Clock:
        """The clock of an incident; without one, or without its date, every report's day counts."""
        date = incident.date if incident is not None else None
        return replace(self, happened=days_between(date.earliest, date.latest) if date else None)

    def is_revised(self, first: Iterable[Laid], second: Iterable[Laid]) -> bool:
        """Whether one text is the other with another figure put in."""
        others = [laid.claim.id for laid in second]
        return any(frozenset((one.claim.id, other)) in self.revised for one in first for other in others)

    def day(self, laid: Laid) -> Days | None:
        """The day a claim stands for, and None for a later retelling: a copied figure, a report long afterwards."""
        if laid.claim.id in self.carried or self.is_late(laid):
            return None
        return laid.day

    def is_late(self, laid: Laid) -> bool:
        """Whether a claim is dated by its report alone, and that came long after what happened."""
        if self.happened is None or laid.day is None or laid.claim.value.as_of or laid.claim.said_on:
            return False
        return laid.day.first > self.happened.last and self.happened.gap(laid.day) > _COUNTED_WITHIN

    def days(self, laids: Iterable[Laid]) -> list[Days]:
        """The days on which a value was counted, in order."""
        return sorted(day for laid in laids if (day := self.day(laid)))


def tell_by_day(
    first: tuple[Laid, ...], second: tuple[Laid, ...], notes: tuple[str, ...], clock: Clock | None = None
) -> Contrast:
    """An update, the earlier value's claims first, where both are dated and the days differ; else a conflict."""
    clock = clock or Clock()
    for early, late in ((first, second), (second, first)):
        if note := _stands_for(early, late, clock):
            return Contrast("update", early, late, (*notes, note))
    return Contrast("conflict", first, second, (*notes, _undated_note(first, second, clock)))


def is_later(early: Sequence[Laid], late: Sequence[Laid], clock: Clock) -> bool:
    """Whether one value was given before the other, and no longer once the other was known."""
    return _stands_for(early, late, clock) is not None


def _stands_for(early: Sequence[Laid], late: Sequence[Laid], clock: Clock) -> str | None:
    ones, others = clock.days(early), clock.days(late)
    if ones and others and max(d.last for d in ones) < others[0].first:
        return f"the second, of {others[0]}, is later than the first, of {ones[0]}, and stands for it"
    told = sorted(laid.day for laid in late if laid.day and clock.is_late(laid))
    if ones and told and not others:
        return f"the first is of {ones[0]}, the second was told long afterwards, on {told[0]}, and stands for it"
    return None


def _undated_note(first: tuple[Laid, ...], second: tuple[Laid, ...], clock: Clock) -> str:
    if {c.document.id for c in first} == {c.document.id for c in second}:
        return "both stand in the same report"
    if all(clock.is_late(c) for c in (*first, *second)):
        return "both were told long after it happened"
    ones, others = clock.days(first), clock.days(second)
    if not ones and not others:
        return "neither report is dated, so one may be an earlier count"
    if not ones or not others:
        return f"the {'first' if not ones else 'second'} is not dated, so it may be an earlier or a later count"
    if ones[0].meets(others[0]):
        return f"both are of {ones[0]}, so one may be an earlier hour's count"
    return "both were given again after the other was known"


def of_other_days(ones: Sequence[Laid], others: Sequence[Laid]) -> bool:
    """Whether one voice gives each figure as of a day, and the days are not the same: an entry, and a later one."""
    days = [{c.claim.value.as_of for c in side} for side in (ones, others)]
    return all(days) and None not in days[0] | days[1] and not days[0] & days[1]
