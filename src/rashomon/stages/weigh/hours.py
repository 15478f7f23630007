"""At which hour it happened, where accounts of one day give hours that lie apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from rashomon.model.link import Incident
from rashomon.stages.weigh.compare_dates import is_of_something_else
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.layout import Laid
from rashomon.stages.weigh.reasons import say_tellers
from rashomon.text.calendar import parse_clock

_AT_ONCE = frozenset({"attack", "killing", "abduction", "arrest", "disaster"})
_TOLD = ("asserted", "alleged", "undetermined")
_EXACT = re.compile(r"\d{1,2}[:.]\d\d|\b\d{4} ?(?:h|hrs|hours)\b")
_LOOSE = re.compile(r"\b(?:about|around|some|shortly|just|nearly|almost|before|after|roughly|approximately)\b", re.I)
_NEAR, _NEARER = 60, 20
"""Minutes within which two hours say the same, where one of them is loose, and where both are to the minute."""


def compare_hours(laids: Sequence[Laid], incident: Incident) -> list[Contrast]:
    """A conflict for each two voices that each give one hour of one day for a sudden deed, and hours too far apart."""
    by_voice: dict[object, list[tuple[Laid, int]]] = defaultdict(list)
    for laid in laids:
        minute = _minute(laid)
        if minute is not None and laid.claim.stance in _TOLD and not is_of_something_else(laid, incident):
            by_voice[laid.teller].append((laid, minute))
    sure = [told for told in by_voice.values() if max(m for _, m in told) - min(m for _, m in told) <= _NEARER]
    if incident.type not in _AT_ONCE:
        return []
    found = []
    for ones, others in combinations(sure, 2):
        (a, x), (b, y) = ones[0], others[0]
        same_day = (a.claim.value.earliest or "")[:10] == (b.claim.value.earliest or "")[:10]
        if same_day and abs(x - y) > (_NEARER if _is_exact(a) and _is_exact(b) else _NEAR):
            sides = tuple(c for c, _ in ones), tuple(c for c, _ in others)
            said = f"time of day: {_hour(a)} according to {say_tellers(sides[0])}, but {_hour(b)} according to {say_tellers(sides[1])}"
            found.append(
                Contrast("conflict", *sides, says=f"{said}; that one is of another part of it is not ruled out")
            )
    return found


def _minute(laid: Laid) -> int | None:
    """The minute of the day of a claim whose value is a time, not a span of hours."""
    value = laid.claim.value
    first, last = parse_clock(value.earliest), parse_clock(value.latest)
    return first if first is not None and last is not None and last - first <= _NEAR else None


def _is_exact(laid: Laid) -> bool:
    said = laid.claim.value.text or laid.claim.quote
    around = laid.document.text[max(0, laid.claim.start - 20) : laid.claim.end]
    return bool(_EXACT.search(said)) and not _LOOSE.search(around)


def _hour(laid: Laid) -> str:
    return (laid.claim.value.earliest or "")[11:16]
