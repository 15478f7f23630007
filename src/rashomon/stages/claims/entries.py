"""When something was said in a text of several entries: on the day of its entry, where its own words do not tell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from rashomon.model.annotation import Annotations
from rashomon.model.claim import Claim, Period
from rashomon.model.entries import entry_heads


def said_by_entry(annotations: Annotations, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims, each without a day on which it was said given that of its entry, figures as of it; as they are in any other text."""
    days = _days(annotations)
    if len(set(days.values())) < 2:
        return tuple(claims)
    starts = sorted(days)
    return tuple(_said(claim, starts, days) for claim in claims)


def _days(annotations: Annotations) -> dict[int, str]:
    """Where each entry begins, and its day."""
    heads = entry_heads(annotations.sentences)
    ends = {s.index: s.end for s in annotations.sentences if s.index in heads}
    given = (t for t in annotations.times if t.sentence in ends and t.earliest and t.latest)
    return {ends[t.sentence]: str(t.latest)[:10] for t in given if str(t.earliest)[:10] == str(t.latest)[:10]}


def _said(claim: Claim, starts: list[int], days: dict[int, str]) -> Claim:
    at = bisect_right(starts, claim.start) - 1
    if at < 0:
        return claim
    day = days[starts[at]]
    if claim.value.number is not None and claim.value.as_of is None:
        claim = replace(claim, value=replace(claim.value, as_of=day))
    return claim if claim.said_on is not None else replace(claim, said_on=Period(day, day))
