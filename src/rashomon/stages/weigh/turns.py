"""Drift that a report tells itself: what somebody said at first, and what he says now."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from rashomon.model.finding import Finding
from rashomon.stages.weigh.contradictions import says_no, stems_of
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import make_finding, say_outlet
from rashomon.stages.weigh.topics import read_topics

_NEAR = 3
_NEXT = 1
_CONTRAST = re.compile(
    r"\b(?:but|however|now|only|yet|though|although|whereas|instead|later|since then|meanwhile)\b", re.I
)
_STANCES = ("asserted", "alleged", "denied", "undetermined", "possible")


def find_turns(layout: Layout) -> list[Finding]:
    """One finding for each statement that its report says was made at first, with the one that took its place."""
    told: dict[tuple[str, str], list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        if (
            laid.claim.property == "statement"
            and len(laid.voice) > 1
            and laid.claim.stance in _STANCES
            and laid.sentence
        ):
            told[laid.document.id, laid.voice[-1]].append(laid)
    found = []
    for laids in told.values():
        for first in laids:
            if (cue := _cue(first)) and (then := _turn(first, laids, cue)):
                found.append(_drift(layout, first, then))
    return found


def _cue(laid: Laid) -> str | None:
    """Whether the words before a statement say that it was made at first: "changed", "older", or None."""
    start = laid.sentence.start if laid.sentence else laid.claim.start
    before = laid.document.text[start : laid.claim.start].lower()
    return next((group for group, pattern in _cues() if pattern.search(before)), None)


def _turn(first: Laid, laids: Sequence[Laid], cue: str) -> Laid | None:
    """The nearest other statement of the speaker that is of one thing with the first, and no older one itself."""
    near = [
        other
        for other in laids
        if _distance(first, other) and not _cue(other) and _is_of_one_thing(first, other, _distance(first, other), cue)
    ]
    return min(near, key=lambda other: (_distance(first, other), other.claim.start), default=None)


def _distance(a: Laid, b: Laid) -> int:
    """How many sentences lie between two statements; 0 for one sentence, or for too many."""
    apart = abs(b.sentence.index - a.sentence.index) if a.sentence and b.sentence else 0
    return apart if apart <= _NEAR else 0


def _is_of_one_thing(first: Laid, other: Laid, apart: int, cue: str) -> bool:
    one, two = (c.claim.value.text or c.claim.quote for c in (first, other))
    shared = len(stems_of(one).keys() & stems_of(two).keys()) + len(read_topics(one) & read_topics(two))
    if cue == "changed":
        return shared > 0 or apart == _NEXT
    turned = says_no(first) != says_no(other) or any(_CONTRAST.search(c.words) for c in (first, other))
    return shared > 0 and turned


def _drift(layout: Layout, first: Laid, then: Laid) -> Finding:
    who = first.claim.chain[-1].name
    reason = f"{say_outlet(first.document)} has {who} say at first “{first.claim.quote}”, and then “{then.claim.quote}”"
    return make_finding("drift", layout, [first, then], reason, prop="statement")


@cache
def _cues() -> tuple[tuple[str, re.Pattern[str]], ...]:
    text = (files("rashomon.data") / "weigh" / "at_first.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((group, re.compile(pattern)) for group, pattern in rows)
