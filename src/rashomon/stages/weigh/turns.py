"""Drift that a report tells itself: what somebody said at one time, and what he says at another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.model.finding import Finding
from rashomon.stages.weigh.contradictions import clauses_saying_no, says_no, stems_of
from rashomon.stages.weigh.days import Days, days_between
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import make_finding, say_outlet
from rashomon.stages.weigh.topics import read_topics

_NEAR = 3
_NEXT = 1
_FAR = 8
"""Sentences within which somebody's other words stand whose report says that he had said something else."""
_CONTRAST = re.compile(
    r"\b(?:but|however|now|only|yet|though|although|whereas|instead|later|since then|meanwhile)\b", re.I
)
_STANCES = ("asserted", "alleged", "denied", "undetermined", "possible")


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement with the words of its sentence that tell when it was made, what it is about, and the days that it names."""

    laid: Laid
    before: str
    about: frozenset[str]
    days: tuple[Days, ...]
    unlike: bool = False

    @property
    def text(self) -> str:
        return self.laid.claim.value.text or self.laid.claim.quote

    @property
    def sentence(self) -> int:
        return self.laid.sentence.index if self.laid.sentence else -1


def find_turns(layout: Layout) -> list[Finding]:
    """One finding for each statement that its report tells to be older, with the one of its speaker that is contrary to it."""
    told: dict[tuple[str, str], list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        statement = laid.claim.property == "statement" and len(laid.voice) > 1 and laid.sentence
        if statement and laid.claim.stance in _STANCES:
            told[laid.document.id, laid.voice[-1]].append(laid)
    found = []
    for laids in told.values():
        said = [_said(layout, laid, laids) for laid in laids] if len(laids) > 1 else []
        for first in said:
            if (cue := _cue(first)) and (then := _turn(first, said, cue)):
                found.append(_drift(layout, first.laid, then.laid))
        found += [_drift(layout, a.laid, b.laid) for b in said for a in _taken_back(b, said)]
    return found


def _taken_back(back: _Said, said: Sequence[_Said]) -> Sequence[_Said]:
    """The nearest words before of which a sentence says that their speaker took them back: "he withdrew this confession"."""
    if not takes_back(f"{back.before} {back.text}"):
        return ()
    before = [one for one in said if one.laid.claim.end <= back.laid.claim.start and _distance(one, back) <= _NEAR]
    return before[-1:] if not before or _cue(before[-1]) != "back" else ()


def takes_back(words: str) -> bool:
    """Whether words say that somebody takes back what he said: "he withdrew this confession"."""
    return any(group == "back" and pattern.search(words.lower()) for group, pattern in _cues())


def _said(layout: Layout, laid: Laid, laids: Sequence[Laid]) -> _Said:
    """The words before a statement begin behind the last one that its sentence tells of the speaker."""
    claim, start = laid.claim, laid.sentence.start if laid.sentence else laid.claim.start
    start = max([start, *(c.claim.end for c in laids if start <= c.claim.end <= claim.start)])
    words = laid.document.text[start : claim.start].lower()
    account = next(a for a in layout.accounts if a.document.id == laid.document.id)
    times = (t for t in account.annotations.times if claim.start <= t.start < claim.end)
    days = (days_between(t.earliest, t.latest) for t in times)
    text = claim.value.text or claim.quote
    index = laid.sentence.index if laid.sentence else -1
    last = next((s for s in account.annotations.sentences if s.index == index - 1), None)
    spoken = laid.document.text[last.start : last.end].lower() if last else ""
    unlike = any(group == "unlike" and pattern.search(spoken) for group, pattern in _cues())
    speaker = stems_of(" ".join(link.name for link in claim.chain[1:]))
    about = (stems_of(text).keys() - speaker.keys()) | {f"topic {t}" for t in read_topics(text)}
    return _Said(laid, words, frozenset(about), tuple(d for d in days if d), unlike)


def _cue(said: _Said) -> str | None:
    """Whether the words before a statement tell that it is "changed", "older", or "newer" than another, or of "same" time."""
    found = next((group for group, pattern in _cues() if group != "unlike" and pattern.search(said.before)), None)
    return "unlike" if said.unlike and found in (None, "older", "same") else found


def _turn(first: _Said, said: Sequence[_Said], cue: str) -> _Said | None:
    """The nearest other statement of the speaker that is contrary to an older one, and no older one itself.

    What somebody at first only thought ("initially thought it was fireworks") was never said, and is not changed by what is.
    """
    if first.laid.claim.stance == "possible" or cue not in ("changed", "older", "unlike"):
        return None
    near = [other for other in said if _is_another(first, other) and _is_contrary(first, other, cue)]
    return min(near, key=lambda other: (_distance(first, other), other.laid.claim.start), default=None)


def _distance(a: _Said, b: _Said) -> int:
    return abs(b.sentence - a.sentence)


def _is_another(first: _Said, other: _Said) -> bool:
    one, two = first.laid.claim, other.laid.claim
    apart = one.end <= two.start or two.end <= one.start
    reach = _FAR if first.unlike else _NEAR
    return apart and _distance(first, other) <= reach and _cue(other) in (None, "newer")


def _is_contrary(first: _Said, other: _Said, cue: str) -> bool:
    """Whether the later statement says something else of one thing: one says no, or it is told as a turn, or days differ.

    Days that it gives for both in a row are set side by side as a turn. Within one sentence ("who had said ..., now says ...") or two the words that tell the turn are enough.
    """
    shared, apart = bool(first.about & other.about), _distance(first, other)
    if cue == "unlike":
        return shared and _differ(first, other)
    if apart <= _NEXT and _cue(other) == "newer":
        return True
    if cue == "changed" and apart:
        return shared or apart == _NEXT
    if not apart:
        return shared and _differ(first, other)
    dated = apart == _NEXT and first.sentence < other.sentence and other.laid.claim.said_on is not None
    turned = dated or any(_CONTRAST.search(c.before) for c in (first, other))
    return shared and (turned or _differ(first, other))


def _differ(first: _Said, other: _Said) -> bool:
    days = first.days and other.days and not any(x.meets(y) for x in first.days for y in other.days)
    return bool(days) or (says_no(first.laid) != says_no(other.laid) and _denies_shared(first, other))


def _denies_shared(first: _Said, other: _Said) -> bool:
    """Whether the clause that says no is of what the two share, and of none beside it."""
    no, yes = (first, other) if says_no(first.laid) else (other, first)
    clauses = clauses_saying_no(no.text)
    topics = {f"topic {t}" for clause in clauses for t in read_topics(clause)}
    return not clauses or any(not yes.about.isdisjoint(stems_of(clause).keys() | topics) for clause in clauses)


def _drift(layout: Layout, first: Laid, then: Laid) -> Finding:
    who = first.claim.chain[-1].name
    said, answer = (f"{'deny' if c.claim.stance == 'denied' else 'say'}" for c in (first, then))
    reason = f"{say_outlet(first.document)} has {who} {said} at first “{first.claim.quote}”, and then {answer} “{then.claim.quote}”"
    return make_finding("drift", layout, [first, then], reason, prop="statement")


@cache
def _cues() -> tuple[tuple[str, re.Pattern[str]], ...]:
    text = (files("rashomon.data") / "weigh" / "at_first.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((group, re.compile(pattern)) for group, pattern in rows)
