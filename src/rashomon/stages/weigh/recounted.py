"""Differences that the days of two reports alone judge wrongly: tolls that one says have risen, a speaker's second figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.days import days_between
from rashomon.stages.weigh.layout import Laid
from rashomon.stages.weigh.reasons import say_outlet

_BEFORE = 120
_RISEN = re.compile(
    r"\b(?:ha(?:s|ve|d) (?:since |now |already |meanwhile )?(?:risen|climbed|grown|increased|gone up|jumped)"
    r"|rises?|rose|climbs?|climbed|grows|grew|jumps?|jumped|increases?|increased|went up|goes up)\s+(?:\w+ ){0,3}to\b",
    re.IGNORECASE,
)


def recount(contrast: Contrast, laids: Sequence[Laid]) -> Contrast:
    """The contrast as what a report says of its figure has it: risen since the other was published."""
    one_report = {c.document.id for c in contrast.first} & {c.document.id for c in contrast.second}
    if one_report or contrast.kind != "conflict":
        return contrast
    for early, late in ((contrast.first, contrast.second), (contrast.second, contrast.first)):
        if _has_risen(early, late, laids):
            return Contrast("update", early, late, ("the report of the second says that the number has risen",))
    return contrast


def is_told_again(contrast: Contrast, known: Contrast) -> bool:
    """Whether a report says itself that a speaker's figure took the place of his earlier one, which another report has."""
    if contrast.kind != "conflict" or known.kind != "update":
        return False
    sides = (known.first, known.second)
    speakers = {c.voice[-1] for side in sides for c in side if len(c.voice) > 1}
    same_numbers = {_numbers(contrast.first), _numbers(contrast.second)} == {_numbers(side) for side in sides}
    told = [*contrast.first, *contrast.second]
    return same_numbers and len(speakers) == 1 and all(len(c.voice) > 1 and c.voice[-1] in speakers for c in told)


def retell(contrast: Contrast, inside: Sequence[Contrast]) -> Contrast:
    """A rounding as an update where a report says that the one number took the place of the other: 11, and then 27."""
    for known in inside if contrast.kind == "rounding" else ():
        for early, late in ((contrast.first, contrast.second), (contrast.second, contrast.first)):
            if _numbers(early) == _numbers(known.first) and _numbers(late) == _numbers(known.second):
                note = f"{say_outlet(known.second[0].document)} says that the second stands for the first"
                return Contrast("update", early, late, (note,))
    return contrast


def _numbers(laids: Sequence[Laid]) -> frozenset[float | None]:
    return frozenset(c.claim.value.number for c in laids)


def _has_risen(early: Sequence[Laid], late: Sequence[Laid], laids: Sequence[Laid]) -> bool:
    """Whether a report says that the toll has climbed to a figure, and the lower one was published on an earlier day.

    Not so for the figure of a speaker to whom that report gives a figure of its own: the two differ.
    """
    speakers = {c.voice[-1] for c in early if len(c.voice) > 1}
    for risen in late:
        number, published = risen.claim.value.number, risen.document.published
        if number is None or published is None or not _is_said_to_rise(risen):
            continue
        before = all((c.claim.value.number or number) < number and _is_earlier(c, published) for c in early)
        heard = {c.voice[-1] for c in laids if c.document.id == risen.document.id and not c.claim.value.part}
        if before and not speakers & heard:
            return True
    return False


def _is_earlier(laid: Laid, published: str) -> bool:
    before = days_between(laid.document.published, laid.document.published)
    after = days_between(published, published)
    return bool(before and after and before.last < after.first)


def _is_said_to_rise(laid: Laid) -> bool:
    """Whether the words right before the number say that it has risen to it."""
    number = laid.claim.value.number
    text = laid.document.text
    start = max(laid.claim.start - _BEFORE, laid.sentence.start if laid.sentence else 0)
    said = text[start : laid.sentence.end if laid.sentence else laid.claim.end]
    return any(said[m.end() :].lstrip().startswith(f"{number:.0f}") for m in _RISEN.finditer(said))
